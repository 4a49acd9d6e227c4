/**
 * Civil dates: a calendar day without a time or a zone, written `YYYY-MM-DD`. Deadlines,
 * completion dates and month boundaries are civil dates; instants are JS `Date`s and never
 * mix with them. This is the only place that asks what day it is.
 */
export type CivilDate = `${number}-${number}-${number}`;

/** A calendar month, written `YYYY-MM`. */
export type CivilMonth = `${number}-${number}`;

export const BUSINESS_TIME_ZONE = "Asia/Ho_Chi_Minh";

const MILLISECONDS_PER_DAY = 86_400_000;

/** True for an existing day of the calendar between years 1900 and 2999. */
export function isCivilDate(text: string): text is CivilDate {
  if (!/^(19|2\d)\d\d-\d\d-\d\d$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text;
}

/** True for an existing month between years 1900 and 2999. */
export function isCivilMonth(text: string): text is CivilMonth {
  return /^(19|2\d)\d\d-(0[1-9]|1[0-2])$/.test(text);
}

/** The given text as a civil date; throws a RangeError if there is no such day. */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new RangeError(`Not a civil date: ${text}`);
  return text;
}

/** The given text as a month; throws a RangeError if there is no such month. */
export function civilMonth(text: string): CivilMonth {
  if (!isCivilMonth(text)) throw new RangeError(`Not a month: ${text}`);
  return text;
}

/** The day of a Postgres `DATE` as Prisma hands it over: midnight UTC of that day. */
export function fromDatabaseDate(date: Date): CivilDate {
  return date.toISOString().slice(0, 10) as CivilDate;
}

/** The value that Prisma stores as exactly this day in a Postgres `DATE`. */
export function toDatabaseDate(date: CivilDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** The day `days` after (or, negative, before) the given one. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDatabaseDate(new Date(toDatabaseDate(date).getTime() + days * MILLISECONDS_PER_DAY));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (toDatabaseDate(to).getTime() - toDatabaseDate(from).getTime()) / MILLISECONDS_PER_DAY;
}

/** The month `months` after (or before) the given one. */
export function addMonths(month: CivilMonth, months: number): CivilMonth {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  return `${year}-${String((index % 12) + 1).padStart(2, "0")}` as CivilMonth;
}

/** The calendar month that a day lies in. */
export function monthOf(date: CivilDate): CivilMonth {
  return date.slice(0, 7) as CivilMonth;
}

/** The first day of a calendar month. */
export function firstDayOf(month: CivilMonth): CivilDate {
  return `${month}-01` as CivilDate;
}

/** The last day of a calendar month. */
export function lastDayOf(month: CivilMonth): CivilDate {
  return addDays(firstDayOf(addMonths(month, 1)), -1);
}

/** The earlier of two days. */
export function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}

/** The later of two days. */
export function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

/** ISO day of the week, Monday 1 to Sunday 7. */
export function weekdayOf(date: CivilDate): number {
  return toDatabaseDate(date).getUTCDay() || 7;
}

const businessDay = new Intl.DateTimeFormat("en-CA", {
  timeZone: BUSINESS_TIME_ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day on which an instant falls in Vietnam, whatever zone the server runs in. */
export function businessDayOf(instant: Date): CivilDate {
  return civilDate(businessDay.format(instant));
}

/**
 * Today in Vietnam. `BUSINESS_TODAY` fixes it for demonstrations and tests (its use with a
 * real database is refused at start, see `lib/core/env.ts`).
 */
export function businessToday(): CivilDate {
  const fixed = process.env.BUSINESS_TODAY;
  return fixed ? civilDate(fixed) : businessDayOf(new Date());
}
