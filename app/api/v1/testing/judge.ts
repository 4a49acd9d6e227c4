import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { OpenApiDocument } from "#lib/core/openapi.ts";
import type { Operation } from "#lib/core/operations.ts";

/** What an answer is held against. */
type Described = { content?: Record<string, { schema?: object }>; $ref?: string };

/** Steps into a document, as a JSON pointer has them. */
const pointer = (...parts: string[]) =>
  parts.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/**
 * Judges answers by the document itself.
 * @returns what is wrong with an answer; null when it is as described
 */
export function judgeOf(document: OpenApiDocument) {
  const ajv = new Ajv2020({ strict: false, validateSchema: false });
  formats.default(ajv);
  ajv.addSchema(JSON.parse(JSON.stringify(document)), "desk");
  const compiled = new Map<string, ValidateFunction>();
  return async (call: Operation, response: Response): Promise<string | null> => {
    const { status } = response;
    const type = response.headers.get("content-type")?.split(";")[0] ?? "";
    const at = ["paths", call.path, call.method.toLowerCase(), "responses", `${status}`];
    let described = partOf(document, at) as Described | undefined;
    if (!described) return `status ${status} is not described`;
    let place = pointer(...at);
    if (described.$ref) {
      place = described.$ref.slice(1);
      described = partOf(document, place.slice(1).split("/")) as Described;
    }
    const content = described.content?.[type];
    if (!content) return `status ${status} as "${type}" is not described`;
    if (!content.schema) return null;
    const schema = `desk#${place}${pointer("content", type, "schema")}`;
    const validate = compiled.get(schema) ?? ajv.compile({ $ref: schema });
    compiled.set(schema, validate);
    const body = await response.json();
    return validate(body) ? null : `${ajv.errorsText(validate.errors)} in ${JSON.stringify(body)}`;
  };
}

function partOf(document: object, parts: readonly string[]): unknown {
  return parts.reduce<unknown>(
    (node, part) => (node as Record<string, unknown> | undefined)?.[part],
    document,
  );
}
