import { apiRoute } from "#lib/core/api.ts";
import { requestExtension } from "#lib/tasks/extensions.ts";
import { mustBeAllowed } from "#lib/tasks/rights.ts";
import { actorOfToken } from "#lib/users/tokens.ts";
import { idIn } from "../../../identifier.ts";
import { requestExtension as operation } from "../../../operations/verbs.ts";
import { taskAddress, taskReply } from "../../reply.ts";

export { DELETE, GET, PATCH, PUT } from "../../../not-allowed.ts";

/** Asks for a later deadline; answers the task, whose last extension waits for its decision. */
export const POST = apiRoute(actorOfToken, async ({ caller, parameters, body, asked }) => {
  const id = idIn(parameters);
  const request = asked();
  await mustBeAllowed(caller, id, "requestExtension", request);
  const given = { ...(await body(operation.body)), files: [] };
  const changed = await requestExtension(caller, id, given, request);
  return taskReply(caller, changed, { location: taskAddress(id) });
});
