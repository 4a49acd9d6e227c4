import { taskScopeOf } from "#lib/tasks/policy.ts";
import { hasDesk, needsDepartment } from "#lib/users/policy.ts";
import type { CurrentUser, Role, Viewer } from "#lib/users/schema.ts";
import { LEADERS } from "./schema.ts";

/** Whose calendar: that of a department, by its id, or the leaders' (null). */
export type CalendarOwner = number | null;

const WRITE_FOR_LEADERS: readonly Role[] = ["CHAIRMAN", "VICE_CHAIRMAN", "OFFICE"];

/** The leaders' calendar is for everyone with a desk, a department's for its people and whoever sees everything. */
export function mayReadCalendar(viewer: Viewer, owner: CalendarOwner): boolean {
  if (!hasDesk(viewer)) return false;
  return owner === null || taskScopeOf(viewer).kind === "all" || viewer.departmentId === owner;
}

/** The leaders' calendar is kept by them and the Office, a department's by its head and the Office. */
export function mayWriteCalendar(viewer: Viewer, owner: CalendarOwner): boolean {
  if (owner === null) return WRITE_FOR_LEADERS.includes(viewer.role);
  return (
    viewer.role === "OFFICE" || (viewer.role === "DEPARTMENT_HEAD" && viewer.departmentId === owner)
  );
}

/** Whoever keeps some calendar; which one, the entry says. */
export function mayWriteSomeCalendar(viewer: Viewer): boolean {
  return mayWriteCalendar(viewer, null) || viewer.role === "DEPARTMENT_HEAD";
}

/** Whoever works in a department looks at its calendar first, everyone else at the leaders'. */
export function usualCalendar({
  role,
  departmentCode,
}: Pick<CurrentUser, "role" | "departmentCode">): string {
  return needsDepartment(role) && departmentCode !== null ? departmentCode : LEADERS;
}
