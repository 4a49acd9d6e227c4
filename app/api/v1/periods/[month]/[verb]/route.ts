import { z } from "zod";
import { apiRoute } from "#lib/core/api.ts";
import { ForbiddenError, NotFoundError } from "#lib/core/errors.ts";
import { mayClose, mayReopen } from "#lib/snapshots/policy.ts";
import { reopenSchema } from "#lib/snapshots/schema.ts";
import { closePeriod, reopenPeriod } from "#lib/snapshots/service.ts";
import { actorOfToken } from "#lib/users/tokens.ts";
import { closingReply } from "../../reply.ts";

const closeRequest = z.strictObject({});
const reopenRequest = reopenSchema.omit({ month: true }).strict();

/** Closes a month, or opens it again with a reason. */
export const POST = apiRoute(actorOfToken, async ({ caller, parameters, body }) => {
  const { month, verb } = parameters as { month: string; verb: string };
  switch (verb) {
    case "close": {
      if (!mayClose(caller)) throw new ForbiddenError();
      await body(closeRequest);
      const closing = await closePeriod(caller, month);
      return { period: month, closed: true, closing: closingReply(closing) };
    }
    case "reopen": {
      if (!mayReopen(caller)) throw new ForbiddenError();
      const { reason } = await body(reopenRequest);
      await reopenPeriod(caller, month, reason);
      return { period: month, closed: false, closing: null };
    }
    default:
      throw new NotFoundError();
  }
});
