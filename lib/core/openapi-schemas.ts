import { z } from "zod";
import { isCivilDate, isCivilMonth } from "./dates.ts";

/*
 * What zod cannot say in JSON Schema by itself: civil dates and months, which are checked by
 * functions, and entries that forms and machines send alike, of which the document names the
 * one way that machines should send them.
 */

type JsonSchema = z.core.JSONSchema.BaseSchema;
type Render = Parameters<NonNullable<z.core.ToJSONSchemaParams["override"]>>[0];

const DAY = { type: "string", format: "date" } as const;
const MONTH = { type: "string", pattern: "^(19|2\\d)\\d\\d-(0[1-9]|1[0-2])$" } as const;

const A_DAY = "2026-04-30";
const A_MONTH = "2026-04";
const A_WORD = "x";

const accepts = (schema: z.core.$ZodType, value: unknown) => z.safeParse(schema, value).success;

/** A schema whose check is a function: which of the two it is, it says itself by what it takes. */
function checkedText(schema: z.core.$ZodType): JsonSchema {
  if (accepts(schema, A_DAY) && isCivilDate(A_DAY)) return DAY;
  if (accepts(schema, A_MONTH) && isCivilMonth(A_MONTH)) return MONTH;
  throw new Error("A check that the interface's description has no words for.");
}

function isDay(schema: z.core.$ZodType): boolean {
  return accepts(schema, A_DAY) && !accepts(schema, A_WORD);
}

function rendered(schema: z.core.$ZodType): JsonSchema {
  const { $schema: _, ...own } = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: describe,
  });
  return own;
}

/** What is sent to a schema that reads, cleans and then checks: the checks, not the reading. */
function sent({ _zod: { def } }: z.core.$ZodPipe): JsonSchema {
  const before = rendered(def.in);
  if (def.out._zod.def.type === "transform") return before;
  const after = rendered(def.out);
  return after.type === before.type ? { ...before, ...after } : after;
}

function become(json: JsonSchema, other: JsonSchema): void {
  for (const name of Object.keys(json)) delete json[name];
  Object.assign(json, other);
}

/** Completes the JSON Schema of a zod schema; an `override` of zod's own conversion. */
export function describe({
  zodSchema,
  jsonSchema,
}: Pick<Render, "zodSchema" | "jsonSchema">): void {
  const { def } = zodSchema._zod;
  const own: Partial<JsonSchema> = {};
  // What is said about a schema stays said.
  for (const name of ["description", "pattern", "examples"] as const) {
    if (jsonSchema[name] !== undefined) Object.assign(own, { [name]: jsonSchema[name] });
  }
  // The format says it; the pattern would say it again, in six lines.
  if (jsonSchema.format === "date-time") delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (def.type === "custom") become(jsonSchema, { ...checkedText(zodSchema), ...own });
  if (def.type === "pipe") {
    const pipe = zodSchema as z.core.$ZodPipe;
    const out = pipe._zod.def.out._zod.def.type;
    const day = out === "transform" && isDay(zodSchema);
    become(jsonSchema, { ...(day ? DAY : sent(pipe)), ...own });
  }
  if (def.type === "union" && (zodSchema as z.core.$ZodUnion)._zod.def.options.some(isBoolean)) {
    become(jsonSchema, { type: "boolean", ...own });
  }
}

/** A box of a form: "on" and the like are a browser's way to send it. */
function isBoolean({ _zod: { def } }: z.core.$ZodType): boolean {
  return def.type === "boolean";
}
