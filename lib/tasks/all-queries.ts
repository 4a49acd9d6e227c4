import { database, Prisma } from "#lib/core/db.ts";
import { inPages } from "#lib/core/in-pages.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { defaultOrder, type TaskOrder } from "./default-order.ts";
import type { TaskFilter } from "./filters.ts";
import { by, type Order, orderOf } from "./order.ts";
import { listedSourceOf } from "./queries.ts";
import { itemOf, pageQuery, type TaskRow } from "./rows.ts";
import type { TaskListItem } from "./views.ts";

const AT_ONCE = 1000;
/** By what they are looked up by: by anything else a plan may go through the whole register. */
const BY_ID: Order = {
  joins: Prisma.empty,
  value: Prisma.sql`task.id`,
  type: "int",
  descending: false,
  nullable: false,
};

/**
 * All tasks of a list, in its order. Which they are and in which order is settled by one
 * statement; what their rows show is looked up by another for every thousand, as they are asked
 * for, so that no transaction waits for whoever saves the file. A task that has left the list by
 * then, or is no longer the viewer's to see, is left out.
 * @param sort the list's usual order when absent, as on the screen
 */
export async function listAllTasks(
  viewer: Viewer,
  { sort, ...filter }: TaskFilter & { sort?: TaskOrder | undefined },
): Promise<{ total: number; pages: AsyncIterable<readonly TaskListItem[]> }> {
  const source = await listedSourceOf(viewer, filter);
  const order = orderOf(sort ?? defaultOrder(filter), source.standing);
  const [found] = await database().$queryRaw<{ ids: number[] }[]>`
    select array(
      select task.id from ${source.from} ${source.standing.joins} ${order.joins}
      where ${source.where}
      order by ${by(order, order.value, Prisma.sql`task.id`)}
    ) as ids`;
  const ids = found?.ids ?? [];
  const read = async (asked: readonly number[]) => {
    const where = Prisma.sql`${source.where} and task.id = any(${[...asked]}::int[])`;
    const slice = { limit: asked.length, offset: 0, after: null };
    const rows = await database().$queryRaw<TaskRow[]>(
      pageQuery({ ...source, where }, BY_ID, slice),
    );
    return rows.map((row) => itemOf(row, source.standing));
  };
  return { total: ids.length, pages: inPages(ids, AT_ONCE, read) };
}
