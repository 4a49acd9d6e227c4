import { z } from "zod";
import { InvalidInputError } from "#lib/core/errors.ts";
import { newDirectiveSchema } from "#lib/directives/schema.ts";
import { idsByLogin, personSchema } from "#lib/users/logins.ts";
import { TASKS_PER_DIRECTIVE } from "./register.ts";
import {
  acceptSchema,
  confirmSchema,
  decideExtensionSchema,
  editTaskSchema,
  handOverSchema,
  type NewTask,
  newTaskSchema,
  progressSchema,
  refuseSchema,
  requestExtensionSchema,
  resumeSchema,
  returnSchema,
  stopSchema,
  submitSchema,
  type TaskEdit,
  transferSchema,
} from "./verbs.ts";

/*
 * What machines send: the entries of the screens' forms, with people by their logins instead of
 * ids, the version in a header, no files, and nothing that is not known.
 */

const withoutVersion = { version: true } as const;
const withoutFiles = { version: true, files: true } as const;

export const acceptRequest = acceptSchema.omit(withoutVersion).strict();
export const refuseRequest = refuseSchema.omit(withoutVersion).strict();
export const progressRequest = progressSchema.omit(withoutFiles).strict();
export const submitRequest = submitSchema.omit(withoutFiles).strict();
export const confirmRequest = confirmSchema.omit(withoutVersion).strict();
export const returnRequest = returnSchema.omit(withoutVersion).strict();
export const stopRequest = stopSchema.omit(withoutVersion).strict();
export const resumeRequest = resumeSchema.omit(withoutVersion).strict();
export const transferRequest = transferSchema.omit(withoutVersion).strict();
export const extensionRequest = requestExtensionSchema.omit(withoutFiles).strict();
export const decisionRequest = decideExtensionSchema.omit(withoutVersion).strict();
export const handOverRequest = handOverSchema
  .omit({ version: true, assigneeId: true })
  .extend({ assignee: personSchema })
  .strict();

const people = { leaderId: true, assigneeId: true } as const;
const leader = personSchema.default(null);
const assignee = personSchema.default(null);

export const newTaskRequest = newTaskSchema.omit(people).extend({ leader, assignee }).strict();
type NewTaskRequest = z.output<typeof newTaskRequest>;

export const editTaskRequest = editTaskSchema
  .omit({ version: true, leaderId: true, reason: true })
  .extend({ leader: personSchema.optional(), note: editTaskSchema.shape.reason })
  .strict();
type EditTaskRequest = z.output<typeof editTaskRequest>;

/** A directive with its tasks, which need not say that they belong to it. */
export const newDirectiveRequest = newDirectiveSchema
  .extend({
    tasks: z
      .array(
        newTaskSchema
          .omit({ ...people, directive: true, parent: true })
          .extend({ leader, assignee })
          .strict(),
      )
      .max(TASKS_PER_DIRECTIVE)
      .default([]),
  })
  .strict();

/** A new task as the service takes it. */
export async function newTaskOf({
  leader,
  assignee,
  directive = null,
  parent = null,
  ...task
}: Omit<NewTaskRequest, "directive" | "parent"> & Partial<NewTaskRequest>): Promise<NewTask> {
  const idOf = await idsByLogin([leader, assignee]);
  return { ...task, directive, parent, leaderId: idOf(leader), assigneeId: idOf(assignee) };
}

/** An edit as the service takes it; a leader not mentioned stays. */
export async function taskEditOf({ leader, note, ...edit }: EditTaskRequest): Promise<TaskEdit> {
  const reason = note;
  if (leader === undefined) return { ...edit, reason };
  const idOf = await idsByLogin([leader]);
  return { ...edit, reason, leaderId: idOf(leader) };
}

/** Who is to do a task, as the service takes it. */
export async function handOverOf({ assignee, note }: z.output<typeof handOverRequest>) {
  const idOf = await idsByLogin([assignee]);
  return { note, assigneeId: idOf(assignee) };
}

/** What is wrong with a person is told at the entry that the machine sent. */
export async function inMachinesWords<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const issues = error.issues.map((issue) => ({
      ...issue,
      path: issue.path.replace(/\b(leader|assignee)Id$/, "$1"),
    }));
    throw new InvalidInputError(issues, error.explanation);
  }
}
