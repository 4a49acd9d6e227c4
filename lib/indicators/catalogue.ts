import { z } from "zod";
import type { CivilMonth } from "#lib/core/dates.ts";
import {
  codeSchema,
  emptyId,
  emptyText,
  flag,
  idSchema,
  optionalCode,
  requiredText,
  says,
  TEXT_LIMITS,
} from "#lib/core/entries.ts";
import type { Explanation } from "#lib/core/errors.ts";
import { readTypedNumber } from "#lib/core/typed-number.ts";
import {
  AGGREGATIONS,
  type Aggregation,
  COMPARATORS,
  DIRECTIONS,
  type Direction,
  type Target,
  type TargetSpan,
} from "./schema.ts";

/** The longest unit, in characters. */
const UNIT_LENGTH = 40;

const optionalName = emptyText(TEXT_LIMITS.short)
  .transform((name) => name ?? "")
  .default("");

const contentSchema = z.object({
  name: requiredText(TEXT_LIMITS.short, "indicators.catalogue.problems.nameMissing"),
  nameEn: optionalName,
  unit: requiredText(UNIT_LENGTH, "indicators.catalogue.problems.unitMissing"),
  direction: z.enum(DIRECTIONS, says("work.problems.choose")),
  aggregation: z.enum(AGGREGATIONS, says("work.problems.choose")),
  department: codeSchema,
  sector: codeSchema,
  /** The account of the officer who enters it beside the head. */
  delegate: emptyId.default(null),
});

/** Sums divided by each other make a percentage, and percentages are never added up. */
function refuseWrongUnit(
  { unit, aggregation }: { unit: string; aggregation: Aggregation },
  context: z.RefinementCtx,
): void {
  const refuse = (path: string, message: Explanation["key"]) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (aggregation === "RATIO" && unit !== "%") {
    refuse("unit", "indicators.catalogue.problems.ratioInPercent");
  }
  if (aggregation === "SUM" && unit === "%") {
    refuse("aggregation", "indicators.catalogue.problems.percentAdded");
  }
}

export const newIndicatorSchema = contentSchema
  .extend({
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z][A-Z0-9_]{1,39}$/, says("indicators.catalogue.problems.code")),
  })
  .superRefine(refuseWrongUnit);
export type NewIndicator = z.infer<typeof newIndicatorSchema>;

export const indicatorChangeSchema = contentSchema
  .extend({ code: codeSchema, active: flag.default(false) })
  .superRefine(refuseWrongUnit);
export type IndicatorChange = z.infer<typeof indicatorChangeSchema>;

/** What a target is for: a year, a quarter of it, or a month. */
export const TARGET_PARTS = [
  "YEAR",
  ...["Q1", "Q2", "Q3", "Q4"],
  ...["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"],
];

/** The span that a year and a part of it name. */
export function spanOfPart(
  year: number,
  part: string,
): { span: TargetSpan; startMonth: CivilMonth } {
  if (part === "YEAR") return { span: "YEAR", startMonth: `${year}-01` as CivilMonth };
  const isQuarter = part.startsWith("Q");
  const month = isQuarter ? 3 * Number(part.slice(1)) - 2 : Number(part);
  return {
    span: isQuarter ? "QUARTER" : "MONTH",
    startMonth: `${year}-${`${month}`.padStart(2, "0")}` as CivilMonth,
  };
}

/** The part of its year that a target is for. */
export function partOf({ span, startMonth }: Pick<Target, "span" | "startMonth">): string {
  const month = Number(startMonth.slice(5));
  if (span === "YEAR") return "YEAR";
  return span === "QUARTER" ? `Q${Math.ceil(month / 3)}` : startMonth.slice(5);
}

export const TARGET_YEARS = { first: 2000, last: 2100 } as const;

const yearSchema = z.coerce
  .number(says("indicators.catalogue.problems.year"))
  .int(says("indicators.catalogue.problems.year"))
  .min(TARGET_YEARS.first, says("indicators.catalogue.problems.year"))
  .max(TARGET_YEARS.last, says("indicators.catalogue.problems.year"));

const typedGoal = z
  .string()
  .default("")
  .transform((typed, context) => {
    if (typed.trim() === "") return null;
    const read = readTypedNumber(typed);
    if (read.ok) return read.value;
    context.addIssue({ code: "custom", message: `indicators.problems.number.${read.problem}` });
    return z.NEVER;
  });

const targetSchema = z.object({
  name: requiredText(TEXT_LIMITS.short, "indicators.catalogue.problems.nameMissing"),
  nameEn: optionalName,
  /** The indicator that measures it. */
  indicator: optionalCode,
  year: yearSchema,
  part: z.enum(TARGET_PARTS, says("work.problems.choose")),
  comparator: z.enum(COMPARATORS, says("work.problems.choose")),
  value: typedGoal,
  unit: emptyText(UNIT_LENGTH)
    .transform((unit) => unit ?? "")
    .default(""),
  baseline: emptyText(TEXT_LIMITS.short).default(null),
});

/** A target in words has no number, every other one has. */
function refuseWrongGoal(
  { comparator, value }: { comparator: string; value: number | null },
  context: z.RefinementCtx,
): void {
  if ((comparator === "QUALITATIVE") === (value === null)) return;
  const message: Explanation["key"] =
    value === null
      ? "indicators.catalogue.problems.goalMissing"
      : "indicators.catalogue.problems.goalInWords";
  context.addIssue({ code: "custom", path: ["value"], message });
}

export const newTargetSchema = targetSchema.superRefine(refuseWrongGoal);
export type NewTarget = z.infer<typeof newTargetSchema>;

/** The target that an action is about. */
export const targetReferenceSchema = z.object({ id: idSchema });

export const targetChangeSchema = targetSchema
  .extend(targetReferenceSchema.shape)
  .superRefine(refuseWrongGoal);
export type TargetChange = z.infer<typeof targetChangeSchema>;

/** Which year's targets. */
export const catalogueQuerySchema = z.strictObject({ year: yearSchema.optional() });

/** An indicator as the Office keeps it. */
export type CatalogueIndicator = {
  code: string;
  name: string;
  nameEn: string;
  unit: string;
  direction: Direction;
  aggregation: Aggregation;
  department: string;
  sector: string;
  delegate: { id: number; name: string } | null;
  active: boolean;
  /** Values have been entered: what they mean is no longer changed. */
  used: boolean;
};

/** A target as the Office keeps it. */
export type CatalogueTarget = Target & { id: number };

/** An officer to whom an indicator of the department can be delegated. */
export type DelegateChoice = { id: number; name: string; department: string };
