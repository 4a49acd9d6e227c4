import { addDays, businessToday, type CivilDate } from "#lib/core/dates.ts";
import { database, Prisma } from "#lib/core/db.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import { countLive, readFrozen } from "#lib/figures/counted.ts";
import { countLate } from "#lib/figures/counts.ts";
import { keyFiguresOf, summaryOf } from "#lib/figures/derivation.ts";
import { getSettings } from "#lib/periods/queries.ts";
import type { Period } from "#lib/periods/schema.ts";
import { mayReadSomeReport } from "#lib/reports/policy.ts";
import { lateTasks, visibleTasks } from "#lib/tasks/lateness.ts";
import { type TaskScope, taskScopeOf } from "#lib/tasks/policy.ts";
import { standingAt } from "#lib/tasks/standing.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { dayFiguresOf, flowsOf } from "./rules.ts";
import type { Comparison, Range, Resolved, TaskList } from "./schema.ts";

/** The days after the first and up to the second; a day is `YYYY-MM-DD` in what is read. */
type Days = { from: CivilDate; asOf: CivilDate };
type Row = { id: number; code: string; title: string; department: string; visible: boolean };

type LateChange = Row & {
  first: string;
  carriedOver: boolean;
  outstanding: boolean;
  by: Resolved["by"] | null;
  on: CivilDate | null;
  dueOn: CivilDate;
};

const day = (value: Prisma.Sql) => Prisma.sql`to_char(${value}, 'YYYY-MM-DD')`;

/** The late tasks of the days that were not simply late all along under one department. */
function lateChanges(days: Days, scope: TaskScope): Promise<LateChange[]> {
  return database().$queryRaw`
    select task.id, task.code, task.title, ${visibleTasks(scope)} as visible,
      first.code as first, last.code as department, late.carried_over as "carriedOver",
      late.outstanding, late.ended_by::text as by, ${day(Prisma.sql`late.ended_on`)} as on,
      ${day(Prisma.sql`late.last_due_on`)} as "dueOn"
    from (${lateTasks(days)}) as late
    join task on task.id = late.task_id
    join department as first on first.id = late.first_department_id
    join department as last on last.id = late.last_department_id
    where not late.carried_over or not late.outstanding
      or late.first_department_id <> late.last_department_id
    order by last.position, late.last_due_on, task.id`;
}

/** The tasks whose lead department changed in the days while they were open, late or not. */
function moves(days: Days, scope: TaskScope): Promise<(Row & { from: string })[]> {
  return database().$queryRaw`
    with step as (
      select phase.task_id, phase.sequence,
        before.department_id as from_id, phase.department_id as to_id
      from task_phase as phase
      join task_phase as before
        on before.task_id = phase.task_id and before.sequence = phase.sequence - 1
      where daterange(phase.from_on, phase.to_on, '[)')
          && daterange(${days.from}::date, ${days.asOf}::date, '[]')
        and phase.from_on >= ${days.from}::date and before.department_id <> phase.department_id
    ), moved as (
      select task_id, (array_agg(from_id order by sequence))[1] as from_id,
        (array_agg(to_id order by sequence desc))[1] as to_id
      from step group by task_id
    )
    select task.id, task.code, task.title, ${visibleTasks(scope)} as visible,
      first.code as from, last.code as department
    from moved
    join task on task.id = moved.task_id
    join department as first on first.id = moved.from_id
    join department as last on last.id = moved.to_id
    where moved.from_id <> moved.to_id
    order by last.position, task.id`;
}

type Work = Row & {
  assigned: boolean;
  completed: boolean;
  assignedOn: CivilDate;
  completedOn: CivilDate | null;
  dueOn: CivilDate | null;
};

/** The tasks assigned or completed in the days, as they stood on the last; parts of tasks are not counted. */
function works({ from, asOf }: Days, scope: TaskScope): Promise<Work[]> {
  const standing = standingAt(asOf, businessToday(), asOf);
  const { completedOn, dueOn, departmentId, joins } = standing;
  return database().$queryRaw`
    select task.id, task.code, task.title, ${visibleTasks(scope)} as visible,
      department.code as department, task.assigned_on >= ${from}::date as assigned,
      coalesce(${completedOn} >= ${from}::date, false) as completed,
      ${day(Prisma.sql`task.assigned_on`)} as "assignedOn", ${day(completedOn)} as "completedOn",
      ${day(dueOn)} as "dueOn"
    from task ${joins}
    join department on department.id = ${departmentId}
    where task.parent_id is null and task.assigned_on <= ${asOf}::date
      and (task.assigned_on >= ${from}::date
        or task.completed_on between ${from}::date and ${asOf}::date)
    order by department.position, task.due_on, task.id`;
}

/** Takes the tasks that may be opened into a list, and counts them all. */
function listOf<From extends { visible: boolean }, To>(
  rows: readonly From[],
  entryOf: (row: From) => To,
): TaskList<To> {
  return { tasks: rows.filter(({ visible }) => visible).map(entryOf), total: rows.length };
}

function listsOf(
  late: readonly LateChange[],
  moved: readonly (Row & { from: string })[],
  work: readonly Work[],
): Comparison["lists"] {
  const refOf = ({ id, code, title, department }: Row) => ({ id, code, title, department });
  const movedLate = late.filter(({ first, department }) => first !== department);
  const ids = new Set(movedLate.map(({ id }) => id));
  const movedRows = [
    ...movedLate.map((row) => ({ ...row, from: row.first, whileLate: true })),
    ...moved.filter(({ id }) => !ids.has(id)).map((row) => ({ ...row, whileLate: false })),
  ];
  const resolved = late.flatMap((row) =>
    row.outstanding || row.by === null || row.on === null
      ? []
      : [{ ...row, by: row.by, on: row.on }],
  );
  const completed = work.flatMap((row) =>
    row.completed && row.completedOn ? [{ ...row, completedOn: row.completedOn }] : [],
  );
  return {
    becameLate: listOf(
      late.filter(({ carriedOver }) => !carriedOver),
      // A task that moved on stands where it became late, as the figures count it.
      (row) => ({
        ...refOf(row),
        department: row.first,
        dueOn: row.dueOn,
        resolved: !row.outstanding,
      }),
    ),
    resolved: listOf(resolved, (row) => ({
      ...refOf(row),
      by: row.by,
      on: row.on,
      becameLate: !row.carriedOver,
    })),
    moved: listOf(movedRows, ({ from, whileLate, ...row }) => ({ ...refOf(row), from, whileLate })),
    assigned: listOf(
      work.filter(({ assigned }) => assigned),
      ({ assignedOn, dueOn, ...row }) => ({ ...refOf(row), assignedOn, dueOn }),
    ),
    completed: listOf(completed, ({ completedOn, dueOn, ...row }) => ({
      ...refOf(row),
      completedOn,
      dueOn,
    })),
  };
}

/** Outstanding tasks at the end of a closed month, where the closing froze another number. */
async function closedOtherwise(period: Period, live: number) {
  const frozen = period.asOf === period.to ? await readFrozen(period) : null;
  if (!frozen) return [];
  const closed = summaryOf(frozen, null).overdue.total.outstanding;
  return closed === live ? [] : [{ on: period.asOf, closed, live }];
}

/**
 * Two days side by side, as the register has them now: a month closed meanwhile is compared
 * with all that was entered since, so that the lists explain the difference to the last task.
 * Everyone who reads a report reads the figures of all departments; the tasks are those that
 * the viewer may open.
 * @throws ForbiddenError for whoever reads no report
 */
export async function getComparison(viewer: Viewer, range: Range): Promise<Comparison> {
  if (!mayReadSomeReport(viewer)) throw new ForbiddenError();
  const settings = await getSettings();
  const { from, to } = range;
  const days = { from: addDays(from.asOf, 1), asOf: to.asOf };
  const scope = taskScopeOf(viewer);
  // One day after the other: each takes several connections at once, of which there are few.
  const before = await countLive(from, settings);
  const after = await countLive(to, settings);
  const [late, changes, moved, work] = await Promise.all([
    countLate({ ...to, ...days }),
    lateChanges(days, scope),
    moves(days, scope),
    works(days, scope),
  ]);
  const summaries = { before: summaryOf(before, null), after: summaryOf(after, null) };
  const outstandingOf = ({ overdue }: typeof summaries.before) =>
    new Map(overdue.byDepartment.map(({ code, outstanding }) => [code, outstanding]));
  const closings = await Promise.all([
    closedOtherwise(from, summaries.before.overdue.total.outstanding),
    closedOtherwise(to, summaries.after.overdue.total.outstanding),
  ]);
  return {
    range,
    before: dayFiguresOf(summaries.before, keyFiguresOf(before, null, settings.firstPeriod)),
    after: dayFiguresOf(summaries.after, keyFiguresOf(after, null, settings.firstPeriod)),
    ...flowsOf(late, work),
    outstanding: {
      before: outstandingOf(summaries.before),
      after: outstandingOf(summaries.after),
    },
    lists: listsOf(changes, moved, work),
    lateAndResolved: changes.filter((row) => !row.carriedOver && !row.outstanding).length,
    closedOtherwise: closings.flat(),
  };
}
