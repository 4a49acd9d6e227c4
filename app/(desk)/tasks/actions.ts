"use server";

import type { ActionState } from "#lib/core/action.ts";
import { chosenColumnsSchema } from "#lib/tasks/columns.ts";
import { runAction } from "#lib/users/action.ts";
import { chooseColumns } from "#lib/users/list-preferences.ts";
import { hasDesk } from "#lib/users/policy.ts";

/** Remembers which columns of the task list the person wants to see. */
export async function saveTaskColumns(columns: string[]): Promise<ActionState> {
  return runAction(
    { columns: columns.join(",") },
    {
      may: hasDesk,
      schema: chosenColumnsSchema,
      write: async (actor, chosen) => {
        await chooseColumns(actor, "tasks", chosen.columns);
        return null;
      },
      revalidate: "/tasks",
    },
  );
}
