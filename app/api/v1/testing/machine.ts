import { createApiToken } from "#lib/users/tokens.ts";

/* Machines that call the interface, without a server between, in a test's own small register. */

/** One of each role, with its department where it has one. */
const MACHINES = {
  office: ["OFFICE"],
  chairman: ["CHAIRMAN"],
  deputy: ["VICE_CHAIRMAN"],
  head: ["DEPARTMENT_HEAD", "PHONG_KT"],
  officer: ["OFFICER", "PHONG_KT"],
  stranger: ["DEPARTMENT_HEAD", "DANG_UY"],
  observer: ["OBSERVER"],
  admin: ["ADMIN"],
} as const;
export type Machine = keyof typeof MACHINES;
export const NAMES = Object.keys(MACHINES) as Machine[];

/** A token for each of them, named after it: "máy office". */
export async function givenTokens(): Promise<Record<Machine, string>> {
  const tokens = {} as Record<Machine, string>;
  for (const name of NAMES) {
    const [role, departmentCode = null] = MACHINES[name];
    tokens[name] = await createApiToken({ name: `máy ${name}`, role, departmentCode });
  }
  return tokens;
}

type Handler<Parameters> = (
  request: Request,
  context: { params: Promise<Parameters> },
) => Promise<Response>;

export type Call = {
  token: string;
  method?: "GET" | "POST" | "PUT" | "PATCH" | undefined;
  /** Sent as JSON; a text is sent as it is. */
  body?: unknown;
  headers?: Record<string, string>;
};

/** Calls a handler. The path is that after `/api/v1/`. */
export async function call<Parameters extends Record<string, string>>(
  handler: Handler<Parameters>,
  path: string,
  parameters: Parameters,
  { token, method = "POST", body, headers = {} }: Call,
) {
  const request = new Request(`http://desk/api/v1/${path}`, {
    method,
    headers: {
      "accept-language": "vi",
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(parameters) });
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    etag: response.headers.get("etag"),
    location: response.headers.get("location"),
    body: await response.json(),
  };
}
