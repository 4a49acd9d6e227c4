import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

/** What a receiver got. */
export type Received = { headers: IncomingHttpHeaders; body: string };

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const accept: Answer = (response) => {
  response.writeHead(204).end();
};

/** A system that is told of things: a real server on this machine, until it is closed. */
export async function receiver() {
  const received: Received[] = [];
  let answer: Answer = accept;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request.setEncoding("utf8")) body += part;
    received.push({ headers: request.headers, body });
    answer(response, request);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    received,
    /** How it answers from now on; without one it accepts. */
    answers(how: Answer = accept): void {
      answer = how;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** What was received as a receiver's own library reads it. @throws when the signature is wrong */
export function verified(secret: string, { headers, body }: Received): unknown {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}
