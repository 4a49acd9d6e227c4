import type { Messages } from "#lib/core/i18n/messages/index.ts";
import { isKept } from "#lib/core/typed-number.ts";
import type { Aggregation, EnteredValue } from "./schema.ts";

/*
 * What can be entered for a month (domain rules "KPI indicators"). Pure, so that the sheet says
 * at once what the service would refuse.
 */

/** What decides how an indicator's values are entered. */
export type Measure = { unit: string; aggregation: Aggregation };

/** A percentage is entered as numerator and denominator and computed; it is never typed. */
export function isComputed({ unit, aggregation }: Measure): boolean {
  return unit === "%" || aggregation === "RATIO";
}

/**
 * Whether the numerator is a part of the denominator, so that more than 100 % cannot be: where
 * months are put together by dividing sums, both count the same things. A percentage whose last
 * month stands (`LAST`) is measured against a plan or a base ("thu ngân sách so với dự toán"),
 * and can be above 100 %.
 */
export function isShare({ aggregation }: Measure): boolean {
  return aggregation === "RATIO";
}

/** Counts and amounts are never negative; a difference in points and growth on a base can be. */
export function mayBeNegative(measure: Measure): boolean {
  return /^điểm/iu.test(measure.unit) || (isComputed(measure) && !isShare(measure));
}

export type EntryPart = "value" | "numerator" | "denominator";
export type EntryProblem = Exclude<keyof Messages["indicators"]["problems"], "number">;

/** What is wrong with a value, by its parts; what was typed into them was read as numbers before. */
export function problemsOf(
  measure: Measure,
  entered: EnteredValue,
): { part: EntryPart; problem: EntryProblem }[] {
  const { value, numerator, denominator } = entered;
  if (entered.state !== "REPORTED") {
    const given = (["value", "numerator", "denominator"] as const).filter(
      (part) => entered[part] !== null,
    );
    return given.map((part) => ({ part, problem: "numberWithoutReport" as const }));
  }
  if (!isComputed(measure)) {
    if (numerator !== null) return [{ part: "numerator", problem: "noParts" }];
    if (denominator !== null) return [{ part: "denominator", problem: "noParts" }];
    if (value === null) return [{ part: "value", problem: "valueMissing" }];
    return numberProblems(measure, "value", value);
  }
  if (value !== null) return [{ part: "value", problem: "percentageTyped" }];
  if (numerator === null || denominator === null) {
    return [
      ...(numerator === null ? [{ part: "numerator", problem: "numeratorMissing" } as const] : []),
      ...(denominator === null
        ? [{ part: "denominator", problem: "denominatorMissing" } as const]
        : []),
    ];
  }
  if (denominator <= 0) return [{ part: "denominator", problem: "denominatorNotPositive" }];
  if (isShare(measure) && numerator > denominator) {
    return [{ part: "numerator", problem: "moreThanWhole" }];
  }
  return [
    ...numberProblems(measure, "numerator", numerator),
    ...numberProblems(measure, "denominator", denominator),
  ];
}

function numberProblems(measure: Measure, part: EntryPart, value: number) {
  if (!isKept(value)) return [{ part, problem: "notKept" as const }];
  return value < 0 && !mayBeNegative(measure) ? [{ part, problem: "negative" as const }] : [];
}

/** The figure that is kept for what was entered: a percentage unrounded; null without a report. */
export function enteredFigure(measure: Measure, entered: EnteredValue): number | null {
  const { numerator, denominator, value } = entered;
  if (entered.state !== "REPORTED") return null;
  if (!isComputed(measure)) return value;
  return numerator !== null && denominator ? (numerator / denominator) * 100 : null;
}

/** What is usual for a figure: the median of its past and how far from it a value still is. */
export type UsualRange = { median: number; low: number; high: number };

/** What is usual for an indicator. */
export type Usual = {
  figure: UsualRange | null;
  denominator: UsualRange | null;
  /** Every figure so far was a whole number. */
  whole: boolean;
};

/** Fewer months say nothing of what is usual. */
const LEAST_MONTHS = 4;
/** How many of the last reported months are looked at. */
export const MONTHS_LOOKED_AT = 12;

/** The score from which on a value is an outlier, and what makes a MAD or a mean deviation a standard one. */
const MODIFIED_Z = { threshold: 3.5, ofMedian: 1.4826, ofMean: 1.2533 } as const;
/** A twentieth of its size is never too much of a change. */
const LEAST_SCATTER = 0.05;

/**
 * The range outside of which a value is asked about: 3.5 robust standard deviations around the
 * median (modified z-score of Iglewicz and Hoaglin, 1993: from the median absolute deviation, or
 * where half of the months are equal from the mean one). The deviation counts as at least 5 % of
 * the median and, for counts, as its square root, by which even a steady count scatters.
 * @param values the reported months, fewer than four say nothing
 */
export function usualRangeOf(values: readonly number[], counts: boolean): UsualRange | null {
  if (values.length < LEAST_MONTHS) return null;
  const middle = median(values);
  const deviations = values.map((value) => Math.abs(value - middle));
  const ofMedian = MODIFIED_Z.ofMedian * median(deviations);
  const mean = deviations.reduce((sum, each) => sum + each, 0) / deviations.length;
  const scatter = Math.max(
    ofMedian === 0 ? MODIFIED_Z.ofMean * mean : ofMedian,
    LEAST_SCATTER * Math.abs(middle),
    counts ? Math.sqrt(Math.max(Math.abs(middle), 1)) : 0,
  );
  const reach = MODIFIED_Z.threshold * scatter;
  return { median: middle, low: middle - reach, high: middle + reach };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/**
 * What is usual for an indicator, from its reported months before the one that is entered.
 * @param past the months before, the oldest first; only the last twelve reported ones count
 */
export function usualOf(measure: Measure, past: readonly EnteredValue[]): Usual {
  const months = past.filter(({ state }) => state === "REPORTED").slice(-MONTHS_LOOKED_AT);
  const known = (value: number | null) => (value === null ? [] : [value]);
  // Of months from before values were entered here, some percentages have no parts.
  const figures = months.flatMap((month) => known(enteredFigure(measure, month) ?? month.value));
  const denominators = months.flatMap(({ denominator }) => known(denominator));
  const whole = !isComputed(measure) && figures.every(Number.isInteger);
  return {
    figure: usualRangeOf(figures, whole),
    denominator: usualRangeOf(denominators, denominators.every(Number.isInteger)),
    whole,
  };
}

/** Why a value is asked about before it is kept; null where it is like the months before. */
export type Unusual = { part: EntryPart; problem: "unusual" | "unusuallyPrecise"; median: number };

/** Whether a value is unlike its own past, so that it needs an explanation. */
export function unusualOf(measure: Measure, entered: EnteredValue, usual: Usual): Unusual | null {
  const figure = enteredFigure(measure, entered);
  if (figure === null) return null;
  const part = isComputed(measure) ? "numerator" : "value";
  if (usual.figure && !isWithin(figure, usual.figure)) {
    return { part, problem: "unusual", median: usual.figure.median };
  }
  if (usual.figure && usual.whole && !Number.isInteger(figure)) {
    return { part, problem: "unusuallyPrecise", median: usual.figure.median };
  }
  const { denominator } = entered;
  if (denominator !== null && usual.denominator && !isWithin(denominator, usual.denominator)) {
    return { part: "denominator", problem: "unusual", median: usual.denominator.median };
  }
  return null;
}

const isWithin = (value: number, { low, high }: UsualRange) => low <= value && value <= high;
