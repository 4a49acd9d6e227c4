import { apiRoute } from "#lib/core/api.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import { mayImportSomething } from "#lib/imports/policy.ts";
import { undoImport } from "#lib/imports/service.ts";
import { actorOfToken } from "#lib/users/tokens.ts";
import { idIn } from "../../../identifier.ts";

export { DELETE, GET, PATCH, PUT } from "../../../not-allowed.ts";

/** Takes a whole import back, as long as nothing was built on it. */
export const POST = apiRoute(actorOfToken, async ({ caller, parameters }) => {
  if (!mayImportSomething(caller)) throw new ForbiddenError({ key: "imports.mayNot" });
  const id = idIn(parameters);
  await undoImport(caller, id);
  return { id, undone: true };
});
