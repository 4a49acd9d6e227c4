import { database } from "#lib/core/db.ts";
import type { CurrentUser } from "./schema.ts";

/** The lists whose columns a person may choose. */
export type RememberedList = "tasks" | "directives";

/** The columns that a person has chosen to see in a list, as stored; null: the usual ones. */
export async function chosenColumns(user: CurrentUser, list: RememberedList): Promise<unknown> {
  const preference = await database().listPreference.findUnique({
    where: { userId_list: { userId: user.id, list } },
    select: { columns: true },
  });
  return preference?.columns ?? null;
}

/** Remembers the columns that a person has chosen; none: the usual ones again. */
export async function chooseColumns(
  actor: CurrentUser,
  list: RememberedList,
  columns: readonly string[],
): Promise<void> {
  const own = { userId: actor.id, list };
  if (columns.length === 0) {
    await database().listPreference.deleteMany({ where: own });
    return;
  }
  await database().listPreference.upsert({
    where: { userId_list: own },
    update: { columns: [...columns] },
    create: { ...own, columns: [...columns] },
  });
}
