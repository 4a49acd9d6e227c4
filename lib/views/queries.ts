import { database } from "#lib/core/db.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import type { ListName, SavedView } from "./schema.ts";

/** More than this nobody looks through in a menu. */
const MOST_SHOWN = 100;

/** The views of a list that someone may use: the own ones, then those shared with the department. */
export async function listViews(
  viewer: Pick<CurrentUser, "id" | "departmentId">,
  list: ListName,
): Promise<SavedView[]> {
  const { id, departmentId } = viewer;
  const shared = departmentId === null ? [] : [{ sharedWithId: departmentId }];
  const found = await database().savedView.findMany({
    where: { list, OR: [{ ownerId: id }, ...shared] },
    select: {
      id: true,
      name: true,
      query: true,
      ownerId: true,
      sharedWithId: true,
      owner: { select: { displayName: true } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_SHOWN,
  });
  const views = found.map(({ ownerId, sharedWithId, owner, ...view }) => ({
    ...view,
    shared: sharedWithId !== null,
    owner: ownerId === id ? null : owner.displayName,
  }));
  return [
    ...views.filter(({ owner }) => owner === null),
    ...views.filter(({ owner }) => owner !== null),
  ];
}
