import {
  addDays,
  addMonths,
  type CivilDate,
  type CivilMonth,
  civilDate,
  earlier,
  firstDayOf,
  lastDayOf,
  later,
  monthOf,
  weekdayOf,
} from "#lib/core/dates.ts";
import { isWorkingDay } from "#lib/periods/rules.ts";
import type { WorkCalendar } from "#lib/periods/schema.ts";
import type { Frequency, Pattern, Shift } from "./schema.ts";

/** No season off lasts longer, so that a deadline is never shifted further. */
export const LONGEST_SHIFT_DAYS = 30;

/** A day of a month, its last one where the month is shorter. */
function dayIn(month: CivilMonth, day: number): CivilDate {
  const last = lastDayOf(month);
  return day >= Number(last.slice(8))
    ? last
    : civilDate(`${month}-${String(day).padStart(2, "0")}`);
}

function daysEvery(months: number, first: CivilMonth, dueDay: number, to: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let month = first; month <= monthOf(to); month = addMonths(month, months)) {
    days.push(dayIn(month, dueDay));
  }
  return days;
}

/** The last month of the quarter that a day lies in. */
function quarterEnd(day: CivilDate): CivilMonth {
  const month = Number(day.slice(5, 7));
  return addMonths(monthOf(day), 2 - ((month - 1) % 3));
}

/** The days of a pattern from one day to another, both included, before any shift. */
export function nominalDays(pattern: Pattern, from: CivilDate, to: CivilDate): CivilDate[] {
  const { frequency, dueDay, startsOn, endsOn } = pattern;
  const first = later(from, startsOn);
  const last = endsOn === null ? to : earlier(to, endsOn);
  if (first > last) return [];
  return candidates().filter((day) => day >= first && day <= last);

  function candidates(): CivilDate[] {
    switch (frequency) {
      case "WEEKLY": {
        const days: CivilDate[] = [];
        const ahead = (dueDay - weekdayOf(first) + 7) % 7;
        for (let day = addDays(first, ahead); day <= last; day = addDays(day, 7)) days.push(day);
        return days;
      }
      case "MONTHLY":
        return daysEvery(1, monthOf(first), dueDay, last);
      case "QUARTERLY":
        return daysEvery(3, quarterEnd(first), dueDay, last);
    }
  }
}

/** The week, month or quarter that a day lies in: a pattern asks for one task in each. */
export function turnOf(frequency: Frequency, day: CivilDate): { from: CivilDate; to: CivilDate } {
  if (frequency === "WEEKLY") {
    const monday = addDays(day, 1 - weekdayOf(day));
    return { from: monday, to: addDays(monday, 6) };
  }
  const last = frequency === "MONTHLY" ? monthOf(day) : quarterEnd(day);
  const first = frequency === "MONTHLY" ? last : addMonths(last, -2);
  return { from: firstDayOf(first), to: lastDayOf(last) };
}

/** The deadline that a pattern's day comes to: itself, or the working day before or after it. */
export function deadlineOf(nominal: CivilDate, shift: Shift, calendar: WorkCalendar): CivilDate {
  const step = shift === "BEFORE" ? -1 : 1;
  let day = nominal;
  while (!isWorkingDay(day, calendar)) day = addDays(day, step);
  return day;
}

/** One of the tasks that a pattern asks for. */
export type Occurrence = { nominalOn: CivilDate; dueOn: CivilDate };

/**
 * What a pattern asks for with deadlines from one day to another, both included.
 * @param calendar covers those days and twice `LONGEST_SHIFT_DAYS` on either side
 */
export function occurrencesDue(
  pattern: Pattern & { shift: Shift },
  from: CivilDate,
  to: CivilDate,
  calendar: WorkCalendar,
): Occurrence[] {
  const first = addDays(from, -LONGEST_SHIFT_DAYS);
  const last = addDays(to, LONGEST_SHIFT_DAYS);
  return nominalDays(pattern, first, last)
    .map((nominalOn) => ({ nominalOn, dueOn: deadlineOf(nominalOn, pattern.shift, calendar) }))
    .filter(({ dueOn }) => dueOn >= from && dueOn <= to);
}
