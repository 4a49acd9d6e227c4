import { mayManageUsers } from "#lib/users/policy.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { IMPORT_KINDS, type ImportKind } from "./schema.ts";

/**
 * Who brings spreadsheets in (domain rules "Who may do what"): the Office the register and the
 * indicators, an administrator the accounts.
 */
export function mayImport(viewer: Viewer, kind: ImportKind): boolean {
  return kind === "USERS" ? mayManageUsers(viewer) : viewer.role === "OFFICE";
}

/** The kinds that someone may bring in, which are also those whose imports they see. */
export function importKindsFor(viewer: Viewer): ImportKind[] {
  return IMPORT_KINDS.filter((kind) => mayImport(viewer, kind));
}

export function mayImportSomething(viewer: Viewer): boolean {
  return importKindsFor(viewer).length > 0;
}
