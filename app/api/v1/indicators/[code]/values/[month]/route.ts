import { apiRoute, Reply } from "#lib/core/api.ts";
import { isCivilMonth } from "#lib/core/dates.ts";
import { InvalidInputError, NotFoundError, StaleError } from "#lib/core/errors.ts";
import { mustMayEnter } from "#lib/indicators/entry-queries.ts";
import { getValue } from "#lib/indicators/list-queries.ts";
import { enterValues } from "#lib/indicators/service.ts";
import { rowPath } from "#lib/indicators/sheet.ts";
import { actorOfToken } from "#lib/users/tokens.ts";
import { putIndicatorValue as operation } from "../../../../operations/figures.ts";

export { DELETE, GET, PATCH, POST } from "../../../../not-allowed.ts";

/** Says what stands for an indicator's month; said again it changes nothing. Answers what stands. */
export const PUT = apiRoute(actorOfToken, async ({ caller, parameters, body, asked }) => {
  const { code, month } = parameters as { code: string; month: string };
  if (!isCivilMonth(month)) throw new NotFoundError();
  await mustMayEnter(caller, code);
  const { version } = asked();
  const entry = { ...(await body(operation.body)), version };
  try {
    await enterValues(caller, { month, rows: { [code]: entry } });
  } catch (error) {
    throw inOneRow(error, code);
  }
  const value = await getValue(caller, code, month);
  return new Reply({ code, ...value }, value.version > 0 ? { version: value.version } : {});
});

/** An error about a row, as about the one value that was sent. */
function inOneRow(error: unknown, code: string): unknown {
  const named = (path: string) => path.replace(rowPath(code, ""), "");
  if (error instanceof InvalidInputError) {
    const issues = error.issues.map((issue) => ({ ...issue, path: named(issue.path) }));
    return new InvalidInputError(issues, error.explanation);
  }
  if (error instanceof StaleError) {
    const current = Object.entries(error.current).map(([path, text]) => [named(path), text]);
    return new StaleError(error.explanation, Object.fromEntries(current));
  }
  return error;
}
