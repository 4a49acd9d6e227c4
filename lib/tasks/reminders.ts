import { addDays, type CivilDate, fromDatabaseDate, toDatabaseDate } from "#lib/core/dates.ts";
import { database, type Transaction } from "#lib/core/db.ts";
import type { NotificationKind } from "#lib/notifications/schema.ts";
import { notify } from "#lib/notifications/service.ts";
import { dueSoonUntil, getSettings } from "#lib/periods/queries.ts";
import { headsOf } from "./recipients.ts";

/** For so long a missed deadline is still told of, so that a stop of the product hides none. */
const TOLD_FOR_DAYS = 7;

async function openTasks(from: CivilDate, to: CivilDate) {
  return database().task.findMany({
    where: {
      status: { in: ["ASSIGNED", "IN_PROGRESS", "SUBMITTED"] },
      dueOn: { gte: toDatabaseDate(from), lte: toDatabaseDate(to) },
    },
    orderBy: { id: "asc" },
    select: {
      id: true,
      status: true,
      dueOn: true,
      leadDepartmentId: true,
      assigneeId: true,
      leaderId: true,
    },
  });
}

type OpenTask = Awaited<ReturnType<typeof openTasks>>[number];

/** Whoever has handed the work in waits; whoever leads it then has to act. */
async function peopleToTell(
  transaction: Transaction,
  kind: NotificationKind,
  { status, leadDepartmentId, assigneeId, leaderId }: OpenTask,
): Promise<number[]> {
  const workers =
    status === "SUBMITTED" ? [] : [assigneeId, ...(await headsOf(transaction, [leadDepartmentId]))];
  const leaders = kind === "OVERDUE" ? [leaderId] : [];
  return [...workers, ...leaders].filter((id) => id !== null);
}

async function remind(kind: "DUE_SOON" | "OVERDUE", tasks: readonly OpenTask[]): Promise<void> {
  for (const task of tasks) {
    if (task.dueOn === null) continue;
    const data = { dueOn: fromDatabaseDate(task.dueOn) };
    await database().$transaction(async (transaction) => {
      const userIds = await peopleToTell(transaction, kind, task);
      await notify(transaction, { kind, taskId: task.id, userIds, data });
    });
  }
}

/**
 * Tells of deadlines: those near, to whoever does the work and heads its department; those
 * missed, from the first day late on, to the leader in charge too. Each person learns of a task's
 * deadline once of each kind, however often this runs; of a new deadline anew.
 */
export async function remindOfDeadlines(today: CivilDate): Promise<void> {
  const dueSoon = await dueSoonUntil(today, await getSettings());
  await remind("DUE_SOON", await openTasks(today, dueSoon));
  await remind("OVERDUE", await openTasks(addDays(today, -TOLD_FOR_DAYS), addDays(today, -1)));
}
