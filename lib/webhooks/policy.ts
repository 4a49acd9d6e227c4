import type { Viewer } from "#lib/users/schema.ts";

/** Who lets other systems be told of what happens: whoever keeps accounts and settings. */
export function mayManageWebhooks(viewer: Viewer): boolean {
  return viewer.role === "ADMIN";
}
