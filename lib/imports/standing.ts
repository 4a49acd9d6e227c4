import type { ImportItem } from "./views.ts";

/** Where a file stands: checked, with or without errors or anything new, written, or taken back. */
export type ImportStanding = "undone" | "applied" | "errors" | "nothing" | "open";

/** The same in a word. */
export function standingOf({
  counts,
  appliedAt,
  undoneAt,
}: Pick<ImportItem, "counts" | "appliedAt" | "undoneAt">): ImportStanding {
  if (undoneAt) return "undone";
  if (appliedAt) return "applied";
  if (counts && counts.error > 0) return "errors";
  return counts !== null && counts.new + counts.changed === 0 ? "nothing" : "open";
}
