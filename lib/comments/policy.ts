import type { Viewer } from "#lib/users/schema.ts";

/** Whoever works with tasks may say something about those that they see; an observer only reads. */
export function mayComment({ role }: Viewer): boolean {
  return role !== "OBSERVER" && role !== "ADMIN";
}
