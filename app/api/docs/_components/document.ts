import type { OpenApiDocument } from "#lib/core/openapi.ts";

/*
 * The OpenAPI document as the page reads it: calls in their groups, each with its parts named.
 */

/** A JSON Schema, as far as the page says what is in it. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  description?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: boolean | Schema;
};

type Parameter = {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: Schema;
};
type Content = Record<string, { schema?: Schema; example?: unknown }>;
type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, { $ref?: string; description?: string; content?: Content }>;
};

/** A call as the page shows it. */
export type ShownCall = {
  id: string;
  group: string;
  method: string;
  path: string;
  summary: string;
  description: string | null;
  parameters: Parameter[];
  body: { type: string; schema: Schema; required: boolean; example: unknown } | null;
  /** What is answered when it is done: by media type, with its schema where it is JSON. */
  answer: { status: string; contents: { type: string; schema: Schema | null }[] };
  /** Statuses of refusals. */
  refusals: string[];
};

/** All calls, in the document's order. */
export function callsOf(document: OpenApiDocument): ShownCall[] {
  const paths = Object.entries(document.paths ?? {});
  return paths.flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) =>
      shownCall(path, method, operation),
    ),
  );
}

function shownCall(path: string, method: string, operation: Operation): ShownCall {
  const [done = "200"] = Object.keys(operation.responses);
  const answered = operation.responses[done]?.content ?? {};
  const [sent] = Object.entries(operation.requestBody?.content ?? {});
  return {
    id: operation.operationId,
    group: operation.tags[0] ?? "",
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description ?? null,
    parameters: operation.parameters ?? [],
    body: sent
      ? {
          type: sent[0],
          schema: sent[1].schema ?? {},
          required: operation.requestBody?.required ?? false,
          example: sent[1].example,
        }
      : null,
    answer: {
      status: done,
      contents: Object.entries(answered).map(([type, { schema }]) => ({
        type,
        schema: schema ?? null,
      })),
    },
    refusals: Object.keys(operation.responses).filter((status) => status !== done),
  };
}

/** Calls by their groups, both in the document's order. */
export function groupsOf(calls: readonly ShownCall[]): { name: string; calls: ShownCall[] }[] {
  return [...new Set(calls.map(({ group }) => group))].map((name) => ({
    name,
    calls: calls.filter(({ group }) => group === name),
  }));
}

/** The named schemas. */
export function schemasOf(document: OpenApiDocument): { name: string; schema: Schema }[] {
  return Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => ({
    name,
    schema: schema as Schema,
  }));
}

/** What the statuses of refusals mean. */
export function problemsOf(document: OpenApiDocument): { status: string; meaning: string }[] {
  return Object.entries(document.components?.responses ?? {})
    .map(([name, response]) => ({
      status: name.replace(/\D/g, ""),
      meaning: (response as { description: string }).description,
    }))
    .sort((one, other) => Number(one.status) - Number(other.status));
}

/** A member of an object, members of objects within it named by their path. */
export type Member = { name: string; schema: Schema; required: boolean };

/** What an object is made of; null for what is no object or only refers to a named one. */
export function membersOf(schema: Schema, prefix = ""): Member[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, own]) => {
    const at = `${prefix}${name}`;
    const nested = [own, own.items, ...(own.anyOf ?? [])].find((each) => each?.properties);
    return [
      { name: at, schema: own, required: required.has(name) },
      ...(nested ? membersOf(nested, `${at}${own.items ? "[]" : ""}.`) : []),
    ];
  });
}
