import { businessToday } from "#lib/core/dates.ts";
import { database, Prisma } from "#lib/core/db.ts";
import { dueSoonUntil, getSettings } from "#lib/periods/queries.ts";
import { periodOf } from "#lib/periods/rules.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { afterPlace, cursorAfter, readCursor } from "./cursor.ts";
import { defaultOrder, type TaskOrder } from "./default-order.ts";
import { detailOf } from "./detail.ts";
import { PAGE_SIZES, type TaskFilter, type TaskListState } from "./filters.ts";
import { type ListSource, listSource } from "./list.ts";
import { orderOf } from "./order.ts";
import { taskScopeOf } from "./policy.ts";
import { countQuery, itemOf, pageQuery, type TaskRow } from "./rows.ts";
import { standingAt } from "./standing.ts";
import type { TaskDetail, TaskListItem } from "./views.ts";

/** The tasks that a filter means to a viewer, on the day it asks about (today if it names none). */
async function sourceOf(viewer: Viewer, filter: TaskFilter): Promise<ListSource> {
  const today = businessToday();
  const settings = await getSettings();
  const month = filter.late ? periodOf(filter.late, settings, today) : null;
  const asOf = filter.asOf ?? month?.asOf ?? today;
  const standing = standingAt(asOf, today, await dueSoonUntil(asOf, settings));
  return listSource(taskScopeOf(viewer), filter, standing, month && { ...month, asOf });
}

/** The same without the parts of tasks: they are their department's own plan, seen at the task. */
export async function listedSourceOf(viewer: Viewer, filter: TaskFilter): Promise<ListSource> {
  const source = await sourceOf(viewer, filter);
  return { ...source, where: Prisma.sql`${source.where} and task.parent_id is null` };
}

/**
 * One page of the task list and how many tasks there are on all pages. A filter is taken as
 * it is: whoever reads it from outside asks `filterFaultOf` first.
 */
export async function listTasks(
  viewer: Viewer,
  state: TaskListState,
): Promise<{ items: TaskListItem[]; total: number }> {
  const { sort, page = 1, size = PAGE_SIZES[0], ...filter } = state;
  const source = await listedSourceOf(viewer, filter);
  const order = orderOf(sort ?? defaultOrder(filter), source.standing);
  const slice = { limit: size, offset: (page - 1) * size, after: null };
  const [rows, [counted]] = await Promise.all([
    database().$queryRaw<TaskRow[]>(pageQuery(source, order, slice)),
    database().$queryRaw<{ total: number }[]>(countQuery(source)),
  ]);
  return { items: rows.map((row) => itemOf(row, source.standing)), total: counted?.total ?? 0 };
}

/**
 * The tasks after a place in the ordered list, for readers that go through all of it: no
 * task comes twice or is left out however long that takes.
 * @param limit how many at most
 * @returns null when the cursor is not one of a list in this order
 */
export async function listTasksByCursor(
  viewer: Viewer,
  filter: TaskFilter,
  {
    limit,
    cursor,
    sort = "code",
  }: { limit: number; cursor?: string | undefined; sort?: TaskOrder },
): Promise<{ items: TaskListItem[]; nextCursor: string | null } | null> {
  const source = await listedSourceOf(viewer, filter);
  const order = orderOf(sort, source.standing);
  const place = cursor === undefined ? null : readCursor(cursor, sort, order);
  if (cursor !== undefined && place === null) return null;
  const slice = { limit: limit + 1, offset: 0, after: place && afterPlace(order, place) };
  const rows = await database().$queryRaw<TaskRow[]>(pageQuery(source, order, slice));
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => itemOf(row, source.standing)),
    nextCursor: rows.length > limit && last ? cursorAfter(sort, last) : null,
  };
}

/**
 * A task with its history as of today.
 * @param reference its id or its code
 * @returns null when there is no such task or the viewer may not see it
 */
export async function getTask(
  viewer: Viewer,
  reference: number | string,
): Promise<TaskDetail | null> {
  const source = await sourceOf(viewer, {});
  const asked =
    typeof reference === "number"
      ? Prisma.sql`task.id = ${reference}`
      : Prisma.sql`task.code = ${reference}`;
  const one = { ...source, where: Prisma.sql`${asked} and ${source.where}` };
  const order = orderOf("code", source.standing);
  const slice = { limit: 1, offset: 0, after: null };
  const [row] = await database().$queryRaw<TaskRow[]>(pageQuery(one, order, slice));
  return row ? detailOf(itemOf(row, source.standing), source.standing.asOf) : null;
}
