import type { CivilDate } from "#lib/core/dates.ts";
import { database, Prisma } from "#lib/core/db.ts";
import type { AttentionItem, Dashboard } from "./schema.ts";

/** The departments that are meant; null for all. */
type Departments = readonly number[] | null;

const ITEMS_OF_A_KIND = 3;

function among(column: Prisma.Sql, departments: Departments): Prisma.Sql {
  return departments === null
    ? Prisma.sql`true`
    : Prisma.sql`${column} = any(${[...departments]}::int[])`;
}

function standingAt(on: CivilDate): Prisma.Sql {
  return Prisma.sql`phase.from_on <= ${on}::date and coalesce(phase.to_on > ${on}::date, true)`;
}

/**
 * What whoever is in charge of these departments should look at first at the end of a day:
 * requests to decide and work to confirm that wait longest, the tasks late longest, and those
 * sent back twice or more (as the partial index task_returned_often has it); a few of each.
 */
async function attentionItems(on: CivilDate, departments: Departments): Promise<AttentionItem[]> {
  return database().$queryRaw<AttentionItem[]>`
    select item.kind, task.id as "taskId", task.code as "taskCode", task.title,
      department.code as "departmentCode", item.amount
    from (
      (select 'EXTENSION_PENDING' as kind, 1 as rank, task_id, ${on}::date - requested_on as amount
        from extension join task on task.id = task_id
        where requested_on <= ${on}::date and coalesce(decided_on > ${on}::date, true)
          and ${among(Prisma.sql`task.lead_department_id`, departments)}
        order by amount desc, task_id limit ${ITEMS_OF_A_KIND})
      union all
      (select 'AWAITING_CONFIRMATION', 2, task_id, ${on}::date - from_on from task_phase as phase
        where status = 'SUBMITTED' and ${standingAt(on)} and ${among(Prisma.sql`department_id`, departments)}
        order by 4 desc, task_id limit ${ITEMS_OF_A_KIND})
      union all
      (select 'LONGEST_OVERDUE', 3, task_id, ${on}::date - due_on from overdue_spell
        where daterange(from_on, to_on, '[)') @> ${on}::date
          and daterange(from_on, to_on, '[]') @> ${on}::date
          and ${among(Prisma.sql`department_id`, departments)}
        order by 4 desc, task_id limit ${ITEMS_OF_A_KIND})
      union all
      (select 'RETURNED_OFTEN', 4, phase.task_id, returned.times from task
        join task_phase as phase on phase.task_id = task.id and ${standingAt(on)}
        cross join lateral (select count(*)::int as times from task_event as event
          where event.task_id = task.id and event.kind = 'RETURNED'
            and event.effective_on <= ${on}::date) as returned
        where task.return_count >= 2 and returned.times >= 2
          and ${among(Prisma.sql`phase.department_id`, departments)}
        order by 4 desc, phase.task_id limit ${ITEMS_OF_A_KIND})
    ) as item
    join task on task.id = item.task_id
    join department on department.id = task.lead_department_id
    order by item.rank, amount desc, task.id`;
}

/** How many extension requests waited for a decision at the end of a day. */
async function countPending(on: CivilDate, departments: Departments): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    select count(*)::int as count
    from extension join task on task.id = extension.task_id
    where requested_on <= ${on}::date and coalesce(decided_on > ${on}::date, true)
      and ${among(Prisma.sql`task.lead_department_id`, departments)}`;
  return row?.count ?? 0;
}

/** How many submissions waited for confirmation at the end of a day. */
async function countAwaiting(on: CivilDate, departments: Departments): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from task_phase as phase
    where status = 'SUBMITTED' and ${standingAt(on)} and ${among(Prisma.sql`department_id`, departments)}`;
  return row?.count ?? 0;
}

/** What whoever is in charge of these departments (null: of all) has to decide or look into. */
export async function getAttention(
  on: CivilDate,
  departments: Departments,
): Promise<Dashboard["attention"]> {
  const [items, pendingExtensions, awaitingConfirmation] = await Promise.all([
    attentionItems(on, departments),
    countPending(on, departments),
    countAwaiting(on, departments),
  ]);
  return { items, pendingExtensions, awaitingConfirmation };
}
