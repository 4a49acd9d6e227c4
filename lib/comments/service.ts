import { database, type Transaction } from "#lib/core/db.ts";
import { ForbiddenError, InvalidInputError, NotFoundError } from "#lib/core/errors.ts";
import { once } from "#lib/core/once.ts";
import { noteTold } from "#lib/notifications/schema.ts";
import { notify } from "#lib/notifications/service.ts";
import { type Onlooker, onlookersOf } from "#lib/tasks/audience.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { mayComment } from "./policy.ts";
import { loginsOf, mentionedNames } from "./rules.ts";
import type { NewComment } from "./schema.ts";

export type Author = Pick<
  CurrentUser,
  "id" | "role" | "departmentId" | "portfolioDepartmentIds" | "displayName"
>;

/**
 * Says something about a task, and tells those whom it mentions ("@vanphong").
 * @throws NotFoundError when the author may not see the task
 * @throws ForbiddenError for whoever only reads
 * @throws InvalidInputError when it mentions someone who cannot see the task
 */
export async function addComment(
  author: Author,
  { taskId, text, requestKey }: NewComment,
): Promise<{ id: number }> {
  if (!mayComment(author)) throw new ForbiddenError();
  return database().$transaction((transaction) => {
    const work = () => write(transaction, author, taskId, text);
    return requestKey === undefined
      ? work()
      : once(transaction, { sender: `user:${author.id}`, key: requestKey }, work);
  });
}

async function write(
  transaction: Transaction,
  author: Author,
  taskId: number,
  text: string,
): Promise<{ id: number }> {
  const onlookers = await onlookersOf(transaction, taskId);
  if (!onlookers.some(({ id }) => id === author.id)) throw new NotFoundError();
  const mentioned = mentionedIn(text, onlookers);
  const comment = await transaction.taskComment.create({
    data: { taskId, authorId: author.id, text },
    select: { id: true },
  });
  await notify(transaction, {
    kind: "MENTIONED",
    taskId,
    userIds: mentioned.map(({ id }) => id).filter((id) => id !== author.id),
    data: { by: author.displayName, ...noteTold(text) },
  });
  await transaction.outboxMessage.create({
    data: { kind: "task.commented", data: { taskId, commentId: comment.id } },
  });
  return comment;
}

/** @throws InvalidInputError that names who is not among those who see the task */
function mentionedIn(text: string, onlookers: readonly Onlooker[]): Onlooker[] {
  const byLogin = new Map(onlookers.map((onlooker) => [onlooker.login, onlooker]));
  const found = mentionedNames(text).map((name) => ({
    name,
    onlooker: loginsOf(name).flatMap((login) => byLogin.get(login) ?? [])[0],
  }));
  const unknown = found.filter(({ onlooker }) => !onlooker).map(({ name }) => `@${name}`);
  if (unknown.length > 0) {
    const names = unknown.slice(0, 5).join(", ");
    throw new InvalidInputError([
      { path: "text", key: "comments.problems.cannotSee", values: { names } },
    ]);
  }
  return found.flatMap(({ onlooker }) => onlooker ?? []);
}
