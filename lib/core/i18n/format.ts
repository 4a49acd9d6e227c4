import type { CivilDate, CivilMonth } from "../dates.ts";
import type { Locale } from "./locales.ts";

/** What stands where there is no figure: a denominator of 0, a value not reported. */
export const NO_VALUE = "—";

const NO_BREAK_SPACE = "\u00a0";

// Vietnamese writes 1.234,5 and English 1,234.5.
const NUMBER_LOCALE: Record<Locale, string> = { vi: "vi-VN", en: "en-GB" };

const formatters = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, decimals: number, percent: boolean): Intl.NumberFormat {
  const key = `${locale} ${decimals} ${percent}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(NUMBER_LOCALE[locale], {
    style: percent ? "percent" : "decimal",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formatters.set(key, made);
  return made;
}

/**
 * The decimal that a person would write for this number. Given to Intl as text it is rounded
 * half up exactly, where the binary number itself may lie just below the half.
 */
function asDecimal(value: number): `${number}` {
  return `${value}`;
}

/**
 * A number with exactly `decimals` decimals, rounded half up (away from zero): 1.234 or 1.234,5.
 */
export function formatNumber(value: number, locale: Locale, decimals = 0): string {
  return numberFormat(locale, decimals, false).format(asDecimal(value));
}

/**
 * A rate as a percentage with one decimal, rounded half up, the way rates are published:
 * 138/142 is "97,2 %".
 * @param fraction in [0, 1], or null where the denominator is 0: "—", never 0 % nor 100 %
 */
export function formatRate(fraction: number | null, locale: Locale): string {
  if (fraction === null) return NO_VALUE;
  return percentSign(numberFormat(locale, 1, true).format(asDecimal(fraction)), locale);
}

/** The same without its sign, for where the unit stands apart in a lighter tone. */
export function formatRateNumber(fraction: number | null, locale: Locale): string {
  if (fraction === null) return NO_VALUE;
  return numberFormat(locale, 1, true).format(asDecimal(fraction)).replace(/\s*%/, "");
}

function percentSign(text: string, locale: Locale): string {
  return locale === "vi" ? text.replace(/\s*%/, `${NO_BREAK_SPACE}%`) : text;
}

/** A day as dd/MM/yyyy, "—" for none. Both languages write it so, that nobody mistakes a date. */
export function formatCivilDate(date: CivilDate | null, _locale?: Locale): string {
  if (date === null) return NO_VALUE;
  const [year, month, day] = date.split("-");
  return `${day}/${month}/${year}`;
}

/** A day without its year where that goes without saying: "30/04". */
export function formatDayAndMonth(date: CivilDate): string {
  return formatCivilDate(date).slice(0, 5);
}

/** A month as MM/yyyy: "04/2026". */
export function formatMonth(month: CivilMonth): string {
  return `${month.slice(5, 7)}/${month.slice(0, 4)}`;
}

const ENGLISH_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A month as a heading: "Tháng 04/2026", "April 2026". */
export function formatMonthTitle(month: CivilMonth, locale: Locale): string {
  if (locale === "vi") return `Tháng ${formatMonth(month)}`;
  return `${ENGLISH_MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

/** The name of a catalogue entry in the person's language. */
export function catalogueName(
  entry: { name: string; nameEn?: string | null | undefined },
  locale: Locale,
): string {
  return locale === "en" && entry.nameEn ? entry.nameEn : entry.name;
}

/** What the days between today and a deadline are called: a message of `common.deadline`. */
export type DeadlineDistance = { key: "left" | "today" | "late"; days: number };

/**
 * How far a deadline is: `t("deadline." + distance.key, { days: distance.days })` says
 * "còn 3 ngày", "đến hạn hôm nay", "chậm 12 ngày".
 * @param daysLeft days from today to the deadline, negative once it has passed
 */
export function deadlineDistance(daysLeft: number): DeadlineDistance {
  if (daysLeft === 0) return { key: "today", days: 0 };
  return daysLeft > 0 ? { key: "left", days: daysLeft } : { key: "late", days: -daysLeft };
}
