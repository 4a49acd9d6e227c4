import type { CivilDate } from "#lib/core/dates.ts";

/** What the figures of a month are asked for. */
export type Bounds = {
  from: CivilDate;
  asOf: CivilDate;
  yearStart: CivilDate;
  /** First days of the 12 months of the trend, the oldest first. */
  monthStarts: readonly CivilDate[];
  /** First day of the year that the oldest of them lies in. */
  oldestYearStart: CivilDate;
};

export type Statement = { text: string; values: unknown[] };

/**
 * The dashboard's figures asked of the tables themselves, in the best plain SQL known for
 * them: what they would cost without the running sums.
 */
export function plainStatements(bounds: Bounds): Statement[] {
  const { from, asOf, yearStart, monthStarts, oldestYearStart } = bounds;
  return [
    {
      // late by department and field, carried over and new
      text: `
        select place[2] as department_id, place[3] as field_id, carried_over, outstanding,
          ended_by, aging, count(*)
        from (
          select min(array[sequence, department_id, field_id]) as place,
            bool_or(from_on < $1::date) as carried_over,
            bool_or(coalesce(to_on > $2::date, true)) as outstanding,
            max(ended_by) as ended_by,
            width_bucket($2::date - max(due_on), array[1, 8, 31, 91]) as aging
          from overdue_spell
          where daterange(from_on, to_on, '[]') && daterange($1::date, $2::date, '[]')
          group by task_id
        ) as late
        group by 1, 2, 3, 4, 5, 6`,
      values: [from, asOf],
    },
    {
      // completion of the year's tasks by level and department
      text: `
        select level, lead_department_id, count(*) as assigned,
          count(*) filter (where completed_on <= $1::date) as completed,
          count(*) filter (where completed_on <= $1::date and completed_on <= due_on) as on_time,
          count(*) filter (where completed_on <= $1::date and completed_on <= original_due_on)
            as on_time_by_original,
          count(*) filter (where completed_on <= $1::date and due_on is null) as without_deadline
        from task
        where assigned_on between $2::date and $1::date and coalesce(cancelled_on > $1::date, true)
        group by 1, 2`,
      values: [asOf, yearStart],
    },
    {
      // the trend's completion: of the tasks of each month, how many were finished in which
      text: `
        select width_bucket(assigned_on, $1::date[]) as assigned,
          width_bucket(completed_on, $1::date[]) as completed, level = 'CITY' as city, count(*)
        from task where assigned_on between $2::date and $3::date
        group by 1, 2, 3`,
      values: [monthStarts, oldestYearStart, asOf],
    },
    {
      // the trend's late tasks
      text: `
        select month, count(distinct task_id) as late,
          count(distinct task_id) filter (where coalesce(to_on > last, true)) as outstanding
        from unnest($1::date[]) as month
        cross join lateral (select
          least((month + interval '1 month' - interval '1 day')::date, $2::date) as last) as span
        join overdue_spell on daterange(from_on, to_on, '[]') && daterange(month, last, '[]')
        group by 1`,
      values: [monthStarts, asOf],
    },
    {
      // near deadlines and waiting confirmations
      text: `
        select department_id, status, due_on <= $1::date + 5 as soon, count(*)
        from task_phase
        where daterange(from_on, to_on, '[)') @> $1::date
          and (due_on between $1::date and $1::date + 7 or status = 'SUBMITTED')
        group by 1, 2, 3`,
      values: [asOf],
    },
  ];
}
