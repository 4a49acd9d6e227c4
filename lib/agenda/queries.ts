import { type CivilDate, fromDatabaseDate, toDatabaseDate } from "#lib/core/dates.ts";
import { database, Prisma } from "#lib/core/db.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import { visibleTasks } from "#lib/tasks/lateness.ts";
import { taskScopeOf } from "#lib/tasks/policy.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { type CalendarOwner, mayReadCalendar } from "./policy.ts";
import { DUE_STATUSES, type DueDay, type DueTask, type Entry, type HostChoice } from "./schema.ts";

/** How many of a day's deadlines are named; the rest are a number that opens to the list. */
const NAMED_A_DAY = 3;

export const ENTRY_COLUMNS = {
  id: true,
  version: true,
  kind: true,
  title: true,
  place: true,
  participants: true,
  host: { select: { id: true, displayName: true } },
  on: true,
  startMinute: true,
  endMinute: true,
} as const satisfies Prisma.CalendarEntrySelect;

type EntryRow = Prisma.CalendarEntryGetPayload<{ select: typeof ENTRY_COLUMNS }>;

/** An entry as the product speaks of it. */
export function entryOf({ host, on, ...row }: EntryRow): Entry {
  return {
    ...row,
    on: fromDatabaseDate(on),
    host: host && { id: host.id, name: host.displayName },
  };
}

/**
 * What a calendar has planned in the days from `from` to `to`, in order of time; the whole day first.
 * @throws NotFoundError when the viewer may not read it
 */
export async function listEntries(
  viewer: Viewer,
  owner: CalendarOwner,
  { from, to }: { from: CivilDate; to: CivilDate },
): Promise<Entry[]> {
  if (!mayReadCalendar(viewer, owner)) throw new NotFoundError();
  const rows = await database().calendarEntry.findMany({
    where: { departmentId: owner, on: { gte: toDatabaseDate(from), lte: toDatabaseDate(to) } },
    select: ENTRY_COLUMNS,
    orderBy: [{ on: "asc" }, { startMinute: { sort: "asc", nulls: "first" } }, { id: "asc" }],
  });
  return rows.map(entryOf);
}

/**
 * What is due in these days: of the tasks that a department leads, or for the leaders of all,
 * as far as the viewer may see them; the list that `dueHref` leads to. Open ones and those of high priority are named first.
 * @throws NotFoundError when the viewer may not read the calendar
 */
export async function listDeadlines(
  viewer: Viewer,
  owner: CalendarOwner,
  { from, to }: { from: CivilDate; to: CivilDate },
): Promise<DueDay[]> {
  if (!mayReadCalendar(viewer, owner)) throw new NotFoundError();
  type Row = Omit<DueTask, "dueOn"> & { dueOn: Date; total: number };
  const ofOwner =
    owner === null ? Prisma.sql`true` : Prisma.sql`task.lead_department_id = ${owner}`;
  const rows = await database().$queryRaw<Row[]>(Prisma.sql`
    select id, code, title, department, due_on as "dueOn", completed, total from (
      select task.id, task.code, task.title, task.due_on, task.status = 'COMPLETED' as completed,
        (select code from department where id = task.lead_department_id) as department,
        count(*) over (partition by task.due_on)::int as total,
        row_number() over (partition by task.due_on
          order by task.status = 'COMPLETED', task.priority desc, task.id) as place
      from task
      where task.due_on between ${from}::date and ${to}::date
        and task.parent_id is null
        and task.status::text in (${Prisma.join([...DUE_STATUSES])})
        and ${ofOwner} and ${visibleTasks(taskScopeOf(viewer))}
    ) as due
    where place <= ${NAMED_A_DAY}
    order by due_on, place`);
  const days = new Map<CivilDate, DueDay>();
  for (const { total, dueOn, ...task } of rows) {
    const on = fromDatabaseDate(dueOn);
    const day = days.get(on) ?? { on, tasks: [], total };
    days.set(on, { ...day, tasks: [...day.tasks, { ...task, dueOn: on }] });
  }
  return [...days.values()];
}

/** Who may host what stands in a calendar: the leaders, and the department's own people. */
export async function listHosts(owner: CalendarOwner): Promise<HostChoice[]> {
  const own = owner === null ? [] : [{ departmentId: owner }];
  const people = await database().user.findMany({
    where: { disabledAt: null, OR: [{ role: { in: ["CHAIRMAN", "VICE_CHAIRMAN"] } }, ...own] },
    select: { id: true, displayName: true },
    orderBy: [{ role: "asc" }, { displayName: "asc" }],
  });
  return people.map(({ id, displayName }) => ({ id, name: displayName }));
}
