import { apiRoute, InvalidRequestError } from "#lib/core/api.ts";
import { businessToday, type CivilMonth, isCivilMonth } from "#lib/core/dates.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listIndicators } from "#lib/indicators/list-queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { readPeriod } from "#lib/periods/rules.ts";
import { viewerOfToken } from "#lib/users/tokens.ts";
import { listIndicators as operation } from "../operations/figures.ts";
import { PROBLEMS } from "../problems.ts";

export { DELETE, PATCH, POST, PUT } from "../not-allowed.ts";

const CURSOR = /^i([1-9]\d{0,8})$/;

/** The catalogue of indicators, with the values of a month where one is asked for. */
export const GET = apiRoute(viewerOfToken, async ({ caller, query }) => {
  const { limit, cursor, department, month } = query(operation.query);
  const decoded = Buffer.from(cursor ?? "", "base64url").toString("utf8");
  const place = cursor === undefined ? "0" : CURSOR.exec(decoded)?.[1];
  if (place === undefined) {
    throw new InvalidRequestError([{ path: "cursor", problem: "wrongCursor" }]);
  }
  const departments = department === undefined ? [] : await listDepartments();
  if (department !== undefined && !departments.some(({ code }) => code === department)) {
    throw new InvalidRequestError([{ path: "department", problem: "unknownCode" }]);
  }
  const { items, last } = await listIndicators(
    caller,
    { month: await checked(month), department },
    { after: Number(place), limit },
  );
  return { items, nextCursor: last && Buffer.from(`i${last}`).toString("base64url") };
});

/** A month of the register. @throws InvalidRequestError */
async function checked(month: string | undefined): Promise<CivilMonth | undefined> {
  if (month === undefined) return undefined;
  const settings = await getSettings();
  const read = readPeriod({ period: month }, settings, businessToday());
  if (read.ok && isCivilMonth(month)) return month;
  const problem = PROBLEMS[read.ok ? "NOT_A_MONTH" : read.problem];
  const values = { first: settings.firstPeriod };
  throw new InvalidRequestError([{ path: "month", problem, values }]);
}
