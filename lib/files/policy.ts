import type { Viewer } from "#lib/users/schema.ts";

/** Whoever does something in the register may upload for it; who only looks on does not. */
export function mayUploadFiles(viewer: Viewer): boolean {
  return viewer.role !== "OBSERVER" && viewer.role !== "ADMIN";
}
