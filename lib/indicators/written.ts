import { formatMonth, formatNumber } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { Target } from "./schema.ts";

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

/** What says by when a target is to be reached, where that is not the year. */
export function spanValues({ startMonth }: Pick<Target, "startMonth">) {
  return {
    month: formatMonth(startMonth),
    quarter: String(Math.ceil(Number(startMonth.slice(5)) / 3)),
    year: startMonth.slice(0, 4),
  };
}
