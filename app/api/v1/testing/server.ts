import { readdirSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

/*
 * The interface's route files behind a plain server, for programs that call it over the
 * network. Which file answers an address is decided as Next does it: an exact part counts
 * before a parameter, a parameter before the rest of an address.
 */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof METHODS)[number];

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response> | Response;

/** A route file: its address below `/api/v1`, with parameters in braces as in the document. */
export type Route = {
  file: string;
  address: string;
  pattern: RegExp;
  handlers: Readonly<Partial<Record<Method, Handler>>>;
};

/** How exact an address is, for the order in which the files are asked. */
function vagueness(file: string): string {
  return file
    .split("/")
    .map((part) => (part.startsWith("[...") ? "2" : part.startsWith("[") ? "1" : "0"))
    .join("");
}

/** All route files of the interface, the most exact first. */
export async function readApiRoutes(): Promise<Route[]> {
  const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .sort((one, other) => vagueness(one).localeCompare(vagueness(other)));
  return Promise.all(
    files.map(async (file) => {
      const folder = path.dirname(file);
      const address = `/${folder.replaceAll(/\[(\w+)\]/g, "{$1}")}`;
      const pattern = folder
        .replaceAll(".", "\\.")
        .replaceAll(/\[\\\.\\\.\\\.(\w+)\]/g, "(?<$1>.+)")
        .replaceAll(/\[(\w+)\]/g, "(?<$1>[^/]+)");
      const handlers = await import(path.join(ROOT, file));
      return { file, address, pattern: new RegExp(`^/api/v1/${pattern}$`), handlers };
    }),
  );
}

/** Answers a request by the route file that its address means. */
export async function answer(routes: readonly Route[], request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  for (const { pattern, handlers } of routes) {
    const found = pattern.exec(pathname);
    if (!found) continue;
    const handler = handlers[request.method as Method];
    if (!handler) return new Response(null, { status: 405 });
    const parts = Object.entries(found.groups ?? {});
    const parameters = parts.map(([name, text]) => [name, decodeURIComponent(text)]);
    return handler(request, { params: Promise.resolve(Object.fromEntries(parameters)) });
  }
  return new Response(null, { status: 404 });
}

function requestOf(incoming: IncomingMessage, base: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, [value].flat().join(", "));
  }
  const { method = "GET" } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(new URL(incoming.url ?? "/", base), {
    method,
    headers,
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" }),
  });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

/** A server of the interface on a free port. */
export async function startApiServer(): Promise<{
  url: string;
  routes: readonly Route[];
  stop: () => Promise<void>;
}> {
  const routes = await readApiRoutes();
  const server: Server = createServer((incoming, outgoing) => {
    answer(routes, requestOf(incoming, "http://desk")).then(
      (response) => send(response, outgoing),
      (error) => outgoing.writeHead(500, { "content-type": "text/plain" }).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/v1`,
    routes,
    stop: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}
