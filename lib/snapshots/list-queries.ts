import { database, Prisma } from "#lib/core/db.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import type { TaskFilter } from "#lib/tasks/filters.ts";
import { lateKindOf } from "#lib/tasks/list.ts";
import { taskScopeOf } from "#lib/tasks/policy.ts";
import type { Viewer } from "#lib/users/schema.ts";
import type { Closing, PeriodTask } from "./schema.ts";

const content = (...path: string[]) => Prisma.sql`(content #>> ${path}::text[])`;

/** The tasks that a department's people see: those that it led, worked with or was late with. */
function visible(department: string | null): Prisma.Sql {
  return department === null
    ? Prisma.sql`true`
    : Prisma.sql`(${department} in (${content("department")}, ${content("late", "first", "department")},
        ${content("late", "last", "department")}) or content -> 'cooperating' ? ${department})`;
}

function inPlace({ department, field }: TaskFilter, end: "first" | "last"): Prisma.Sql {
  const conditions = [
    Prisma.sql`true`,
    ...(department ? [Prisma.sql`${content("late", end, "department")} = ${department}`] : []),
    ...(field ? [Prisma.sql`${content("late", end, "field")} = ${field}`] : []),
  ];
  return Prisma.sql`(${Prisma.join(conditions, " and ")})`;
}

/** The conditions of a period's late tasks, as `lib/tasks/list.ts` has them for the live register. */
function lateConditions(filter: TaskFilter): Prisma.Sql[] {
  const { department, field, endedBy, aging } = filter;
  const first = inPlace(filter, "first");
  const last = inPlace(filter, "last");
  const grouped = department !== undefined || field !== undefined;
  const moved = Prisma.sql`content #> '{late,first}' <> content #> '{late,last}'`;
  const outstanding = Prisma.sql`content #> '{late,outstanding}' = 'true'`;
  const carriedOver = Prisma.sql`content #> '{late,carriedOver}' = 'true'`;
  const kinds = {
    carriedOver: [carriedOver, first],
    newlyOverdue: [Prisma.sql`not (${carriedOver})`, first],
    outstanding: [outstanding, last],
    resolved: [Prisma.sql`not (${outstanding})`, last],
    transferredIn: grouped ? [last, Prisma.sql`not ${first}`] : [moved],
    transferredOut: grouped ? [first, Prisma.sql`not ${last}`] : [moved],
  };
  const kind = lateKindOf(filter);
  return [
    Prisma.sql`jsonb_typeof(content -> 'late') = 'object'`,
    ...(kind === null ? [first] : kinds[kind]),
    ...(endedBy ? [Prisma.sql`${content("late", "endedBy")} = ${endedBy}`] : []),
    ...(aging ? [Prisma.sql`${content("late", "aging")} = ${aging}`] : []),
  ];
}

function stateConditions(filter: TaskFilter): Prisma.Sql[] {
  const { department, field, aging } = filter;
  return [
    ...(department ? [Prisma.sql`${content("department")} = ${department}`] : []),
    ...(field ? [Prisma.sql`${content("field")} = ${field}`] : []),
    ...(aging ? [Prisma.sql`${content("late", "aging")} = ${aging}`] : []),
  ];
}

function ownConditions(filter: TaskFilter): Prisma.Sql[] {
  const { level, status, timeliness, originalTimeliness, extension } = filter;
  const { assignedFrom, assignedTo, dueFrom, dueTo } = filter;
  const inTime = Prisma.sql`${content("completedOn")} <= ${content("originalDueOn")}`;
  return [
    ...(level ? [Prisma.sql`${content("level")} = ${level}`] : []),
    ...(status ? [Prisma.sql`${content("status")} = any(${[...status]}::text[])`] : []),
    ...(timeliness ? [Prisma.sql`${content("timeliness")} = any(${[...timeliness]}::text[])`] : []),
    ...(originalTimeliness === "ON_TIME" ? [inTime] : []),
    ...(originalTimeliness === "LATE" ? [Prisma.sql`not (${inTime})`] : []),
    ...(extension ? [Prisma.sql`content -> 'extensionPending' = 'true'`] : []),
    ...(assignedFrom ? [Prisma.sql`${content("assignedOn")} >= ${assignedFrom}`] : []),
    ...(assignedTo ? [Prisma.sql`${content("assignedOn")} <= ${assignedTo}`] : []),
    ...(dueFrom ? [Prisma.sql`${content("dueOn")} >= ${dueFrom}`] : []),
    ...(dueTo ? [Prisma.sql`${content("dueOn")} <= ${dueTo}`] : []),
  ];
}

/**
 * The frozen tasks behind a figure of a closed month, by the same filter that lists them in the
 * live register; the earliest deadline first.
 * @throws ForbiddenError for whoever sees no tasks
 */
export async function listFrozenTasks(
  viewer: Viewer & { departmentCode: string | null },
  closing: Pick<Closing, "id">,
  filter: TaskFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ items: PeriodTask[]; total: number }> {
  const scope = taskScopeOf(viewer);
  if (scope.kind === "none") throw new ForbiddenError();
  const conditions = [
    visible(scope.kind === "all" ? null : (viewer.departmentCode ?? "")),
    ...(filter.late ? lateConditions(filter) : stateConditions(filter)),
    ...ownConditions(filter),
  ];
  const found = Prisma.sql`from snapshot_task
    where closing_id = ${closing.id} and ${Prisma.join(conditions, " and ")}`;
  const [counted, rows] = await Promise.all([
    database().$queryRaw<{ total: number }[]>`select count(*)::int as total ${found}`,
    database().$queryRaw<{ content: PeriodTask }[]>`
      select content ${found}
      order by coalesce(${content("late", "dueOn")}, ${content("dueOn")}) nulls last, task_id
      limit ${limit} offset ${offset}`,
  ]);
  return { items: rows.map((row) => row.content), total: counted[0]?.total ?? 0 };
}
