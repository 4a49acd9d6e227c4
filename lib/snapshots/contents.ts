import { addMonths } from "#lib/core/dates.ts";
import { Prisma } from "#lib/core/db.ts";
import { AGING_STARTS } from "#lib/figures/rules.ts";
import { spanOf } from "#lib/periods/rules.ts";
import type { Period, Settings } from "#lib/periods/schema.ts";
import { lateTasks } from "#lib/tasks/lateness.ts";
import { TIMELINESSES } from "#lib/tasks/schema.ts";
import { inTimeliness, type Standing } from "#lib/tasks/standing.ts";

/** Which of a period's tasks: all behind its figures, its late ones, or those due right after it. */
export type ContentKind = "all" | "late" | "dueNext";

/** The days of the month after a period. */
export function monthAfter({ month }: Pick<Period, "month">, settings: Settings) {
  return spanOf(addMonths(month, 1), settings);
}

/**
 * The tasks of a period as they stood at its end: `task_id`, the `sequence` of the last history
 * row, and the `content` as JSON, shaped as `PeriodTask`. It is the one description of a task
 * for the report, for the closing that freezes it, and for what differs after that.
 *
 * Behind the figures stand the tasks that were late in the period, those open at its end, and
 * those assigned in its year and not cancelled. Sub-tasks are in no figure.
 */
export function periodTasks(
  period: Period,
  standing: Standing,
  kind: ContentKind,
  settings: Settings,
): Prisma.Sql {
  const { asOf } = period;
  const cancelled = Prisma.sql`coalesce(task.cancelled_on <= ${asOf}::date, false)`;
  const sequence =
    kind === "all"
      ? Prisma.sql`(select task_id, max(sequence) as sequence from task_event group by task_id)`
      : Prisma.sql`(select 0 as task_id, 0 as sequence where false)`;
  // All that is looked up is joined as a whole: one look-up a task takes twice the time.
  return Prisma.sql`
    select task.id as task_id, history.sequence,
      jsonb_build_object(
        'id', task.id, 'code', task.code, 'title', task.title, 'deliverable', task.deliverable,
        'directive', case when directive.id is not null then
          jsonb_build_object('number', directive.number, 'issuedOn', directive.issued_on) end,
        'level', task.level, 'department', department.code,
        'cooperating', coalesce(cooperation.codes, '[]'::jsonb),
        'field', field.code, 'sector', sector.code, 'status', ${standing.status},
        'timeliness', case when ${cancelled} then null ${classes(standing)} end,
        'assignedOn', task.assigned_on, 'dueOn', ${standing.dueOn},
        'originalDueOn', task.original_due_on, 'completedOn', ${standing.completedOn},
        'extensionPending', pending.task_id is not null,
        'late', late.content,
        'reason', case when reason.task_id is not null then
          jsonb_build_object('kind', reason_kind.code, 'text', reason.text) end
      ) as content
    from task ${standing.joins}
    left join (${lateContents(period)}) as late on late.task_id = task.id
    left join ${sequence} as history on history.task_id = task.id
    left join directive on directive.id = task.directive_id
    left join department on department.id = ${standing.departmentId}
    left join field on field.id = ${standing.fieldId}
    left join sector on sector.id = task.sector_id
    left join (
      select task_id, jsonb_agg(department.code order by department.position) as codes
      from task_cooperation join department on department.id = department_id group by task_id
    ) as cooperation on cooperation.task_id = task.id
    left join (
      select distinct task_id from extension
      where requested_on <= ${asOf}::date and coalesce(decided_on > ${asOf}::date, true)
    ) as pending on pending.task_id = task.id
    left join late_reason as reason on reason.task_id = task.id and reason.month = ${period.month}
    left join late_reason_kind as reason_kind on reason_kind.id = reason.kind_id
    where task.parent_id is null and ${condition(kind, period, standing, settings, cancelled)}`;
}

function condition(
  kind: ContentKind,
  period: Period,
  standing: Standing,
  settings: Settings,
  cancelled: Prisma.Sql,
): Prisma.Sql {
  const { asOf } = period;
  switch (kind) {
    case "late":
      return Prisma.sql`late.task_id is not null`;
    case "dueNext": {
      const { from, to } = monthAfter(period, settings);
      return Prisma.sql`(${standing.open} and not ${standing.paused}
        and ${standing.dueOn} between ${from}::date and ${to}::date)`;
    }
    case "all":
      return Prisma.sql`(late.task_id is not null or ((${standing.open} or not ${cancelled}
          and task.assigned_on >= ${`${asOf.slice(0, 4)}-01-01`}::date)
        and task.assigned_on <= ${asOf}::date))`;
  }
}

function classes(standing: Standing): Prisma.Sql {
  const cases = TIMELINESSES.map(
    (timeliness) => Prisma.sql`when ${inTimeliness(standing, [timeliness])} then ${timeliness}`,
  );
  return Prisma.join(cases, " ");
}

/** The late tasks of a period, each with how it was late as JSON, shaped as `PeriodLateness`. */
function lateContents(period: Period): Prisma.Sql {
  const days = Prisma.sql`(coalesce(late.ended_on, ${period.asOf}::date) - late.last_due_on)`;
  return Prisma.sql`
    select late.task_id, jsonb_build_object(
      'carriedOver', late.carried_over, 'fromOn', began.on_day,
      'firstMonth', to_char(began.on_day, 'YYYY-MM'),
      'dueOn', late.last_due_on, 'days', ${days}, 'outstanding', late.outstanding,
      'endedBy', late.ended_by, 'endedOn', late.ended_on,
      'aging', case when late.outstanding then (${AGING_STARTS.map(({ bucket }) => bucket)}::text[])[
        width_bucket(${days}, ${AGING_STARTS.map(({ from }) => from)}::int[])] end,
      'first', jsonb_build_object('department', first_department.code, 'field', first_field.code),
      'last', jsonb_build_object('department', last_department.code, 'field', last_field.code)
    ) as content
    from (${lateTasks(period)}) as late
    join department as first_department on first_department.id = late.first_department_id
    join department as last_department on last_department.id = late.last_department_id
    join field as first_field on first_field.id = late.first_field_id
    join field as last_field on last_field.id = late.last_field_id
    cross join lateral (
      -- a spell that continues another's lateness began with that one
      select from_on as on_day from overdue_spell as spell
      where spell.task_id = late.task_id and spell.sequence <= late.first_sequence
        and not spell.continuing
      order by spell.sequence desc limit 1
    ) as began`;
}
