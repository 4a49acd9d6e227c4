import { fromDatabaseDate, toDatabaseDate } from "#lib/core/dates.ts";
import { database, Prisma } from "#lib/core/db.ts";
import { ForbiddenError, InvalidInputError, NotFoundError } from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { mayChangeSettings, mayEditCalendar } from "./policy.ts";
import type { CalendarDay, CalendarDayChange, SettingsChange } from "./schema.ts";

/** Changes the commune's settings, those also that have had their default until now. */
export async function changeSettings(actor: CurrentUser, change: SettingsChange): Promise<void> {
  if (!mayChangeSettings(actor)) throw new ForbiddenError();
  const { setting } = database();
  await database().$transaction(
    Object.entries(change).map(([key, value]) =>
      setting.upsert({ where: { key }, update: { value }, create: { key, value } }),
    ),
  );
  log.info({ event: "settings.changed", actor: actor.login, change });
}

/** One change of the calendar and its line in the log. @throws InvalidInputError for a day that stands there already */
async function editing(
  actor: CurrentUser,
  change: string,
  write: () => Promise<{ on: Date }>,
): Promise<void> {
  if (!mayEditCalendar(actor)) throw new ForbiddenError();
  try {
    const { on } = await write();
    log.info({ event: `calendar.${change}`, actor: actor.login, on: fromDatabaseDate(on) });
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error;
    if (error.code === "P2025") throw new NotFoundError();
    if (error.code !== "P2002") throw error;
    throw new InvalidInputError([{ path: "on", key: "admin.problems.calendarDayTaken" }]);
  }
}

/** Enters a holiday, or a day worked in exchange. */
export async function addCalendarDay(actor: CurrentUser, day: CalendarDay): Promise<void> {
  await editing(actor, "added", () =>
    database().calendarDay.create({ data: { ...day, on: toDatabaseDate(day.on) } }),
  );
}

/**
 * Changes an entry of the calendar, or moves it to another day.
 * @throws NotFoundError when it has been removed or moved meanwhile
 */
export async function changeCalendarDay(
  actor: CurrentUser,
  { was, on, kind, name }: CalendarDayChange,
): Promise<void> {
  await editing(actor, "changed", () =>
    database().calendarDay.update({
      where: { on: toDatabaseDate(was) },
      data: { on: toDatabaseDate(on), kind, name },
    }),
  );
}

/** Takes an entry out of the calendar: the day is again what its weekday says. @throws NotFoundError */
export async function removeCalendarDay(
  actor: CurrentUser,
  { was }: Pick<CalendarDayChange, "was">,
): Promise<void> {
  await editing(actor, "removed", () =>
    database().calendarDay.delete({ where: { on: toDatabaseDate(was) } }),
  );
}
