import { describe, expect, test } from "vitest";
import {
  bodyOf,
  nextAttemptAfter,
  RETRY_AFTER_SECONDS,
  readProblem,
  stateOf,
  writtenProblem,
} from "./rules.ts";

const NOW = new Date("2026-11-20T02:00:00Z");
const ORIGIN = "https://desk.example";

describe("waits before the next attempt", () => {
  test.each(RETRY_AFTER_SECONDS.map((seconds, index) => [index + 1, seconds] as const))(
    "after attempt %i: %i s, stretched by a fifth at most",
    (attempts, seconds) => {
      const wait = (chance: number) =>
        (nextAttemptAfter(attempts, NOW, chance)?.getTime() ?? Number.NaN) - NOW.getTime();
      expect(wait(0)).toBe(seconds * 1_000);
      expect(wait(1)).toBe(seconds * 1_200);
    },
  );

  test("after the eighth attempt it is given up", () => {
    expect(nextAttemptAfter(8, NOW, 0)).toBeNull();
  });
});

describe("what is sent", () => {
  const sent = (kind: string, data: Record<string, unknown>) =>
    JSON.parse(bodyOf("the-id", { kind, data, createdAt: NOW }, ORIGIN));

  test("of a task: what happened, its place in the history, and where to read the task", () => {
    expect(sent("task.changed", { taskId: 42, sequence: 3, event: "SUBMITTED" })).toEqual({
      id: "the-id",
      event: "task.changed",
      createdAt: "2026-11-20T02:00:00.000Z",
      data: { taskId: 42, sequence: 3, change: "SUBMITTED", url: `${ORIGIN}/api/v1/tasks/42` },
    });
  });

  test.each([
    ["task.commented", { taskId: 42, commentId: 7 }, "/api/v1/tasks/42"],
    ["directive.registered", { directiveId: 5 }, "/api/v1/directives/5"],
    ["period.closed", { month: "2026-04", closing: 1 }, "/api/v1/summary?period=2026-04"],
    ["period.reopened", { month: "2026-04" }, "/api/v1/summary?period=2026-04"],
  ])("of %s: its ids and %s", (kind, data, path) => {
    expect(sent(kind, data).data).toEqual({ ...data, url: `${ORIGIN}${path}` });
  });

  test("of a test nothing but that", () => {
    expect(sent("webhook.test", {}).data).toEqual({});
  });
});

test.each([
  ["delivered", { attempts: 2, nextAttemptAt: null, deliveredAt: NOW }],
  ["waiting", { attempts: 0, nextAttemptAt: NOW, deliveredAt: null }],
  ["retrying", { attempts: 1, nextAttemptAt: NOW, deliveredAt: null }],
  ["givenUp", { attempts: 8, nextAttemptAt: null, deliveredAt: null }],
] as const)("it is %s", (state, standing) => {
  expect(stateOf(standing)).toBe(state);
});

test.each([
  { problem: "STATUS", detail: "Bảo trì hệ thống" },
  { problem: "TIMEOUT", detail: "" },
  { problem: null, detail: "" },
] as const)("what went wrong is read as it was written: $problem", ({ problem, detail }) => {
  const attempt = { status: null, milliseconds: 1, problem, detail };
  expect(readProblem(writtenProblem(attempt))).toEqual({ problem, detail });
});
