import { apiRoute } from "#lib/core/api.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import { maySeeClosing } from "#lib/snapshots/policy.ts";
import { listReportMonths } from "#lib/snapshots/queries.ts";
import { viewerOfToken } from "#lib/users/tokens.ts";
import { listPeriods as operation } from "../operations/periods.ts";
import { periodReply } from "./reply.ts";

export { DELETE, PATCH, POST, PUT } from "../not-allowed.ts";

/** The register's months, the newest first, each with its closing. */
export const GET = apiRoute(viewerOfToken, async ({ caller, query }) => {
  if (!maySeeClosing(caller)) throw new ForbiddenError();
  query(operation.query);
  const months = await listReportMonths();
  return { items: months.map(periodReply), nextCursor: null };
});
