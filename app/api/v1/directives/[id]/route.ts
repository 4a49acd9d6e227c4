import { apiRoute } from "#lib/core/api.ts";
import { viewerOfToken } from "#lib/users/tokens.ts";
import { idIn } from "../../identifier.ts";
import { getDirective as operation } from "../../operations/directives.ts";
import { directiveReply } from "../reply.ts";

export { DELETE, PATCH, POST, PUT } from "../../not-allowed.ts";

/** A directive with its tasks. */
export const GET = apiRoute(viewerOfToken, async ({ caller, parameters, query }) => {
  query(operation.query);
  return directiveReply(caller, idIn(parameters));
});
