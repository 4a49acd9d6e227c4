import { addDays, type CivilDate, weekdayOf } from "#lib/core/dates.ts";

/** A week from Monday to Sunday, written as ISO 8601 has it: `2026-W47`. */
export type CivilWeek = `${number}-W${number}`;

const WEEK = /^(19[0-9]{2}|2[0-9]{3})-W(0[1-9]|[1-4][0-9]|5[0-3])$/;
const NOON = 12 * 60;

/** Monday of a week's number; a year's first week is the one with 4 January in it. */
function mondayOf(year: number, week: number): CivilDate {
  const fourth = `${year}-01-04` as CivilDate;
  return addDays(fourth, 1 - weekdayOf(fourth) + 7 * (week - 1));
}

/** The week that a day lies in; the days around New Year may belong to the other year's week. */
export function weekOf(date: CivilDate): CivilWeek {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const year = Number(thursday.slice(0, 4));
  const first = mondayOf(year, 1);
  const days = (Date.parse(thursday) - Date.parse(first)) / 86_400_000;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, "0")}` as CivilWeek;
}

/** True for a week that there is: most years have 52, some 53. */
export function isCivilWeek(text: string): text is CivilWeek {
  const match = WEEK.exec(text);
  return match !== null && weekOf(mondayOf(Number(match[1]), Number(match[2]))) === text;
}

/** The seven days of a week, Monday first. */
export function daysOfWeek(week: CivilWeek): CivilDate[] {
  const monday = mondayOf(Number(week.slice(0, 4)), Number(week.slice(6)));
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/** The week `weeks` after (or, negative, before) the given one. */
export function addWeeks(week: CivilWeek, weeks: number): CivilWeek {
  const [monday] = daysOfWeek(week) as [CivilDate];
  return weekOf(addDays(monday, 7 * weeks));
}

/** In which half of its day something begins; the whole day begins with the morning. */
export function halfOf(startMinute: number | null): "morning" | "afternoon" {
  return startMinute !== null && startMinute >= NOON ? "afternoon" : "morning";
}

/** A time as people type it ("8h", "8h30", "08:30", "830") in minutes since midnight, or null. */
export function readTypedTime(text: string): number | null {
  const match =
    /^(\d{1,2})\s*(?:[h:.]|giờ)\s*(\d{2})?(?:p|')?$/i.exec(text.trim()) ??
    /^(\d{1,2})(\d{2})?$/.exec(text.trim());
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[1]) < 24 && Number(match[2] ?? 0) < 60 ? minutes : null;
}

/** A time of day as it is shown: "08:30"; the end of the day is "24:00". */
export function formatTime(minute: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Vietnam keeps one offset from UTC all year round. */
const OFFSET_MINUTES = 7 * 60;

/** The instant of a minute of a day in Vietnam. */
export function instantOf(on: CivilDate, minute: number): Date {
  return new Date(Date.parse(`${on}T00:00:00Z`) + (minute - OFFSET_MINUTES) * 60_000);
}
