import { cache } from "react";
import {
  addDays,
  type CivilDate,
  type CivilMonth,
  fromDatabaseDate,
  toDatabaseDate,
} from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { mayEditCalendar } from "./policy.ts";
import { addWorkingDays } from "./rules.ts";
import {
  type CalendarDay,
  type ClosedPeriod,
  type Settings,
  settingsSchema,
  type WorkCalendar,
} from "./schema.ts";

/**
 * The commune's settings, read once a request.
 * @throws when the database has not been given its catalogues yet
 */
export const getSettings = cache(async (): Promise<Settings> => {
  const rows = await database().setting.findMany();
  return settingsSchema.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
});

/** Holidays and days worked in exchange between two days, both included. */
export async function getWorkCalendar(from: CivilDate, to: CivilDate): Promise<WorkCalendar> {
  const days = await database().calendarDay.findMany({
    where: { on: { gte: toDatabaseDate(from), lte: toDatabaseDate(to) } },
  });
  return new Map(days.map(({ on, kind }) => [fromDatabaseDate(on), kind === "WORKED"]));
}

/** A year's days that differ from Monday to Friday, in order, for whoever keeps the calendar. */
export async function listCalendarDays(viewer: Viewer, year: number): Promise<CalendarDay[]> {
  if (!mayEditCalendar(viewer)) throw new ForbiddenError();
  const days = await database().calendarDay.findMany({
    where: {
      on: { gte: toDatabaseDate(`${year}-01-01`), lte: toDatabaseDate(`${year}-12-31`) },
    },
    orderBy: { on: "asc" },
  });
  return days.map((day) => ({ ...day, on: fromDatabaseDate(day.on) }));
}

/** No holiday season is longer than this, so that the working days ahead lie within it. */
const LONGEST_SEARCH_DAYS = 90;

/** The last deadline that counts as due soon, seen from a day. */
export async function dueSoonUntil(
  day: CivilDate,
  { dueSoonWorkingDays }: Pick<Settings, "dueSoonWorkingDays">,
): Promise<CivilDate> {
  const calendar = await getWorkCalendar(day, addDays(day, LONGEST_SEARCH_DAYS));
  return addWorkingDays(day, dueSoonWorkingDays, calendar);
}

/** Whether a month's figures are closed (and not reopened). */
export async function isClosed(month: CivilMonth): Promise<boolean> {
  const closings = await database().periodClosing.count({ where: { month, reopenedAt: null } });
  return closings > 0;
}

/** The months whose figures are closed, the oldest first; read once a request. */
export const listClosedPeriods = cache(async (): Promise<ClosedPeriod[]> => {
  const rows = await database().periodClosing.findMany({
    where: { reopenedAt: null },
    orderBy: { month: "asc" },
    select: { month: true, closedAt: true, period: { select: { toOn: true } } },
  });
  return rows.map(({ month, closedAt, period }) => ({
    month: month as CivilMonth,
    closedAt,
    to: fromDatabaseDate(period.toOn),
  }));
});
