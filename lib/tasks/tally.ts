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

type Contribution = {
  grain: "DAY" | "MONTH";
  year: number;
  day: string;
  level: string;
  department_id: number;
  open: number;
  overdue: number;
  completed: number;
  on_time: number;
  on_time_by_original: number;
  without_deadline: number;
};

const SUMS = [
  "open",
  "overdue",
  "completed",
  "on_time",
  "on_time_by_original",
  "without_deadline",
] as const;

/** What these tasks add to the running sums as they are stored now. */
async function contributionsOf(
  transaction: Transaction,
  taskIds: readonly number[],
): Promise<Contribution[]> {
  return transaction.$queryRaw`
    select span.grain::text as grain, year, span.day::text as day, level::text as level, department_id,
      sum(open)::int as open, sum(overdue)::int as overdue, sum(completed)::int as completed,
      sum(on_time)::int as on_time, sum(on_time_by_original)::int as on_time_by_original,
      sum(without_deadline)::int as without_deadline
    from task_contribution as change
    cross join lateral (values
      ('DAY'::"TallyGrain", change.day),
      ('MONTH', date_trunc('month', change.day::timestamp)::date)) as span (grain, day)
    where task_id = any(${[...taskIds]}::int[])
    group by span.grain, year, span.day, level, department_id`;
}

/**
 * Writes tasks and brings the running sums in step with them. As late in a transaction as can be:
 * the sums are shared rows, taken in the order of their key so that writers wait for each other
 * and never deadlock.
 * @param before ids of existing tasks that `write` changes
 * @param write answers, with its result, the ids of all tasks that it changed or made
 */
export async function keepingTally<Result>(
  transaction: Transaction,
  before: readonly number[],
  write: () => Promise<{ result: Result; taskIds: readonly number[] }>,
): Promise<Result> {
  const taken = before.length > 0 ? await contributionsOf(transaction, before) : [];
  const { result, taskIds } = await write();
  const added = await contributionsOf(transaction, taskIds);
  const changes = differenceOf(taken, added);
  if (changes.length > 0) {
    await transaction.$executeRaw`
      insert into task_tally (grain, year, day, level, department_id,
        open, overdue, completed, on_time, on_time_by_original, without_deadline)
      select grain::"TallyGrain", year, day::date, level::"Level", department_id,
        open, overdue, completed, on_time, on_time_by_original, without_deadline
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as change (grain text, year int,
        day text, level text, department_id int, open int, overdue int, completed int, on_time int,
        on_time_by_original int, without_deadline int)
      order by 1, 2, 3, 4, 5
      on conflict (grain, year, day, level, department_id) do update set
        open = task_tally.open + excluded.open,
        overdue = task_tally.overdue + excluded.overdue,
        completed = task_tally.completed + excluded.completed,
        on_time = task_tally.on_time + excluded.on_time,
        on_time_by_original = task_tally.on_time_by_original + excluded.on_time_by_original,
        without_deadline = task_tally.without_deadline + excluded.without_deadline`;
  }
  return result;
}

function differenceOf(taken: Contribution[], added: Contribution[]): Contribution[] {
  const changes = new Map<string, Contribution>();
  const add = (row: Contribution, sign: 1 | -1) => {
    const { grain, year, day, level, department_id } = row;
    const key = [grain, year, day, level, department_id].join("|");
    const sum = changes.get(key) ?? {
      ...row,
      ...Object.fromEntries(SUMS.map((name) => [name, 0])),
    };
    for (const name of SUMS) sum[name] += sign * row[name];
    changes.set(key, sum);
  };
  for (const row of taken) add(row, -1);
  for (const row of added) add(row, 1);
  return [...changes.values()].filter((row) => SUMS.some((name) => row[name] !== 0));
}
