import { z } from "zod";
import { database, Prisma } from "#lib/core/db.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { visibleTasks } from "./lateness.ts";
import { taskScopeOf } from "./policy.ts";

/** The tasks on a screen, by their ids parted by commas; none is none. */
export const shownTasksSchema = z
  .string()
  .default("")
  .transform((text) => text.split(",").filter(Boolean).map(Number))
  .pipe(z.array(z.int().min(1).max(2_147_483_647)).max(200));

/** The versions that tasks have now, by id; those that the viewer may not see are left out. */
export async function versionsOf(
  viewer: Viewer,
  ids: readonly number[],
): Promise<Record<number, number>> {
  if (ids.length === 0) return {};
  const rows = await database().$queryRaw<{ id: number; version: number }[]>`
    select task.id, task.version from task
    where task.id in (${Prisma.join([...ids])}) and ${visibleTasks(taskScopeOf(viewer))}`;
  return Object.fromEntries(rows.map(({ id, version }) => [id, version]));
}
