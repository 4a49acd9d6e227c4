import { apiRoute } from "#lib/core/api.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import { putExternalTask } from "#lib/tasks/external-service.ts";
import { mayRegister } from "#lib/tasks/policy.ts";
import { actorOfToken } from "#lib/users/tokens.ts";
import * as operations from "../../../../operations/external.ts";
import { taskAddress, taskReply } from "../../../../tasks/reply.ts";
import { keyIn } from "../../../key.ts";

export { DELETE, GET, PATCH, POST } from "../../../../not-allowed.ts";

/** Makes or changes the task that a system knows by its own id; sent again it changes nothing. */
export const PUT = apiRoute(actorOfToken, async ({ caller, parameters, body }) => {
  if (!mayRegister(caller)) throw new ForbiddenError({ key: "work.refusal.mayNotAssign" });
  const key = keyIn(parameters);
  const { id, outcome } = await putExternalTask(caller, key, await body(operations.putTask.body));
  return taskReply(caller, { id }, outcome === "NEW" ? { location: taskAddress(id) } : {});
});
