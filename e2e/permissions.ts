/*
 * Who gets what from every page, route handler and server action there is. A new one that is
 * not written down here fails permissions.spec.ts; docs/permissions.md is made from it.
 */
export * from "./permissions/actions.ts";
export * from "./permissions/handlers.ts";
export * from "./permissions/pages.ts";
export * from "./permissions/people.ts";
