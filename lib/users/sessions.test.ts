import { expect, test } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { ownSessions } from "./queries.ts";
import { SESSION_HOURS } from "./schema.ts";
import { openSession, revokeSession, userOfSession } from "./sessions.ts";
import {
  BROWSER,
  givenAccount,
  givenDepartment,
  givenSession,
  givenSignedIn,
} from "./testing/accounts.ts";

await testDatabase();

test("a session tells who it belongs to, with department and portfolio", async () => {
  const departmentId = await givenDepartment();
  const other = await givenDepartment("PHONG_VHXH");
  const { id } = await givenAccount({ role: "VICE_CHAIRMAN", departmentId });
  await database().portfolio.create({
    data: {
      userId: id,
      name: "Văn hóa",
      departments: { create: [{ departmentId: other }, { departmentId }] },
    },
  });
  const sessionId = await givenSession(id);
  expect(await userOfSession(sessionId)).toEqual({
    id,
    login: expect.any(String),
    displayName: expect.any(String),
    role: "VICE_CHAIRMAN",
    departmentId,
    departmentCode: "PHONG_KT",
    portfolioDepartmentIds: [departmentId, other].sort((a, b) => a - b),
    locale: "vi",
    colorScheme: "auto",
    mustChangePassword: false,
    sessionId,
  });
});

test("a changed role, department or portfolio holds from the next request on", async () => {
  const departmentId = await givenDepartment();
  const user = await givenSignedIn({ role: "VICE_CHAIRMAN" });
  await database().portfolio.create({
    data: { userId: user.id, name: "", departments: { create: { departmentId } } },
  });
  expect(await userOfSession(user.sessionId)).toMatchObject({
    portfolioDepartmentIds: [departmentId],
  });
  await database().user.update({
    where: { id: user.id },
    data: { role: "DEPARTMENT_HEAD", departmentId },
  });
  expect(await userOfSession(user.sessionId)).toMatchObject({
    role: "DEPARTMENT_HEAD",
    departmentId,
    portfolioDepartmentIds: [],
  });
});

test("a revoked session lets nobody in, and the person's others go on", async () => {
  const user = await givenSignedIn();
  const other = await givenSession(user.id);
  await revokeSession(user.sessionId);
  expect(await userOfSession(user.sessionId)).toBeNull();
  expect(await userOfSession(other)).toMatchObject({ id: user.id });
});

test("the sessions of a disabled account let nobody in", async () => {
  const user = await givenSignedIn();
  await database().user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
  expect(await userOfSession(user.sessionId)).toBeNull();
});

test("a session ends when unused, and in any case after its days", async () => {
  const { id, sessionId } = await givenSignedIn();
  const seen = (hours: number) =>
    database().session.update({
      where: { id: sessionId },
      data: { lastSeenAt: new Date(Date.now() - hours * 3_600_000) },
    });
  await seen(SESSION_HOURS.idle - 0.1);
  expect(await userOfSession(sessionId)).not.toBeNull();
  await seen(SESSION_HOURS.idle + 0.1);
  expect(await userOfSession(sessionId)).toBeNull();

  const [fresh] = await database().session.findMany({ where: { id: await givenSession(id) } });
  if (!fresh) throw new Error("no session");
  const lifetime = fresh.expiresAt.getTime() - fresh.createdAt.getTime();
  expect(lifetime).toBe(SESSION_HOURS.absolute * 3_600_000);
  await database().session.update({ where: { id: fresh.id }, data: { expiresAt: new Date() } });
  expect(await userOfSession(fresh.id)).toBeNull();
});

test("being seen is written down every five minutes, not at every request", async () => {
  const { sessionId } = await givenSignedIn();
  const seenAfter = async (minutes: number, present = true) => {
    const at = new Date(Date.now() - minutes * 60_000);
    await database().session.update({ where: { id: sessionId }, data: { lastSeenAt: at } });
    await userOfSession(sessionId, { present });
    const { lastSeenAt } = await database().session.findUniqueOrThrow({ where: { id: sessionId } });
    return lastSeenAt.getTime() !== at.getTime();
  };
  expect(await seenAfter(4)).toBe(false);
  expect(await seenAfter(6)).toBe(true);
  // A screen that asks by itself is nobody's presence.
  expect(await seenAfter(6, false)).toBe(false);
});

test("no session is opened once the password has changed or the account is disabled", async () => {
  const { id } = await givenAccount();
  const { passwordHash } = await database().user.findUniqueOrThrow({ where: { id } });
  expect(await openSession(id, "another hash", BROWSER)).toBeNull();
  await database().user.update({ where: { id }, data: { disabledAt: new Date() } });
  expect(await openSession(id, passwordHash, BROWSER)).toBeNull();
});

test("an id that is none finds nobody", async () => {
  expect(await userOfSession("1 or 1=1")).toBeNull();
  expect(await userOfSession("00000000-0000-4000-8000-000000000000")).toBeNull();
});

test("a person sees the own open sessions, the one at hand marked", async () => {
  const user = await givenSignedIn();
  const other = await givenSession(user.id);
  const ended = await givenSession(user.id);
  await revokeSession(ended);
  await givenSignedIn();
  const sessions = await ownSessions(user);
  expect(new Map(sessions.map(({ id, current }) => [id, current]))).toEqual(
    new Map([
      [user.sessionId, true],
      [other, false],
    ]),
  );
});
