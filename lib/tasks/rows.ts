import { type CivilDate, daysBetween, fromDatabaseDate } from "#lib/core/dates.ts";
import { Prisma } from "#lib/core/db.ts";
import { isExtensionPending, type ListSource } from "./list.ts";
import { by, daysLate, type Order } from "./order.ts";
import { timelinessOf } from "./rules.ts";
import type { Level, SpellEnd, TaskStatus } from "./schema.ts";
import type { Standing } from "./standing.ts";
import type { TaskListItem } from "./views.ts";

export type TaskRow = {
  id: number;
  code: string;
  title: string;
  level: Level;
  status: TaskStatus;
  department: string;
  field: string;
  sector: string | null;
  cooperating: string[];
  directiveId: number | null;
  directiveNumber: string | null;
  directiveIssuedOn: Date | null;
  leader: string | null;
  assignee: string | null;
  assignedOn: Date;
  originalDueOn: Date | null;
  dueOn: Date | null;
  completedOn: Date | null;
  overdue: boolean;
  daysLate: number | null;
  progress: number;
  extensionPending: boolean;
  returnCount: number;
  extensionCount: number;
  version: number;
  carriedOver: boolean | null;
  outstanding: boolean | null;
  endedBy: SpellEnd | null;
  /** What the list is ordered by, as text. */
  sortValue: string | null;
};

/** Which rows of an ordered list: those after a place in it, or those after some number of them. */
export type Slice = { limit: number; offset: number; after: Prisma.Sql | null };

/**
 * One page of a list with all that its rows show. The page is chosen on narrow rows first;
 * names, cooperating departments and progress are looked up for its tasks alone.
 */
export function pageQuery(source: ListSource, order: Order, slice: Slice): Prisma.Sql {
  const { standing } = source;
  const after = slice.after ? Prisma.sql`and ${slice.after}` : Prisma.empty;
  return Prisma.sql`
    with page as (
      select task.id, ${order.value} as value,
        ${standing.status} as status, ${standing.dueOn} as due_on, coalesce(${standing.overdue}, false) as overdue,
        ${standing.departmentId} as department_id, ${standing.fieldId} as field_id,
        ${standing.completedOn} as completed_on, ${daysLate(standing)} as "daysLate",
        ${source.lateColumns}
      from ${source.from} ${standing.joins} ${order.joins}
      where ${source.where} ${after}
      order by ${by(order, order.value, Prisma.sql`task.id`)}
      limit ${slice.limit} offset ${slice.offset}
    )
    select task.id, task.code, task.title, task.level::text as level, page.status::text as status,
      (select code from department where id = page.department_id) as department,
      (select code from field where id = page.field_id) as field,
      (select code from sector where id = task.sector_id) as sector,
      array(select cooperating.code from task_cooperation as cooperation
        join department as cooperating on cooperating.id = cooperation.department_id
        where cooperation.task_id = task.id order by cooperating.position) as cooperating,
      directive.id as "directiveId", directive.number as "directiveNumber",
      directive.issued_on as "directiveIssuedOn",
      (select display_name from user_account where id = task.leader_id) as leader,
      (select display_name from user_account where id = task.assignee_id) as assignee,
      task.assigned_on as "assignedOn", task.original_due_on as "originalDueOn",
      page.due_on as "dueOn", page.completed_on as "completedOn", page.overdue, page."daysLate",
      ${standing.progress} as progress, ${isExtensionPending(standing.asOf)} as "extensionPending",
      task.return_count as "returnCount", task.extension_count as "extensionCount", task.version,
      page."carriedOver", page.outstanding, page."endedBy", page.value::text as "sortValue"
    from page
    join task on task.id = page.id
    left join directive on directive.id = task.directive_id
    order by ${by(order, Prisma.sql`page.value`, Prisma.sql`page.id`)}`;
}

const optionalDate = (date: Date | null): CivilDate | null => date && fromDatabaseDate(date);

/** A row as the product speaks of it. */
export function itemOf(row: TaskRow, { asOf, dueSoonUntil }: Standing): TaskListItem {
  const dueOn = optionalDate(row.dueOn);
  const completedOn = optionalDate(row.completedOn);
  const open = completedOn === null && row.status !== "CANCELLED";
  const paused = row.status === "PAUSED";
  const standing = { completedOn, dueOn, overdue: row.overdue, paused };
  const { overdue: _, directiveId, directiveNumber, directiveIssuedOn, sortValue, ...rest } = row;
  const { carriedOver, outstanding, endedBy, ...own } = rest;
  return {
    ...own,
    timeliness: row.status === "CANCELLED" ? null : timelinessOf(standing, asOf, dueSoonUntil),
    directive:
      directiveId === null || directiveNumber === null
        ? null
        : { id: directiveId, number: directiveNumber, issuedOn: optionalDate(directiveIssuedOn) },
    assignedOn: fromDatabaseDate(row.assignedOn),
    originalDueOn: optionalDate(row.originalDueOn),
    dueOn,
    completedOn,
    daysLeft: open && !row.overdue && dueOn && dueOn >= asOf ? daysBetween(asOf, dueOn) : null,
    late:
      carriedOver === null || outstanding === null ? null : { carriedOver, outstanding, endedBy },
  };
}

/** How many tasks a list has; earlier standings are looked up only where a condition needs them. */
export function countQuery({ from, where, standing, usesStanding }: ListSource): Prisma.Sql {
  const joins = usesStanding ? standing.joins : Prisma.empty;
  return Prisma.sql`select count(*)::int as total from ${from} ${joins} where ${where}`;
}
