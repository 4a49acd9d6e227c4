import { addMonths } from "#lib/core/dates.ts";
import { Prisma } from "#lib/core/db.ts";
import { AGING_STARTS } from "#lib/figures/rules.ts";
import { spanOf } from "#lib/periods/rules.ts";
import type { Period, Settings } from "#lib/periods/schema.ts";
import { lateTasks } from "#lib/tasks/lateness.ts";
import { isExtensionPending } from "#lib/tasks/list.ts";
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
  return Prisma.sql`
    select task.id as task_id,
      (select max(sequence) from task_event where task_event.task_id = task.id) as sequence,
      jsonb_build_object(
        'id', task.id, 'code', task.code, 'title', task.title, 'deliverable', task.deliverable,
        'directive', case when directive.id is not null then
          jsonb_build_object('number', directive.number, 'issuedOn', directive.issued_on) end,
        'level', task.level,
        'department', (select code from department where id = ${standing.departmentId}),
        'cooperating', (select coalesce(jsonb_agg(code order by department.position), '[]')
          from task_cooperation join department on department.id = department_id
          where task_id = task.id),
        'field', (select code from field where id = ${standing.fieldId}),
        'sector', (select code from sector where id = task.sector_id),
        'status', ${standing.status},
        'timeliness', case when ${cancelled} then null ${classes(standing)} end,
        'assignedOn', task.assigned_on, 'dueOn', ${standing.dueOn},
        'originalDueOn', task.original_due_on, 'completedOn', ${standing.completedOn},
        'extensionPending', ${isExtensionPending(asOf)},
        'late', ${lateness(asOf)},
        'reason', (select jsonb_build_object('kind', kind.code, 'text', reason.text)
          from late_reason as reason join late_reason_kind as kind on kind.id = reason.kind_id
          where reason.task_id = task.id and reason.month = ${period.month})
      ) as content
    from task ${standing.joins}
    left join (${lateTasks(period)}) as late on late.task_id = task.id
    left join directive on directive.id = task.directive_id
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

function lateness(asOf: Period["asOf"]): Prisma.Sql {
  const days = Prisma.sql`coalesce(late.ended_on, ${asOf}::date) - late.last_due_on`;
  const place = (department: Prisma.Sql, field: Prisma.Sql) => Prisma.sql`jsonb_build_object(
    'department', (select code from department where id = ${department}),
    'field', (select code from field where id = ${field}))`;
  return Prisma.sql`case when late.task_id is not null then (
    select jsonb_build_object(
      'carriedOver', late.carried_over, 'fromOn', began.on_day,
      'firstMonth', to_char(began.on_day, 'YYYY-MM'),
      'dueOn', late.last_due_on, 'days', ${days}, 'outstanding', late.outstanding,
      'endedBy', late.ended_by, 'endedOn', late.ended_on,
      'aging', case when late.outstanding then (${AGING_STARTS.map(({ bucket }) => bucket)}::text[])[
        width_bucket(${days}, ${AGING_STARTS.map(({ from }) => from)}::int[])] end,
      'first', ${place(Prisma.sql`late.first_department_id`, Prisma.sql`late.first_field_id`)},
      'last', ${place(Prisma.sql`late.last_department_id`, Prisma.sql`late.last_field_id`)})
    from (
      -- a spell that continues another's lateness began with that one
      select from_on as on_day from overdue_spell as spell
      where spell.task_id = late.task_id and spell.sequence <= late.first_sequence
        and not spell.continuing
      order by spell.sequence desc limit 1
    ) as began) end`;
}
