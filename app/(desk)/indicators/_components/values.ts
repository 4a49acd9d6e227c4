import type { SparkSlot } from "#components/charts/sparkline.tsx";
import { formatNumber } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { Indicator, IndicatorValue } from "#lib/indicators/schema.ts";

const MOST_DECIMALS = 3;

/** A figure of an indicator as it is written: rates with one decimal, others as they came. */
export function writtenValue(value: number, unit: string, locale: Locale): string {
  return unit === "%" ? formatNumber(value, locale, 1) : asGiven(value, locale);
}

/** A number with the decimals that it has. */
function asGiven(value: number, locale: Locale): string {
  const [, decimals = ""] = String(Number(value.toFixed(MOST_DECIMALS))).split(".");
  return formatNumber(value, locale, decimals.length);
}

/** The same with its unit. */
export function writtenWithUnit(value: number, unit: string, locale: Locale): string {
  return `${writtenValue(value, unit, locale)}\u00a0${unit}`;
}

/** A target, or how it stood a year before, as it was set and not as it was measured. */
export function writtenGoal(value: number, unit: string, locale: Locale): string {
  return `${asGiven(value, locale)}\u00a0${unit}`;
}

export function slotOf({ state, value, demonstration }: IndicatorValue): SparkSlot {
  if (state === "NOT_REPORTED") return { kind: "silent" };
  if (value === null) return { kind: "nothing" };
  return { kind: "value", value, muted: demonstration };
}

/** This month's figure and its difference to the month before, where both were reported. */
export function latestOf({ months }: Indicator): {
  latest: IndicatorValue | undefined;
  difference: number | null;
} {
  const [before, latest] = months.slice(-2);
  const now = latest?.value ?? null;
  const then = before?.value ?? null;
  return { latest, difference: now === null || then === null ? null : now - then };
}
