import type { Viewer } from "#lib/users/schema.ts";

/** Whose indicators someone may read: all, those that one department reports, or none. */
export type IndicatorScope =
  | { kind: "all" }
  | { kind: "department"; departmentId: number }
  | { kind: "none" };

/**
 * Indicators are figures of the dashboard: heads compare all departments, an officer reads
 * the own one's, an administrator none (domain rules "Who may do what").
 */
export function indicatorScopeOf(viewer: Viewer): IndicatorScope {
  switch (viewer.role) {
    case "CHAIRMAN":
    case "VICE_CHAIRMAN":
    case "OFFICE":
    case "OBSERVER":
    case "DEPARTMENT_HEAD":
      return { kind: "all" };
    case "OFFICER":
      return viewer.departmentId === null
        ? { kind: "none" }
        : { kind: "department", departmentId: viewer.departmentId };
    case "ADMIN":
      return { kind: "none" };
  }
}
