import { mayReadReport } from "#lib/reports/policy.ts";
import type { Viewer } from "#lib/users/schema.ts";

/** Who sees what was reported beside what is computed: whoever reads the report of the whole commune. */
export function mayReconcile(viewer: Viewer): boolean {
  return mayReadReport(viewer);
}

/** Who enters what a report stated: the Office, which writes the report. */
export function mayEnterReported(viewer: Viewer): boolean {
  return viewer.role === "OFFICE";
}
