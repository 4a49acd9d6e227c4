import type { z } from "zod";
import { businessToday, type CivilDate, later } from "#lib/core/dates.ts";
import type { Transaction } from "#lib/core/db.ts";
import { dayMonthYear } from "#lib/core/entries.ts";
import { ConflictError, InvalidInputError } from "#lib/core/errors.ts";
import { linkFiles } from "#lib/files/service.ts";
import { noteTold } from "#lib/notifications/schema.ts";
import type { Actor } from "#lib/users/schema.ts";
import { type Asked, type Changed, changeTask, effectiveDay, type TaskState } from "./change.ts";
import { noLongerCooperating, stopParts } from "./ending.ts";
import { headsOf, leadersOf, officeOf } from "./recipients.ts";
import { worksIn } from "./references.ts";
import type {
  acceptSchema,
  handOverSchema,
  progressSchema,
  refuseSchema,
  submitSchema,
} from "./verbs.ts";

/*
 * What a department does with its task, each verb one transaction (domain rules "Life of a task").
 * Whether the actor may, and the state allows it, `changeTask` asks; here stands what each one does.
 */

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, "version">;

/** The department takes the task on. */
export function acceptTask(
  actor: Actor,
  id: number,
  { on, note }: Input<typeof acceptSchema>,
  asked: Asked = {},
): Promise<Changed> {
  return changeTask(actor, id, "accept", asked, async (task) => ({
    events: [{ event: { kind: "ACCEPTED", on: effectiveDay(on, task), ...behalfOf(actor) }, note }],
  }));
}

/** The department gives an assignment back to the Office, which assigns it anew. */
export function refuseTask(
  actor: Actor,
  id: number,
  { on, note }: Input<typeof refuseSchema>,
  asked: Asked = {},
): Promise<Changed> {
  return changeTask(actor, id, "refuse", asked, async (task, transaction) => {
    const day = effectiveDay(on, task);
    const office = await transaction.department.findFirst({
      where: { kind: "OFFICE", active: true },
      orderBy: { position: "asc" },
      select: { id: true },
    });
    if (!office) throw new ConflictError({ key: "work.refusal.noOffice" });
    if (office.id === task.leadDepartmentId) {
      throw new ConflictError({ key: "work.refusal.officeItself" });
    }
    return {
      events: [
        { event: { kind: "REFUSED", on: day, departmentId: office.id, ...behalfOf(actor) }, note },
      ],
      columns: { assigneeId: null },
      also: async () => {
        await noLongerCooperating(transaction, id, office.id);
        await stopParts(transaction, actor, id, day);
      },
      news: [{ kind: "REFUSED", userIds: await officeOf(transaction), data: noteTold(note) }],
    };
  });
}

/** The head gives the task to an officer of the department, or takes it back. */
export function handOverTask(
  actor: Actor,
  id: number,
  { assigneeId, note }: Input<typeof handOverSchema>,
  asked: Asked = {},
): Promise<Changed> {
  return changeTask(actor, id, "handOver", asked, async (task, transaction) => {
    if (assigneeId !== null && !(await worksIn(transaction, assigneeId, task.leadDepartmentId))) {
      throw new InvalidInputError([{ path: "assigneeId", key: "work.problems.notInDepartment" }]);
    }
    if (assigneeId === task.assigneeId) {
      throw new InvalidInputError([{ path: "assigneeId", key: "work.problems.sameAssignee" }]);
    }
    const on = later(businessToday(), task.lastOn);
    return {
      events: [{ event: { kind: "HANDED_OVER", on, assigneeId }, note }],
      columns: { assigneeId },
      news: [
        {
          kind: "ASSIGNED",
          userIds: assigneeId === null ? [] : [assigneeId],
          data: noteTold(note),
        },
      ],
    };
  });
}

/** Says how far the work is. */
export function reportProgress(
  actor: Actor,
  id: number,
  { progress, note, files }: Input<typeof progressSchema>,
  asked: Asked = {},
): Promise<Changed> {
  return changeTask(actor, id, "progress", asked, async (task, transaction) => {
    const on = later(businessToday(), task.lastOn);
    return {
      events: [{ event: { kind: "PROGRESSED", on, progress, ...behalfOf(actor) }, note }],
      also: async (eventSequence) => {
        await linkFiles(transaction, actor.id, files, { taskId: id, eventSequence });
      },
    };
  });
}

/**
 * Hands the work in with the day on which it was done; it counts once confirmed.
 * @throws InvalidInputError for a day in the future or before the assignment, and without the
 * product where one is required
 */
export function submitTask(
  actor: Actor,
  id: number,
  { on, completedOn, note, files }: Input<typeof submitSchema>,
  asked: Asked = {},
): Promise<Changed> {
  return changeTask(actor, id, "submit", asked, async (task, transaction) => {
    const done = completionDay(completedOn ?? on, task);
    if (completedOn !== null && on !== null) effectiveDay(on, task);
    if (task.productRequired && files.length === 0) await mustHaveProduct(transaction, id);
    const recorded = later(on ?? businessToday(), task.lastOn);
    return {
      events: [
        { event: { kind: "SUBMITTED", on: recorded, completedOn: done, ...behalfOf(actor) }, note },
      ],
      also: async (eventSequence) => {
        await linkFiles(transaction, actor.id, files, { taskId: id, eventSequence });
      },
      news: [
        {
          kind: "SUBMITTED",
          userIds: await (task.parentId === null
            ? leadersOf(transaction, task)
            : headsOf(transaction, [task.leadDepartmentId])),
          data: noteTold(note),
        },
      ],
    };
  });
}

function completionDay(completedOn: CivilDate | null, task: TaskState): CivilDate {
  const today = businessToday();
  const day = completedOn ?? later(today, task.assignedOn);
  const refuse = (key: "work.problems.inFuture" | "work.problems.beforeAssignment") =>
    new InvalidInputError([
      { path: "completedOn", key, values: { day: dayMonthYear(task.assignedOn) } },
    ]);
  if (day > today) throw refuse("work.problems.inFuture");
  if (day < task.assignedOn) throw refuse("work.problems.beforeAssignment");
  return day;
}

async function mustHaveProduct(transaction: Transaction, taskId: number): Promise<void> {
  const files = await transaction.fileLink.count({
    where: { taskId, eventSequence: { not: null } },
  });
  if (files === 0) {
    throw new InvalidInputError([{ path: "files", key: "work.problems.productMissing" }]);
  }
}

/** The Office does a department's part on its behalf, and the history says so. */
function behalfOf({ role }: Actor): { onBehalf?: true } {
  return role === "OFFICE" ? { onBehalf: true } : {};
}
