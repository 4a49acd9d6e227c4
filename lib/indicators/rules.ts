import { addMonths, type CivilMonth } from "#lib/core/dates.ts";
import type {
  Aggregation,
  Comparator,
  Indicator,
  IndicatorFilter,
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

const SPANS_SHORTEST_FIRST: readonly TargetSpan[] = ["MONTH", "QUARTER", "YEAR"];

/**
 * The part of an additive target that would be reached by an even pace, from 0 to 1: the months of
 * its span up to the last reported one. Null where months are not added up, or where less is
 * better and there is nothing to keep pace with.
 */
export function expectedShare(target: TargetProgress, aggregation: Aggregation): number | null {
  if (aggregation !== "SUM" || !target.actual) return null;
  if (target.comparator !== "EQ" && target.comparator !== "GE" && target.comparator !== "GT") {
    return null;
  }
  const months = MONTHS_OF[target.span];
  const passed = Array.from({ length: months }, (_, index) => addMonths(target.startMonth, index));
  const last = target.actual.month;
  return passed.filter((month) => month <= last).length / months;
}

/** How good a month's figure is, and by what it is judged. */
export type Judgement = {
  light: "GOOD" | "WATCH" | "BAD";
  by: "TARGET" | "PACE" | "YEAR_BEFORE" | "MONTH_BEFORE";
};

/** A change for the worse of up to this part is to be watched, a larger one is bad. */
const TO_BE_WATCHED = 0.1;

/**
 * The traffic light of an indicator's last month: by its target of the shortest span where one can
 * be measured (not reached yet: by the pace that it needs), otherwise by its direction against the
 * same month a year earlier, or, where there is none, the month before.
 * @returns null where nothing says what is good: no report, no direction, nothing to compare with
 */
export function judgementOf(
  indicator: Pick<Indicator, "code" | "direction" | "aggregation" | "months" | "yearBefore">,
  targets: readonly TargetProgress[],
): Judgement | null {
  const now = indicator.months.at(-1)?.value ?? null;
  if (now === null) return null;
  const [target] = targets
    .filter(({ indicatorCode, standing }) => indicatorCode === indicator.code && standing !== null)
    .sort((a, b) => SPANS_SHORTEST_FIRST.indexOf(a.span) - SPANS_SHORTEST_FIRST.indexOf(b.span));
  if (target) return byTarget(target, indicator.aggregation);
  if (indicator.direction === "NONE") return null;
  const yearBefore = indicator.yearBefore.at(-1)?.value ?? null;
  const before = yearBefore ?? indicator.months.at(-2)?.value ?? null;
  if (before === null) return null;
  const worse = indicator.direction === "UP" ? before - now : now - before;
  const light = worse <= 0 ? "GOOD" : worse <= TO_BE_WATCHED * Math.abs(before) ? "WATCH" : "BAD";
  return { light, by: yearBefore === null ? "MONTH_BEFORE" : "YEAR_BEFORE" };
}

function byTarget(target: TargetProgress, aggregation: Aggregation): Judgement {
  if (target.standing === "MET") return { light: "GOOD", by: "TARGET" };
  if (target.standing === "MISSED") return { light: "BAD", by: "TARGET" };
  const share = expectedShare(target, aggregation);
  if (share === null || target.value === null || !target.actual) {
    return { light: "WATCH", by: "TARGET" };
  }
  return { light: target.actual.value >= share * target.value ? "GOOD" : "WATCH", by: "PACE" };
}

/** The indicators that a filter leaves. */
export function filtered(
  indicators: readonly Indicator[],
  { sector, department, withTarget }: IndicatorFilter,
): Indicator[] {
  return indicators.filter(
    (indicator) =>
      (!sector || indicator.sectorCode === sector) &&
      (!department || indicator.departmentCode === department) &&
      (!withTarget || indicator.targets.length > 0),
  );
}
