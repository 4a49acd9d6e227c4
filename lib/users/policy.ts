import type { Role, Viewer } from "./schema.ts";

/** Whoever has a desk sees the register in some measure; an administrator keeps accounts only. */
export function hasDesk(viewer: Viewer): boolean {
  return viewer.role !== "ADMIN";
}

/** Who keeps accounts and settings (domain rules "Who may do what"). */
export function mayManageUsers(viewer: Viewer): boolean {
  return viewer.role === "ADMIN";
}

/** Who makes tokens for machines and takes them back. */
export function mayManageTokens(viewer: Viewer): boolean {
  return viewer.role === "ADMIN";
}

const ROLES_BOUND_TO_A_DEPARTMENT: readonly Role[] = ["DEPARTMENT_HEAD", "OFFICER"];

/** Whether an account or token of this role must name its department. */
export function needsDepartment(role: Role): boolean {
  return ROLES_BOUND_TO_A_DEPARTMENT.includes(role);
}

/** Everyone keeps their own account; whose it is follows from the session. */
export function mayKeepOwnAccount(): boolean {
  return true;
}
