import { apiRoute } from "#lib/core/api.ts";
import { ForbiddenError, NotFoundError } from "#lib/core/errors.ts";
import { mayClose, mayReopen } from "#lib/snapshots/policy.ts";
import { closePeriod, reopenPeriod } from "#lib/snapshots/service.ts";
import { actorOfToken } from "#lib/users/tokens.ts";
import { periodVerbs } from "../../../operations/periods.ts";
import { closingReply } from "../../reply.ts";

export { DELETE, GET, PATCH, PUT } from "../../../not-allowed.ts";

/** Closes a month, or opens it again with a reason. */
export const POST = apiRoute(actorOfToken, async ({ caller, parameters, body }) => {
  const { month, verb } = parameters as { month: string; verb: string };
  switch (verb) {
    case "close": {
      if (!mayClose(caller)) throw new ForbiddenError();
      await body(periodVerbs.close.body);
      const closing = await closePeriod(caller, month);
      return { period: month, closed: true, closing: closingReply(closing) };
    }
    case "reopen": {
      if (!mayReopen(caller)) throw new ForbiddenError();
      const { reason } = await body(periodVerbs.reopen.body);
      await reopenPeriod(caller, month, reason);
      return { period: month, closed: false, closing: null };
    }
    default:
      throw new NotFoundError();
  }
});
