import { maySeeClosing } from "#lib/snapshots/policy.ts";
import { hasDesk } from "#lib/users/policy.ts";
import type { Viewer } from "#lib/users/schema.ts";

/** Who reads the report of the whole commune, on screen and as a file (domain rules "Who may do what"). */
export function mayReadReport(viewer: Viewer): boolean {
  return ["CHAIRMAN", "VICE_CHAIRMAN", "OFFICE", "OBSERVER"].includes(viewer.role);
}

/** Who reads and exports a department's own month. */
export function mayReadDepartmentReport(viewer: Viewer, departmentId: number): boolean {
  return (
    mayReadReport(viewer) ||
    (viewer.role === "DEPARTMENT_HEAD" && viewer.departmentId === departmentId)
  );
}

/** Whose reports someone may read: the commune's, and which departments'. */
export function reportScopesOf<Department extends { id: number; code: string }>(
  viewer: Viewer,
  departments: readonly Department[],
): { commune: boolean; departments: Department[] } {
  return {
    commune: mayReadReport(viewer),
    departments: departments.filter(({ id }) => mayReadDepartmentReport(viewer, id)),
  };
}

/**
 * The report that someone reads who asks for this one: a department's code, null for the
 * commune's, "none" for one that is not theirs or not there. Whoever may not read the commune's
 * and asks for none in particular gets the own department's.
 */
export function reportAskedFor(
  viewer: Viewer,
  departments: readonly { id: number; code: string }[],
  asked: string | undefined,
): { department: string | null } | "none" {
  const scopes = reportScopesOf(viewer, departments);
  if (asked === undefined && scopes.commune) return { department: null };
  const found = scopes.departments.find(({ code }) => asked === undefined || code === asked);
  return found ? { department: found.code } : "none";
}

/** Who has a report to read at all. */
export function mayReadSomeReport(viewer: Viewer): boolean {
  return (
    mayReadReport(viewer) || (viewer.role === "DEPARTMENT_HEAD" && viewer.departmentId !== null)
  );
}

/** The screens about a month's figures that someone may open, in their order. */
export function reportTabsFor(viewer: Viewer) {
  const mayOpen = {
    reports: mayReadSomeReport(viewer),
    indicators: hasDesk(viewer),
    comparison: mayReadSomeReport(viewer),
    scorecard: hasDesk(viewer),
    reconciliation: mayReadReport(viewer),
    proofreading: hasDesk(viewer),
  };
  return (Object.keys(mayOpen) as (keyof typeof mayOpen)[]).filter((tab) => mayOpen[tab]);
}

/** Whose words a month's report holds: departments write, the Office merges. */
export function mayWriteForReport(viewer: Viewer): boolean {
  return viewer.role === "OFFICE" || viewer.role === "DEPARTMENT_HEAD";
}

/** The screens about one month that someone may open, in their order. */
export function monthViewsFor(viewer: Viewer) {
  const mayOpen = {
    report: mayReadSomeReport(viewer),
    sections: mayWriteForReport(viewer),
    reasons: mayWriteForReport(viewer) || viewer.role === "OFFICER",
    closing: maySeeClosing(viewer),
    adjustments: maySeeClosing(viewer),
  };
  return (Object.keys(mayOpen) as (keyof typeof mayOpen)[]).filter((view) => mayOpen[view]);
}
export type MonthView = ReturnType<typeof monthViewsFor>[number];
