import { beforeEach, expect, test } from "vitest";
import { database } from "#lib/core/db.ts";
import { TooManyAttemptsError } from "#lib/core/errors.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { signIn } from "./authentication.ts";
import { changeOwnPassword, savePreferences, signOutEverywhere } from "./own-account.ts";
import type { CurrentUser } from "./schema.ts";
import { userOfSession } from "./sessions.ts";
import { BROWSER, givenSession, givenSignedIn, PASSWORD } from "./testing/accounts.ts";
import { LIMITS } from "./throttle.ts";

await testDatabase();

const CHOSEN = "men lam trên nền trắng";

beforeEach(() => database().signInAttempt.deleteMany());

const change = (
  user: CurrentUser,
  input: { current?: string; chosen?: string; repeated?: string },
) =>
  changeOwnPassword(
    user,
    { current: PASSWORD, chosen: CHOSEN, repeated: input.chosen ?? CHOSEN, ...input },
    BROWSER.address,
  );

test("a changed password replaces the old one and the initial one, and ends the other sessions", async () => {
  const user = await givenSignedIn({ mustChangePassword: true });
  const other = await givenSession(user.id);
  await change(user, {});
  expect(await userOfSession(user.sessionId)).toMatchObject({ mustChangePassword: false });
  expect(await userOfSession(other)).toBeNull();
  const { login } = user;
  expect((await signIn({ login, password: PASSWORD }, BROWSER)).kind).toBe("REFUSED");
  expect((await signIn({ login, password: CHOSEN }, BROWSER)).kind).toBe("SIGNED_IN");
});

test.each([
  ["too short", { chosen: "ngắn quá" }, "chosen", "tooShort"],
  ["too long", { chosen: "dài ".repeat(51) }, "chosen", "tooLong"],
  ["one of the commonest", { chosen: "MatKhau123456" }, "chosen", "tooCommon"],
  ["one letter all through", { chosen: "aaaaaaaaaaaa" }, "chosen", "tooCommon"],
  ["the one in use", { chosen: PASSWORD }, "chosen", "unchanged"],
  ["repeated otherwise", { repeated: "men lam trên nền xanh" }, "repeated", "differs"],
  ["asked for with a wrong one", { current: "không phải mật khẩu này" }, "current", "wrong"],
])("a password is refused that is %s", async (_, input, path, problem) => {
  const user = await givenSignedIn();
  await expect(change(user, input)).rejects.toMatchObject({
    issues: [{ path, key: `account.password.problems.${problem}` }],
  });
  const { login } = user;
  expect((await signIn({ login, password: PASSWORD }, BROWSER)).kind).toBe("SIGNED_IN");
});

test("a password is refused that is the login", async () => {
  const user = await givenSignedIn({ login: "truongphong.kinhte" });
  await expect(change(user, { chosen: "TruongPhong.KinhTe" })).rejects.toMatchObject({
    issues: [{ path: "chosen", key: "account.password.problems.isLogin" }],
  });
});

test("the current password cannot be guessed without limit", async () => {
  const user = await givenSignedIn();
  for (let time = 0; time < LIMITS.account; time += 1) {
    await expect(change(user, { current: "đoán mò" })).rejects.toMatchObject({ status: 422 });
  }
  await expect(change(user, {})).rejects.toBeInstanceOf(TooManyAttemptsError);
});

test("of two changes at once one comes too late", async () => {
  const user = await givenSignedIn();
  const outcomes = await Promise.allSettled([
    change(user, { chosen: "men lam trên nền trắng" }),
    change(user, { chosen: "men rạn trên nền ngà" }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("signing out everywhere ends all own sessions and nobody else's", async () => {
  const user = await givenSignedIn();
  const other = await givenSession(user.id);
  const stranger = await givenSignedIn();
  await signOutEverywhere(user);
  expect(await userOfSession(user.sessionId)).toBeNull();
  expect(await userOfSession(other)).toBeNull();
  expect(await userOfSession(stranger.sessionId)).not.toBeNull();
});

test("language and colours are remembered, one by one", async () => {
  const user = await givenSignedIn();
  await savePreferences(user, { locale: "en" });
  await savePreferences(user, { colorScheme: "dark" });
  expect(await userOfSession(user.sessionId)).toMatchObject({ locale: "en", colorScheme: "dark" });
});
