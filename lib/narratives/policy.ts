import type { TaskScope } from "#lib/tasks/policy.ts";
import type { Viewer } from "#lib/users/schema.ts";

/** A person as far as the rights over reasons depend on them. */
type Person = Viewer & { id: number };

/**
 * Whose late tasks someone lists with their reasons: the Office all, the people of a department
 * those that count as late there.
 */
export function reasonScopeOf(viewer: Viewer): TaskScope {
  switch (viewer.role) {
    case "OFFICE":
      return { kind: "all" };
    case "DEPARTMENT_HEAD":
    case "OFFICER":
      return viewer.departmentId === null
        ? { kind: "none" }
        : { kind: "department", departmentId: viewer.departmentId };
    default:
      return { kind: "none" };
  }
}

/** Who gives reasons for late tasks at all; for which, `mayAnswerFor` says. */
export function mayGiveReasons(viewer: Viewer): boolean {
  return reasonScopeOf(viewer).kind !== "none";
}

/**
 * Who says why a task was late: the Office for all, a head for those that count as late in the
 * own department, an officer for those among them that they work on.
 */
export function mayAnswerFor(
  person: Person,
  { departmentId, assigneeId }: { departmentId: number; assigneeId: number | null },
): boolean {
  const scope = reasonScopeOf(person);
  if (scope.kind === "all") return true;
  if (scope.kind === "none" || scope.departmentId !== departmentId) return false;
  return person.role === "DEPARTMENT_HEAD" || assigneeId === person.id;
}

/** Who writes a section: a head the own department's, the Office any, and alone the merged one (null). */
export function mayWriteSection(viewer: Viewer, departmentId: number | null): boolean {
  if (viewer.role === "OFFICE") return true;
  return (
    viewer.role === "DEPARTMENT_HEAD" &&
    departmentId !== null &&
    viewer.departmentId === departmentId
  );
}

/** Who writes some section of the report. */
export function mayWriteSections(viewer: Viewer): boolean {
  return mayMerge(viewer) || mayWriteSection(viewer, viewer.departmentId);
}

/** Who sees what all departments wrote, and merges it. */
export function mayMerge(viewer: Viewer): boolean {
  return viewer.role === "OFFICE";
}
