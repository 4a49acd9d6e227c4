import { hasDesk } from "#lib/users/policy.ts";
import type { Viewer } from "#lib/users/schema.ts";

/** Whoever has lists keeps views of them. */
export const mayKeepViews = hasDesk;

/** Who has a department shares with it; leaders and observers have none to share with. */
export function mayShareViews(viewer: Viewer): boolean {
  return hasDesk(viewer) && viewer.departmentId !== null;
}
