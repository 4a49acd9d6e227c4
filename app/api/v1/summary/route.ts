import { apiRoute, InvalidRequestError } from "#lib/core/api.ts";
import { businessToday } from "#lib/core/dates.ts";
import { getSummary } from "#lib/figures/queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { readPeriod } from "#lib/periods/rules.ts";
import { viewerOfToken } from "#lib/users/tokens.ts";
import { getSummary as operation } from "../operations/figures.ts";
import { PROBLEMS } from "../problems.ts";

export { DELETE, PATCH, POST, PUT } from "../not-allowed.ts";

/** All figures of the dashboard and the report for a month or as of a day. */
export const GET = apiRoute(viewerOfToken, async ({ caller, query }) => {
  const asked = query(operation.query);
  const settings = await getSettings();
  const read = readPeriod(asked, settings, businessToday());
  if (!read.ok) {
    throw new InvalidRequestError([
      {
        path: asked.period === undefined ? "asOf" : "period",
        problem: PROBLEMS[read.problem],
        values: { first: settings.firstPeriod },
      },
    ]);
  }
  return getSummary(caller, read.period);
});
