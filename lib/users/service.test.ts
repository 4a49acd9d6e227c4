import { beforeEach, describe, expect, test } from "vitest";
import { database } from "#lib/core/db.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
} from "#lib/core/errors.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { signIn } from "./authentication.ts";
import { listAccounts } from "./queries.ts";
import { type CurrentUser, ROLES } from "./schema.ts";
import {
  changeAccount,
  createAccount,
  disableAccount,
  enableAccount,
  resetPassword,
  signOutAccount,
} from "./service.ts";
import { userOfSession } from "./sessions.ts";
import {
  BROWSER,
  givenAccount,
  givenDepartment,
  givenSignedIn,
  PASSWORD,
} from "./testing/accounts.ts";

await testDatabase();

let admin: CurrentUser;

beforeEach(async () => {
  await database().signInAttempt.deleteMany();
  await database().session.deleteMany();
  await database().portfolio.deleteMany();
  await database().user.deleteMany();
  admin = await givenSignedIn({ role: "ADMIN" });
});

const newAccount = {
  login: "vp.chuyenvien",
  displayName: "Chuyên viên Văn phòng",
  role: "OFFICER" as const,
  departmentCode: "PHONG_KT",
};

const accountOf = (id: number) => database().user.findUniqueOrThrow({ where: { id } });

test("a new account signs in with its initial password and has to change it", async () => {
  const departmentId = await givenDepartment();
  const { login, password } = await createAccount(admin, newAccount);
  const outcome = await signIn({ login, password }, BROWSER);
  if (outcome.kind !== "SIGNED_IN") throw new Error(outcome.kind);
  expect(await userOfSession(outcome.sessionId)).toMatchObject({
    login,
    role: "OFFICER",
    departmentId,
    mustChangePassword: true,
  });
});

test("a login is given once", async () => {
  await givenDepartment();
  await createAccount(admin, newAccount);
  await expect(createAccount(admin, newAccount)).rejects.toMatchObject({
    issues: [{ path: "login", key: "admin.problems.loginTaken" }],
  });
});

test("a head or an officer needs a department that exists and is active", async () => {
  const given = { ...newAccount, departmentCode: null };
  await expect(createAccount(admin, given)).rejects.toBeInstanceOf(InvalidInputError);
  const id = await givenDepartment();
  await database().department.update({ where: { id }, data: { active: false } });
  await expect(createAccount(admin, newAccount)).rejects.toBeInstanceOf(InvalidInputError);
  await database().department.update({ where: { id }, data: { active: true } });
  expect(await database().user.count({ where: { login: newAccount.login } })).toBe(0);
});

test("disabling signs out everywhere, at once and for good", async () => {
  const user = await givenSignedIn();
  await disableAccount(admin, user.id);
  expect(await userOfSession(user.sessionId)).toBeNull();
  await enableAccount(admin, user.id);
  expect(await userOfSession(user.sessionId)).toBeNull();
  const again = await signIn({ login: user.login, password: PASSWORD }, BROWSER);
  expect(again.kind).toBe("SIGNED_IN");
});

test("signing an account out ends its sessions and says how many", async () => {
  const user = await givenSignedIn();
  expect(await signOutAccount(admin, user.id)).toBe(1);
  expect(await userOfSession(user.sessionId)).toBeNull();
  expect(await signOutAccount(admin, user.id)).toBe(0);
});

test("a password given anew ends the old one and its sessions", async () => {
  const user = await givenSignedIn();
  const { password } = await resetPassword(admin, user.id);
  expect(await userOfSession(user.sessionId)).toBeNull();
  const { login } = user;
  expect((await signIn({ login, password: PASSWORD }, BROWSER)).kind).toBe("REFUSED");
  expect((await signIn({ login, password }, BROWSER)).kind).toBe("SIGNED_IN");
  expect(await accountOf(user.id)).toMatchObject({ mustChangePassword: true });
});

describe("the last active administrator", () => {
  const demote = (id: number) =>
    changeAccount(admin, { id, displayName: "Quản trị", role: "OBSERVER", departmentCode: null });

  test("can be neither disabled nor given another role", async () => {
    await givenAccount({ role: "ADMIN", disabledAt: new Date() });
    await expect(disableAccount(admin, admin.id)).rejects.toBeInstanceOf(ConflictError);
    await expect(demote(admin.id)).rejects.toBeInstanceOf(ConflictError);
    expect(await accountOf(admin.id)).toMatchObject({ role: "ADMIN", disabledAt: null });
    expect(await userOfSession(admin.sessionId)).not.toBeNull();
  });

  test("is left when two remove each other at the same moment", async () => {
    const second = await givenAccount({ role: "ADMIN" });
    const both = { id: { in: [admin.id, second.id] } };
    for (let round = 0; round < 8; round += 1) {
      await database().user.updateMany({ where: both, data: { role: "ADMIN", disabledAt: null } });
      const removals = [disableAccount(admin, second.id), demote(admin.id)];
      const outcomes = await Promise.allSettled(removals);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await database().user.count({ where: { role: "ADMIN", disabledAt: null } })).toBe(1);
    }
  });

  test("may still be renamed, and a disabled one changed", async () => {
    const disabled = await givenAccount({ role: "ADMIN", disabledAt: new Date() });
    await demote(disabled.id);
    await changeAccount(admin, {
      id: admin.id,
      displayName: "Quản trị hệ thống",
      role: "ADMIN",
      departmentCode: null,
    });
    expect(await accountOf(admin.id)).toMatchObject({ displayName: "Quản trị hệ thống" });
  });
});

test("an account that is not there answers so", async () => {
  await expect(disableAccount(admin, 999_999)).rejects.toBeInstanceOf(NotFoundError);
});

test.each(ROLES.filter((role) => role !== "ADMIN"))("%s keeps nobody's account", async (role) => {
  const departmentId = await givenDepartment();
  const actor = await givenSignedIn({ role, departmentId });
  const target = await givenSignedIn();
  const before = await accountOf(target.id);
  const change = { ...newAccount, id: target.id };
  const attempts = [
    () => createAccount(actor, newAccount),
    () => changeAccount(actor, change),
    () => disableAccount(actor, target.id),
    () => enableAccount(actor, target.id),
    () => signOutAccount(actor, target.id),
    () => resetPassword(actor, target.id),
    () => listAccounts(actor),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toBeInstanceOf(ForbiddenError);
  expect(await accountOf(target.id)).toEqual(before);
  expect(await userOfSession(target.sessionId)).not.toBeNull();
  expect(await database().user.count()).toBe(3);
});

test("the list shows each account's department, last sign-in and open sessions", async () => {
  const departmentId = await givenDepartment();
  const officer = await givenSignedIn({ role: "OFFICER", departmentId });
  const idle = await givenAccount({ disabledAt: new Date() });
  const accounts = new Map((await listAccounts(admin)).map((account) => [account.id, account]));
  expect(accounts.get(officer.id)).toMatchObject({
    departmentCode: "PHONG_KT",
    disabled: false,
    openSessions: 1,
    lastSignInAt: expect.any(Date),
  });
  expect(accounts.get(idle.id)).toMatchObject({
    disabled: true,
    openSessions: 0,
    lastSignInAt: null,
  });
  expect(JSON.stringify([...accounts.values()])).not.toContain("argon2");
});
