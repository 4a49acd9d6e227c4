import ical, { ICalEventTransparency } from "ical-generator";
import { createTranslator } from "next-intl";
import {
  addDays,
  businessToday,
  type CivilDate,
  fromDatabaseDate,
  toDatabaseDate,
} from "#lib/core/dates.ts";
import { database, Prisma } from "#lib/core/db.ts";
import { messages } from "#lib/core/i18n/messages/index.ts";
import { visibleTasks } from "#lib/tasks/lateness.ts";
import { taskScopeOf } from "#lib/tasks/policy.ts";
import type { FeedOwner } from "#lib/users/calendar-secret.ts";
import { ENTRY_COLUMNS, entryOf } from "./queries.ts";
import { instantOf } from "./rules.ts";
import type { Entry } from "./schema.ts";

/** How much of the work calendar is in the feed, in days from today; and how much at most. */
const DAYS = { past: 31, ahead: 366 };
const MOST = 2000;

type FeedTask = { id: number; code: string; title: string; department: string; dueOn: CivilDate };

/** The tasks whose deadlines are someone's own; null for who has none. */
function ownTasks({ id, role, departmentId }: FeedOwner): Prisma.Sql | null {
  switch (role) {
    case "CHAIRMAN":
    case "VICE_CHAIRMAN":
      return Prisma.sql`task.leader_id = ${id}`;
    case "DEPARTMENT_HEAD":
      return departmentId === null ? null : Prisma.sql`task.lead_department_id = ${departmentId}`;
    case "OFFICE":
    case "OFFICER":
      return Prisma.sql`task.assignee_id = ${id}`;
    case "OBSERVER":
    case "ADMIN":
      return null;
  }
}

async function listOwnDeadlines(owner: FeedOwner): Promise<FeedTask[]> {
  const own = ownTasks(owner);
  if (!own) return [];
  type Row = Omit<FeedTask, "dueOn"> & { dueOn: Date };
  const rows = await database().$queryRaw<Row[]>(Prisma.sql`
    select task.id, task.code, task.title, task.due_on as "dueOn",
      (select ${owner.locale === "en" ? Prisma.sql`name_en` : Prisma.sql`name`} from department
        where id = task.lead_department_id) as department
    from task
    where task.status in ('ASSIGNED', 'IN_PROGRESS', 'SUBMITTED') and task.due_on is not null
      and ${own} and ${visibleTasks(taskScopeOf(owner))}
    order by task.due_on desc, task.id desc limit ${MOST}`);
  return rows.map((row) => ({ ...row, dueOn: fromDatabaseDate(row.dueOn) }));
}

/** What is planned for someone: what they host, and the calendar of their department or of the leaders. */
async function listOwnEntries({ id, role, departmentId }: FeedOwner): Promise<Entry[]> {
  const today = businessToday();
  const from = toDatabaseDate(addDays(today, -DAYS.past));
  const to = toDatabaseDate(addDays(today, DAYS.ahead));
  const leads = role === "CHAIRMAN" || role === "VICE_CHAIRMAN";
  const calendar =
    leads || departmentId !== null ? [{ departmentId: leads ? null : departmentId }] : [];
  const rows = await database().calendarEntry.findMany({
    where: { on: { gte: from, lte: to }, OR: [{ hostId: id }, ...calendar] },
    select: ENTRY_COLUMNS,
    orderBy: [{ on: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return rows.map(entryOf);
}

/** When an entry begins and ends: an all-day event, or instants. */
function timesOf({ on, startMinute, endMinute }: Entry) {
  if (startMinute === null) return { start: toDatabaseDate(on), allDay: true };
  const end = endMinute === null ? {} : { end: instantOf(on, endMinute) };
  return { start: instantOf(on, startMinute), ...end };
}

/**
 * Someone's open deadlines and planned work as iCalendar text (RFC 5545), in their language.
 * @param base where the product is reached, without a slash at the end; the links go there
 */
export async function calendarFeed(owner: FeedOwner, base: string): Promise<string> {
  const { locale, displayName: name } = owner;
  const t = createTranslator({ locale, messages: messages[locale], namespace: "agenda" });
  const [tasks, entries] = await Promise.all([listOwnDeadlines(owner), listOwnEntries(owner)]);
  const host = new URL(base).hostname;
  const calendar = ical({
    name: t("feed.name", { name }),
    prodId: { company: host, product: "executive-desk", language: locale.toUpperCase() },
    timezone: null,
    ttl: 60 * 60,
  });
  for (const { id, code, title, department, dueOn } of tasks) {
    calendar.createEvent({
      id: `task-${id}@${host}`,
      start: toDatabaseDate(dueOn),
      allDay: true,
      summary: t("feed.task", { title }),
      // Some calendar programs leave out the address that stands in a property of its own.
      description: `${t("feed.taskDetails", { code, department })}\n${base}/tasks/${id}`,
      url: `${base}/tasks/${id}`,
      // A deadline does not make anyone busy that day.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  for (const entry of entries) {
    const { id, version, title, place, participants, kind } = entry;
    const details = [t(`kinds.${kind}`), entry.host && t("host", { host: entry.host.name })];
    calendar.createEvent({
      id: `entry-${id}@${host}`,
      sequence: version,
      ...timesOf(entry),
      summary: entry.host?.id === owner.id ? t("feed.hosted", { title }) : title,
      location: place,
      description: [...details, participants && t("participants", { participants })]
        .filter(Boolean)
        .join("\n"),
    });
  }
  return calendar.toString();
}
