"use server";

import { mayWriteSomeCalendar } from "#lib/agenda/policy.ts";
import { entryChangeSchema, entryReferenceSchema, newEntrySchema } from "#lib/agenda/schema.ts";
import * as service from "#lib/agenda/service.ts";
import type { ActionState } from "#lib/core/action.ts";
import { runAction } from "#lib/users/action.ts";

const PAGE = "/week";

/** Puts an entry into a calendar. */
export async function createEntry(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayWriteSomeCalendar,
    schema: newEntrySchema,
    write: async (actor, entry) => {
      await service.createEntry(actor, entry);
      return null;
    },
    revalidate: PAGE,
  });
}

/** Changes an entry, unless someone else has meanwhile. */
export async function changeEntry(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayWriteSomeCalendar,
    schema: entryChangeSchema,
    write: async (actor, change) => {
      await service.changeEntry(actor, change);
      return null;
    },
    revalidate: PAGE,
  });
}

/** Takes an entry out of its calendar, unless someone else has changed it meanwhile. */
export async function removeEntry(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayWriteSomeCalendar,
    schema: entryReferenceSchema,
    write: async (actor, reference) => {
      await service.removeEntry(actor, reference);
      return null;
    },
    revalidate: PAGE,
  });
}
