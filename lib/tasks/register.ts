import { database, type Transaction } from "#lib/core/db.ts";
import { type FieldIssue, ForbiddenError, InvalidInputError } from "#lib/core/errors.ts";
import { once } from "#lib/core/once.ts";
import type { NewDirective } from "#lib/directives/schema.ts";
import { registerDirectiveIn } from "#lib/directives/service.ts";
import { linkFiles } from "#lib/files/service.ts";
import type { Actor } from "#lib/users/schema.ts";
import { type CreatedTask, insertTask } from "./assign.ts";
import { type Asked, senderOf } from "./change.ts";
import { mayRegister } from "./policy.ts";
import { keepingTally } from "./tally.ts";
import type { NewTask } from "./verbs.ts";

/** The most tasks that are registered with a directive in one sitting. */
export const TASKS_PER_DIRECTIVE = 50;

/** A directive with its files and tasks, as it is registered in one sitting. */
export type Registration = {
  directive: NewDirective;
  /** Ids of uploads of the actor. */
  files: readonly string[];
  /** Their own `directive` and `parent` do not count: they belong to this one. */
  tasks: readonly NewTask[];
};

/** A directive as it came to be, its tasks in the order given. */
export type RegisteredDirective = { id: number; tasks: CreatedTask[] };

/**
 * Registers a directive and assigns all its tasks: everything, or nothing.
 * @throws ForbiddenError for who may not register, or not assign to a task's department
 * @throws InvalidInputError an entry of the directive by its name, one of the n-th task as
 *   `tasks.<n>.<entry>`, counted from 0; of all tasks at once
 * @throws ConflictError that names the directive when it is in the register already
 */
export function registerDirective(
  actor: Actor,
  registration: Registration,
  { requestKey }: Asked = {},
): Promise<RegisteredDirective> {
  return database().$transaction(async (transaction) => {
    const work = () => register(transaction, actor, registration);
    return requestKey === undefined
      ? work()
      : once(transaction, { sender: senderOf(actor), key: requestKey }, work);
  });
}

function register(
  transaction: Transaction,
  actor: Actor,
  { directive, files, tasks }: Registration,
): Promise<RegisteredDirective> {
  if (!mayRegister(actor)) throw new ForbiddenError({ key: "registering.problems.mayNotRegister" });
  if (tasks.length > TASKS_PER_DIRECTIVE) {
    const values = { limit: TASKS_PER_DIRECTIVE };
    throw new InvalidInputError([
      { path: "tasks", key: "registering.problems.tooManyTasks", values },
    ]);
  }
  return keepingTally(transaction, [], async () => {
    const { id } = await registerDirectiveIn(transaction, actor, directive);
    await linkFiles(transaction, actor.id, files, { directiveId: id });
    const created = await insertTasks(transaction, actor, id, tasks);
    return { result: { id, tasks: created }, taskIds: created.map((task) => task.id) };
  });
}

/** Assigns the tasks one by one; what is wrong with any of them is told of all of them. */
async function insertTasks(
  transaction: Transaction,
  actor: Actor,
  directiveId: number | null,
  tasks: readonly NewTask[],
): Promise<CreatedTask[]> {
  const created: CreatedTask[] = [];
  const issues: FieldIssue[] = [];
  for (const [index, task] of tasks.entries()) {
    try {
      const own = { ...task, directive: directiveId, parent: null };
      created.push(await insertTask(transaction, actor, own));
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      issues.push(
        ...error.issues.map((issue) => ({ ...issue, path: `tasks.${index}.${issue.path}` })),
      );
    }
  }
  if (issues.length > 0) throw new InvalidInputError(issues);
  return created;
}

/** Assigns several tasks, of one directive or of none: all, or nothing. */
export function assignTasks(
  actor: Actor,
  { directive, tasks }: { directive: number | null; tasks: readonly NewTask[] },
  { requestKey }: Asked = {},
): Promise<{ id: number; tasks: CreatedTask[] }> {
  return database().$transaction(async (transaction) => {
    const work = () =>
      keepingTally(transaction, [], async () => {
        const created = await insertTasks(transaction, actor, directive, tasks);
        const [first] = created;
        const result = { id: directive ?? first?.id ?? 0, tasks: created };
        return { result, taskIds: created.map((task) => task.id) };
      });
    return requestKey === undefined
      ? work()
      : once(transaction, { sender: senderOf(actor), key: requestKey }, work);
  });
}
