import { beforeEach, expect, test } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { listAccounts } from "./queries.ts";
import { accountChangeSchema, type CurrentUser } from "./schema.ts";
import { changeAccount, createAccount } from "./service.ts";
import { userOfSession } from "./sessions.ts";
import { givenDepartment, givenSignedIn } from "./testing/accounts.ts";

await testDatabase();

let admin: CurrentUser;
let deputy: CurrentUser;
let economy: number;
let culture: number;

beforeEach(async () => {
  await database().session.deleteMany();
  await database().user.deleteMany();
  await database().department.deleteMany();
  economy = await givenDepartment("PHONG_KT");
  culture = await givenDepartment("PHONG_VHXH");
  admin = await givenSignedIn({ role: "ADMIN" });
  deputy = await givenSignedIn({ role: "VICE_CHAIRMAN" });
});

/** Saves the deputy's account with these entries, as the form sends them. */
const save = (entries: Record<string, string>) =>
  changeAccount(
    admin,
    accountChangeSchema.parse({
      id: `${deputy.id}`,
      displayName: "Phó Chủ tịch UBND xã",
      role: "VICE_CHAIRMAN",
      departmentCode: "",
      ...entries,
    }),
  );

const inChargeOf = async () => (await userOfSession(deputy.sessionId))?.portfolioDepartmentIds;
const shownPortfolio = async () =>
  (await listAccounts(admin)).find(({ id }) => id === deputy.id)?.portfolio;

test("a vice-chairman is in charge with the next request", async () => {
  await save({ portfolioName: " Kinh tế ", portfolioDepartments: "PHONG_KT,PHONG_VHXH" });
  expect(await inChargeOf()).toEqual([economy, culture]);
  await save({ portfolioName: "Văn hóa", portfolioDepartments: "PHONG_VHXH,PHONG_VHXH" });
  expect(await inChargeOf()).toEqual([culture]);
  expect(await shownPortfolio()).toEqual({ name: "Văn hóa", departmentCodes: ["PHONG_VHXH"] });
});

test("a portfolio stays where it is not spoken of, and goes when it is emptied", async () => {
  await save({ portfolioName: "Kinh tế", portfolioDepartments: "PHONG_KT" });
  await save({});
  expect(await inChargeOf()).toEqual([economy]);
  await save({ portfolioName: "", portfolioDepartments: "" });
  expect(await inChargeOf()).toEqual([]);
  expect(await shownPortfolio()).toBeNull();
});

test("another role keeps no portfolio", async () => {
  await save({ portfolioName: "Kinh tế", portfolioDepartments: "PHONG_KT" });
  await save({ role: "OBSERVER", portfolioName: "Kinh tế", portfolioDepartments: "PHONG_KT" });
  expect(await database().portfolio.count()).toBe(0);
  expect(await database().portfolioDepartment.count()).toBe(0);
});

test.each([
  [
    { portfolioName: "", portfolioDepartments: "PHONG_KT" },
    { path: "portfolioName", key: "admin.problems.portfolioNameMissing" },
  ],
  [
    { portfolioName: "Kinh tế", portfolioDepartments: "" },
    { path: "portfolioDepartments", key: "admin.problems.portfolioDepartmentsMissing" },
  ],
  [
    { portfolioName: "Kinh tế", portfolioDepartments: "PHONG_KT,KHONG_CO" },
    { path: "portfolioDepartments", key: "admin.problems.departmentUnknown" },
  ],
])("%j is refused at its field, and nothing is changed", async (entries, issue) => {
  await save({ portfolioName: "Văn hóa", portfolioDepartments: "PHONG_VHXH" });
  await expect(save(entries)).rejects.toMatchObject({ issues: [issue] });
  expect(await shownPortfolio()).toEqual({ name: "Văn hóa", departmentCodes: ["PHONG_VHXH"] });
});

test("a department no longer active stays, but is not given anew", async () => {
  await save({ portfolioName: "Kinh tế", portfolioDepartments: "PHONG_KT" });
  await database().department.updateMany({ data: { active: false } });
  await save({ portfolioName: "Kinh tế", portfolioDepartments: "PHONG_KT" });
  expect(await inChargeOf()).toEqual([economy]);
  const anew = save({ portfolioName: "Kinh tế", portfolioDepartments: "PHONG_KT,PHONG_VHXH" });
  await expect(anew).rejects.toMatchObject({ issues: [{ path: "portfolioDepartments" }] });
});

test("a new vice-chairman begins with a portfolio", async () => {
  await createAccount(admin, {
    login: "pct.moi",
    displayName: "Phó Chủ tịch UBND xã",
    role: "VICE_CHAIRMAN",
    departmentCode: null,
    portfolioName: "Kinh tế",
    portfolioDepartments: ["PHONG_KT"],
  });
  const accounts = await listAccounts(admin);
  expect(accounts.find(({ login }) => login === "pct.moi")?.portfolio).toEqual({
    name: "Kinh tế",
    departmentCodes: ["PHONG_KT"],
  });
});
