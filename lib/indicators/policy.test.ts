import { expect, test } from "vitest";
import { ROLES } from "#lib/users/schema.ts";
import {
  indicatorScopeOf,
  mayEditIndicators,
  mayEnterSomeValues,
  mayEnterValue,
  mayReadCompleteness,
  mayReadSheet,
} from "./policy.ts";

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

const personOf = (role: (typeof ROLES)[number], departmentId = 7, id: number | null = 1) => ({
  role,
  departmentId,
  id,
  portfolioDepartmentIds: [7],
});
const those = (may: (role: (typeof ROLES)[number]) => boolean) => ROLES.filter(may);

test("values are entered by the Office, the own head, and the officer they are delegated to", () => {
  const own = { departmentId: 7, delegateId: null };
  const delegated = { departmentId: 7, delegateId: 1 };
  const foreign = { departmentId: 8, delegateId: 1 };
  expect(those((role) => mayEnterValue(personOf(role), own))).toEqual([
    "OFFICE",
    "DEPARTMENT_HEAD",
  ]);
  expect(those((role) => mayEnterValue(personOf(role), delegated))).toEqual([
    "OFFICE",
    "DEPARTMENT_HEAD",
    "OFFICER",
  ]);
  expect(those((role) => mayEnterValue(personOf(role), foreign))).toEqual(["OFFICE"]);
  expect(mayEnterValue(personOf("OFFICER", 7, null), own)).toBe(false);
  expect(those((role) => mayEnterSomeValues(personOf(role)))).toEqual([
    "OFFICE",
    "DEPARTMENT_HEAD",
    "OFFICER",
  ]);
});

test("completeness is for whoever sees everything, a sheet also for its own people", () => {
  const everything = ["CHAIRMAN", "VICE_CHAIRMAN", "OFFICE", "OBSERVER"];
  expect(those((role) => mayReadCompleteness(personOf(role)))).toEqual(everything);
  expect(those((role) => mayReadSheet(personOf(role), 8))).toEqual(everything);
  expect(those((role) => !mayReadSheet(personOf(role), 7))).toEqual(["ADMIN"]);
  expect(those((role) => mayEditIndicators(personOf(role)))).toEqual(["OFFICE"]);
});
