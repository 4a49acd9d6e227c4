import type { Viewer } from "#lib/users/schema.ts";

/** Whose cards someone reads: everybody's, a department's and its officers', or one's own. */
export type CardScope =
  | { kind: "all" }
  | { kind: "department"; departmentId: number }
  | { kind: "own"; userId: number }
  | { kind: "none" };

/**
 * Leaders, the Office and the observer read all cards, a head those of the own department and
 * its officers, an officer the own one (domain rules "KPI indicators", scorecard).
 */
export function cardScopeOf(viewer: Viewer & { id: number }): CardScope {
  switch (viewer.role) {
    case "CHAIRMAN":
    case "VICE_CHAIRMAN":
    case "OFFICE":
    case "OBSERVER":
      return { kind: "all" };
    case "DEPARTMENT_HEAD":
      return viewer.departmentId === null
        ? { kind: "none" }
        : { kind: "department", departmentId: viewer.departmentId };
    case "OFFICER":
      return { kind: "own", userId: viewer.id };
    case "ADMIN":
      return { kind: "none" };
  }
}

/** Whether a department's card is within a scope. */
export function seesDepartmentCard(scope: CardScope, departmentId: number): boolean {
  return (
    scope.kind === "all" || (scope.kind === "department" && scope.departmentId === departmentId)
  );
}

/** Whether an officer's card is within a scope. */
export function seesOfficerCard(
  scope: CardScope,
  officer: { id: number; departmentId: number | null },
): boolean {
  switch (scope.kind) {
    case "all":
      return true;
    case "department":
      return scope.departmentId === officer.departmentId;
    case "own":
      return scope.userId === officer.id;
    case "none":
      return false;
  }
}

/** Who has a card to read at all. */
export function mayReadSomeCard(viewer: Viewer): boolean {
  return cardScopeOf({ ...viewer, id: 0 }).kind !== "none";
}
