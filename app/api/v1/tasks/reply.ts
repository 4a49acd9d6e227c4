import { Reply } from "#lib/core/api.ts";
import type { Changed } from "#lib/tasks/change.ts";
import { getTask } from "#lib/tasks/queries.ts";
import type { Viewer } from "#lib/users/schema.ts";

/** The address of a task in the machine interface. */
export const taskAddress = (id: number) => `/api/v1/tasks/${id}`;

/**
 * The answer to a change of a task: the task as it is read, with its version. Whoever has just
 * given it away and no longer sees it gets its id alone.
 * @param location of what was made, if something was
 */
export async function taskReply(
  viewer: Viewer,
  { id, version }: { id: number } & Partial<Changed>,
  { location }: { location?: string } = {},
): Promise<Reply> {
  const made = location === undefined ? {} : { location };
  const task = await getTask(viewer, id);
  if (task) return new Reply(task, { ...made, version: task.version });
  return new Reply({ id }, { ...made, ...(version !== undefined && { version }) });
}
