import { type CivilDate, later, toDatabaseDate } from "#lib/core/dates.ts";
import type { Transaction } from "#lib/core/db.ts";
import type { Actor } from "#lib/users/schema.ts";
import { authorOf, type Change, type TaskState } from "./change.ts";
import { eventRecordOf } from "./records.ts";

/* What goes along when a task ends or moves to another department. */

/** Whoever leads a task does not cooperate in it as well. */
export async function noLongerCooperating(
  transaction: Transaction,
  taskId: number,
  departmentId: number,
): Promise<void> {
  await transaction.taskCooperation.deleteMany({ where: { taskId, departmentId } });
}

/** With a task end its open parts, and a request to extend it that still waited is rejected. */
export async function ending(
  transaction: Transaction,
  actor: Actor,
  { id, extension }: TaskState,
  on: CivilDate,
  change: Change,
): Promise<Change> {
  const day = extension ? later(on, extension.requestedOn) : on;
  return {
    ...change,
    events: [
      ...(extension ? [{ event: { kind: "EXTENSION_REJECTED" as const, on: day } }] : []),
      ...change.events,
    ],
    also: async () => {
      await stopParts(transaction, actor, id, on);
      if (!extension) return;
      await transaction.extension.update({
        where: { id: extension.id, decision: null },
        data: { decision: "REJECTED", decidedOn: toDatabaseDate(day), decidedAt: new Date() },
      });
    },
  };
}

/** Stops the open parts of a task that ends, or leaves the department which planned them. */
export async function stopParts(
  transaction: Transaction,
  actor: Actor,
  parentId: number,
  on: CivilDate,
): Promise<void> {
  const parts = await transaction.task.findMany({
    where: { parentId, completedOn: null, cancelledOn: null },
    select: { id: true, _count: { select: { events: true } } },
  });
  for (const part of parts) {
    await transaction.taskEvent.create({
      data: {
        ...eventRecordOf({ kind: "CANCELLED", on }),
        ...authorOf(actor),
        taskId: part.id,
        sequence: part._count.events + 1,
      },
    });
    await transaction.task.update({
      where: { id: part.id },
      data: {
        status: "CANCELLED",
        cancelledOn: toDatabaseDate(on),
        version: { increment: 1 },
      },
    });
  }
}
