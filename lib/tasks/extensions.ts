import type { z } from "zod";
import { type CivilDate, later, toDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { dayMonthYear } from "#lib/core/entries.ts";
import { ConflictError, InvalidInputError, NotFoundError } from "#lib/core/errors.ts";
import { linkFiles } from "#lib/files/service.ts";
import { noteTold } from "#lib/notifications/schema.ts";
import type { Actor } from "#lib/users/schema.ts";
import {
  type Asked,
  type Changed,
  changeTask,
  effectiveDay,
  type PendingExtension,
  type TaskState,
} from "./change.ts";
import { leadersOf, workersOf } from "./recipients.ts";
import type { decideExtensionSchema, requestExtensionSchema } from "./verbs.ts";

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, "version">;

/**
 * Asks for a later deadline; the old one is never lost, and holds until it is decided.
 * @throws InvalidInputError when the new deadline is not later, or over already
 */
export async function requestExtension(
  actor: Actor,
  taskId: number,
  { on, note, dueOn, objective, files }: Input<typeof requestExtensionSchema>,
  asked: Asked = {},
): Promise<Changed & { extensionId: number }> {
  const { extensionId, ...changed } = await changeTask(
    actor,
    taskId,
    "requestExtension",
    asked,
    async (task, transaction) => {
      // A person asks today; only a system that brings its own past says when it was asked.
      const requestedOn = effectiveDay(actor.id === null ? on : null, task);
      const oldDueOn = mustBeLater(dueOn, requestedOn, task);
      return {
        events: [{ event: { kind: "EXTENSION_REQUESTED", on: requestedOn, dueOn }, note }],
        also: async () => {
          const { id } = await transaction.extension.create({
            data: {
              taskId,
              oldDueOn: toDatabaseDate(oldDueOn),
              newDueOn: toDatabaseDate(dueOn),
              requestedOn: toDatabaseDate(requestedOn),
              reason: note,
              objective,
              requestedById: actor.id,
            },
            select: { id: true },
          });
          await linkFiles(transaction, actor.id, files, { extensionId: id });
          return { extensionId: id };
        },
        news: [
          {
            kind: "EXTENSION_REQUESTED",
            userIds: await leadersOf(transaction, task),
            data: { dueOn, ...noteTold(note) },
          },
        ],
      };
    },
  );
  if (extensionId === undefined) throw new Error("A request for an extension has an id");
  return { ...changed, extensionId };
}

function mustBeLater(dueOn: CivilDate, requestedOn: CivilDate, task: TaskState): CivilDate {
  const refuse = (key: "work.problems.notLater" | "work.problems.alreadyOver", day: CivilDate) =>
    new InvalidInputError([{ path: "dueOn", key, values: { day: dayMonthYear(day) } }]);
  if (task.dueOn === null) throw new ConflictError({ key: "work.refusal.noDeadline" });
  if (dueOn <= task.dueOn) throw refuse("work.problems.notLater", task.dueOn);
  if (dueOn < requestedOn) throw refuse("work.problems.alreadyOver", requestedOn);
  return task.dueOn;
}

/** The task that a request is about. @throws NotFoundError without one */
export async function taskOfExtension(extensionId: number): Promise<number> {
  const found = await database().extension.findUnique({
    where: { id: extensionId },
    select: { taskId: true },
  });
  if (!found) throw new NotFoundError();
  return found.taskId;
}

/** The request that waits, if it is the one meant. */
function mustBePending(task: TaskState, extensionId: number): PendingExtension {
  if (task.extension?.id === extensionId) return task.extension;
  throw new ConflictError({ key: "work.refusal.extensionDecided" });
}

type Decision = Input<typeof decideExtensionSchema>;

/** Grants a later deadline. Asked for in time, the task was never late by the old one. */
export function approveExtension(
  actor: Actor,
  extensionId: number,
  decision: Decision,
  asked: Asked = {},
): Promise<Changed> {
  return decide(actor, extensionId, { ...decision, decision: "APPROVED" }, asked);
}

/** Refuses a later deadline, saying why; the old one holds. */
export async function rejectExtension(
  actor: Actor,
  extensionId: number,
  decision: Decision,
  asked: Asked = {},
): Promise<Changed> {
  if (decision.note === null) {
    throw new InvalidInputError([{ path: "note", key: "work.problems.reasonMissing" }]);
  }
  return decide(actor, extensionId, { ...decision, decision: "REJECTED" }, asked);
}

async function decide(
  actor: Actor,
  extensionId: number,
  { on, note, decision }: Decision & { decision: "APPROVED" | "REJECTED" },
  asked: Asked,
): Promise<Changed> {
  const approved = decision === "APPROVED";
  const verb = approved ? "approveExtension" : "rejectExtension";
  const taskId = await taskOfExtension(extensionId);
  return changeTask(actor, taskId, verb, asked, async (task, transaction) => {
    const { requestedOn, newDueOn: dueOn } = mustBePending(task, extensionId);
    const day = later(effectiveDay(on, task), requestedOn);
    return {
      events: [
        {
          event: approved
            ? { kind: "EXTENSION_APPROVED", on: day, requestedOn, dueOn }
            : { kind: "EXTENSION_REJECTED", on: day },
          note,
        },
      ],
      also: async () => {
        await transaction.extension.update({
          where: { id: extensionId, decision: null },
          data: {
            decision,
            decidedOn: toDatabaseDate(day),
            decidedAt: new Date(),
            decidedById: actor.id,
            decisionNote: note,
          },
        });
      },
      news: [
        {
          kind: "EXTENSION_DECIDED",
          userIds: await workersOf(transaction, task),
          data: { decision, dueOn, ...noteTold(note) },
        },
      ],
    };
  });
}
