import {
  addDays,
  addMonths,
  type CivilDate,
  type CivilMonth,
  earlier,
  firstDayOf,
  isCivilDate,
  isCivilMonth,
  lastDayOf,
  monthOf,
  weekdayOf,
} from "#lib/core/dates.ts";
import type {
  CalendarDayKind,
  ClosedPeriod,
  Period,
  PeriodProblem,
  Settings,
  WorkCalendar,
} from "./schema.ts";

type FirstDay = Pick<Settings, "periodFirstDay">;

/** First and last day of a reporting month, which may begin in the calendar month before. */
export function spanOf(
  month: CivilMonth,
  { periodFirstDay }: FirstDay,
): { from: CivilDate; to: CivilDate } {
  if (periodFirstDay === 1) return { from: firstDayOf(month), to: lastDayOf(month) };
  const from = addDays(firstDayOf(addMonths(month, -1)), periodFirstDay - 1);
  return { from, to: addDays(firstDayOf(month), periodFirstDay - 2) };
}

/** The reporting month that a day belongs to. */
export function monthContaining(day: CivilDate, { periodFirstDay }: FirstDay): CivilMonth {
  const startsNext = periodFirstDay > 1 && Number(day.slice(8)) >= periodFirstDay;
  return addMonths(monthOf(day), startsNext ? 1 : 0);
}

/** A reporting month looked at on its last day, or today while it runs. */
export function periodOf(month: CivilMonth, settings: FirstDay, today: CivilDate): Period {
  const { from, to } = spanOf(month, settings);
  return { month, from, to, asOf: earlier(to, today) };
}

/**
 * The period that an address or request asks for: a month (`period`), any day (`asOf`), or,
 * with neither, the running month. What is no month, no day, before the register began or
 * yet to come is refused, never replaced.
 */
export function readPeriod(
  asked: { period?: string | undefined; asOf?: string | undefined },
  settings: Pick<Settings, "periodFirstDay" | "firstPeriod">,
  today: CivilDate,
): { ok: true; period: Period } | { ok: false; problem: PeriodProblem } {
  const { period: month, asOf } = asked;
  if (month !== undefined && asOf !== undefined) return { ok: false, problem: "BOTH_GIVEN" };
  if (month !== undefined && !isCivilMonth(month)) return { ok: false, problem: "NOT_A_MONTH" };
  if (asOf !== undefined && !isCivilDate(asOf)) return { ok: false, problem: "NOT_A_DAY" };

  const day = asOf ?? today;
  const period =
    month === undefined
      ? { ...periodOf(monthContaining(day, settings), settings, today), asOf: day }
      : periodOf(month, settings, today);
  if (period.month < settings.firstPeriod) return { ok: false, problem: "BEFORE_FIRST" };
  if (day > today || period.from > today) return { ok: false, problem: "IN_FUTURE" };
  return { ok: true, period };
}

/** Whether a holiday falls on Monday to Friday, and a day worked in exchange on the weekend. */
export function differsFromWeek(day: CivilDate, kind: CalendarDayKind): boolean {
  return (kind === "HOLIDAY") === weekdayOf(day) <= 5;
}

/** Whether people work on a day: Monday to Friday less holidays, plus days worked in exchange. */
export function isWorkingDay(day: CivilDate, calendar: WorkCalendar): boolean {
  return calendar.get(day) ?? weekdayOf(day) <= 5;
}

/** The day `count` working days after the given one ("trong 10 ngày làm việc"). */
export function addWorkingDays(day: CivilDate, count: number, calendar: WorkCalendar): CivilDate {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, calendar)) left -= 1;
  }
  return reached;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
}

/**
 * The month whose closed figures something recorded at an instant would have changed: the first
 * one that was closed by then and ends on one of its dates or after. Null: there is none.
 * @param closed the closed months, the oldest first
 */
export function closedMonthOf(
  dates: readonly CivilDate[],
  at: Date,
  closed: readonly ClosedPeriod[],
): CivilMonth | null {
  const first = dates.reduce(earlier);
  return closed.find(({ to, closedAt }) => to >= first && closedAt < at)?.month ?? null;
}
