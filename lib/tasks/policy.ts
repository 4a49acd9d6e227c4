import type { Viewer } from "#lib/users/schema.ts";
import type { TaskVerb } from "./verbs.ts";

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

/** What the rights over one task depend on. */
export type TaskFacts = {
  leadDepartmentId: number;
  assigneeId: number | null;
  /** A part of another task, by which the lead department plans its own work. */
  isSubTask: boolean;
};

/** Settings of the commune that widen a right. */
export type Delegation = { officeConfirms: boolean };

/** Whether a viewer leads this department's work: the chairman, or a vice-chairman in charge of it. */
export function leads(viewer: Viewer, departmentId: number): boolean {
  return (
    viewer.role === "CHAIRMAN" ||
    (viewer.role === "VICE_CHAIRMAN" && viewer.portfolioDepartmentIds.includes(departmentId))
  );
}

/** Who registers directives, and creates and edits the tasks of a department. */
export function mayAssign(viewer: Viewer, departmentId: number): boolean {
  return viewer.role === "OFFICE" || leads(viewer, departmentId);
}

/** Who registers directives at all; for whose departments, `mayAssign` says. */
export function mayRegister(viewer: Viewer): boolean {
  return ["CHAIRMAN", "VICE_CHAIRMAN", "OFFICE"].includes(viewer.role);
}

/** Who decides what departments submit and ask for, at least for some of them. */
export function mayDecide(viewer: Viewer, { officeConfirms }: Delegation): boolean {
  const { role } = viewer;
  return role === "CHAIRMAN" || role === "VICE_CHAIRMAN" || (role === "OFFICE" && officeConfirms);
}

/** Whoever is given work, and hands it in. */
export function doesWork(viewer: Viewer): boolean {
  return viewer.role === "DEPARTMENT_HEAD" || viewer.role === "OFFICER";
}

/** Who may do what with a task (domain rules "Who may do what"); whether it can be done now, its state says. */
export function mayDo(
  viewer: Viewer & { id: number | null },
  verb: TaskVerb,
  { leadDepartmentId, assigneeId, isSubTask }: TaskFacts,
  { officeConfirms }: Delegation,
): boolean {
  const leader = leads(viewer, leadDepartmentId);
  const office = viewer.role === "OFFICE";
  const head = viewer.role === "DEPARTMENT_HEAD" && viewer.departmentId === leadDepartmentId;
  // A machine's token stands for its department, not for one of its officers.
  const assigned =
    viewer.role === "OFFICER" &&
    viewer.departmentId === leadDepartmentId &&
    (viewer.id === null || viewer.id === assigneeId);
  switch (verb) {
    case "accept":
    case "progress":
    case "submit":
      return head || assigned || office;
    case "refuse":
      return (head || office) && !isSubTask;
    case "handOver":
      return head;
    case "confirm":
    case "return":
      return leader || (office && officeConfirms) || (head && isSubTask);
    case "requestExtension":
      return head && !isSubTask;
    case "approveExtension":
    case "rejectExtension":
      return leader;
    case "pause":
    case "resume":
    case "cancel":
      return leader || office || (head && isSubTask);
    case "reopen":
      return leader || (head && isSubTask);
    case "transfer":
      return (leader || office) && !isSubTask;
    case "edit":
      return leader || office || (head && isSubTask);
    case "addSubTask":
      return head && !isSubTask;
  }
}

/** Whether a role has a verb at all, for some task; what it has no verb for is not offered to it. */
export function mayEver(viewer: Viewer, verb: TaskVerb): boolean {
  const departments = [viewer.departmentId ?? 0, ...viewer.portfolioDepartmentIds];
  return departments.some((leadDepartmentId) =>
    [true, false].some((isSubTask) =>
      mayDo(
        { ...viewer, id: 0 },
        verb,
        { leadDepartmentId, assigneeId: 0, isSubTask },
        { officeConfirms: true },
      ),
    ),
  );
}
