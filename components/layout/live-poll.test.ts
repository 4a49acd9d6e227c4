import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { countChanged, type LiveAnswer, watchLive } from "./live-poll.ts";

const answer: LiveAnswer = { unread: 3, tasks: { 7: 2 } };
let ask: ReturnType<typeof vi.fn>;
let page: EventTarget & { visibilityState: string };

beforeEach(() => {
  vi.useFakeTimers();
  ask = vi.fn(() => Promise.resolve(Response.json(answer)));
  page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  vi.stubGlobal("fetch", ask);
  vi.stubGlobal("document", page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("all parts of a screen share one request, and each gets the answer", async () => {
  const bell = vi.fn();
  const list = vi.fn();
  const ends = [
    watchLive({ taskIds: [], onAnswer: bell }),
    watchLive({ taskIds: [7, 8], onAnswer: list }),
    watchLive({ taskIds: [8], onAnswer: () => {} }),
  ];
  await vi.advanceTimersByTimeAsync(15_000);
  expect(ask.mock.calls.map(([address]) => address)).toEqual(["/api/live?tasks=7,8"]);
  expect(bell).toHaveBeenCalledWith(answer, new Set([7, 8]));
  expect(list).toHaveBeenCalledWith(answer, new Set([7, 8]));
  for (const end of ends) end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ask).toHaveBeenCalledOnce();
});

test("out of view it does not ask, and back in view it asks at once", async () => {
  const end = watchLive({ taskIds: [], onAnswer: () => {} });
  page.visibilityState = "hidden";
  page.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ask).not.toHaveBeenCalled();
  page.visibilityState = "visible";
  page.dispatchEvent(new Event("visibilitychange"));
  expect(ask).toHaveBeenCalledOnce();
  end();
});

test("a failed request is forgotten, the next one counts", async () => {
  const seen = vi.fn();
  const end = watchLive({ taskIds: [], onAnswer: seen });
  ask.mockRejectedValueOnce(new TypeError("away"));
  ask.mockResolvedValueOnce(new Response(null, { status: 401 }));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(seen).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(seen).toHaveBeenCalledOnce();
  end();
});

test("tasks beyond those that one request asks about do not count as changed", async () => {
  const shown = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [index + 1, 1]));
  const counted = vi.fn();
  ask.mockImplementation((address: string) => {
    const asked = new URLSearchParams(address.split("?")[1]).get("tasks")?.split(",") ?? [];
    const tasks = { ...Object.fromEntries(asked.map((id) => [id, 1])), 7: 2 };
    return Promise.resolve(Response.json({ unread: 0, tasks }));
  });
  const end = watchLive({
    taskIds: Object.keys(shown).map(Number),
    onAnswer: (news, asked) => counted(countChanged(shown, news, asked)),
  });
  await vi.advanceTimersByTimeAsync(15_000);
  expect(counted).toHaveBeenCalledWith(1);
  end();
});

test("a task that may no longer be seen counts as changed", () => {
  expect(countChanged({ 7: 2, 8: 1 }, answer, new Set([7, 8]))).toBe(1);
});
