import { addMonths, type CivilMonth } from "#lib/core/dates.ts";
import type {
  Aggregation,
  Comparator,
  IndicatorValue,
  Target,
  TargetProgress,
  TargetSpan,
  TargetStanding,
  YearToDate,
} from "./schema.ts";

/**
 * The figure of a month: a percentage is computed from its parts where they are known, never
 * taken as typed (domain rules "KPI indicators").
 */
export function figureOf(reported: {
  unit: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}): number | null {
  const { unit, value, numerator, denominator } = reported;
  return unit === "%" && numerator !== null && denominator
    ? (numerator / denominator) * 100
    : value;
}

/**
 * What the months of a span add up to, in the unit of the indicator. A value that covers the
 * year so far replaces what came before it.
 * @param months the months of the span so far, the oldest first
 */
export function aggregate(aggregation: Aggregation, months: readonly IndicatorValue[]): YearToDate {
  const reported = months.filter((month) => month.state === "REPORTED");
  const missing = months.filter((month) => month.state === "NOT_REPORTED").length;
  const lastCumulative = reported.findLastIndex((month) => month.cumulative);
  const counted = reported.slice(Math.max(lastCumulative, 0));
  switch (aggregation) {
    case "LAST":
      return { value: reported.at(-1)?.value ?? null, missing };
    case "SUM":
      return {
        value: counted.length === 0 ? null : sum(counted.map(({ value }) => value)),
        missing,
      };
    case "RATIO":
      return { value: ratio(counted), missing };
  }
}

function ratio(months: readonly IndicatorValue[]): number | null {
  if (months.some(({ numerator, denominator }) => numerator === null || denominator === null)) {
    // Percentages without their parts cannot be put together, but one alone stands for itself.
    return months.length === 1 ? (months[0]?.value ?? null) : null;
  }
  const denominator = sum(months.map((month) => month.denominator));
  return denominator === 0
    ? null
    : (sum(months.map((month) => month.numerator)) / denominator) * 100;
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

/**
 * The calendar year so far at each of the given months.
 * @param history month by month without gaps, from January of the first month's year or before
 */
export function yearToDateOf(
  aggregation: Aggregation,
  history: readonly IndicatorValue[],
  months: readonly CivilMonth[],
): YearToDate[] {
  return months.map((month) =>
    aggregate(
      aggregation,
      history.filter((value) => value.month >= `${month.slice(0, 4)}-01` && value.month <= month),
    ),
  );
}

const MONTHS_OF: Record<TargetSpan, number> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** The last month of a target's span. */
export function lastMonthOf(target: Pick<Target, "span" | "startMonth">): CivilMonth {
  return addMonths(target.startMonth, MONTHS_OF[target.span] - 1);
}

function holds(comparator: Exclude<Comparator, "QUALITATIVE">, actual: number, target: number) {
  switch (comparator) {
    case "EQ":
      return actual === target;
    case "GE":
      return actual >= target;
    case "GT":
      return actual > target;
    case "LE":
      return actual <= target;
    case "LT":
      return actual < target;
  }
}

type Measured = {
  unit: string;
  aggregation: Aggregation;
  departmentCode: string;
  sectorCode: string;
};

/**
 * Where a target stands at the end of a month, by the indicator that measures it.
 * @param history the indicator's months without gaps, the target's span among them
 */
export function progressOf(
  target: Target,
  month: CivilMonth,
  indicator: (Measured & { history: readonly IndicatorValue[] }) | null,
): TargetProgress {
  const group = {
    departmentCode: indicator?.departmentCode ?? null,
    sectorCode: indicator?.sectorCode ?? null,
  };
  const unknown = { ...target, ...group, actual: null, standing: null };
  if (!indicator || indicator.unit !== target.unit || target.value === null) return unknown;
  const end = lastMonthOf(target);
  const span = indicator.history.filter(
    (value) => value.month >= target.startMonth && value.month <= end && value.month <= month,
  );
  // What covers the year so far says nothing of one month or quarter of it, unless the last stands.
  if (target.span !== "YEAR" && indicator.aggregation !== "LAST") {
    if (span.some(({ cumulative }) => cumulative)) return unknown;
  }
  const last = span.findLast(({ state }) => state === "REPORTED");
  const { value, missing } = aggregate(indicator.aggregation, span);
  if (!last || value === null || target.comparator === "QUALITATIVE") return unknown;
  const demonstration = span.some((reported) => reported.demonstration);
  return {
    ...target,
    ...group,
    actual: { value, month: last.month, missing, demonstration },
    standing: standingOf(target.comparator, value, target.value, {
      over: month >= end,
      onlyGrows: indicator.aggregation === "SUM",
    }),
  };
}

function standingOf(
  comparator: Exclude<Comparator, "QUALITATIVE">,
  actual: number,
  target: number,
  { over, onlyGrows }: { over: boolean; onlyGrows: boolean },
): TargetStanding {
  if (holds(comparator, actual, target)) return "MET";
  const beyond = onlyGrows && actual > target;
  return over || beyond ? "MISSED" : "NOT_YET";
}
