import { apiRoute, Reply } from "#lib/core/api.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import { editTask } from "#lib/tasks/edit.ts";
import { getTask } from "#lib/tasks/queries.ts";
import { inMachinesWords, taskEditOf } from "#lib/tasks/requests.ts";
import { mustBeAllowed } from "#lib/tasks/rights.ts";
import { actorOfToken, viewerOfToken } from "#lib/users/tokens.ts";
import { idIn } from "../../identifier.ts";
import * as operations from "../../operations/tasks.ts";
import { taskReply } from "../reply.ts";

export { DELETE, POST, PUT } from "../../not-allowed.ts";

/** A task with its late spells, extensions and history. */
export const GET = apiRoute(viewerOfToken, async ({ caller, parameters, query }) => {
  query(operations.getTask.query);
  const task = await getTask(caller, idIn(parameters));
  if (!task) throw new NotFoundError();
  return new Reply(task, { version: task.version });
});

/** Edits what is written about a task, by whoever has read the version that is there. */
export const PATCH = apiRoute(actorOfToken, async ({ caller, parameters, body, asked }) => {
  const id = idIn(parameters);
  const { requestKey } = asked();
  await mustBeAllowed(caller, id, "edit", { requestKey });
  const request = asked({ versionNeeded: true });
  const edit = await taskEditOf(await body(operations.editTask.body));
  return taskReply(caller, await inMachinesWords(editTask(caller, id, edit, request)));
});
