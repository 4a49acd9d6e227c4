import { toDatabaseDate } from "#lib/core/dates.ts";
import { database, type Transaction } from "#lib/core/db.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#lib/core/errors.ts";
import { once } from "#lib/core/once.ts";
import { senderOf } from "#lib/tasks/change.ts";
import { resolveReferences } from "#lib/tasks/references.ts";
import type { Actor } from "#lib/users/schema.ts";
import { mayPlan, mayPlanFor } from "./policy.ts";
import type { NewRecurrence, RecurrenceChange, RecurrenceSeen } from "./schema.ts";

/** The columns of what was entered. @throws InvalidInputError, ForbiddenError outside the portfolio */
async function columnsOf(transaction: Transaction, actor: Actor, entered: NewRecurrence) {
  const references = await resolveReferences(transaction, {
    ...entered,
    assigneeId: null,
    directive: null,
  });
  const { leadDepartmentId, fieldId, sectorId, leaderId, cooperatingIds } = references;
  if (!mayPlanFor(actor, leadDepartmentId)) {
    throw new ForbiddenError({ key: "work.refusal.outsidePortfolio" });
  }
  const { title, deliverable, decidingAuthority, priority } = entered;
  const { frequency, dueDay, shift, leadDays, startsOn, endsOn } = entered;
  return {
    columns: {
      ...{ title, deliverable, decidingAuthority, priority },
      ...{ leadDepartmentId, fieldId, sectorId, leaderId },
      ...{ frequency, dueDay, shift, leadDays },
      startsOn: toDatabaseDate(startsOn),
      endsOn: endsOn && toDatabaseDate(endsOn),
    },
    cooperations: { create: cooperatingIds.map((departmentId) => ({ departmentId })) },
  };
}

/**
 * Plans a task that recurs.
 * @throws ForbiddenError outside the actor's portfolio
 * @throws InvalidInputError for references that lead nowhere
 */
export async function createRecurrence(
  actor: Actor,
  entered: NewRecurrence,
): Promise<{ id: number }> {
  if (!mayPlan(actor)) throw new ForbiddenError();
  return database().$transaction((transaction) => {
    const work = async () => {
      const { columns, cooperations } = await columnsOf(transaction, actor, entered);
      return transaction.recurrence.create({
        data: { ...columns, cooperations, createdById: actor.id },
        select: { id: true },
      });
    };
    const key = entered.requestKey;
    return key === undefined ? work() : once(transaction, { sender: senderOf(actor), key }, work);
  });
}

/**
 * Locks one that goes on, as the actor looked at it.
 * @throws NotFoundError when it is not there or outside the actor's portfolio
 * @throws ConflictError when somebody else changed or stopped it meanwhile
 */
async function lockSeen(
  transaction: Transaction,
  actor: Actor,
  { id, version }: RecurrenceSeen,
): Promise<void> {
  const [row] = await transaction.$queryRaw<
    { version: number; stopped: boolean; departmentId: number }[]
  >`
    select version, stopped_at is not null as stopped, lead_department_id as "departmentId"
    from recurrence where id = ${id} for update`;
  if (!row || !mayPlanFor(actor, row.departmentId)) throw new NotFoundError();
  if (row.stopped) throw new ConflictError({ key: "recurring.problems.stopped" });
  if (row.version !== version) throw new ConflictError({ key: "recurring.problems.changed" });
}

/** Changes what the tasks made from now on will be; those made stay as they are. */
export async function changeRecurrence(actor: Actor, change: RecurrenceChange): Promise<void> {
  await database().$transaction(async (transaction) => {
    await lockSeen(transaction, actor, change);
    const { columns, cooperations } = await columnsOf(transaction, actor, change);
    await transaction.recurrenceCooperation.deleteMany({ where: { recurrenceId: change.id } });
    await transaction.recurrence.update({
      where: { id: change.id },
      data: { ...columns, cooperations, version: { increment: 1 } },
    });
  });
}

/** Lets it make no more tasks. */
export async function stopRecurrence(actor: Actor, seen: RecurrenceSeen): Promise<void> {
  await database().$transaction(async (transaction) => {
    await lockSeen(transaction, actor, seen);
    await transaction.recurrence.update({
      where: { id: seen.id },
      data: { stoppedAt: new Date(), version: { increment: 1 } },
    });
  });
}
