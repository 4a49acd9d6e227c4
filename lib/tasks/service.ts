import type { z } from "zod";
import { businessToday, type CivilDate, later } from "#lib/core/dates.ts";
import type { Transaction } from "#lib/core/db.ts";
import { beginningOf, dayMonthYear } from "#lib/core/entries.ts";
import { ConflictError, ForbiddenError, InvalidInputError } from "#lib/core/errors.ts";
import { linkFiles } from "#lib/files/service.ts";
import type { Actor } from "#lib/users/schema.ts";
import { type Asked, type Changed, changeTask, effectiveDay, type TaskState } from "./change.ts";
import { ending, noLongerCooperating, stopParts } from "./ending.ts";
import { mayAssign } from "./policy.ts";
import { headsOf, leadersOf, officeOf, workersOf } from "./recipients.ts";
import type {
  acceptSchema,
  confirmSchema,
  handOverSchema,
  progressSchema,
  refuseSchema,
  resumeSchema,
  returnSchema,
  stopSchema,
  submitSchema,
  transferSchema,
} from "./verbs.ts";

/*
 * The verbs of a task's life, each one transaction (domain rules "Life of a task"). Whether the
 * actor may, and the state allows it, `changeTask` asks; here stands what each one does.
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
      news: [{ kind: "REFUSED", userIds: await officeOf(transaction), data: noteData(note) }],
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
    if (assigneeId !== null) await mustWorkIn(transaction, assigneeId, task.leadDepartmentId);
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
          data: noteData(note),
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
          data: noteData(note),
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

/** Confirms that the work is done; its lateness is judged by the day submitted. */
export function confirmTask(
  actor: Actor,
  id: number,
  { on, note }: Input<typeof confirmSchema>,
  asked: Asked = {},
): Promise<Changed> {
  return changeTask(actor, id, "confirm", asked, async (task, transaction) => {
    const day = effectiveDay(on, task);
    return ending(transaction, actor, task, day, {
      events: [{ event: { kind: "CONFIRMED", on: day }, note }],
      news: [
        {
          kind: "CONFIRMED",
          userIds: await workersOf(transaction, task),
          data: noteData(note),
        },
      ],
    });
  });
}

/** Sends the work back to be mended; returns are counted. */
export function returnTask(
  actor: Actor,
  id: number,
  { on, note }: Input<typeof returnSchema>,
  asked: Asked = {},
): Promise<Changed> {
  return changeTask(actor, id, "return", asked, async (task, transaction) => ({
    events: [{ event: { kind: "RETURNED", on: effectiveDay(on, task) }, note }],
    news: [{ kind: "RETURNED", userIds: await workersOf(transaction, task), data: noteData(note) }],
  }));
}

/** Stops the clock until the task is resumed. */
export function pauseTask(
  actor: Actor,
  id: number,
  { on, note }: Input<typeof stopSchema>,
  asked: Asked = {},
): Promise<Changed> {
  return changeTask(actor, id, "pause", asked, async (task, transaction) => ({
    events: [{ event: { kind: "PAUSED", on: effectiveDay(on, task) }, note }],
    news: [{ kind: "STOPPED", userIds: await workersOf(transaction, task), data: noteData(note) }],
  }));
}

/** Lets a paused task go on. */
export function resumeTask(
  actor: Actor,
  id: number,
  { on, note }: Input<typeof resumeSchema>,
  asked: Asked = {},
): Promise<Changed> {
  return changeTask(actor, id, "resume", asked, async (task, transaction) => ({
    events: [{ event: { kind: "RESUMED", on: effectiveDay(on, task) }, note }],
    news: [{ kind: "ASSIGNED", userIds: await workersOf(transaction, task), data: noteData(note) }],
  }));
}

/** Ends a task that is not to be done any more. */
export function cancelTask(
  actor: Actor,
  id: number,
  { on, note }: Input<typeof stopSchema>,
  asked: Asked = {},
): Promise<Changed> {
  return changeTask(actor, id, "cancel", asked, async (task, transaction) => {
    const day = effectiveDay(on, task);
    return ending(transaction, actor, task, day, {
      events: [{ event: { kind: "CANCELLED", on: day }, note }],
      news: [
        { kind: "STOPPED", userIds: await workersOf(transaction, task), data: noteData(note) },
      ],
    });
  });
}

/** Takes a confirmed completion back. */
export function reopenTask(
  actor: Actor,
  id: number,
  { on, note }: Input<typeof stopSchema>,
  asked: Asked = {},
): Promise<Changed> {
  return changeTask(actor, id, "reopen", asked, async (task, transaction) => ({
    events: [{ event: { kind: "REOPENED", on: effectiveDay(on, task) }, note }],
    news: [{ kind: "RETURNED", userIds: await workersOf(transaction, task), data: noteData(note) }],
  }));
}

/**
 * Gives the task to another lead department, or files it under another field; lateness so far
 * stays with the old one.
 */
export function transferTask(
  actor: Actor,
  id: number,
  { on, note, department: code, field: fieldCode }: Input<typeof transferSchema>,
  asked: Asked = {},
): Promise<Changed> {
  return changeTask(actor, id, "transfer", asked, async (task, transaction) => {
    const department = await transaction.department.findFirst({
      where: { code, active: true },
      select: { id: true },
    });
    if (!department) {
      throw new InvalidInputError([{ path: "department", key: "work.problems.unknownDepartment" }]);
    }
    if (!mayAssign(actor, department.id)) {
      throw new ForbiddenError({ key: "work.refusal.outsidePortfolio" });
    }
    const field =
      fieldCode === null
        ? { id: task.fieldId }
        : await transaction.field.findFirst({
            where: { code: fieldCode, active: true },
            select: { id: true },
          });
    if (!field) throw new InvalidInputError([{ path: "field", key: "work.problems.unknownField" }]);
    const day = effectiveDay(on, task);
    const moves = department.id !== task.leadDepartmentId;
    if (!moves && field.id === task.fieldId) {
      throw new InvalidInputError([{ path: "department", key: "work.problems.samePlace" }]);
    }
    return {
      events: [
        {
          event: {
            kind: "TRANSFERRED",
            on: day,
            departmentId: department.id,
            fieldId: field.id,
          },
          note,
        },
      ],
      columns: moves ? { assigneeId: null } : {},
      also: async () => {
        if (!moves) return;
        await noLongerCooperating(transaction, id, department.id);
        await stopParts(transaction, actor, id, day);
      },
      news: [
        {
          kind: "ASSIGNED",
          userIds: moves ? await headsOf(transaction, [department.id]) : [],
          data: noteData(note),
        },
      ],
    };
  });
}

/** @throws InvalidInputError when an account does not work in a department */
async function mustWorkIn(
  transaction: Transaction,
  userId: number,
  departmentId: number,
): Promise<void> {
  const found = await transaction.user.count({
    where: {
      id: userId,
      departmentId,
      disabledAt: null,
      role: { in: ["DEPARTMENT_HEAD", "OFFICER"] },
    },
  });
  if (found === 0) {
    throw new InvalidInputError([{ path: "assigneeId", key: "work.problems.notInDepartment" }]);
  }
}

/** The Office does a department's part on its behalf, and the history says so. */
function behalfOf({ role }: Actor): { onBehalf?: true } {
  return role === "OFFICE" ? { onBehalf: true } : {};
}

/** How much of a note people are told, in letters. */
export const NOTE_TOLD = 300;

/** The beginning of a note, for whoever is told of it. */
function noteData(note: string | null): { note?: string } {
  return note === null ? {} : { note: beginningOf(note, NOTE_TOLD) };
}
