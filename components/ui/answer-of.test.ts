import { expect, test } from "vitest";
import type { ActionState } from "#lib/core/action.ts";
import { answerOf } from "./answer-of.ts";

test("an answer stays as it is", async () => {
  const answer: ActionState<number> = { ok: true, result: 7 };
  expect(await answerOf(Promise.resolve(answer), "away")).toBe(answer);
});

test.each([
  new TypeError("Failed to fetch"),
  Object.assign(new Error("of the server"), { digest: "2958271301" }),
])("without an answer that is told: %o", async (error) => {
  expect(await answerOf(Promise.reject(error), "away")).toEqual({
    ok: false,
    code: "UNEXPECTED",
    message: "away",
    issues: {},
    values: {},
  });
});

test("what leads elsewhere goes on", async () => {
  const redirect = Object.assign(new Error("redirect"), { digest: "NEXT_REDIRECT;replace;/login" });
  await expect(answerOf(Promise.reject(redirect), "away")).rejects.toBe(redirect);
});
