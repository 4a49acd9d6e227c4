import type { Viewer } from "#lib/users/schema.ts";

/** Who is told of any directive in the register: whoever sees all of them. */
export function mayFindSame(viewer: Viewer): boolean {
  return ["CHAIRMAN", "VICE_CHAIRMAN", "OFFICE", "OBSERVER"].includes(viewer.role);
}
