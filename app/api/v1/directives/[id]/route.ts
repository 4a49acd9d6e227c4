import { apiRoute } from "#lib/core/api.ts";
import { viewerOfToken } from "#lib/users/tokens.ts";
import { idIn } from "../../identifier.ts";
import { directiveReply } from "../reply.ts";

/** A directive with its tasks. */
export const GET = apiRoute(viewerOfToken, ({ caller, parameters }) =>
  directiveReply(caller, idIn(parameters)),
);
