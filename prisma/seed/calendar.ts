import {
  addDays,
  type CivilDate,
  type CivilMonth,
  civilDate,
  firstDayOf,
  lastDayOf,
} from "#lib/core/dates.ts";
import { addWorkingDays, isWorkingDay as isWorked } from "#lib/periods/rules.ts";
import type { WorkCalendar } from "#lib/periods/schema.ts";

type CalendarDay = { on: CivilDate; kind: "HOLIDAY" | "WORKED"; name: string };

const days = (kind: CalendarDay["kind"], name: string, ...dates: string[]): CalendarDay[] =>
  dates.map((on) => ({ on: civilDate(on), kind, name }));

/**
 * Days that differ from Monday to Friday, as announced for civil servants (2025, 2026) or, for
 * 2027, as the Labour Code has them; the year's announcement may still move those ("dự kiến").
 */
export const CALENDAR: readonly CalendarDay[] = [
  ...days("HOLIDAY", "Tết Dương lịch", "2025-01-01", "2026-01-01", "2027-01-01"),
  ...days("HOLIDAY", "Nghỉ hoán đổi dịp Tết Dương lịch", "2026-01-02"),
  ...days("WORKED", "Làm bù ngày 02/01/2026", "2026-01-10"),
  ...days(
    "HOLIDAY",
    "Tết Nguyên đán",
    ...["2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"],
    ...["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"],
  ),
  ...days("HOLIDAY", "Tết Nguyên đán (dự kiến)", "2027-02-05", "2027-02-08", "2027-02-09"),
  ...days("HOLIDAY", "Nghỉ bù Tết Nguyên đán (dự kiến)", "2027-02-10", "2027-02-11"),
  ...days("HOLIDAY", "Giỗ Tổ Hùng Vương", "2025-04-07", "2027-04-16"),
  ...days("HOLIDAY", "Nghỉ bù Giỗ Tổ Hùng Vương", "2026-04-27"),
  ...days("HOLIDAY", "Ngày Chiến thắng 30/4", "2025-04-30", "2026-04-30", "2027-04-30"),
  ...days("HOLIDAY", "Ngày Quốc tế lao động 01/5", "2025-05-01", "2026-05-01"),
  ...days("HOLIDAY", "Nghỉ bù Ngày Quốc tế lao động 01/5", "2027-05-03"),
  ...days("HOLIDAY", "Nghỉ hoán đổi dịp 30/4 và 01/5", "2025-05-02"),
  ...days("WORKED", "Làm bù ngày 02/5/2025", "2025-04-26"),
  ...days("HOLIDAY", "Quốc khánh", "2025-09-01", "2025-09-02", "2026-09-01", "2026-09-02"),
  ...days("HOLIDAY", "Nghỉ hoán đổi dịp Quốc khánh", "2026-08-31"),
  ...days("WORKED", "Làm bù ngày 31/8/2026", "2026-08-22"),
  ...days("HOLIDAY", "Quốc khánh (dự kiến)", "2027-09-02", "2027-09-03"),
];

const WORK_CALENDAR: WorkCalendar = new Map(
  CALENDAR.map(({ on, kind }) => [on, kind === "WORKED"]),
);

/** Whether the commune's offices work on a day. */
export function isWorkingDay(date: CivilDate): boolean {
  return isWorked(date, WORK_CALENDAR);
}

/** The day itself or the first working day after it. */
export function workingDayFrom(date: CivilDate): CivilDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** The day itself or the last working day before it. */
export function workingDayUntil(date: CivilDate): CivilDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day;
}

/** The working day `count` working days after a day; with 0 the day itself or the next one. */
export function workingDaysAfter(date: CivilDate, count: number): CivilDate {
  return count === 0 ? workingDayFrom(date) : addWorkingDays(date, count, WORK_CALENDAR);
}

/** The working days of a month. */
export function workingDaysOf(month: CivilMonth): CivilDate[] {
  const last = Number(lastDayOf(month).slice(8));
  return Array.from({ length: last }, (_, index) => addDays(firstDayOf(month), index)).filter(
    isWorkingDay,
  );
}
