import { expect, test } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { givenDepartment } from "./testing/accounts.ts";
import { actorOfToken, createApiToken, revokeApiToken, viewerOfToken } from "./tokens.ts";

await testDatabase();

test("a token acts with the role and department it was made for", async () => {
  const departmentId = await givenDepartment();
  const token = await createApiToken({
    name: "hanoiwork",
    role: "DEPARTMENT_HEAD",
    departmentCode: "PHONG_KT",
  });
  expect(token).toMatch(/^ban_[\w-]{43}$/);
  expect(await viewerOfToken(`Bearer ${token}`)).toEqual({
    tokenId: expect.any(Number),
    name: "hanoiwork",
    role: "DEPARTMENT_HEAD",
    departmentId,
    portfolioDepartmentIds: [],
    rate: { limit: 600, windowSeconds: 60, remaining: 599, resetSeconds: 60 },
  });
});

test("a machine acts under its name, and as no person", async () => {
  const token = await createApiToken({ name: "document desk", role: "OFFICE" });
  expect(await actorOfToken(`Bearer ${token}`)).toEqual({
    id: null,
    tokenId: expect.any(Number),
    displayName: "document desk",
    role: "OFFICE",
    departmentId: null,
    portfolioDepartmentIds: [],
    rate: expect.anything(),
  });
  expect(await actorOfToken("Bearer ban_")).toBeNull();
});

test("the database does not hold the token", async () => {
  const token = await createApiToken({ name: "kept-as-hash", role: "OFFICE" });
  const [row] = await database().$queryRaw<{ text: string }[]>`
    select api_token::text as text from api_token where name = 'kept-as-hash'`;
  expect(row?.text).toContain("kept-as-hash");
  expect(row?.text).not.toContain(token.slice(4));
});

test("anything but a valid token is nobody", async () => {
  const token = await createApiToken({ name: "valid", role: "OFFICE" });
  const headers = [null, "", token, "Bearer", `Basic ${token}`, `Bearer ${token}x`, "Bearer ban_"];
  for (const header of headers) expect(await viewerOfToken(header)).toBeNull();
});

test("a revoked token is nobody, and is revoked once", async () => {
  const token = await createApiToken({ name: "revoked", role: "OFFICE" });
  expect(await revokeApiToken("revoked")).toBe(true);
  expect(await viewerOfToken(`Bearer ${token}`)).toBeNull();
  expect(await revokeApiToken("revoked")).toBe(false);
  expect(await revokeApiToken("never made")).toBe(false);
});

test("its use is written down once a minute, not at every call", async () => {
  const token = await createApiToken({ name: "used", role: "OFFICE" });
  const usedAt = async () => {
    await viewerOfToken(`Bearer ${token}`);
    const row = await database().apiToken.findUniqueOrThrow({ where: { name: "used" } });
    return row.lastUsedAt?.getTime();
  };
  const first = await usedAt();
  expect(first).toBeGreaterThan(Date.now() - 10_000);
  expect(await usedAt()).toBe(first);
  const earlier = new Date(Date.now() - 61_000);
  await database().apiToken.update({ where: { name: "used" }, data: { lastUsedAt: earlier } });
  expect(await usedAt()).toBeGreaterThan(earlier.getTime());
});

test.each([
  [{ name: "", role: "OFFICE" as const }, "NAME_INVALID"],
  [{ name: "no department", role: "OFFICER" as const }, "DEPARTMENT_NEEDED"],
  [{ name: "nowhere", role: "OFFICER" as const, departmentCode: "NOWHERE" }, "DEPARTMENT_UNKNOWN"],
  [{ name: "taken", role: "OFFICE" as const }, "NAME_TAKEN"],
])("refuses %o as %s", async (request, code) => {
  if (code === "NAME_TAKEN") await createApiToken(request);
  await expect(createApiToken(request)).rejects.toMatchObject({ code });
});
