import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/core/testing.ts";
import {
  create,
  does,
  edits,
  givenRegister,
  givenTask,
  NEW,
  reads,
  traces,
} from "./testing/calls.ts";

await testDatabase();

beforeAll(givenRegister);

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
