import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import type { Settings } from "#lib/periods/schema.ts";
import { ROLES, type Role } from "#lib/users/schema.ts";
import { commandsOf } from "./commands.ts";

const settings: Settings = {
  communeName: "Xã thử nghiệm",
  demonstration: true,
  dueSoonWorkingDays: 5,
  periodFirstDay: 1,
  firstPeriod: "2025-07",
  officeConfirms: false,
};

const namesOf = (role: Role, given = settings) => {
  const viewer = { role, departmentId: 1, portfolioDepartmentIds: [1] };
  return commandsOf(viewer, given).map(({ name }) => name);
};

test("everyone is offered only where they may go", () => {
  expect(namesOf("ADMIN")).toEqual([
    "imports",
    "users",
    "tokens",
    "webhooks",
    "settings",
    "calendar",
    "account",
  ]);
  expect(namesOf("CHAIRMAN")).toEqual(expect.arrayContaining(["decisions", "register", "week"]));
  expect(namesOf("DEPARTMENT_HEAD")).toContain("desk");
  for (const role of ["DEPARTMENT_HEAD", "OFFICER", "OBSERVER"] as const) {
    expect(namesOf(role)).not.toEqual(expect.arrayContaining(["register"]));
    expect(namesOf(role)).not.toEqual(expect.arrayContaining(["decisions"]));
  }
  expect(namesOf("OFFICE")).not.toContain("decisions");
  expect(namesOf("OFFICE", { ...settings, officeConfirms: true })).toContain("decisions");
});

test("every command leads to a page that there is", () => {
  const viewers = ROLES.map((role) => ({ role, departmentId: 1, portfolioDepartmentIds: [1] }));
  const hrefs = new Set(
    viewers.flatMap((viewer) => commandsOf(viewer, settings)).map(({ href }) => href),
  );
  for (const href of hrefs) {
    const page = new URL(`../../(desk)${href === "/" ? "" : href}/page.tsx`, import.meta.url);
    expect(existsSync(page), href).toBe(true);
  }
});
