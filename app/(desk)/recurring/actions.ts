"use server";

import type { ActionState } from "#lib/core/action.ts";
import { mayPlan } from "#lib/recurrences/policy.ts";
import {
  newRecurrenceSchema,
  recurrenceChangeSchema,
  recurrenceSeenSchema,
} from "#lib/recurrences/schema.ts";
import * as service from "#lib/recurrences/service.ts";
import { runAction } from "#lib/users/action.ts";

const PAGE = "/recurring";

/** Plans a task that recurs. */
export async function createRecurrence(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayPlan,
    schema: newRecurrenceSchema,
    write: async (actor, entered) => {
      await service.createRecurrence(actor, entered);
      return null;
    },
    revalidate: PAGE,
  });
}

/** Changes what its next tasks will be. */
export async function changeRecurrence(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayPlan,
    schema: recurrenceChangeSchema,
    write: async (actor, change) => {
      await service.changeRecurrence(actor, change);
      return null;
    },
    revalidate: PAGE,
  });
}

/** Lets it make no more tasks. */
export async function stopRecurrence(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayPlan,
    schema: recurrenceSeenSchema,
    write: async (actor, seen) => {
      await service.stopRecurrence(actor, seen);
      return null;
    },
    revalidate: PAGE,
  });
}
