import type { CivilDate } from "#lib/core/dates.ts";
import { Prisma } from "#lib/core/db.ts";
import { searchCondition } from "#lib/core/search.ts";
import type { Period } from "#lib/periods/schema.ts";
import type { AgingBucket, LateKind, TaskFilter } from "./filters.ts";
import { lateTasks, visibleTasks } from "./lateness.ts";
import type { TaskScope } from "./policy.ts";
import { inStatus, inTimeliness, type Standing } from "./standing.ts";

/**
 * The tasks of a list as SQL: `from` gives the table `task`, `where` is a condition on it, to
 * be joined with the standing's joins where anything of the standing is asked.
 */
export type ListSource = {
  from: Prisma.Sql;
  where: Prisma.Sql;
  standing: Standing;
  usesStanding: boolean;
  /** Columns about a task's lateness in the period that the list is about. */
  lateColumns: Prisma.Sql;
};

const BUCKETS: Record<AgingBucket, { from: number; to: number }> = {
  "1-7": { from: 1, to: 7 },
  "8-30": { from: 8, to: 30 },
  "31-90": { from: 31, to: 90 },
  "90+": { from: 91, to: 1_000_000 },
};

const idOf = {
  department: (code: string) => Prisma.sql`(select id from department where code = ${code})`,
  field: (code: string) => Prisma.sql`(select id from field where code = ${code})`,
  sector: (code: string) => Prisma.sql`(select id from sector where code = ${code})`,
};

/** The tasks that a filter means to a scope; `period` is the month of its `late`, if it has one. */
export function listSource(
  scope: TaskScope,
  filter: TaskFilter,
  standing: Standing,
  period: Period | null,
): ListSource {
  const ofStanding = [
    ...(period ? [] : groupConditions(filter, standing)),
    ...standingConditions(filter, standing),
  ];
  const conditions = [
    visibleTasks(scope),
    ...(period
      ? lateConditions(filter, standing)
      : [Prisma.sql`task.assigned_on <= ${standing.asOf}::date`]),
    ...ownConditions(filter),
    ...ofStanding,
  ];
  return {
    from: period
      ? Prisma.sql`(${lateTasks(period)}) as late join ${found(filter)} on task.id = late.task_id`
      : found(filter),
    where: Prisma.join(conditions, " and "),
    standing,
    usesStanding: ofStanding.length > 0,
    lateColumns: period ? LATE_COLUMNS : NO_LATE_COLUMNS,
  };
}

const LATE_COLUMNS = Prisma.sql`late.carried_over as "carriedOver", late.outstanding,
  late.ended_by::text as "endedBy"`;
const NO_LATE_COLUMNS = Prisma.sql`null::boolean as "carriedOver", null::boolean as outstanding,
  null::text as "endedBy"`;

/**
 * The table `task`, searched first where there is a text to search for: left to choose, the
 * planner reads the whole register in order, hoping to meet enough of the hits soon.
 */
function found({ q }: TaskFilter): Prisma.Sql {
  if (!q) return Prisma.sql`task`;
  const hit = searchCondition(Prisma.sql`task.search`, q);
  return Prisma.sql`(select task.* from task where ${hit} offset 0) as task`;
}

/** The lead department and field on the day, and how long the task had been late by then. */
function groupConditions({ department, field, aging }: TaskFilter, standing: Standing) {
  const conditions: Prisma.Sql[] = [];
  if (department) {
    conditions.push(Prisma.sql`${standing.departmentId} = ${idOf.department(department)}`);
  }
  if (field) conditions.push(Prisma.sql`${standing.fieldId} = ${idOf.field(field)}`);
  if (aging) conditions.push(standing.overdue, isAged(standing, standing.dueOn, aging));
  return conditions;
}

function isAged(standing: Standing, dueOn: Prisma.Sql, bucket: AgingBucket): Prisma.Sql {
  const { from, to } = BUCKETS[bucket];
  return Prisma.sql`${standing.asOf}::date - ${dueOn} between ${from} and ${to}`;
}

/** What of a period's late tasks is asked for; how one ended and its age say so too. */
export function lateKindOf({ lateKind, endedBy, aging }: TaskFilter): LateKind | null {
  return lateKind ?? (endedBy ? "resolved" : aging ? "outstanding" : null);
}

function lateConditions(filter: TaskFilter, standing: Standing): Prisma.Sql[] {
  const conditions = lateKindConditions(filter);
  if (filter.endedBy) conditions.push(Prisma.sql`late.ended_by = ${filter.endedBy}::"SpellEnd"`);
  if (filter.aging) {
    conditions.push(
      Prisma.sql`late.outstanding`,
      isAged(standing, Prisma.sql`late.last_due_on`, filter.aging),
    );
  }
  return conditions;
}

/** A task counts as late where it was first late in the period, as settled where it was last. */
function lateKindConditions(filter: TaskFilter): Prisma.Sql[] {
  const grouped = filter.department !== undefined || filter.field !== undefined;
  const first = inGroup(filter, "first");
  const last = inGroup(filter, "last");
  switch (lateKindOf(filter)) {
    case null:
      return [first];
    case "carriedOver":
      return [Prisma.sql`late.carried_over`, first];
    case "newlyOverdue":
      return [Prisma.sql`not late.carried_over`, first];
    case "outstanding":
      return [Prisma.sql`late.outstanding`, last];
    case "resolved":
      return [Prisma.sql`not late.outstanding`, last];
    case "transferredIn":
      return grouped ? [last, Prisma.sql`not ${first}`] : [MOVED];
    case "transferredOut":
      return grouped ? [first, Prisma.sql`not ${last}`] : [MOVED];
  }
}

const MOVED = Prisma.sql`(late.first_department_id, late.first_field_id)
  <> (late.last_department_id, late.last_field_id)`;

const LATE_GROUP = {
  first: {
    department: Prisma.sql`late.first_department_id`,
    field: Prisma.sql`late.first_field_id`,
  },
  last: {
    department: Prisma.sql`late.last_department_id`,
    field: Prisma.sql`late.last_field_id`,
  },
};

function inGroup({ department, field }: TaskFilter, end: keyof typeof LATE_GROUP): Prisma.Sql {
  const group = LATE_GROUP[end];
  const conditions = [
    ...(department ? [Prisma.sql`${group.department} = ${idOf.department(department)}`] : []),
    ...(field ? [Prisma.sql`${group.field} = ${idOf.field(field)}`] : []),
  ];
  return conditions.length > 0
    ? Prisma.sql`(${Prisma.join(conditions, " and ")})`
    : Prisma.sql`true`;
}

/** What a task says of itself on any day. */
function ownConditions(filter: TaskFilter): Prisma.Sql[] {
  const { cooperating, sector, level, directive, assignedFrom, assignedTo } = filter;
  const conditions: Prisma.Sql[] = [];
  if (cooperating) {
    conditions.push(Prisma.sql`exists (select from task_cooperation as cooperation
      where cooperation.task_id = task.id
        and cooperation.department_id = ${idOf.department(cooperating)})`);
  }
  if (sector) conditions.push(Prisma.sql`task.sector_id = ${idOf.sector(sector)}`);
  if (level) conditions.push(Prisma.sql`task.level = ${level}::"Level"`);
  if (directive) conditions.push(Prisma.sql`task.directive_id = ${directive}`);
  if (assignedFrom) conditions.push(Prisma.sql`task.assigned_on >= ${assignedFrom}::date`);
  if (assignedTo) conditions.push(Prisma.sql`task.assigned_on <= ${assignedTo}::date`);
  return conditions;
}

/** What was so on the day that the list looks at. */
function standingConditions(filter: TaskFilter, standing: Standing): Prisma.Sql[] {
  const { status, timeliness, originalTimeliness, dueFrom, dueTo, extension } = filter;
  const { asOf, dueOn, completed, completedOn } = standing;
  const conditions: Prisma.Sql[] = [];
  if (status) conditions.push(inStatus(standing, status));
  if (timeliness) conditions.push(inTimeliness(standing, timeliness));
  if (originalTimeliness) {
    const kept = Prisma.sql`${completedOn} <= task.original_due_on`;
    conditions.push(completed, originalTimeliness === "ON_TIME" ? kept : Prisma.sql`not ${kept}`);
  }
  if (dueFrom) conditions.push(Prisma.sql`${dueOn} >= ${dueFrom}::date`);
  if (dueTo) conditions.push(Prisma.sql`${dueOn} <= ${dueTo}::date`);
  if (extension) conditions.push(isExtensionPending(asOf));
  return conditions;
}

/** Whether a request to extend the deadline waited for its decision at the end of a day. */
export function isExtensionPending(asOf: CivilDate): Prisma.Sql {
  return Prisma.sql`exists (select from extension
    where extension.task_id = task.id and extension.requested_on <= ${asOf}::date
      and coalesce(extension.decided_on > ${asOf}::date, true))`;
}
