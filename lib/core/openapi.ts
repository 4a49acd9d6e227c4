import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponseObject,
} from "zod-openapi";
import { describe } from "./openapi-schemas.ts";
import type { Operation, Refusal } from "./operations.ts";

/*
 * The OpenAPI 3.1 document of the machine interface, made of its calls.
 */

/** What every refusal is answered with (RFC 9457). */
export const problemSchema = z
  .object({
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    current: z.record(z.string(), z.string()).optional().meta({
      description: "After 412: what stands there now, by entry, with its `version`.",
    }),
  })
  .meta({ id: "Problem" });

/** What each status of a refusal means. */
export const PROBLEM_WORDS: Readonly<Record<Refusal | 401 | 428 | 429 | 500 | 503, string>> = {
  400: "A wrong parameter or header, or a body that is not JSON.",
  401: "No valid token.",
  403: "The token's role does not allow it; `detail` says what.",
  404: "There is no such thing, or the token may not see it.",
  409: "The state does not allow it; `detail` says why.",
  412: "The object has another version by now.",
  413: "The body is too large.",
  415: "The body is of another type.",
  422: "An entry is wrong, missing or unknown.",
  428: "The version that was read is missing.",
  429: "More requests than the token may make in a minute, or too many wrong tokens from one address.",
  500: "The server failed; the error is kept under the id that `detail` names.",
  503: "The database is away for the moment.",
};
export type ProblemStatus = keyof typeof PROBLEM_WORDS;

/** The statuses with which a call may refuse, in their order. */
export function refusalsOf(call: Operation): ProblemStatus[] {
  const { query, body, upload, version, once, open, refusals } = call;
  const statuses = new Set<ProblemStatus>([...refusals, 500, 503]);
  if (!open) statuses.add(401).add(429);
  if (query || body || version || once) statuses.add(400);
  if (body || upload) for (const status of [413, 415, 422] as const) statuses.add(status);
  if (version) statuses.add(412);
  if (version === "needed") statuses.add(428);
  return [...statuses].sort((one, other) => one - other);
}

const RATE_HEADERS = z.object({
  "RateLimit-Policy": z.string().optional(),
  RateLimit: z.string().optional(),
});
const RETRY_HEADERS = RATE_HEADERS.extend({ "Retry-After": z.string() });

/** One answer for each status, which the document says once and then refers to. */
const PROBLEM_RESPONSES: Readonly<Record<string, ZodOpenApiResponseObject>> = Object.fromEntries(
  Object.entries(PROBLEM_WORDS).map(([status, description]) => [
    status,
    {
      id: `Problem${status}`,
      description,
      content: { "application/problem+json": { schema: problemSchema } },
      ...(status === "429" && { headers: RETRY_HEADERS }),
    },
  ]),
);

/** What a call answers when it is done, by status. */
function answersOf({ answer, open }: Operation): Record<string, ZodOpenApiResponseObject> {
  if ("files" in answer) {
    const content = Object.keys(answer.files).map((type) => [type.split(";")[0], {}]);
    return { 200: { description: "The file.", content: Object.fromEntries(content) } };
  }
  const answered = (status: 200 | 201): ZodOpenApiResponseObject => {
    const headers = {
      ...(answer.version && { ETag: z.string().optional() }),
      ...(status === 201 && { Location: z.string() }),
      ...(!open && RATE_HEADERS.shape),
    };
    return {
      description: status === 201 ? "Made; `Location` says where." : "Done.",
      content: { "application/json": { schema: answer.body } },
      ...(Object.keys(headers).length > 0 && { headers: z.object(headers) }),
    };
  };
  const status = answer.status ?? 200;
  return { [status]: answered(status), ...(answer.made && { 201: answered(201) }) };
}

/** The headers that a call minds, besides the token's. */
function headersOf({ version, once }: Operation): z.ZodObject | null {
  if (!version && !once) return null;
  const match = z.string().meta({
    description: 'The version that was read, as its `ETag` gives it: `"7"`, `W/"7"` or `7`.',
  });
  return z.object({
    ...(version && { "If-Match": version === "needed" ? match : match.optional() }),
    ...(once && {
      "Idempotency-Key": z
        .string()
        .regex(/^[\x21-\x7e]{1,200}$/)
        .optional()
        .meta({ description: "Sent again with the same key, the call is not done again." }),
    }),
  });
}

function bodyOf({ body, upload, example }: Operation): ZodOpenApiOperationObject["requestBody"] {
  if (upload) return { required: true, content: { [upload.type]: { schema: upload.schema } } };
  if (!body) return undefined;
  return {
    required: !z.safeParse(body, {}).success,
    content: { "application/json": { schema: body, ...(example && { example }) } },
  };
}

function operationObject(call: Operation): ZodOpenApiOperationObject {
  const header = headersOf(call);
  const requestBody = bodyOf(call);
  const problems = refusalsOf(call).map((status) => [`${status}`, PROBLEM_RESPONSES[status]]);
  return {
    operationId: call.id,
    tags: [call.group],
    summary: call.summary,
    ...(call.description !== undefined && { description: call.description }),
    ...(call.open && { security: [] }),
    requestParams: {
      ...(call.parameters && { path: call.parameters }),
      ...(call.query && { query: call.query }),
      ...(header && { header }),
    },
    ...(requestBody && { requestBody }),
    responses: { ...answersOf(call), ...Object.fromEntries(problems) },
  };
}

/** What the document says of itself, and of members of requests and answers by their names. */
export type Words = {
  title: string;
  version: string;
  description: string;
  members: Readonly<Record<string, string>>;
};

/** An OpenAPI 3.1 document as it is sent. */
export type OpenApiDocument = ReturnType<typeof createDocument>;

/** The document of these calls. */
export function documentOf(calls: readonly Operation[], words: Words): OpenApiDocument {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const call of calls) {
    paths[call.path] = {
      ...paths[call.path],
      [call.method.toLowerCase()]: operationObject(call),
    };
  }
  const { title, version, description, members } = words;
  const document = createDocument(
    {
      openapi: "3.1.1",
      info: {
        title,
        version,
        description,
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: "/api/v1" }],
      tags: [...new Set(calls.map(({ group }) => group))].map((name) => ({ name })),
      security: [{ token: [] }],
      components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
      paths,
    },
    { override: describe, allowEmptySchema: { custom: true, transform: true, pipe: true } },
  );
  return explained(document, members);
}

type Described = {
  name?: string;
  description?: string;
  type?: string;
  schema?: Described;
  properties?: Record<string, Described>;
};

/** Says at every parameter and member what it means, where that has not been said there itself. */
function explained(document: OpenApiDocument, words: Words["members"]): OpenApiDocument {
  const visit = (node: unknown) => {
    if (typeof node !== "object" || node === null) return;
    const { name, description, properties, schema } = node as Described;
    if ("in" in node && name !== undefined && !description && words[name]) {
      Object.assign(node, { description: words[name] });
    }
    // Several values of one parameter are separated by commas.
    if ("in" in node && schema?.type === "array") {
      Object.assign(node, { style: "form", explode: false });
    }
    for (const [member, own] of Object.entries(properties ?? {})) {
      if (!own.description && words[member]) Object.assign(own, { description: words[member] });
    }
    Object.values(node).forEach(visit);
  };
  visit(document);
  return document;
}
