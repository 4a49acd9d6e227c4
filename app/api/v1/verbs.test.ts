import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { givenCatalogues } from "#lib/tasks/testing/given.ts";
import { givenAccount } from "#lib/users/testing/accounts.ts";
import { POST as decide } from "./extensions/[id]/[decision]/route.ts";
import { GET as getSummary } from "./summary/route.ts";
import { POST as verb } from "./tasks/[id]/[verb]/route.ts";
import { POST as requestExtension } from "./tasks/[id]/extensions/route.ts";
import { PATCH as editTask, GET as getTask } from "./tasks/[id]/route.ts";
import { POST as createTask } from "./tasks/route.ts";
import { type Call, call, givenTokens, type Machine, NAMES } from "./testing/machine.ts";

await testDatabase();

let tokens: Record<Machine, string>;

beforeAll(async () => {
  await givenCatalogues();
  await database().department.update({ where: { id: 2 }, data: { kind: "OFFICE" } });
  tokens = await givenTokens();
  await givenAccount({ login: "chutich", role: "CHAIRMAN" });
  await givenAccount({ login: "cv.datdai", role: "OFFICER", departmentId: 1 });
  await givenAccount({ login: "cv.duan", role: "OFFICER", departmentId: 3 });
});
beforeEach(() => {
  vi.stubEnv("BUSINESS_TODAY", "2026-11-20");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const NEW = {
  title: "Rà soát quy hoạch",
  department: "PHONG_KT",
  field: "TBKL",
  assignedOn: "2026-11-02",
  dueOn: "2026-11-10",
};

const create = (name: Machine, body: unknown, more: Partial<Call> = {}) =>
  call(createTask, "tasks", {}, { token: tokens[name], body, ...more });

async function givenTask(given: object = {}): Promise<number> {
  const { status, body } = await create("office", { ...NEW, ...given });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

const does = (name: Machine, what: string, id: number, body?: unknown, more: Partial<Call> = {}) =>
  call(
    verb,
    `tasks/${id}/${what}`,
    { id: `${id}`, verb: what },
    {
      token: tokens[name],
      body,
      ...more,
    },
  );
const edits = (name: Machine, id: number, body: unknown, headers: Record<string, string> = {}) =>
  call(
    editTask,
    `tasks/${id}`,
    { id: `${id}` },
    {
      token: tokens[name],
      method: "PATCH",
      body,
      headers,
    },
  );
const reads = (name: Machine, id: number) =>
  call(getTask, `tasks/${id}`, { id: `${id}` }, { token: tokens[name], method: "GET" });
const asks = (name: Machine, id: number, body: unknown) =>
  call(requestExtension, `tasks/${id}/extensions`, { id: `${id}` }, { token: tokens[name], body });
const decides = (name: Machine, what: string, id: number, body?: unknown) =>
  call(
    decide,
    `extensions/${id}/${what}`,
    { id: `${id}`, decision: what },
    {
      token: tokens[name],
      body,
    },
  );

/** What of the register must not change when somebody is refused. */
async function traces() {
  return {
    events: await database().taskEvent.count(),
    extensions: await database().extension.count(),
    keys: await database().handledRequest.count(),
  };
}

describe("POST /tasks", () => {
  it("assigns a task and says where it is", async () => {
    const { status, body, location, etag } = await create("office", {
      ...NEW,
      leader: "chutich",
      assignee: " CV.DatDai ",
      cooperating: ["BAN_QLDA"],
    });
    expect([status, etag, location]).toEqual([201, '"1"', `/api/v1/tasks/${body.id}`]);
    expect(body).toMatchObject({
      title: NEW.title,
      department: "PHONG_KT",
      leaderLogin: "chutich",
      assigneeLogin: "cv.datdai",
      cooperating: ["BAN_QLDA"],
      history: [
        { event: { kind: "ASSIGNED" }, actor: "máy office" },
        { event: { kind: "HANDED_OVER" }, actor: "máy office" },
      ],
    });
  });

  it("plans a part of a task for its head", async () => {
    const id = await givenTask();
    const { status, body } = await create("head", { ...NEW, parent: id });
    expect([status, body.code]).toEqual([201, expect.stringMatching(/\.1$/)]);
  });

  it.each([
    ["deputy", 403],
    ["head", 403],
    ["officer", 403],
    ["observer", 403],
    ["admin", 403],
  ] as const)("is not for %s", async (name, status) => {
    const before = await traces();
    const answer = await create(name, NEW);
    expect([answer.status, answer.type]).toEqual([status, "application/problem+json"]);
    expect(answer.body.detail).toMatch(/không/);
    expect(await traces()).toEqual(before);
  });

  it.each([
    [{ department: "NOWHERE" }, "department"],
    [{ department: undefined }, "department"],
    [{ title: " " }, "title"],
    [{ title: "x".repeat(2001) }, "title"],
    [{ dueOn: "2026-02-30" }, "dueOn"],
    [{ dueOn: "2026-11-01" }, "dueOn"],
    [{ assignedOn: "2026-11-21" }, "assignedOn"],
    [{ leader: "cv.datdai" }, "leader"],
    [{ leader: "nobody" }, "leader"],
    [{ assignee: "cv.duan" }, "assignee"],
    [{ cooperating: ["PHONG_KT"] }, "cooperating"],
    [{ directive: 999 }, "directive"],
    [{ leaderId: 1 }, "leaderId"],
    [{ status: "COMPLETED" }, "status"],
  ])("refuses %o and names the entry", async (wrong, path) => {
    const before = await traces();
    const { status, type, body } = await create("office", { ...NEW, ...wrong });
    expect([status, type]).toEqual([422, "application/problem+json"]);
    expect(body.errors).toEqual([{ path, message: expect.stringMatching(/ /) }]);
    expect(await traces()).toEqual(before);
  });

  it("keeps markup as text", async () => {
    const { body } = await create("office", { ...NEW, title: "<script>alert(1)</script>" });
    expect(body.title).toBe("<script>alert(1)</script>");
  });
});

describe("a body", () => {
  const json = { "content-type": "application/json" };
  it.each([
    ["{", json, 400],
    ["[]", json, 422],
    ["null", json, 422],
    ["title=x", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["{}", { "content-type": "text/plain" }, 415],
    [JSON.stringify({ ...NEW, title: "x".repeat(1024 * 1024) }), json, 413],
    ["{}", { ...json, "content-length": "1048577" }, 413],
    ["{}", { "content-type": "application/json; charset=utf-8" }, 422],
    ["{}", { ...json, "idempotency-key": "two words" }, 400],
  ])("is refused (%#)", async (body, headers, status) => {
    const answer = await create("office", body, { headers });
    expect([answer.status, answer.type]).toEqual([status, "application/problem+json"]);
  });

  it("is told what is wrong in the language asked for", async () => {
    const headers = { "accept-language": "en" };
    const { body } = await create("office", { ...NEW, title: "" }, { headers });
    expect(body).toMatchObject({
      title: "Invalid input",
      errors: [{ path: "title", message: "Say what is to be done." }],
    });
    const refused = await does("observer", "accept", await givenTask(), {}, { headers });
    expect(refused.body.detail).toBe("Your role may not accept this task.");
  });
});

describe("PATCH /tasks/{id}", () => {
  it("edits the version that was read", async () => {
    const id = await givenTask();
    const { etag } = await reads("office", id);
    const edit = { title: "Rà soát lại", leader: "chutich", note: "Sửa theo kết luận" };
    const answer = await edits("office", id, edit, { "if-match": String(etag) });
    expect([answer.status, answer.etag]).toEqual([200, '"2"']);
    expect(answer.body).toMatchObject({ title: "Rà soát lại", leaderLogin: "chutich" });
    expect(answer.body.history.at(-1)).toMatchObject({
      event: { kind: "EDITED" },
      actor: "máy office",
      note: "Sửa theo kết luận",
    });
  });

  it("needs the version, and tells what stands there when it is another", async () => {
    const id = await givenTask();
    expect((await edits("office", id, { title: "A" })).status).toBe(428);
    for (const version of ["seven", '"0"', "7.1"]) {
      expect((await edits("office", id, { title: "A" }, { "if-match": version })).status).toBe(400);
    }
    expect((await edits("office", id, { title: "A" }, { "if-match": 'W/"1"' })).status).toBe(200);
    const stale = await edits("office", id, { title: "B" }, { "if-match": "1" });
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({
      detail: expect.stringContaining("máy office"),
      current: { version: "2", title: "A" },
    });
    expect((await edits("office", id, { title: "A" }, { "if-match": "2" })).status).toBe(422);
  });

  it.each([
    ["stranger", 404],
    ["admin", 404],
    ["head", 403],
    ["observer", 403],
    ["deputy", 403],
  ] as const)("is not for %s, whatever was sent", async (name, status) => {
    const id = await givenTask();
    for (const [body, headers] of [
      [{ title: "B" }, { "if-match": "1" }],
      [{ nothing: true }, {}],
    ] as const) {
      expect((await edits(name, id, body, headers)).status).toBe(status);
    }
  });
});

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
    expect((await does("head", "accept", await givenTask(), {}, more)).status).toBe(200);
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

describe("extensions", () => {
  it("are asked for by the department and decided by a leader", async () => {
    const id = await givenTask({ dueOn: "2026-11-25" });
    const wish = { dueOn: "2026-12-10", note: "Chờ ý kiến sở", objective: true };
    const asked = await asks("head", id, wish);
    expect([asked.status, asked.location]).toEqual([201, `/api/v1/tasks/${id}`]);
    expect(asked.body.extensions).toMatchObject([
      { id: expect.any(Number), newDueOn: "2026-12-10", decision: null },
    ]);
    expect((await asks("head", id, wish)).status).toBe(409);

    const [{ id: extension }] = asked.body.extensions;
    const approved = await decides("chairman", "approve", extension);
    expect(approved).toMatchObject({
      status: 200,
      body: { dueOn: "2026-12-10", extensionCount: 1 },
    });
    expect(approved.body.history.at(-1)).toMatchObject({ actor: "máy chairman" });
    expect((await decides("chairman", "reject", extension, { note: "Không" })).status).toBe(409);
  });

  it("are rejected with a reason only", async () => {
    const id = await givenTask();
    const { body } = await asks("head", id, { dueOn: "2026-12-10", note: "Xin thêm" });
    const extension = body.extensions[0].id;
    const silent = await decides("chairman", "reject", extension);
    expect([silent.status, silent.body.errors[0].path]).toEqual([422, "note"]);
    const { status, body: task } = await decides("chairman", "reject", extension, {
      note: "Không",
    });
    expect([status, task.dueOn]).toEqual([200, NEW.dueOn]);
  });

  it.each([
    [{ dueOn: "2026-11-10" }, "dueOn"],
    [{ dueOn: "2026-11-12" }, "dueOn"],
    [{ dueOn: undefined }, "dueOn"],
    [{ note: "" }, "note"],
    [{ reason: "x" }, "reason"],
  ])("are refused with %o", async (wrong, path) => {
    const id = await givenTask();
    const answer = await asks("head", id, { dueOn: "2026-12-10", note: "Xin thêm", ...wrong });
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, path]);
  });

  it("are nobody else's", async () => {
    const id = await givenTask();
    const wish = { dueOn: "2026-12-10", note: "Xin thêm" };
    const before = await traces();
    const wrong = { ...wish, nothing: true };
    const statuses = { head: 422, stranger: 404, admin: 404 } as Partial<Record<Machine, number>>;
    for (const name of NAMES) {
      expect([name, (await asks(name, id, wrong)).status]).toEqual([name, statuses[name] ?? 403]);
    }
    expect(await traces()).toEqual(before);
    const { body } = await asks("head", id, wish);
    const extension = body.extensions[0].id;
    for (const name of NAMES) {
      const expected = { ...statuses, chairman: 422, head: 403 }[name] ?? 403;
      for (const what of ["approve", "reject"]) {
        const { status } = await decides(name, what, extension, { nothing: true });
        expect([name, what, status]).toEqual([name, what, expected]);
      }
    }
    expect((await decides("chairman", "approve", 999_999)).status).toBe(404);
    expect((await decides("chairman", "forget", extension)).status).toBe(404);
  });
});

describe("GET /summary after the verbs", () => {
  async function figures() {
    const { body } = await call(
      getSummary,
      "summary?period=2026-11",
      {},
      {
        token: tokens.office,
        method: "GET",
      },
    );
    const { late, newlyOverdue, outstanding, resolved } = body.overdue.total;
    const { assigned, completed, overdue, awaitingConfirmation } = body.completion.total;
    return {
      late,
      newlyOverdue,
      outstanding,
      resolved: resolved.total,
      assigned,
      completed,
      overdue,
      awaitingConfirmation,
    };
  }
  type Figures = Awaited<ReturnType<typeof figures>>;

  /** Checks what a step adds to the figures. */
  async function moves(step: () => Promise<{ status: number }>, by: Partial<Figures>) {
    const before = await figures();
    const { status } = await step();
    expect(status).toBeLessThan(300);
    const after = await figures();
    const moved = Object.entries(after).map(([name, value]) => [
      name,
      value - before[name as keyof Figures],
    ]);
    const none = Object.fromEntries(Object.keys(after).map((name) => [name, 0]));
    expect(Object.fromEntries(moved)).toEqual({ ...none, ...by });
  }

  it("moves as they say", async () => {
    let id = 0;
    const late = { late: 1, newlyOverdue: 1, outstanding: 1 };
    await moves(
      async () => {
        const made = await create("office", NEW);
        id = made.body.id;
        return made;
      },
      { ...late, assigned: 1, overdue: 1 },
    );
    await moves(() => does("head", "accept", id), {});
    await moves(() => does("head", "submit", id, { completedOn: "2026-11-12" }), {
      awaitingConfirmation: 1,
    });
    await moves(() => does("chairman", "return", id, { note: "Thiếu" }), {
      awaitingConfirmation: -1,
    });
    await moves(() => does("head", "submit", id, { completedOn: "2026-11-13" }), {
      awaitingConfirmation: 1,
    });
    await moves(() => does("chairman", "confirm", id), {
      awaitingConfirmation: -1,
      completed: 1,
      overdue: -1,
      outstanding: -1,
      resolved: 1,
    });
    await moves(() => does("chairman", "reopen", id, { note: "Nhầm" }), {
      completed: -1,
      overdue: 1,
      outstanding: 1,
      resolved: -1,
    });
    await moves(() => does("office", "cancel", id, { note: "Thôi" }), {
      assigned: -1,
      overdue: -1,
      outstanding: -1,
      resolved: 1,
    });
  });
});
