"use server";

import type { ActionState } from "#lib/core/action.ts";
import { mayChangeSettings } from "#lib/periods/policy.ts";
import { settingsChangeSchema } from "#lib/periods/schema.ts";
import * as service from "#lib/periods/service.ts";
import { runAction } from "#lib/users/action.ts";

/** Changes the commune's settings. */
export async function changeSettings(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayChangeSettings,
    schema: settingsChangeSchema,
    write: async (actor, change) => {
      await service.changeSettings(actor, change);
      return null;
    },
    revalidate: "/admin/settings",
  });
}
