import type { Transaction } from "#lib/core/db.ts";

/**
 * Builds the running sums anew from all tasks, for whoever has written many at once. The
 * tables are the truth, the sums follow from them (view `task_contribution`).
 */
export async function rebuildTally(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`delete from task_tally`;
  await transaction.$executeRaw`
    insert into task_tally (grain, year, day, level, department_id,
      open, overdue, completed, on_time, on_time_by_original, without_deadline)
    select span.grain, year, span.day, level, department_id,
      sum(open), sum(overdue), sum(completed), sum(on_time), sum(on_time_by_original),
      sum(without_deadline)
    from task_contribution as change
    cross join lateral (values
      ('DAY'::"TallyGrain", change.day),
      ('MONTH', date_trunc('month', change.day::timestamp)::date)) as span (grain, day)
    group by span.grain, year, span.day, level, department_id
    having (sum(open), sum(overdue), sum(completed)) <> (0, 0, 0)`;
}
