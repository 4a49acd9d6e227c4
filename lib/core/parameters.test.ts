import { expect, test } from "vitest";
import { z } from "zod";
import { isCivilDate } from "./dates.ts";
import { isExpectedError } from "./errors.ts";
import { type ParameterKinds, readParameters, refuseEmptyPage } from "./parameters.ts";

const schema = z.strictObject({
  q: z.string().optional(),
  from: z.custom<string>((value) => typeof value === "string" && isCivilDate(value)).optional(),
  late: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  code: z
    .string()
    .regex(/^[A-Z]+$/)
    .optional(),
  page: z.coerce.number().int().min(1).optional(),
  kind: z.enum(["a", "b"]).optional(),
  states: z
    .string()
    .transform((text) => text.split(","))
    .optional(),
});
const KINDS: ParameterKinds = {
  days: ["from"],
  months: ["late"],
  numbers: ["page"],
  codes: ["code"],
};
type Given = Parameters<typeof readParameters>[1];

function problemOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (isExpectedError(error)) return { status: error.status, ...error.explanation };
    throw error;
  }
  return null;
}

test("parameters are read as a form without scripts sends them", () => {
  const given = { q: "", states: ["x", "", "y"], from: "5/4/2026", page: "2" };
  expect(readParameters(schema, given, KINDS)).toEqual({
    states: ["x", "y"],
    from: "2026-04-05",
    page: 2,
  });
});

test.each<[Given, string, string, string]>([
  [{ from: "2026-02-30" }, "notADay", "from", "2026-02-30"],
  [{ from: "30/2/2026" }, "notADay", "from", "2026-02-30"],
  [{ late: "April" }, "notAMonth", "late", "April"],
  [{ page: "0" }, "notANumber", "page", "0"],
  [{ code: "x y" }, "unknownCode", "code", "x y"],
  [{ kind: ["a", "b"] }, "notOneOf", "kind", "a,b"],
  [{ colour: "red" }, "notOneOf", "colour", "red"],
])("%o ends the page and says which is wrong", (given, problem, name, value) => {
  expect(problemOf(() => readParameters(schema, given, KINDS))).toEqual({
    status: 404,
    key: `errors.address.${problem}`,
    values: { name, value },
  });
});

test("a page behind the last one is refused, an empty list is not", () => {
  expect(problemOf(() => refuseEmptyPage({}, 0))).toBeNull();
  expect(problemOf(() => refuseEmptyPage({ page: 3 }, 1))).toBeNull();
  expect(problemOf(() => refuseEmptyPage({ page: 3 }, 0))).toMatchObject({
    key: "errors.address.notOneOf",
    values: { name: "page", value: "3" },
  });
});
