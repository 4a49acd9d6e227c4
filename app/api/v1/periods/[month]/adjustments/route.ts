import { apiRoute } from "#lib/core/api.ts";
import { ConflictError, NotFoundError } from "#lib/core/errors.ts";
import { getAdjustments } from "#lib/snapshots/adjustments-queries.ts";
import { monthSchema } from "#lib/snapshots/schema.ts";
import { viewerOfToken } from "#lib/users/tokens.ts";
import { getAdjustments as operation } from "../../../operations/periods.ts";
import { closingReply } from "../../reply.ts";

export { DELETE, PATCH, POST, PUT } from "../../../not-allowed.ts";

/** What differs since a month was closed: figures, the tasks that moved them, indicator values. */
export const GET = apiRoute(viewerOfToken, async ({ caller, parameters, query }) => {
  query(operation.query);
  const month = monthSchema.safeParse((parameters as { month: string }).month);
  if (!month.success) throw new NotFoundError();
  const found = await getAdjustments(caller, month.data);
  if (!found) {
    throw new ConflictError({
      key: "periods.problems.notClosed",
      values: { month: month.data },
    });
  }
  return {
    period: month.data,
    closing: closingReply(found.closing),
    adjustments: found.adjustments,
    tasks: found.tasks.map(({ moved, ...task }) => ({ ...task, moved: Object.fromEntries(moved) })),
    indicatorValues: found.values,
  };
});
