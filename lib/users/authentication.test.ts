import { beforeEach, expect, test } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { signIn } from "./authentication.ts";
import { userOfSession } from "./sessions.ts";
import { givenAccount, PASSWORD } from "./testing/accounts.ts";
import { LIMITS } from "./throttle.ts";

await testDatabase();

const AT_HOME = { address: "192.0.2.1", userAgent: "test" };
const ELSEWHERE = { address: "198.51.100.7", userAgent: "test" };
const WRONG = "không phải mật khẩu này";

const attempt = (login: string, password: string, browser = AT_HOME) =>
  signIn({ login, password }, browser);

async function fail(times: number, login: string, browser = AT_HOME): Promise<void> {
  for (let time = 0; time < times; time += 1) await attempt(login, WRONG, browser);
}

beforeEach(() => database().signInAttempt.deleteMany());

test("the right password opens a session", async () => {
  const { id, login } = await givenAccount();
  const outcome = await attempt(login, PASSWORD);
  if (outcome.kind !== "SIGNED_IN") throw new Error(outcome.kind);
  expect(await userOfSession(outcome.sessionId)).toMatchObject({ id, login });
});

test("letters composed another way are the same password", async () => {
  const { login } = await givenAccount();
  expect(await attempt(login, PASSWORD.normalize("NFD"))).toMatchObject({ kind: "SIGNED_IN" });
});

test("a wrong password and an unknown account get the same answer", async () => {
  const { login } = await givenAccount();
  const wrong = await attempt(login, WRONG);
  expect(wrong).toEqual({ kind: "REFUSED" });
  expect(await attempt("nobody-of-that-name", WRONG)).toEqual(wrong);
  expect(await database().session.count({ where: { user: { login } } })).toBe(0);
});

test("a disabled account is told so only by its right password", async () => {
  const { login } = await givenAccount({ disabledAt: new Date() });
  expect(await attempt(login, WRONG)).toEqual({ kind: "REFUSED" });
  expect(await attempt(login, PASSWORD)).toEqual({ kind: "DISABLED" });
});

test("after five failures an account has to wait, an unknown one just the same", async () => {
  const { login } = await givenAccount();
  for (const name of [login, "nobody-of-that-name"]) {
    await fail(LIMITS.account, name);
    const outcome = await attempt(name, PASSWORD);
    if (outcome.kind !== "THROTTLED") throw new Error(outcome.kind);
    expect(outcome.retryAfterSeconds).toBeGreaterThan(LIMITS.windowSeconds - 60);
    expect(outcome.retryAfterSeconds).toBeLessThanOrEqual(LIMITS.windowSeconds);
  }
});

test("the wait ends with the window of the first of the five", async () => {
  const { login } = await givenAccount();
  await fail(1, login);
  await database().$executeRaw`
    update sign_in_attempt set at = at - make_interval(secs => ${LIMITS.windowSeconds - 100}::int)`;
  await fail(LIMITS.account - 1, login);
  const throttled = await attempt(login, PASSWORD);
  if (throttled.kind !== "THROTTLED") throw new Error(throttled.kind);
  expect(throttled.retryAfterSeconds).toBeLessThanOrEqual(100);
  await database().$executeRaw`update sign_in_attempt set at = at - interval '100 seconds'`;
  expect(await attempt(login, PASSWORD)).toMatchObject({ kind: "SIGNED_IN" });
});

test("being refused for waiting does not make the wait longer", async () => {
  const { login } = await givenAccount();
  await fail(LIMITS.account * 3, login);
  expect(await database().signInAttempt.count()).toBe(LIMITS.account);
});

test("success wipes out the failures before it", async () => {
  const { login } = await givenAccount();
  await fail(LIMITS.account - 1, login);
  expect(await attempt(login, PASSWORD)).toMatchObject({ kind: "SIGNED_IN" });
  await fail(LIMITS.account - 1, login);
  expect(await attempt(login, PASSWORD)).toMatchObject({ kind: "SIGNED_IN" });
});

test("failures elsewhere do not keep someone out where they signed in lately", async () => {
  const { login } = await givenAccount();
  await attempt(login, PASSWORD);
  await fail(LIMITS.account, login, ELSEWHERE);
  expect(await attempt(login, PASSWORD, ELSEWHERE)).toMatchObject({ kind: "THROTTLED" });
  expect(await attempt(login, PASSWORD)).toMatchObject({ kind: "SIGNED_IN" });
  await fail(LIMITS.account, login);
  expect(await attempt(login, PASSWORD)).toMatchObject({ kind: "THROTTLED" });
});

test("an address that fails with many accounts has to wait, others do not", async () => {
  const { login } = await givenAccount();
  for (let time = 0; time < LIMITS.address; time += 1) await fail(1, `guess-${time}`);
  expect(await attempt(login, PASSWORD)).toMatchObject({ kind: "THROTTLED" });
  expect(await attempt(login, PASSWORD, ELSEWHERE)).toMatchObject({ kind: "SIGNED_IN" });
});

test("of forty tries at once no more get through than one by one", async () => {
  const { login } = await givenAccount();
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      attempt(login, WRONG, { address: `203.0.113.${index}`, userAgent: "test" }),
    ),
  );
  expect(outcomes.filter(({ kind }) => kind === "REFUSED")).toHaveLength(LIMITS.account);
  expect(outcomes.filter(({ kind }) => kind === "THROTTLED")).toHaveLength(40 - LIMITS.account);
});

test("of forty accounts tried at once from one address no more get through than may", async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, index) => attempt(`guess-${index}`, WRONG)),
  );
  expect(outcomes.filter(({ kind }) => kind === "REFUSED")).toHaveLength(LIMITS.address);
});
