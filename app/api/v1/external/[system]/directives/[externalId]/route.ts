import { apiRoute } from "#lib/core/api.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import { putExternalDirective } from "#lib/tasks/external-service.ts";
import { mayRegister } from "#lib/tasks/policy.ts";
import { actorOfToken } from "#lib/users/tokens.ts";
import { directiveReply } from "../../../../directives/reply.ts";
import * as operations from "../../../../operations/external.ts";
import { keyIn } from "../../../key.ts";

export { DELETE, GET, PATCH, POST } from "../../../../not-allowed.ts";

/** Makes or changes the directive that a system knows by its own id; sent again it changes nothing. */
export const PUT = apiRoute(actorOfToken, async ({ caller, parameters, body }) => {
  if (!mayRegister(caller)) {
    throw new ForbiddenError({ key: "registering.problems.mayNotRegister" });
  }
  const key = keyIn(parameters);
  const request = await body(operations.putDirective.body);
  const { id, outcome } = await putExternalDirective(caller, key, request);
  const made = outcome === "NEW" ? { location: `/api/v1/directives/${id}` } : {};
  return directiveReply(caller, id, made);
});
