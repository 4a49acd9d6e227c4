"use server";

import { revalidatePath } from "next/cache";
import type { ActionState } from "#lib/core/action.ts";
import { directiveListHref, directiveListSchema } from "#lib/directives/schema.ts";
import { queryStringOf, taskListSchema } from "#lib/tasks/filters.ts";
import { runAction } from "#lib/users/action.ts";
import { mayKeepViews } from "#lib/views/policy.ts";
import {
  LISTS,
  type ListName,
  newViewSchema,
  viewChangeSchema,
  viewIdSchema,
} from "#lib/views/schema.ts";
import * as service from "#lib/views/service.ts";

/** The query of a list as its own schema reads it, from its first page; null when it is none of it. */
const CHECKED: Record<ListName, (query: Record<string, string>) => string | null> = {
  tasks: (query) => {
    const { data } = taskListSchema.omit({ page: true }).safeParse(query);
    return data ? queryStringOf(data).slice(1) : null;
  },
  directives: (query) => {
    const { data } = directiveListSchema.omit({ page: true }).safeParse(query);
    return data ? (directiveListHref(data).split("?")[1] ?? "") : null;
  },
};

const checkedViewSchema = newViewSchema.transform((view, context) => {
  const query = CHECKED[view.list](Object.fromEntries(new URLSearchParams(view.query)));
  if (query) return { ...view, query };
  context.addIssue({ code: "custom", path: ["query"], message: "views.problems.query" });
  return { ...view, query: "" };
});

/** Lets the lists show their menus anew. */
function renewed(): null {
  for (const list of LISTS) revalidatePath(`/${list}`);
  return null;
}

/** Keeps the filters of a list under a name. */
export async function saveView(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayKeepViews,
    schema: checkedViewSchema,
    write: async (actor, view) => {
      await service.saveView(actor, view);
      return renewed();
    },
  });
}

/** Renames an own view, and shares it or not. */
export async function changeView(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayKeepViews,
    schema: viewChangeSchema,
    write: async (actor, change) => {
      await service.changeView(actor, change);
      return renewed();
    },
  });
}

/** Throws an own view away. */
export async function removeView(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayKeepViews,
    schema: viewIdSchema,
    write: async (actor, { id }) => {
      await service.removeView(actor, id);
      return renewed();
    },
  });
}
