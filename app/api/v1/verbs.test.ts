import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { create, does, givenRegister, givenTask, NEW, reads, traces } from "./testing/calls.ts";
import { type Machine, NAMES } from "./testing/machine.ts";

await testDatabase();

beforeAll(givenRegister);

describe("the verbs", () => {
  it("take a task from its assignment to its completion, in the history by the machine's name", async () => {
    const id = await givenTask({ productRequired: false });
    const accepted = await does("head", "accept", id);
    expect(accepted).toMatchObject({ status: 200, etag: '"2"', body: { status: "IN_PROGRESS" } });
    const steps = [
      ["head", "hand-over", { assignee: "cv.datdai" }, { assigneeLogin: "cv.datdai" }],
      ["officer", "progress", { progress: 40, note: "Đã họp" }, { progress: 40 }],
      ["officer", "submit", { completedOn: "2026-11-09" }, { status: "SUBMITTED" }],
      ["chairman", "return", { note: "Thiếu biểu" }, { status: "IN_PROGRESS", returnCount: 1 }],
      ["head", "submit", { completedOn: "2026-11-12" }, { status: "SUBMITTED" }],
      ["chairman", "confirm", undefined, { status: "COMPLETED", timeliness: "LATE" }],
      ["chairman", "reopen", { note: "Nhầm" }, { status: "IN_PROGRESS" }],
      ["office", "pause", { note: "Chờ ý kiến" }, { status: "PAUSED" }],
      ["office", "resume", {}, { status: "IN_PROGRESS" }],
      ["office", "transfer", { department: "BAN_QLDA" }, { department: "BAN_QLDA" }],
      ["office", "cancel", { note: "Không còn cần" }, { status: "CANCELLED" }],
    ] as const;
    for (const [name, what, body, after] of steps) {
      const answer = await does(name, what, id, body);
      expect(answer, what).toMatchObject({ status: 200, body: after });
    }
    const events = await database().taskEvent.findMany({
      where: { taskId: id },
      orderBy: { sequence: "asc" },
      select: { actorId: true, token: { select: { name: true } } },
    });
    expect(events.map(({ actorId }) => actorId)).toEqual(events.map(() => null));
    expect(events.map(({ token }) => token?.name)).toEqual(
      ["office", "head", ...steps.map(([name]) => name)].map((name) => `máy ${name}`),
    );
  });

  it("let a department give an assignment back, and a retry gets the answer too", async () => {
    const id = await givenTask();
    const headers = { "idempotency-key": "refuse-1" };
    const body = { note: "Không thuộc chức năng" };
    const first = await does("head", "refuse", id, body, { headers });
    expect(first).toMatchObject({ status: 200, body: { id } });
    expect(await does("head", "refuse", id, body, { headers })).toEqual(first);
    expect((await reads("office", id)).body).toMatchObject({ department: "VP_UBND" });
  });

  const EVERY = {
    accept: ["head", "officer", "office"],
    refuse: ["head", "office"],
    "hand-over": ["head"],
    progress: ["head", "officer", "office"],
    submit: ["head", "officer", "office"],
    confirm: ["chairman"],
    return: ["chairman"],
    pause: ["chairman", "office"],
    resume: ["chairman", "office"],
    cancel: ["chairman", "office"],
    reopen: ["chairman"],
    transfer: ["chairman", "office"],
  } as const satisfies Record<string, readonly Machine[]>;

  it.each(Object.entries(EVERY))(
    "%s is for %s alone",
    async (what, allowed: readonly Machine[]) => {
      const id = await givenTask();
      const before = await traces();
      for (const name of NAMES) {
        const { status, body } = await does(name, what, id, { nothing: true });
        const unseen = name === "stranger" || name === "admin";
        expect([name, status]).toEqual([name, allowed.includes(name) ? 422 : unseen ? 404 : 403]);
        if (status === 403) expect(body.detail).toMatch(/^Vai trò của bạn không được /);
        if (status === 422) {
          expect(body.errors.map(({ path }: { path: string }) => path)).toContain("nothing");
        }
      }
      expect(await traces()).toEqual(before);
    },
  );

  it("refuse what the state does not allow, saying why", async () => {
    const id = await givenTask();
    const confirmed = await does("chairman", "confirm", id);
    expect(confirmed.status).toBe(409);
    expect(confirmed.body.detail).toBe("Không xác nhận được: nhiệm vụ chưa được tiếp nhận.");
    await does("head", "accept", id);
    expect((await does("head", "accept", id)).status).toBe(409);
  });

  it("mind the version where one is given", async () => {
    const id = await givenTask();
    const stale = await does("head", "accept", id, {}, { headers: { "if-match": '"9"' } });
    expect(stale.status).toBe(412);
    const right = await does("head", "accept", id, {}, { headers: { "if-match": '"1"' } });
    expect(right.status).toBe(200);
  });

  it.each([
    ["progress", { progress: 101 }, "progress"],
    ["progress", { progress: null }, "progress"],
    ["progress", {}, "progress"],
    ["submit", { completedOn: "2026-11-21" }, "completedOn"],
    ["submit", { completedOn: "2026-11-01" }, "completedOn"],
    ["submit", { on: "yesterday" }, "on"],
    ["submit", { note: "x".repeat(5001) }, "note"],
    ["submit", { files: [] }, "files"],
    ["hand-over", { assignee: "cv.duan" }, "assignee"],
    ["hand-over", {}, "assignee"],
  ])("refuse %s with %o", async (what, body, path) => {
    const id = await givenTask();
    await does("head", "accept", id);
    const answer = await does("head", what, id, body);
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([422, path]);
  });

  it("are no others, and of no other task", async () => {
    const id = await givenTask();
    expect((await does("office", "delete", id)).status).toBe(404);
    expect((await does("office", "constructor", id)).status).toBe(404);
    expect((await does("office", "accept", 999_999)).status).toBe(404);
  });
});

describe("Idempotency-Key", () => {
  it("makes one task of a request sent twice, and answers it twice", async () => {
    const more = { headers: { "idempotency-key": "make-1" } };
    const before = await database().task.count();
    const answers = await Promise.all([1, 2, 3].map(() => create("office", NEW, more)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await database().task.count()).toBe(before + 1);
  });

  it("does a verb once, also when the state has moved on", async () => {
    const id = await givenTask();
    const more = { headers: { "idempotency-key": "accept-1" } };
    await does("head", "accept", id, {}, more);
    const again = await does("head", "accept", id, {}, more);
    expect(again).toMatchObject({ status: 200, etag: '"2"' });
    expect(again.body.history).toHaveLength(2);
  });

  it("belongs to one machine and one call", async () => {
    const id = await givenTask();
    const more = { headers: { "idempotency-key": "accept-2" } };
    expect((await does("head", "accept", id, {}, more)).status).toBe(200);
    expect((await does("officer", "accept", id, {}, more)).status).toBe(409);
    const other = await givenTask();
    expect(await does("head", "accept", other, {}, more)).toMatchObject({
      status: 200,
      body: { id: other, status: "IN_PROGRESS" },
    });
    expect((await does("stranger", "accept", id, {}, more)).status).toBe(404);
  });

  it("of a refused request is free again", async () => {
    const id = await givenTask();
    const more = { headers: { "idempotency-key": "submit-1" } };
    expect((await does("head", "submit", id, {}, more)).status).toBe(409);
    await does("head", "accept", id);
    expect((await does("head", "submit", id, {}, more)).status).toBe(200);
  });
});
