"use server";

import type { ActionState } from "#lib/core/action.ts";
import { mayClose, mayReopen } from "#lib/snapshots/policy.ts";
import { closeSchema, reopenSchema } from "#lib/snapshots/schema.ts";
import * as service from "#lib/snapshots/service.ts";
import { runAction } from "#lib/users/action.ts";

const PAGE = "/reports";

/** Closes a month: its figures and the tasks behind them are frozen. */
export async function closePeriod(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayClose,
    schema: closeSchema,
    write: async (actor, { month }) => {
      await service.closePeriod(actor, month);
      return null;
    },
    revalidate: PAGE,
  });
}

/** Opens a closed month again, with a reason that is kept. */
export async function reopenPeriod(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayReopen,
    schema: reopenSchema,
    write: async (actor, { month, reason }) => {
      await service.reopenPeriod(actor, month, reason);
      return null;
    },
    revalidate: PAGE,
  });
}
