import { apiRoute } from "#lib/core/api.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import { getTask } from "#lib/tasks/queries.ts";
import { viewerOfToken } from "#lib/users/tokens.ts";

/** A task with its late spells, extensions and history. */
export const GET = apiRoute(viewerOfToken, async ({ caller, parameters }) => {
  const { id } = parameters as { id: string };
  const task = /^[1-9]\d{0,8}$/.test(id) ? await getTask(caller, Number(id)) : null;
  if (!task) throw new NotFoundError();
  return task;
});
