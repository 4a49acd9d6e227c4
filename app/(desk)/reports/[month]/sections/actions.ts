"use server";

import type { ActionState } from "#lib/core/action.ts";
import { mayMerge, mayWriteSections } from "#lib/narratives/policy.ts";
import { mergeSchema, sectionEntrySchema, unmergeSchema } from "#lib/narratives/schema.ts";
import * as service from "#lib/narratives/section-service.ts";
import { runAction } from "#lib/users/action.ts";

type Saved = { version: number; text: string };

/** Writes a section of a month's report, unless someone else has meanwhile. */
export async function saveSection(
  _previous: ActionState<Saved> | null,
  form: FormData,
): Promise<ActionState<Saved>> {
  return runAction(form, {
    may: mayWriteSections,
    schema: sectionEntrySchema,
    write: service.saveSection,
  });
}

/** Puts the departments' texts of a section together as the one that stands in the report. */
export async function mergeSections(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayMerge,
    schema: mergeSchema,
    write: async (actor, merge) => {
      await service.mergeSections(actor, merge);
      return null;
    },
  });
}

/** Takes the merged text of a section back, so that the departments' texts stand again. */
export async function unmergeSections(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayMerge,
    schema: unmergeSchema,
    write: async (actor, unmerge) => {
      await service.unmergeSections(actor, unmerge);
      return null;
    },
  });
}
