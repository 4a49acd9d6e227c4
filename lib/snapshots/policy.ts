import type { Viewer } from "#lib/users/schema.ts";

/** Who closes a month (domain rules "Who may do what"). */
export function mayClose(viewer: Viewer): boolean {
  return viewer.role === "OFFICE";
}

/** Who opens a closed month again, always with a reason that is kept (domain rules "Closing a month"). */
export function mayReopen(viewer: Viewer): boolean {
  return viewer.role === "CHAIRMAN" || viewer.role === "OFFICE";
}

/** Who sees how a month was closed and what differs since: whoever sees all tasks. */
export function maySeeClosing(viewer: Viewer): boolean {
  return ["CHAIRMAN", "VICE_CHAIRMAN", "OFFICE", "OBSERVER"].includes(viewer.role);
}
