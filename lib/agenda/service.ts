import { toDatabaseDate } from "#lib/core/dates.ts";
import { database, type Transaction } from "#lib/core/db.ts";
import { ForbiddenError, InvalidInputError, NotFoundError, StaleError } from "#lib/core/errors.ts";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { type CalendarOwner, mayReadCalendar, mayWriteCalendar } from "./policy.ts";
import { ENTRY_COLUMNS, entryOf, listHosts } from "./queries.ts";
import { formatTime } from "./rules.ts";
import {
  type Entry,
  type EntryChange,
  type EntryReference,
  LEADERS,
  type NewEntry,
} from "./schema.ts";

type Actor = Pick<CurrentUser, "id" | "role" | "departmentId" | "portfolioDepartmentIds">;
type Content = Omit<NewEntry, "calendar">;

/** @throws NotFoundError for a calendar that is not there to the actor, ForbiddenError for one to read only */
function checkRight(actor: Actor, owner: CalendarOwner): void {
  if (!mayReadCalendar(actor, owner)) throw new NotFoundError();
  if (!mayWriteCalendar(actor, owner)) throw new ForbiddenError();
}

/** The calendar that a form names. @throws NotFoundError */
async function ownerOf(calendar: string): Promise<CalendarOwner> {
  if (calendar === LEADERS) return null;
  const department = await database().department.findUnique({
    where: { code: calendar, active: true },
    select: { id: true },
  });
  if (!department) throw new NotFoundError();
  return department.id;
}

async function columnsOf(owner: CalendarOwner, content: Content) {
  const { kind, title, place, participants, host, on, start, end } = content;
  if (host !== null && !(await listHosts(owner)).some(({ id }) => id === host)) {
    throw new InvalidInputError([{ path: "host", key: "agenda.problems.host" }]);
  }
  const times = { startMinute: start, endMinute: end };
  return { kind, title, place, participants, hostId: host, on: toDatabaseDate(on), ...times };
}

/** Puts an entry into a calendar. */
export async function createEntry(
  actor: Actor,
  { calendar, ...content }: NewEntry,
): Promise<{ id: number }> {
  const owner = await ownerOf(calendar);
  checkRight(actor, owner);
  const columns = await columnsOf(owner, content);
  return database().calendarEntry.create({
    data: { ...columns, departmentId: owner, createdById: actor.id },
    select: { id: true },
  });
}

/** The calendar of an entry that the actor may change. @throws NotFoundError, ForbiddenError */
async function ownerOfEntry(actor: Actor, id: number): Promise<CalendarOwner> {
  const entry = await database().calendarEntry.findUnique({
    where: { id },
    select: { departmentId: true },
  });
  if (!entry) throw new NotFoundError();
  checkRight(actor, entry.departmentId);
  return entry.departmentId;
}

/** What stands there now, as the entry's form writes it. */
function asTyped(entry: Entry): Record<string, string> {
  const time = (minute: number | null) => (minute === null ? "" : formatTime(minute));
  return {
    version: `${entry.version}`,
    kind: entry.kind,
    title: entry.title,
    place: entry.place ?? "",
    participants: entry.participants ?? "",
    host: `${entry.host?.id ?? ""}`,
    on: formatCivilDate(entry.on),
    start: time(entry.startMinute),
    end: time(entry.endMinute),
  };
}

/** Says that someone else was faster: what they left, or that it is gone. */
async function tooLate(transaction: Transaction, id: number): Promise<never> {
  const row = await transaction.calendarEntry.findUnique({ where: { id }, select: ENTRY_COLUMNS });
  if (!row) throw new NotFoundError({ key: "agenda.problems.gone" });
  throw new StaleError({ key: "agenda.problems.changed" }, asTyped(entryOf(row)));
}

/**
 * Changes an entry that is still as the actor saw it.
 * @throws StaleError when someone else has changed it meanwhile, with what stands there now
 */
export async function changeEntry(
  actor: Actor,
  { id, version, ...content }: EntryChange,
): Promise<void> {
  const columns = await columnsOf(await ownerOfEntry(actor, id), content);
  await database().$transaction(async (transaction) => {
    const { count } = await transaction.calendarEntry.updateMany({
      where: { id, version },
      data: { ...columns, version: { increment: 1 } },
    });
    if (count === 0) await tooLate(transaction, id);
  });
}

/** Takes an entry out of its calendar, if it is still as the actor saw it. @throws StaleError */
export async function removeEntry(actor: Actor, { id, version }: EntryReference): Promise<void> {
  await ownerOfEntry(actor, id);
  await database().$transaction(async (transaction) => {
    const { count } = await transaction.calendarEntry.deleteMany({ where: { id, version } });
    if (count === 0) await tooLate(transaction, id);
  });
}
