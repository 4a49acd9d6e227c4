import { addDays, type CivilDate, civilDate, isCivilDate } from "../dates.ts";
import type { ReadCell } from "./schema.ts";

/* What a number means by the format that it is shown in: a day, a percentage, or a number. */

export type Meaning = "number" | "day" | "percent";

/** Formats without a code of their own (ECMA-376 part 1, 18.8.30), those of East Asia included. */
const BUILT_IN_DAYS = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
] as const;

/** The meaning of a format that stands in no file. */
export function meaningOfBuiltIn(id: number): Meaning {
  if (id === 9 || id === 10) return "percent";
  return BUILT_IN_DAYS.some(([from, to]) => from <= id && id <= to) ? "day" : "number";
}

/** The meaning of a format's code, such as `[$-42A]dd/mm/yyyy`, `"ngày" dd "tháng" mm`, `0.0%`. */
export function meaningOfCode(code: string): Meaning {
  const bare = code
    // Words, and signs that are shown as they are, or as wide as they are.
    .replace(/"[^"]*"?|\\.|_.|\*./g, "")
    // Hours, minutes and seconds that go beyond a day; then colours, conditions, languages.
    .replace(/\[[hms]+\]/gi, "h")
    .replace(/\[[^\]]*\]/g, "")
    .split(";", 1)[0] as string;
  if (bare.includes("%")) return "percent";
  const letters = bare.replace(/general|am\/pm|a\/p/gi, "").toLowerCase();
  if (/[dy]/.test(letters)) return "day";
  // "mm" is the month but where it follows hours or comes before seconds.
  return /m/.test(letters) && !/[hs]/.test(letters) ? "day" : "number";
}

/** Beyond them stands what counting in fractions of two adds. */
const SIGNIFICANT_DIGITS = 12;

/** A number with its meaning. @param from1904 the workbook counts days from 1904 */
export function numberCell(value: number, meaning: Meaning, from1904: boolean): ReadCell {
  if (meaning === "percent")
    return { percent: Number((value * 100).toPrecision(SIGNIFICANT_DIGITS)) };
  return meaning === "day" ? dayCell(value, from1904) : value;
}

const days = new Map<number, ReadCell>();
const MOST_DAYS_KEPT = 10_000;

/** What a sheet shows where a date does not exist. */
const NO_DAY = { fault: "########" } as const;

function dayCell(serial: number, from1904: boolean): ReadCell {
  // Part of a second is lost where a time was counted in fractions of a day.
  const day = Math.floor(serial + 1e-9) + (from1904 ? 1462 : 0);
  const known = days.get(day);
  if (known) return known;
  if (days.size >= MOST_DAYS_KEPT) days.clear();
  const cell = countedDay(day);
  days.set(day, cell);
  return cell;
}

/** Day 1 is 1 January 1900; day 60 would be the 29 February that the year did not have. */
function countedDay(day: number): ReadCell {
  if (day < 1 || day === 60 || day > 401_768) return NO_DAY;
  return { day: addDays(civilDate("1900-01-01"), day < 60 ? day - 1 : day - 2) };
}

/** A day that is written as such (`2026-05-15T00:00:00`). */
export function writtenDay(text: string): { day: CivilDate } | { fault: string } {
  const day = text.trim().slice(0, 10);
  return isCivilDate(day) ? { day } : { fault: text.trim() };
}
