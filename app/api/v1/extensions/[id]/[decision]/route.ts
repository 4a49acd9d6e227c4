import { apiRoute } from "#lib/core/api.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import { approveExtension, rejectExtension, taskOfExtension } from "#lib/tasks/extensions.ts";
import { mustBeAllowed } from "#lib/tasks/rights.ts";
import { actorOfToken } from "#lib/users/tokens.ts";
import { idIn } from "../../../identifier.ts";
import { decisions } from "../../../operations/verbs.ts";
import { taskReply } from "../../../tasks/reply.ts";

export { DELETE, GET, PATCH, PUT } from "../../../not-allowed.ts";

const DECISIONS = new Map([
  ["approve", { decision: "approve", verb: "approveExtension", decide: approveExtension } as const],
  ["reject", { decision: "reject", verb: "rejectExtension", decide: rejectExtension } as const],
]);

/** Decides a request for a later deadline; answers its task. */
export const POST = apiRoute(actorOfToken, async ({ caller, parameters, body, asked }) => {
  const named = DECISIONS.get((parameters as { decision: string }).decision);
  if (!named) throw new NotFoundError();
  const id = idIn(parameters);
  const request = asked();
  await mustBeAllowed(caller, await taskOfExtension(id), named.verb, request);
  return taskReply(
    caller,
    await named.decide(caller, id, await body(decisions[named.decision].body), request),
  );
});
