import type { z } from "zod";
import { type AddressProblem, invalidAddress } from "./errors.ts";

/** The query of a page as Next hands it over. */
export type SearchParameters = Record<string, string | string[] | undefined>;

/** What kinds of values the parameters of a page take, to say what is wrong with one. */
export type ParameterKinds = {
  days?: readonly string[];
  months?: readonly string[];
  numbers?: readonly string[];
  codes?: readonly string[];
};

const DAY_AS_TYPED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** A parameter's one text; what a form repeats is parted by commas, what it leaves empty is not there. */
function textOf(value: string | string[] | undefined, isDay: boolean): string | undefined {
  const texts = [value ?? []].flat().filter((text) => text !== "");
  if (texts.length === 0) return undefined;
  const text = texts.join(",");
  return isDay
    ? text.replace(DAY_AS_TYPED, (_, day, month, year) => written(day, month, year))
    : text;
}

function written(day: string, month: string, year: string): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function problemOf(name: string, kinds: ParameterKinds): AddressProblem {
  if (kinds.days?.includes(name)) return "notADay";
  if (kinds.months?.includes(name)) return "notAMonth";
  if (kinds.numbers?.includes(name)) return "notANumber";
  if (kinds.codes?.includes(name)) return "unknownCode";
  return "notOneOf";
}

/**
 * The parameters of a page's address by its schema. The first wrong or unknown one ends the
 * page with status 404 and says which it is.
 */
export function readParameters<Schema extends z.ZodType>(
  schema: Schema,
  given: SearchParameters,
  kinds: ParameterKinds,
): z.output<Schema> {
  const texts = Object.entries(given).flatMap(([name, value]) => {
    const text = textOf(value, kinds.days?.includes(name) ?? false);
    return text === undefined ? [] : [[name, text] as const];
  });
  const parsed = schema.safeParse(Object.fromEntries(texts));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = issue?.code === "unrecognized_keys" ? issue.keys[0] : issue?.path[0];
  const parameter = String(name ?? "");
  const value = texts.find(([key]) => key === parameter)?.[1] ?? "";
  invalidAddress(problemOf(parameter, kinds), { name: parameter, value });
}

/** Ends a page of a list with status 404 when it lies behind the last one. */
export function refuseEmptyPage({ page = 1 }: { page?: number | undefined }, shown: number): void {
  if (page > 1 && shown === 0) invalidAddress("notOneOf", { name: "page", value: `${page}` });
}
