"use server";

import type { ActionState } from "#lib/core/action.ts";
import { mayGiveReasons } from "#lib/narratives/policy.ts";
import * as service from "#lib/narratives/reason-service.ts";
import { type ReasonsDone, reasonsSchema } from "#lib/narratives/schema.ts";
import { runAction } from "#lib/users/action.ts";

/**
 * Enters why tasks were late. The page is not read anew: its rows would change places under
 * whoever works through them.
 */
export async function enterReasons(form: FormData): Promise<ActionState<ReasonsDone>> {
  return runAction(form, {
    may: mayGiveReasons,
    schema: reasonsSchema,
    write: service.enterReasons,
  });
}
