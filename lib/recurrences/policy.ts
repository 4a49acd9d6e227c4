import { mayAssign, mayRegister } from "#lib/tasks/policy.ts";
import type { Viewer } from "#lib/users/schema.ts";

/** Whoever assigns tasks plans those that recur. */
export function mayPlan(viewer: Viewer): boolean {
  return mayRegister(viewer);
}

/** Whether it is theirs to plan for a department: a vice-chairman for those in charge of only. */
export function mayPlanFor(viewer: Viewer, departmentId: number): boolean {
  return mayPlan(viewer) && mayAssign(viewer, departmentId);
}

/** The departments that someone plans for; null: all of them. */
export function plannedDepartmentIds(viewer: Viewer): readonly number[] | null {
  if (!mayPlan(viewer)) return [];
  return viewer.role === "VICE_CHAIRMAN" ? viewer.portfolioDepartmentIds : null;
}
