import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { PUT as putDirective } from "./external/[system]/directives/[externalId]/route.ts";
import { PUT as putTask } from "./external/[system]/tasks/[externalId]/route.ts";
import { givenRegister, tokens } from "./testing/calls.ts";
import { call, type Machine } from "./testing/machine.ts";

await testDatabase();

beforeAll(givenRegister);

const put = (
  handler: typeof putTask,
  what: "tasks" | "directives",
  externalId: string,
  body: object,
  { machine = "office", system = "hanoiwork" }: { machine?: Machine; system?: string } = {},
) =>
  call(
    handler,
    `external/${system}/${what}/${encodeURIComponent(externalId)}`,
    { system, externalId },
    {
      token: tokens[machine],
      method: "PUT",
      body,
    },
  );
const sendTask = (id: string, body: object, by?: Parameters<typeof put>[4]) =>
  put(putTask, "tasks", id, body, by);
const sendDirective = (id: string, body: object, by?: Parameters<typeof put>[4]) =>
  put(putDirective, "directives", id, body, by);

const TASK = {
  title: "Trả lời phản ánh về rác thải",
  department: "PHONG_KT",
  field: "TBKL",
  assignedOn: "2026-11-02",
  dueOn: "2026-11-09",
};
const DIRECTIVE = {
  number: "131/TB-UBND",
  issuedOn: "2026-11-03",
  issuingBody: "UBND_TP",
  type: "CONCLUSION_NOTICE",
  abstract: "Kết luận cuộc họp",
};

describe("a task under the sender's own id", () => {
  it("is made once, changed where it differs, and else left alone", async () => {
    const made = await sendTask("PA/2026 số 17", TASK);
    expect(made).toMatchObject({ status: 201, etag: '"1"', body: { title: TASK.title } });
    expect(made.location).toBe(`/api/v1/tasks/${made.body.id}`);
    const again = await sendTask("PA/2026 số 17", TASK);
    expect(again).toMatchObject({ status: 200, etag: '"1"', body: { id: made.body.id } });
    const done = await sendTask("PA/2026 số 17", {
      ...TASK,
      department: "BAN_QLDA",
      status: "COMPLETED",
      completedOn: "2026-11-11",
    });
    expect(done).toMatchObject({
      status: 200,
      body: {
        department: "BAN_QLDA",
        status: "COMPLETED",
        timeliness: "LATE",
        completedOn: "2026-11-11",
      },
    });
    // Another system's same id is another task.
    const other = await sendTask("PA/2026 số 17", TASK, { system: "ihanoi" });
    expect(other.status).toBe(201);
    expect(other.body.id).not.toBe(made.body.id);
  });

  it("is one task, however many send it at once", async () => {
    const before = await database().task.count();
    const everyOne = () =>
      Promise.all(Array.from({ length: 12 }, (_, index) => sendTask(`cùng lúc ${index}`, TASK)));
    const answers = (await Promise.all(Array.from({ length: 8 }, everyOne))).flat();
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(12);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201]));
    expect(await database().task.count()).toBe(before + 12);
  });

  it("belongs to the directive that the same system sent before", async () => {
    const unknown = await sendTask("t-1", { ...TASK, directiveExternalId: "d-1" });
    expect(unknown).toMatchObject({
      status: 422,
      body: { errors: [{ path: "directiveExternalId" }] },
    });
    const directive = await sendDirective("d-1", DIRECTIVE);
    expect(directive).toMatchObject({ status: 201, body: { number: DIRECTIVE.number } });
    const task = await sendTask("t-1", { ...TASK, directiveExternalId: "d-1" });
    expect(task).toMatchObject({
      status: 201,
      body: { level: "CITY", directive: { id: directive.body.id } },
    });
  });

  it.each<[object, string[]]>([
    [{ dueOn: "2026-11-01" }, ["dueOn"]],
    [{ completedOn: "2099-01-01" }, ["completedOn"]],
    [{ status: "COMPLETED" }, ["completedOn"]],
    [{ leader: "khong.co" }, ["leader"]],
    [{ assignee: "khong.co" }, ["assignee"]],
    [{ department: "KHONG_CO" }, ["department"]],
    [{ extension: { dueOn: "2026-11-08" } }, ["extension.dueOn"]],
    [{ unknown: 1 }, ["unknown"]],
  ])("refuses %j by the names that were sent", async (given, paths) => {
    const before = await database().task.count();
    const answer = await sendTask("sai", { ...TASK, ...given });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual(paths);
    expect(await database().task.count()).toBe(before);
  });

  it.each(["head", "officer", "observer", "admin", "deputy", "stranger"] as const)(
    "is refused to a token of the %s",
    async (machine) => {
      const before = await database().task.count();
      expect((await sendTask("quyền", TASK, { machine })).status).toBe(403);
      expect(await database().task.count()).toBe(before);
    },
  );
});

describe("a directive under the sender's own id", () => {
  it("is made once, changed where it differs, and never another document", async () => {
    const first = { ...DIRECTIVE, number: "140/TB-UBND" };
    const made = await sendDirective("vb-140", first);
    expect(made.status).toBe(201);
    expect((await sendDirective("vb-140", first)).status).toBe(200);
    const changed = await sendDirective("vb-140", { ...first, urgency: "URGENT" });
    expect(changed).toMatchObject({ status: 200, body: { id: made.body.id, urgency: "URGENT" } });
    expect((await sendDirective("vb-140", { ...first, number: "141/TB-UBND" })).status).toBe(409);
    // Another system knows the same document by another id.
    const same = await sendDirective("x-9", { ...first, urgency: "URGENT" }, { system: "tp" });
    expect(same).toMatchObject({ status: 200, body: { id: made.body.id } });
    expect(await database().directive.count({ where: { number: "140/TB-UBND" } })).toBe(1);
  });
});
