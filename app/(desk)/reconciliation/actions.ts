"use server";

import type { ActionState } from "#lib/core/action.ts";
import { mayEnterReported } from "#lib/reconciliations/policy.ts";
import { reportedChangeSchema } from "#lib/reconciliations/schema.ts";
import { enterReported } from "#lib/reconciliations/service.ts";
import { runAction } from "#lib/users/action.ts";

/** Enters what a month's report stated. */
export async function saveReported(
  _previous: ActionState<{ changed: number }> | null,
  form: FormData,
): Promise<ActionState<{ changed: number }>> {
  return runAction(form, {
    may: mayEnterReported,
    schema: reportedChangeSchema,
    write: enterReported,
    revalidate: "/reconciliation",
  });
}
