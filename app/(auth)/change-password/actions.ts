"use server";

import { redirect } from "next/navigation";
import type { ActionState } from "#lib/core/action.ts";
import { runAction } from "#lib/users/action.ts";
import { currentBrowser } from "#lib/users/browser.ts";
import { changeOwnPassword } from "#lib/users/own-account.ts";
import { mayKeepOwnAccount } from "#lib/users/policy.ts";
import { homeOf } from "#lib/users/rules.ts";
import { passwordChangeSchema } from "#lib/users/schema.ts";

/** Replaces an initial password and goes on to the person's first screen. */
export async function replaceInitialPassword(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  const changed = await runAction(form, {
    may: mayKeepOwnAccount,
    schema: passwordChangeSchema,
    write: async (actor, input) => {
      await changeOwnPassword(actor, input, (await currentBrowser()).address);
      return homeOf(actor.role);
    },
    secrets: ["current", "chosen", "repeated"],
    beforePasswordChange: true,
  });
  if (!changed.ok) return changed;
  redirect(changed.result);
}
