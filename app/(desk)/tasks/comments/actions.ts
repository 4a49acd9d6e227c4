"use server";

import { mayComment } from "#lib/comments/policy.ts";
import { newCommentSchema } from "#lib/comments/schema.ts";
import * as service from "#lib/comments/service.ts";
import type { ActionState } from "#lib/core/action.ts";
import { runAction } from "#lib/users/action.ts";

/** Says something about a task that the person sees. */
export async function addComment(
  _previous: ActionState<{ id: number }> | null,
  form: FormData,
): Promise<ActionState<{ id: number }>> {
  return runAction(form, {
    may: mayComment,
    schema: newCommentSchema,
    write: service.addComment,
    revalidate: "/tasks",
  });
}
