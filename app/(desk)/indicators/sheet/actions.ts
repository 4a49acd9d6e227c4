"use server";

import type { ActionState } from "#lib/core/action.ts";
import { mayEnterSomeValues } from "#lib/indicators/policy.ts";
import * as service from "#lib/indicators/service.ts";
import { typedSheetSchema } from "#lib/indicators/sheet.ts";
import { runAction } from "#lib/users/action.ts";

/** Enters the changed rows of a month's sheet: all of them, or none. Answers how many changed. */
export async function enterValues(
  _previous: ActionState<number> | null,
  form: FormData,
): Promise<ActionState<number>> {
  return runAction(form, {
    may: mayEnterSomeValues,
    schema: typedSheetSchema,
    write: async (actor, sheet) => (await service.enterValues(actor, sheet)).length,
    revalidate: "/indicators",
  });
}
