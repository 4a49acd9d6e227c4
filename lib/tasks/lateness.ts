import type { CivilDate } from "#lib/core/dates.ts";
import { Prisma } from "#lib/core/db.ts";
import type { TaskScope } from "./policy.ts";

/**
 * The tasks that a scope lets someone see, as a condition on the table `task`. Every read of
 * tasks on someone's behalf goes through it. A department keeps seeing a task that it once led,
 * since the past figures that it answers for open to that task.
 */
export function visibleTasks(scope: TaskScope): Prisma.Sql {
  switch (scope.kind) {
    case "all":
      return Prisma.sql`true`;
    case "none":
      return Prisma.sql`false`;
    case "department":
      return seenByDepartment(Prisma.sql`${scope.departmentId}`);
  }
}

/** Whether the people of a department see a task. */
export function seenByDepartment(departmentId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    task.lead_department_id = ${departmentId}
    or exists (select from task_cooperation as cooperation
      where cooperation.task_id = task.id and cooperation.department_id = ${departmentId})
    or exists (select from task_phase as formerly
      where formerly.department_id = ${departmentId} and formerly.task_id = task.id))`;
}

/**
 * The tasks that were late in the days `from` to `asOf`, one row each (domain rules "Overdue
 * is an interval"): `carried_over` (late at the end of the day before `from`; else newly
 * overdue), the department and field of the first spell in those days and of the last,
 * whether it is `outstanding` at the end of `asOf`, else what `ended_by` it and when
 * (`ended_on`), the deadline that it missed last (`last_due_on`), and the `first_sequence` of
 * its spells in those days.
 *
 * A spell belongs to the days if it touches them; its last day counts, so that a task
 * finished one day late is there.
 */
export function lateTasks({ from, asOf }: { from: CivilDate; asOf: CivilDate }): Prisma.Sql {
  return Prisma.sql`
    select first.task_id, first.sequence as first_sequence,
      first.from_on < ${from}::date as carried_over,
      first.department_id as first_department_id,
      first.field_id as first_field_id,
      coalesce(later.department_id, first.department_id) as last_department_id,
      coalesce(later.field_id, first.field_id) as last_field_id,
      coalesce(later.due_on, first.due_on) as last_due_on,
      final.outstanding,
      case when not final.outstanding then coalesce(later.ended_by, first.ended_by) end as ended_by,
      case when not final.outstanding then coalesce(later.to_on, first.to_on) end as ended_on
    from overdue_spell as first
    left join lateral (
      select spell.* from overdue_spell as spell
      where first.to_on is not null and spell.task_id = first.task_id
        and spell.sequence > first.sequence and spell.from_on <= ${asOf}::date
      order by spell.sequence desc limit 1
    ) as later on true
    cross join lateral (
      select coalesce(case when later.task_id is null then first.to_on else later.to_on end > ${asOf}::date, true)
        as outstanding
    ) as final
    where daterange(first.from_on, first.to_on, '[]') && daterange(${from}::date, ${asOf}::date, '[]')
      and (first.sequence = 0 or not exists (
        select from overdue_spell as before
        where before.task_id = first.task_id and before.sequence < first.sequence
          and coalesce(before.to_on >= ${from}::date, true)))`;
}
