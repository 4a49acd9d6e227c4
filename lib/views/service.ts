import { database, Prisma } from "#lib/core/db.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
} from "#lib/core/errors.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { mayKeepViews, mayShareViews } from "./policy.ts";
import { type NewView, VIEWS_PER_LIST, type ViewChange } from "./schema.ts";

type Owner = Pick<CurrentUser, "id" | "role" | "departmentId" | "portfolioDepartmentIds">;

/** The department that a view is shared with, if it is. @throws ForbiddenError */
function sharedWith(actor: Owner, shared: boolean): number | null {
  if (!mayKeepViews(actor)) throw new ForbiddenError();
  if (!shared) return null;
  if (!mayShareViews(actor)) throw new ForbiddenError({ key: "views.problems.notShared" });
  return actor.departmentId;
}

/** Names the field when the name is taken already. */
async function underFreeName<Result>(write: Promise<Result>): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    const taken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    if (!taken) throw error;
    throw new InvalidInputError([{ path: "name", key: "views.problems.nameTaken" }]);
  }
}

/**
 * Keeps a list's filters under a name. The query is taken as it is: whoever calls has checked it
 * with the list's own schema.
 * @throws ConflictError when the person keeps too many already
 */
export async function saveView(
  actor: Owner,
  { list, name, query, shared }: NewView,
): Promise<{ id: number }> {
  const sharedWithId = sharedWith(actor, shared);
  const kept = await database().savedView.count({ where: { ownerId: actor.id, list } });
  if (kept >= VIEWS_PER_LIST) {
    const values = { most: VIEWS_PER_LIST };
    throw new ConflictError({ key: "views.problems.tooMany", values });
  }
  return underFreeName(
    database().savedView.create({
      data: { ownerId: actor.id, list, name, query, sharedWithId },
      select: { id: true },
    }),
  );
}

/** Renames an own view, and shares it or keeps it to oneself. @throws NotFoundError if it is not one's own */
export async function changeView(actor: Owner, { id, name, shared }: ViewChange): Promise<void> {
  const sharedWithId = sharedWith(actor, shared);
  const { count } = await underFreeName(
    database().savedView.updateMany({
      where: { id, ownerId: actor.id },
      data: { name, sharedWithId },
    }),
  );
  if (count === 0) throw new NotFoundError();
}

/** Throws an own view away, also for those it was shared with. @throws NotFoundError if it is not one's own */
export async function removeView(actor: Owner, id: number): Promise<void> {
  if (!mayKeepViews(actor)) throw new ForbiddenError();
  const { count } = await database().savedView.deleteMany({ where: { id, ownerId: actor.id } });
  if (count === 0) throw new NotFoundError();
}
