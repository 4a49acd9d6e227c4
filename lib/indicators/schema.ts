import { z } from "zod";
import { type CivilMonth, isCivilMonth } from "#lib/core/dates.ts";

/** Whether more is better, less is better, or neither. */
export const DIRECTIONS = ["UP", "DOWN", "NONE"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** How months make a year: added up, the last one stands, or sums divided by each other. */
export const AGGREGATIONS = ["SUM", "LAST", "RATIO"] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

export const VALUE_STATES = ["REPORTED", "NOTHING_AROSE", "NOT_REPORTED"] as const;
export type ValueState = (typeof VALUE_STATES)[number];

export const COMPARATORS = ["EQ", "GE", "GT", "LE", "LT", "QUALITATIVE"] as const;
export type Comparator = (typeof COMPARATORS)[number];

export const TARGET_SPANS = ["MONTH", "QUARTER", "YEAR"] as const;
export type TargetSpan = (typeof TARGET_SPANS)[number];

/**
 * What was reported for one month. A percentage with a numerator and a denominator is computed
 * from them. "Not reported", "nothing arose" (value null) and 0 are three different things.
 */
export type IndicatorValue = {
  month: CivilMonth;
  state: ValueState;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** The value covers the year up to the month, not the month alone. */
  cumulative: boolean;
  /** Made up for the demonstration, not reported by anyone. */
  demonstration: boolean;
};

/** Entered by a person or machine here, taken over from a file, or made up for the demonstration. */
export type ValueOrigin = "ENTERED" | "IMPORTED" | "DEMONSTRATION";

/** A value in the history (`indicator_event`), before or after a change; null: not reported. */
export type RecordedValue = {
  state: Exclude<ValueState, "NOT_REPORTED">;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  cumulative: boolean;
  origin: ValueOrigin;
  note: string | null;
};

/** A month's value as it is entered: no numbers unless its state is REPORTED. */
export type EnteredValue = Pick<IndicatorValue, "state" | "value" | "numerator" | "denominator">;

/** What the months of a span add up to so far. */
export type YearToDate = {
  /** Null where nothing was reported, or where percentages came without their parts. */
  value: number | null;
  /** Months of the span so far for which nothing was reported. */
  missing: number;
};

export type Target = {
  code: string;
  name: string;
  nameEn: string;
  indicatorCode: string | null;
  span: TargetSpan;
  startMonth: CivilMonth;
  comparator: Comparator;
  value: number | null;
  unit: string;
  /** How it stood the year before, in words or figures. */
  baseline: string | null;
};

export type Indicator = {
  code: string;
  name: string;
  nameEn: string;
  unit: string;
  direction: Direction;
  aggregation: Aggregation;
  departmentCode: string;
  sectorCode: string;
  /** The twelve months to the period, the oldest first. */
  months: IndicatorValue[];
  /** The same months one year earlier. */
  yearBefore: IndicatorValue[];
  /** The calendar year so far at the end of each of the twelve months. */
  yearToDate: YearToDate[];
  targets: Target[];
};

/** Held so far; not held but there is time; missed for good. */
export const TARGET_STANDINGS = ["MET", "NOT_YET", "MISSED"] as const;
export type TargetStanding = (typeof TARGET_STANDINGS)[number];

/** Where a target stands in a period. */
export type TargetProgress = Target & {
  /** The linked indicator's figure over the target's span so far, null when there is none yet. */
  actual: { value: number; month: CivilMonth; missing: number; demonstration: boolean } | null;
  /** Null where it cannot be said: a target in words, or no figure yet. */
  standing: TargetStanding | null;
  departmentCode: string | null;
  sectorCode: string | null;
};

/** How a department's month stands. */
export type DepartmentCompleteness = {
  departmentId: number;
  code: string;
  /** Who answers for it: its head, by position. */
  heads: string[];
  reported: number;
  nothingArose: number;
  missing: { code: string; name: string; nameEn: string; delegate: string | null }[];
  /** When something was last entered. */
  lastEnteredAt: Date | null;
};

/** A code; empty, as a form sends what was not chosen, is none. */
const codeSchema = z
  .string()
  .regex(/^[A-Z0-9_]{0,60}$/)
  .transform((code) => code || undefined);

const monthSchema = z.custom<CivilMonth>(
  (value) => typeof value === "string" && isCivilMonth(value),
);

/** Which month, and of which department; without a month the last one that is over. */
export const sheetQuerySchema = z.strictObject({
  month: monthSchema.optional(),
  department: codeSchema.optional(),
});

/** Which month. */
export const boardQuerySchema = z.strictObject({ month: monthSchema.optional() });

/** What of the indicators is shown, in the address of the page. */
export const indicatorFilterSchema = z.object({
  sector: codeSchema.optional(),
  department: codeSchema.optional(),
  /** Only those with a target. */
  withTarget: z.literal("1").optional(),
  /** The indicator that is opened. */
  indicator: codeSchema.optional(),
});
export type IndicatorFilter = z.infer<typeof indicatorFilterSchema>;

/** The parameters of the indicators' page. */
export const indicatorsQuerySchema = z.strictObject({
  month: monthSchema.optional(),
  ...indicatorFilterSchema.shape,
});

/** The address of a month's indicators, filtered, or with one of them opened. */
export function indicatorsHref(month: CivilMonth, filter: IndicatorFilter = {}): string {
  const query = new URLSearchParams({ month });
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return `/indicators?${query}${filter.indicator ? "#indicator" : ""}`;
}

/** The address of a department's sheet of a month; without one, the person's own. */
export function sheetHref(month: CivilMonth, department?: string): string {
  return `/indicators/sheet?${new URLSearchParams({ month, ...(department && { department }) })}`;
}

/** The address of the catalogue of indicators and targets. */
export const CATALOGUE_HREF = "/indicators/catalogue";

/** The address of who has reported a month. */
export function boardHref(month: CivilMonth): string {
  return `/indicators/board?month=${month}`;
}
