import { needsDepartment } from "#lib/users/policy.ts";
import type { Role, Viewer } from "#lib/users/schema.ts";

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

/** Whoever looks or acts, with the account of a person: delegation is to people. */
export type Person = Viewer & { id: number | null };

/** Whose an indicator is. */
export type Ownership = { departmentId: number; delegateId: number | null };

/**
 * Who enters an indicator's values: the Office all of them, a head the own department's, an
 * officer those that are delegated to them (domain rules "Who may do what").
 */
export function mayEnterValue(person: Person, { departmentId, delegateId }: Ownership): boolean {
  switch (person.role) {
    case "OFFICE":
      return true;
    case "DEPARTMENT_HEAD":
      return person.departmentId === departmentId;
    case "OFFICER":
      return person.departmentId === departmentId && person.id !== null && person.id === delegateId;
    default:
      return false;
  }
}

/** Whoever may enter some values, as far as the role says; which ones, the indicator says. */
export function mayEnterSomeValues({ role }: Viewer): boolean {
  return role === "OFFICE" || role === "DEPARTMENT_HEAD" || role === "OFFICER";
}

const SEE_EVERYTHING: readonly Role[] = ["CHAIRMAN", "VICE_CHAIRMAN", "OFFICE", "OBSERVER"];

/** Who reads which department has reported its month, and what is missing. */
export function mayReadCompleteness({ role }: Viewer): boolean {
  return SEE_EVERYTHING.includes(role);
}

/** Who reads a department's sheet with its notes: its own people, and whoever sees everything. */
export function mayReadSheet(viewer: Viewer, departmentId: number): boolean {
  return (
    mayReadCompleteness(viewer) ||
    (needsDepartment(viewer.role) && viewer.departmentId === departmentId)
  );
}

/** Who edits the catalogue of indicators and their targets: the Office. */
export function mayEditIndicators({ role }: Viewer): boolean {
  return role === "OFFICE";
}
