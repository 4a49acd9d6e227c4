import { beforeEach, expect, it } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { type CurrentUser, ROLES } from "./schema.ts";
import { givenAccount, givenDepartment } from "./testing/accounts.ts";
import { listTokens } from "./token-queries.ts";
import { newTokenSchema } from "./token-schema.ts";
import { changeTokenLimit, createToken, revokeToken } from "./token-service.ts";
import { createApiToken, viewerOfToken } from "./tokens.ts";

await testDatabase();

let admin: CurrentUser;

beforeEach(async () => {
  await database().apiToken.deleteMany();
  await database().user.deleteMany();
  const { id } = await givenAccount({ login: "quantri", role: "ADMIN" });
  admin = person("ADMIN", id);
});

function person(role: CurrentUser["role"], id = 1): CurrentUser {
  return {
    id,
    role,
    login: "quantri",
    displayName: "Quản trị hệ thống",
    departmentId: null,
    departmentCode: null,
    portfolioDepartmentIds: [],
    locale: "vi",
    colorScheme: "auto",
    mustChangePassword: false,
    sessionId: "",
  };
}

const WANTED = { name: "hanoiwork", role: "OFFICE", departmentCode: null, rateLimit: 60 } as const;

it("is made by an administrator, works, and is listed without itself", async () => {
  const { name, token } = await createToken(admin, WANTED);
  expect(name).toBe("hanoiwork");
  expect(await viewerOfToken(`Bearer ${token}`)).toMatchObject({ rate: { limit: 60 } });
  await createApiToken({ name: "bằng dòng lệnh", role: "OBSERVER" });
  const listed = await listTokens(admin);
  expect(listed).toMatchObject([
    { name: "bằng dòng lệnh", createdBy: null, lastUsedAt: null, rateLimit: 600 },
    { name: "hanoiwork", role: "OFFICE", createdBy: expect.any(String), rateLimit: 60 },
  ]);
  expect(listed[1]?.lastUsedAt).toBeInstanceOf(Date);
  expect(JSON.stringify(listed)).not.toContain(token.slice(4));
});

it("says at the entry what is wrong", async () => {
  await givenDepartment();
  await createToken(admin, WANTED);
  const problem = async (change: object) =>
    createToken(admin, { ...WANTED, name: "khác", ...change }).then(
      () => null,
      (error) => error.issues[0],
    );
  expect(await problem({ name: "hanoiwork" })).toMatchObject({
    path: "name",
    key: "tokens.problems.nameTaken",
  });
  expect(await problem({ role: "OFFICER" })).toMatchObject({ path: "departmentCode" });
  expect(await problem({ departmentCode: "KHONG_CO" })).toMatchObject({ path: "departmentCode" });
  expect(await problem({ role: "OFFICER", departmentCode: "PHONG_KT" })).toBeNull();
});

it.each([
  ["600", 600],
  [" 1.000 ", 1000],
  ["60,000", 60_000],
  ["0", null],
  ["60001", null],
  ["1.5", null],
  ["-5", null],
  ["", null],
])("reads the limit %j as %s", (typed, limit) => {
  const read = newTokenSchema.safeParse({ ...WANTED, rateLimit: typed });
  expect(read.success ? read.data.rateLimit : null).toBe(limit);
});

it("takes a new limit, and is nobody once it is revoked", async () => {
  const { token } = await createToken(admin, WANTED);
  const [{ id = 0 } = {}] = await listTokens(admin);
  await changeTokenLimit(admin, { id, rateLimit: 5 });
  expect(await viewerOfToken(`Bearer ${token}`)).toMatchObject({ rate: { limit: 5 } });
  await revokeToken(admin, id);
  const [{ revokedAt = null } = {}] = await listTokens(admin);
  expect(revokedAt).toBeInstanceOf(Date);
  expect(await viewerOfToken(`Bearer ${token}`)).toBeNull();
  await revokeToken(admin, id);
  expect((await listTokens(admin))[0]?.revokedAt).toEqual(revokedAt);
  await expect(changeTokenLimit(admin, { id, rateLimit: 9 })).rejects.toMatchObject({
    status: 404,
  });
  await expect(revokeToken(admin, 999)).rejects.toMatchObject({ status: 404 });
});

it("is nobody else's to see, make or end", async () => {
  const { token } = await createToken(admin, WANTED);
  const [{ id = 0 } = {}] = await listTokens(admin);
  for (const role of ROLES.filter((each) => each !== "ADMIN")) {
    const stranger = person(role);
    const refused = { status: 403 };
    await expect(listTokens(stranger), role).rejects.toMatchObject(refused);
    await expect(createToken(stranger, { ...WANTED, name: role })).rejects.toMatchObject(refused);
    await expect(changeTokenLimit(stranger, { id, rateLimit: 1 })).rejects.toMatchObject(refused);
    await expect(revokeToken(stranger, id)).rejects.toMatchObject(refused);
  }
  expect(await database().apiToken.count()).toBe(1);
  expect(await viewerOfToken(`Bearer ${token}`)).not.toBeNull();
});
