import type { CivilMonth } from "#lib/core/dates.ts";
import { database, Prisma, type Transaction } from "#lib/core/db.ts";
import { ForbiddenError, InvalidInputError, NotFoundError } from "#lib/core/errors.ts";
import type { Period } from "#lib/periods/schema.ts";
import { lateTasks } from "#lib/tasks/lateness.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { refuseClosed } from "./open-month.ts";
import { mayAnswerFor, mayGiveReasons } from "./policy.ts";
import { knownPeriod } from "./queries.ts";
import type { ReasonEntry, ReasonsDone, ReasonsInput } from "./schema.ts";

/**
 * Says why tasks were late in an open month, or takes that back (an entry without a kind). Each
 * entry holds only if its reason is still as the actor saw it; the others are told apart.
 * @throws NotFoundError when one of the tasks is not the actor's to answer for: nothing is saved then
 * @throws ConflictError when the month is closed
 */
export async function enterReasons(
  actor: CurrentUser,
  { month, entries: given }: ReasonsInput,
): Promise<ReasonsDone> {
  if (!mayGiveReasons(actor)) throw new ForbiddenError();
  const period = await knownPeriod(month);
  const kinds = await kindIds();
  const entries = [...new Map(given.map((entry) => [entry.taskId, entry])).values()];
  if (entries.some(({ kind }) => kind !== "" && !kinds.has(kind))) {
    throw new InvalidInputError([{ path: "entries", key: "narratives.problems.kind" }]);
  }
  return database().$transaction(async (transaction) => {
    await refuseClosed(transaction, month);
    const late = await lateAmong(transaction, actor, period, entries);
    const asked = entries.filter(({ taskId }) => late.has(taskId));
    const saved = await write(transaction, { actor, month, kinds }, asked);
    const done = new Set(saved.map(({ taskId }) => taskId));
    const changed = asked.map(({ taskId }) => taskId).filter((taskId) => !done.has(taskId));
    const standing = await standingReasons(transaction, month, changed);
    return {
      saved,
      refused: [
        ...changed.map((taskId) => ({
          taskId,
          why: "CHANGED" as const,
          current: standing.get(taskId) ?? null,
        })),
        ...entries
          .filter(({ taskId }) => !late.has(taskId))
          .map(({ taskId }) => ({ taskId, why: "NOT_LATE" as const, current: null })),
      ],
    };
  });
}

async function kindIds(): Promise<ReadonlyMap<string, number>> {
  const kinds = await database().lateReasonKind.findMany({ select: { id: true, code: true } });
  return new Map(kinds.map(({ id, code }) => [code, id]));
}

/** Which of the tasks are late in the period. @throws NotFoundError for one that is not the actor's */
async function lateAmong(
  transaction: Transaction,
  actor: CurrentUser,
  period: Period,
  entries: readonly ReasonEntry[],
): Promise<ReadonlySet<number>> {
  const ids = entries.map(({ taskId }) => taskId);
  const rows = await transaction.$queryRaw<
    { taskId: number; departmentId: number; assigneeId: number | null; late: boolean }[]
  >(Prisma.sql`
    select task.id as "taskId", task.assignee_id as "assigneeId", late.task_id is not null as late,
      coalesce(late.first_department_id, task.lead_department_id) as "departmentId"
    from task left join (${lateTasks(period)}) as late on late.task_id = task.id
    where task.id = any(${ids})`);
  if (rows.length < ids.length || !rows.every((row) => mayAnswerFor(actor, row))) {
    throw new NotFoundError({ key: "narratives.problems.notYours" });
  }
  return new Set(rows.filter(({ late }) => late).map(({ taskId }) => taskId));
}

/** Writes what is still as it was seen. @returns what was written */
async function write(
  transaction: Transaction,
  given: { actor: CurrentUser; month: CivilMonth; kinds: ReadonlyMap<string, number> },
  entries: readonly ReasonEntry[],
): Promise<ReasonsDone["saved"]> {
  const { actor, month, kinds } = given;
  const columns = (some: readonly ReasonEntry[]) => Prisma.sql`unnest(
    ${some.map(({ taskId }) => taskId)}::int[],
    ${some.map(({ kind }) => kinds.get(kind) ?? 0)}::int[],
    ${some.map(({ text }) => text)}::text[],
    ${some.map(({ version }) => version)}::int[]) as entry (task_id, kind_id, text, version)`;
  const first = entries.filter(({ kind, version }) => kind !== "" && version === 0);
  const again = entries.filter(({ kind, version }) => kind !== "" && version > 0);
  const back = entries.filter(({ kind }) => kind === "");
  const inserted = await transaction.$queryRaw<ReasonsDone["saved"]>(Prisma.sql`
    insert into late_reason (task_id, month, kind_id, text, entered_by_id)
    select task_id, ${month}, kind_id, text, ${actor.id} from ${columns(first)}
    on conflict do nothing
    returning task_id as "taskId", version`);
  const updated = await transaction.$queryRaw<ReasonsDone["saved"]>(Prisma.sql`
    update late_reason as reason
    set kind_id = entry.kind_id, text = entry.text, version = reason.version + 1,
      entered_by_id = ${actor.id}, entered_at = now()
    from ${columns(again)}
    where reason.task_id = entry.task_id and reason.month = ${month}
      and reason.version = entry.version
    returning reason.task_id as "taskId", reason.version`);
  const removed = await transaction.$queryRaw<ReasonsDone["saved"]>(Prisma.sql`
    delete from late_reason as reason using ${columns(back)}
    where reason.task_id = entry.task_id and reason.month = ${month}
      and reason.version = entry.version
    returning reason.task_id as "taskId", 0 as version`);
  return [...inserted, ...updated, ...removed];
}

async function standingReasons(
  transaction: Transaction,
  month: CivilMonth,
  taskIds: readonly number[],
) {
  const rows = await transaction.lateReason.findMany({
    where: { month, taskId: { in: [...taskIds] } },
    select: {
      taskId: true,
      text: true,
      version: true,
      kind: { select: { code: true } },
      enteredBy: { select: { displayName: true } },
    },
  });
  return new Map(
    rows.map(({ taskId, text, version, kind, enteredBy }) => [
      taskId,
      { kind: kind.code, text, version, by: enteredBy.displayName },
    ]),
  );
}
