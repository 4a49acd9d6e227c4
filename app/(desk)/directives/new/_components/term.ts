import { addDays, type CivilDate } from "#lib/core/dates.ts";
import { addWorkingDays } from "#lib/periods/rules.ts";

const TERM =
  /^(?:trong\s+)?(\d{1,3})\s*(ngày làm việc|ngay lam viec|nlv|ngày|ngay|working days?|days?)$/iu;
const WORKING = /làm việc|lam viec|nlv|working/iu;

/**
 * The day that a term means, counted from a day: "trong 10 ngày làm việc" by the working-day
 * calendar, "10 ngày" by all days. Null when it is no term, or one of working days that the calendar
 * does not cover.
 * @param calendar the days that differ from Monday to Friday: true when worked
 * @param until the last day that the calendar knows of
 */
export function readTerm(
  text: string,
  from: CivilDate,
  calendar: ReadonlyMap<CivilDate, boolean>,
  until: CivilDate,
): CivilDate | null {
  const [, count = "", unit = ""] = TERM.exec(text.trim().normalize("NFC")) ?? [];
  if (!count) return null;
  if (!WORKING.test(unit)) return addDays(from, Number(count));
  const day = addWorkingDays(from, Number(count), calendar);
  return day <= until ? day : null;
}
