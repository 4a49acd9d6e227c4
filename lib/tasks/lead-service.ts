import type { z } from "zod";
import { ForbiddenError, InvalidInputError } from "#lib/core/errors.ts";
import { noteTold } from "#lib/notifications/schema.ts";
import type { Actor } from "#lib/users/schema.ts";
import { type Asked, type Changed, changeTask, effectiveDay } from "./change.ts";
import { ending, noLongerCooperating, stopParts } from "./ending.ts";
import { mayAssign } from "./policy.ts";
import { headsOf, workersOf } from "./recipients.ts";
import { resolveReferences } from "./references.ts";
import type {
  confirmSchema,
  resumeSchema,
  returnSchema,
  stopSchema,
  transferSchema,
} from "./verbs.ts";
import { writtenOf } from "./written-queries.ts";

/*
 * What leaders, and the Office for them, do with a department's task, each verb one transaction
 * (domain rules "Life of a task"). Whether the actor may, and the state allows it, `changeTask` asks.
 */

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, "version">;

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
          data: noteTold(note),
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
    news: [{ kind: "RETURNED", userIds: await workersOf(transaction, task), data: noteTold(note) }],
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
    news: [{ kind: "STOPPED", userIds: await workersOf(transaction, task), data: noteTold(note) }],
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
    news: [{ kind: "ASSIGNED", userIds: await workersOf(transaction, task), data: noteTold(note) }],
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
        { kind: "STOPPED", userIds: await workersOf(transaction, task), data: noteTold(note) },
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
    news: [{ kind: "RETURNED", userIds: await workersOf(transaction, task), data: noteTold(note) }],
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
    const before = await writtenOf(transaction, id);
    const wanted = {
      ...before,
      ...{ department: code, field: fieldCode ?? before.field },
      ...{ cooperating: [], assigneeId: null, directive: null },
    };
    const { leadDepartmentId, fieldId } = await resolveReferences(transaction, wanted, before);
    if (!mayAssign(actor, leadDepartmentId)) {
      throw new ForbiddenError({ key: "work.refusal.outsidePortfolio" });
    }
    const day = effectiveDay(on, task);
    const moves = leadDepartmentId !== task.leadDepartmentId;
    if (!moves && fieldId === task.fieldId) {
      throw new InvalidInputError([{ path: "department", key: "work.problems.samePlace" }]);
    }
    return {
      events: [
        {
          event: { kind: "TRANSFERRED", on: day, departmentId: leadDepartmentId, fieldId },
          note,
        },
      ],
      columns: moves ? { assigneeId: null } : {},
      also: async () => {
        if (!moves) return;
        await noLongerCooperating(transaction, id, leadDepartmentId);
        await stopParts(transaction, actor, id, day);
      },
      news: [
        {
          kind: "ASSIGNED",
          userIds: moves ? await headsOf(transaction, [leadDepartmentId]) : [],
          data: noteTold(note),
        },
      ],
    };
  });
}
