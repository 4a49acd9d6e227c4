import { apiRoute, localeOf } from "#lib/core/api.ts";
import { listResponse } from "#lib/exports/files.ts";
import { viewerOfToken } from "#lib/users/tokens.ts";
import { exportTasksXlsx as operation } from "../operations/exports.ts";

export { DELETE, PATCH, POST, PUT } from "../not-allowed.ts";

/** The tasks that a filter means, all of them, as a file. */
export const GET = apiRoute(viewerOfToken, async ({ caller, query, request }) => {
  query(operation.query);
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const { name } = caller;
  const asker = { viewer: caller, person: null, name, locale: localeOf(request) };
  return listResponse(asker, "tasks", "xlsx", parameters, request);
});
