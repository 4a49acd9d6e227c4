import { type CivilDate, isCivilDate } from "./dates.ts";

/**
 * A day as people type it: "15/5/2026", "15-5-2026", "15.05.26", "15052026", or with its
 * year left out "15/5", which means that of `thisYear`. Null when it is no day.
 */
export function readTypedDay(text: string, thisYear: number): CivilDate | null {
  const typed = text.trim();
  if (isCivilDate(typed)) return typed;
  const match =
    /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/.exec(typed) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  if (!match) return null;
  const [, day = "", month = "", year] = match;
  const fullYear = year === undefined ? `${thisYear}` : year.length === 2 ? `20${year}` : year;
  const date = `${fullYear}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCivilDate(date) ? date : null;
}
