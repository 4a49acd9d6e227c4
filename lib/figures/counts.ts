import { type CivilDate, firstDayOf, monthOf } from "#lib/core/dates.ts";
import { database, PREPARED, Prisma, type Reader } from "#lib/core/db.ts";
import type { Period, Settings } from "#lib/periods/schema.ts";
import { lateTasks } from "#lib/tasks/lateness.ts";
import type { Level, SpellEnd } from "#lib/tasks/schema.ts";
import { AGING_STARTS, type CompletionCounts, type LateCount } from "./rules.ts";

/** A day to count at, and with it how far ahead a deadline is near. */
type Moment = { on: CivilDate; dueSoonUntil: CivilDate; dueWithinWeekUntil: CivilDate };

/** Postgres's bucket of a day among the first days of consecutive months: 0 before them all. */
function bucketOf(day: Prisma.Sql, starts: readonly CivilDate[]): Prisma.Sql {
  return Prisma.sql`width_bucket(${day}, ${starts}::date[])`;
}

/** `agingBucket`: 1 for the first of the buckets in which outstanding tasks age; 0: settled. */
export type LateRow = LateCount & { agingBucket: number };
/** `bucket`: 1 for the first of the given months. */
export type NewlyRow = { bucket: number; department: string; count: number };
export type PendingRow = { on: CivilDate; department: string; count: number };
/** `week`: 1 for the first of the given weeks. */
export type UpcomingRow = { week: number; department: string; count: number };

/** The late tasks of a period, counted by where they began, where they ended, and how. */
export async function countLate(period: Period, reader: Reader = database()): Promise<LateRow[]> {
  const agingStarts = AGING_STARTS.map(({ from }) => from);
  const rows = await reader.$queryRaw<
    {
      firstDepartment: string;
      firstField: string;
      lastDepartment: string;
      lastField: string;
      carriedOver: boolean;
      outstanding: boolean;
      endedBy: SpellEnd | null;
      agingBucket: number;
      count: number;
    }[]
  >`${PREPARED}
    select first_department.code as "firstDepartment", first_field.code as "firstField",
      last_department.code as "lastDepartment", last_field.code as "lastField",
      carried_over as "carriedOver", outstanding, ended_by as "endedBy", aging as "agingBucket", count
    from (
      select first_department_id, first_field_id, last_department_id, last_field_id,
        carried_over, outstanding, ended_by,
        case when outstanding
          then width_bucket(${period.asOf}::date - last_due_on, ${agingStarts}::int[]) else 0 end as aging,
        count(*)::int as count
      from (${lateTasks(period)}) as late
      group by 1, 2, 3, 4, 5, 6, 7, 8
    ) as grouped
    join department as first_department on first_department.id = first_department_id
    join department as last_department on last_department.id = last_department_id
    join field as first_field on first_field.id = first_field_id
    join field as last_field on last_field.id = last_field_id`;
  return rows.map((row) => ({
    first: { department: row.firstDepartment, field: row.firstField },
    last: { department: row.lastDepartment, field: row.lastField },
    carriedOver: row.carriedOver,
    outstanding: row.outstanding,
    endedBy: row.endedBy,
    agingBucket: row.agingBucket,
    count: row.count,
  }));
}

/** What the days of one month added to the counts of one year of assignment, level, department. */
export type TallyRow = Pick<
  CompletionCounts,
  "open" | "overdue" | "completed" | "onTime" | "onTimeByOriginalDeadline" | "noDeadline"
> & {
  year: number;
  /** 1 for the first of the given months, 2 for the second …; 0 for all days before them. */
  bucket: number;
  level: Level;
  department: string;
};

/**
 * The running sums up to a day, by the months that begin on `starts`: all days since
 * `firstYear` began for tasks assigned from then on, and the days of those months for older
 * tasks too. Whole calendar months are read as one where the periods are calendar months.
 */
export async function readTally(
  { asOf, starts, firstYear }: { asOf: CivilDate; starts: readonly CivilDate[]; firstYear: number },
  { periodFirstDay }: Pick<Settings, "periodFirstDay">,
  reader: Reader = database(),
): Promise<TallyRow[]> {
  const singleDaysFrom = periodFirstDay === 1 ? firstDayOf(monthOf(asOf)) : `${firstYear}-01-01`;
  return reader.$queryRaw<TallyRow[]>`${PREPARED}
    select year, bucket, level, department.code as department, sums.open, sums.overdue,
      sums.completed, sums."onTime", sums."onTimeByOriginalDeadline", sums."noDeadline"
    from (
      select year, ${bucketOf(Prisma.sql`day`, starts)} as bucket, level, department_id,
        sum(open)::int as open, sum(overdue)::int as overdue, sum(completed)::int as completed,
        sum(on_time)::int as "onTime", sum(on_time_by_original)::int as "onTimeByOriginalDeadline",
        sum(without_deadline)::int as "noDeadline"
      from task_tally
      where (year >= ${firstYear} or day >= ${starts[0]}::date)
        and ((grain = 'MONTH' and day < ${singleDaysFrom}::date)
          or (grain = 'DAY' and day between ${singleDaysFrom}::date and ${asOf}::date))
      group by 1, 2, 3, 4
    ) as sums
    join department on department.id = sums.department_id`;
}

/** Tasks that became late in each of the months beginning on `starts`, by department. */
export async function countNewlyOverdue(
  asOf: CivilDate,
  starts: readonly CivilDate[],
  reader: Reader = database(),
): Promise<NewlyRow[]> {
  return reader.$queryRaw`${PREPARED}
    select bucket, department.code as department, count
    from (
      select bucket, department_id, count(*)::int as count
      from overdue_spell as spell
      cross join lateral (select ${bucketOf(Prisma.sql`spell.from_on`, starts)} as bucket) as month
      where spell.from_on between ${starts[0]}::date and ${asOf}::date
        and not spell.continuing
        and (spell.sequence = 0 or not exists (
          select from overdue_spell as before
          where before.task_id = spell.task_id and before.sequence < spell.sequence
            and coalesce(before.to_on >= (${starts}::date[])[month.bucket], true)))
      group by 1, 2
    ) as counted
    join department on department.id = counted.department_id`;
}

/** Open tasks at the end of a day whose deadline is near, or that wait for confirmation. */
export type NearRow = {
  on: CivilDate;
  level: Level;
  department: string;
  assignedInYear: boolean;
  dueSoon: number;
  dueWithinWeek: number;
  awaitingConfirmation: number;
};

/** The near deadlines and waiting confirmations at the end of each of the given days. */
export async function countNear(
  moments: readonly Moment[],
  reader: Reader = database(),
): Promise<NearRow[]> {
  const perMoment = moments.map(
    ({ on, dueSoonUntil, dueWithinWeekUntil }) => Prisma.sql`
      select ${on} as on, task.level, phase.department_id,
        date_part('year', task.assigned_on) = date_part('year', ${on}::date) as assigned_in_year,
        count(*) filter (where near and phase.due_on <= ${dueSoonUntil}::date)::int as due_soon,
        count(*) filter (where near and phase.due_on <= ${dueWithinWeekUntil}::date)::int as due_within_week,
        count(*) filter (where not near)::int as awaiting
      from (
        select task_id, department_id, due_on, true as near from task_phase
        where due_on between ${on}::date and greatest(${dueSoonUntil}::date, ${dueWithinWeekUntil}::date)
          and from_on <= ${on}::date and coalesce(to_on > ${on}::date, true) and status <> 'PAUSED'
          -- by the key of each of these few tasks; as "not exists" it would read all late spells
          and (select count(*) from overdue_spell as spell
            where spell.task_id = task_phase.task_id
              and spell.from_on <= ${on}::date and coalesce(spell.to_on > ${on}::date, true)) = 0
        union all
        select task_id, department_id, due_on, false from task_phase
        where status = 'SUBMITTED' and from_on <= ${on}::date and coalesce(to_on > ${on}::date, true)
      ) as phase
      join task on task.id = phase.task_id
      group by 1, 2, 3, 4`,
  );
  return reader.$queryRaw`${PREPARED}
    select counted.on, level, department.code as department, assigned_in_year as "assignedInYear",
      due_soon as "dueSoon", due_within_week as "dueWithinWeek", awaiting as "awaitingConfirmation"
    from (${Prisma.join(perMoment, " union all ")}) as counted
    join department on department.id = counted.department_id`;
}

/** Extension requests that were waiting for a decision at the end of each day, by lead department. */
export async function countPendingExtensions(
  days: readonly CivilDate[],
  reader: Reader = database(),
): Promise<PendingRow[]> {
  return reader.$queryRaw`
    select to_char(asked.day, 'YYYY-MM-DD') as on, department.code as department,
      count(*)::int as count
    from unnest(${[...days]}::date[]) as asked (day)
    join extension on requested_on <= asked.day and coalesce(decided_on > asked.day, true)
    join task on task.id = extension.task_id
    join department on department.id = task.lead_department_id
    group by 1, 2`;
}

/**
 * Deadlines of tasks open (not paused) at the end of a day, by the weeks after it.
 * @param weeks one after the other; a row's `week` is 1 for the first of them
 */
export async function countUpcoming(
  on: CivilDate,
  weeks: readonly { from: CivilDate; to: CivilDate }[],
  reader: Reader = database(),
): Promise<UpcomingRow[]> {
  const starts = weeks.map(({ from }) => from);
  return reader.$queryRaw`
    select week, department.code as department, count
    from (
      select width_bucket(due_on, ${starts}::date[]) as week, department_id, count(*)::int as count
      from task_phase as phase
      where due_on between ${starts[0]}::date and ${weeks.at(-1)?.to}::date and status <> 'PAUSED'
        and phase.from_on <= ${on}::date and coalesce(phase.to_on > ${on}::date, true)
      group by 1, 2
    ) as counted
    join department on department.id = counted.department_id`;
}
