import type { Viewer } from "#lib/users/schema.ts";

/** Which tasks someone may open: all, those of one department, or none. */
export type TaskScope =
  | { kind: "all" }
  | { kind: "department"; departmentId: number }
  | { kind: "none" };

/**
 * The tasks that a viewer may see (domain rules "Who may do what"): heads and officers those
 * that their department leads, cooperates in, or was late with; an administrator none.
 */
export function taskScopeOf(viewer: Viewer): TaskScope {
  switch (viewer.role) {
    case "CHAIRMAN":
    case "VICE_CHAIRMAN":
    case "OFFICE":
    case "OBSERVER":
      return { kind: "all" };
    case "DEPARTMENT_HEAD":
    case "OFFICER":
      return viewer.departmentId === null
        ? { kind: "none" }
        : { kind: "department", departmentId: viewer.departmentId };
    case "ADMIN":
      return { kind: "none" };
  }
}

/**
 * Whose figures a viewer may read: a head compares all departments, an officer sees the own
 * one, an administrator none.
 */
export function figuresScopeOf(viewer: Viewer): TaskScope {
  return viewer.role === "DEPARTMENT_HEAD" ? { kind: "all" } : taskScopeOf(viewer);
}

/** Whether a figure counted over this department (`null`: over all) opens to its tasks. */
export function mayOpenFigure(viewer: Viewer, departmentId: number | null): boolean {
  const scope = taskScopeOf(viewer);
  return (
    scope.kind === "all" || (scope.kind === "department" && scope.departmentId === departmentId)
  );
}
