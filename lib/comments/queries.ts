import { database } from "#lib/core/db.ts";
import { onlookersOf } from "#lib/tasks/audience.ts";
import { versionsOf } from "#lib/tasks/live.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { mayComment } from "./policy.ts";
import { loginsOf, mentionedNames, piecesOf } from "./rules.ts";
import type { Discussion, Mentionable, TaskComment } from "./schema.ts";

/** Hardly any task is talked about so much; older comments are then left out. */
const SHOWN = 500;

/** Who is mentioned in the texts, locked out since or not. */
async function accountsNamedIn(texts: readonly string[]): Promise<Map<string, Mentionable>> {
  const logins = texts.flatMap(mentionedNames).flatMap(loginsOf);
  if (logins.length === 0) return new Map();
  const accounts = await database().user.findMany({
    where: { login: { in: [...new Set(logins)] } },
    select: { login: true, displayName: true },
  });
  return new Map(accounts.map((account) => [account.login, account]));
}

function mentionsIn(text: string, accounts: Map<string, Mentionable>): Mentionable[] {
  const pieces = piecesOf(text, (login) => accounts.has(login));
  const logins = new Set(pieces.flatMap((piece) => ("login" in piece ? piece.login : [])));
  return [...logins].flatMap((login) => accounts.get(login) ?? []);
}

/** The comments on a task, oldest first; none to whoever may not see it. */
export async function listComments(viewer: Viewer, taskId: number): Promise<TaskComment[]> {
  if (!(taskId in (await versionsOf(viewer, [taskId])))) return [];
  const latest = await database().taskComment.findMany({
    where: { taskId },
    orderBy: { id: "desc" },
    take: SHOWN,
    select: { id: true, text: true, at: true, author: { select: { displayName: true } } },
  });
  const accounts = await accountsNamedIn(latest.map(({ text }) => text));
  return latest.toReversed().map(({ author, ...comment }) => ({
    ...comment,
    author: author.displayName,
    mentions: mentionsIn(comment.text, accounts),
  }));
}

/** What is said about a task, and whom the viewer can mention in it. */
export async function getDiscussion(
  viewer: Viewer & { id: number },
  taskId: number,
): Promise<Discussion> {
  const [comments, onlookers] = await Promise.all([
    listComments(viewer, taskId),
    mayComment(viewer) ? onlookersOf(database(), taskId) : null,
  ]);
  const people = onlookers
    ?.filter(({ id }) => id !== viewer.id)
    .map(({ login, displayName }) => ({ login, displayName }));
  return { comments, people: people ?? null };
}
