import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/core/testing.ts";
import { asks, decides, givenRegister, givenTask, NEW, traces } from "./testing/calls.ts";
import { type Machine, NAMES } from "./testing/machine.ts";

await testDatabase();

beforeAll(givenRegister);

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
