import { expect, test } from "vitest";
import { accountIdSchema, newAccountSchema } from "./schema.ts";

const form = (entries: Record<string, string> = {}) => ({
  login: "pct.kinhte",
  displayName: "Phó Chủ tịch",
  role: "VICE_CHAIRMAN",
  ...entries,
});

test("what cannot be stored is left out of the names of an account", () => {
  const typed = { displayName: " Phó\u0000 Chủ tịch ", portfolioName: "Kinh tế\u0000" };
  expect(newAccountSchema.parse(form(typed))).toEqual({
    login: "pct.kinhte",
    displayName: "Phó Chủ tịch",
    role: "VICE_CHAIRMAN",
    departmentCode: null,
    portfolioName: "Kinh tế",
  });
  expect(newAccountSchema.parse(form({ portfolioName: " " })).portfolioName).toBe("");
});

test.each([
  ["displayName", "P\u0000", "admin.problems.displayNameLength"],
  ["displayName", "á".repeat(121), "admin.problems.displayNameLength"],
  ["portfolioName", "á".repeat(121), "admin.problems.portfolioNameLength"],
  ["departmentCode", "PHONG\u0000", "work.problems.choose"],
])("a wrong %s is said at it: %o", (path, value, message) => {
  expect(newAccountSchema.safeParse(form({ [path]: value })).error?.issues).toMatchObject([
    { path: [path], message },
  ]);
});

test("an id is one that there can be", () => {
  expect(accountIdSchema.parse({ id: "2147483647" })).toEqual({ id: 2_147_483_647 });
  expect(accountIdSchema.safeParse({ id: "2147483648" }).success).toBe(false);
});
