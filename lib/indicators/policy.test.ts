import { expect, test } from "vitest";
import { ROLES } from "#lib/users/schema.ts";
import { indicatorScopeOf } from "./policy.ts";

test("who reads whose indicators", () => {
  const scopes = ROLES.map((role) => [
    role,
    indicatorScopeOf({ role, departmentId: 7, portfolioDepartmentIds: [] }).kind,
  ]);
  expect(Object.fromEntries(scopes)).toEqual({
    CHAIRMAN: "all",
    VICE_CHAIRMAN: "all",
    OFFICE: "all",
    DEPARTMENT_HEAD: "all",
    OBSERVER: "all",
    OFFICER: "department",
    ADMIN: "none",
  });
});
