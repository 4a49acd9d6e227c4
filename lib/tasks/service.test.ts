import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { CivilDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { ConflictError, InvalidInputError, NotFoundError, StaleError } from "#lib/core/errors.ts";
import { testDatabase } from "#lib/core/testing.ts";
import type { Actor } from "#lib/users/schema.ts";
import { createTask } from "./assign.ts";
import { editTask } from "./edit.ts";
import { approveExtension, requestExtension } from "./extensions.ts";
import * as lead from "./lead-service.ts";
import * as service from "./service.ts";
import { rebuildTally } from "./tally.ts";
import { givenCatalogues } from "./testing/given.ts";
import { editTaskSchema, newTaskSchema } from "./verbs.ts";

await testDatabase();

const TODAY = "2026-11-20" as CivilDate;
const ECONOMY = 1;
const OFFICE = 2;
const PROJECTS = 3;

const people = {} as Record<
  "chairman" | "deputy" | "office" | "head" | "officer" | "otherOfficer" | "otherHead" | "observer",
  Actor & { id: number }
>;

async function person(
  role: Actor["role"],
  departmentId: number | null = null,
  portfolioDepartmentIds: number[] = [],
): Promise<Actor & { id: number }> {
  const { id, displayName } = await database().user.create({
    data: {
      login: `${role.toLowerCase()}-${departmentId ?? 0}-${Math.floor(performance.now() * 1000)}`,
      displayName: `${role} ${departmentId ?? ""}`,
      role,
      departmentId,
      passwordHash: "-",
    },
  });
  return { id, displayName, role, departmentId, portfolioDepartmentIds };
}

beforeAll(async () => {
  await givenCatalogues();
  await database().department.update({ where: { id: OFFICE }, data: { kind: "OFFICE" } });
  Object.assign(people, {
    chairman: await person("CHAIRMAN"),
    deputy: await person("VICE_CHAIRMAN", null, [ECONOMY]),
    office: await person("OFFICE"),
    head: await person("DEPARTMENT_HEAD", ECONOMY),
    officer: await person("OFFICER", ECONOMY),
    otherOfficer: await person("OFFICER", ECONOMY),
    otherHead: await person("DEPARTMENT_HEAD", PROJECTS),
    observer: await person("OBSERVER"),
  });
});

beforeEach(() => {
  vi.stubEnv("BUSINESS_TODAY", TODAY);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function givenTask(given: Record<string, unknown> = {}, actor: Actor = people.office) {
  const task = newTaskSchema.parse({
    title: "Rà soát quy hoạch",
    department: "PHONG_KT",
    field: "TBKL",
    assignedOn: "2026-11-02",
    dueOn: "2026-11-10",
    ...given,
  });
  return createTask(actor, task);
}

/** A task that is being worked on. */
async function givenAccepted(given: Record<string, unknown> = {}) {
  const task = await givenTask(given);
  await service.acceptTask(people.head, task.id, { on: null, note: null });
  return task;
}

async function givenSubmitted(given: Record<string, unknown> = {}) {
  const task = await givenAccepted(given);
  await service.submitTask(people.head, task.id, submission("2026-11-12"));
  return task;
}

const submission = (completedOn: string | null) => ({
  on: null,
  note: null,
  files: [],
  completedOn: completedOn as CivilDate | null,
});
const because = (note: string) => ({ on: null, note });

const taskOf = (id: number) => database().task.findUniqueOrThrow({ where: { id } });
const kindsOf = async (id: number) =>
  (
    await database().taskEvent.findMany({ where: { taskId: id }, orderBy: { sequence: "asc" } })
  ).map(({ kind }) => kind);

describe("a task's life", () => {
  it("runs from its assignment to its confirmation, each step in the history and told of", async () => {
    const { id, code } = await givenAccepted();
    expect(code).toMatch(/^NV-2026-\d{4}$/);
    await service.handOverTask(people.head, id, { assigneeId: people.officer.id, note: null });
    await service.reportProgress(people.officer, id, { progress: 60, note: "Xong", files: [] });
    await service.submitTask(people.officer, id, submission("2026-11-12"));
    await lead.returnTask(people.deputy, id, because("Thiếu bản đồ"));
    await service.submitTask(people.officer, id, submission("2026-11-13"));
    await lead.confirmTask(people.deputy, id, { on: null, note: null });

    expect(await kindsOf(id)).toEqual([
      "ASSIGNED",
      "ACCEPTED",
      "HANDED_OVER",
      "PROGRESSED",
      "SUBMITTED",
      "RETURNED",
      "SUBMITTED",
      "CONFIRMED",
    ]);
    const task = await taskOf(id);
    expect(task).toMatchObject({ status: "COMPLETED", returnCount: 1, version: 8, progress: 100 });
    expect(task.completedOn?.toISOString()).toBe("2026-11-13T00:00:00.000Z");
    const [spell] = await database().overdueSpell.findMany({ where: { taskId: id } });
    expect(spell).toMatchObject({ endedBy: "COMPLETED" });
    const told = await database().notification.findMany({ where: { taskId: id } });
    const kinds = (userId: number) =>
      told.filter((each) => each.userId === userId).map(({ kind }) => kind);
    expect(kinds(people.officer.id)).toEqual(["ASSIGNED", "RETURNED", "CONFIRMED"]);
    expect(kinds(people.head.id)).toEqual(["ASSIGNED", "RETURNED", "CONFIRMED"]);
    expect(
      await database().outboxMessage.count({
        where: { data: { path: ["taskId"], equals: id } },
      }),
    ).toBe(8);
  });

  it("goes back to the Office when refused, and to another department from there", async () => {
    const { id } = await givenTask();
    await service.refuseTask(people.head, id, because("Không thuộc chức năng"));
    expect(await taskOf(id)).toMatchObject({ leadDepartmentId: OFFICE, status: "ASSIGNED" });
    await lead.transferTask(people.office, id, {
      on: null,
      note: null,
      department: "BAN_QLDA",
      field: null,
    });
    const spells = await database().overdueSpell.findMany({
      where: { taskId: id },
      orderBy: { sequence: "asc" },
    });
    expect(spells.map(({ departmentId, continuing }) => [departmentId, continuing])).toEqual([
      [ECONOMY, false],
      [OFFICE, true],
      [PROJECTS, true],
    ]);
  });

  it("can be paused, resumed, stopped and reopened by those who may", async () => {
    const { id } = await givenAccepted();
    await lead.pauseTask(people.office, id, because("Chờ Thành phố"));
    await lead.resumeTask(people.office, id, { on: null, note: null });
    await lead.cancelTask(people.chairman, id, because("Không còn cần"));
    expect(await taskOf(id)).toMatchObject({ status: "CANCELLED" });

    const done = await givenSubmitted();
    await lead.confirmTask(people.chairman, done.id, { on: null, note: null });
    await lead.reopenTask(people.chairman, done.id, because("Chưa đủ"));
    expect(await taskOf(done.id)).toMatchObject({ status: "IN_PROGRESS", completedOn: null });
  });

  it("keeps a part of a task out of all figures, and leaves it to its department", async () => {
    const { id, code } = await givenAccepted();
    const part = await givenTask(
      { parent: id, department: "PHONG_KT", field: "TBKL" },
      people.head,
    );
    expect(part.code).toBe(`${code}.1`);
    await service.acceptTask(people.head, part.id, { on: null, note: null });
    await service.submitTask(people.head, part.id, submission(null));
    await lead.confirmTask(people.head, part.id, { on: null, note: null });
    expect(await database().taskPhase.count({ where: { taskId: part.id } })).toBe(0);
    expect(await database().overdueSpell.count({ where: { taskId: part.id } })).toBe(0);
    await expect(givenTask({ parent: id }, people.otherHead)).rejects.toThrow(NotFoundError);
  });
});

describe("what goes along", () => {
  it("a task that is resumed goes on where it was paused", async () => {
    const { id } = await givenTask();
    await lead.pauseTask(people.office, id, because("Chờ"));
    await lead.resumeTask(people.office, id, { on: null, note: null });
    expect(await taskOf(id)).toMatchObject({ status: "ASSIGNED" });
    const submitted = await givenSubmitted();
    await lead.pauseTask(people.office, submitted.id, because("Chờ"));
    await lead.resumeTask(people.office, submitted.id, { on: null, note: null });
    expect(await taskOf(submitted.id)).toMatchObject({ status: "SUBMITTED" });
  });

  it("the open parts of a task end with it, and none is added after", async () => {
    const { id } = await givenAccepted();
    const part = await givenTask({ parent: id }, people.head);
    await lead.cancelTask(people.chairman, id, because("Thôi"));
    expect(await taskOf(part.id)).toMatchObject({ status: "CANCELLED" });
    expect(await kindsOf(part.id)).toEqual(["ASSIGNED", "CANCELLED"]);
    await expect(givenTask({ parent: id }, people.head)).rejects.toThrow(ConflictError);
  });

  it("a request sent again answers the extension it made, whatever became of it", async () => {
    const { id } = await givenAccepted();
    const ask = (dueOn: string, requestKey: string) =>
      requestExtension(
        people.head,
        id,
        { on: null, note: "Chờ", dueOn: dueOn as CivilDate, objective: false, files: [] },
        { requestKey },
      );
    const first = await ask("2026-12-01", "key-1");
    await approveExtension(people.deputy, first.extensionId, { on: null, note: null });
    await ask("2026-12-15", "key-2");
    expect(await ask("2026-12-01", "key-1")).toEqual(first);
  });

  it("a note is cut between letters for whoever is told of it", async () => {
    const { id } = await givenSubmitted();
    await lead.returnTask(people.deputy, id, because(`${"a".repeat(299)}😀😀`));
    const { data } = await database().notification.findFirstOrThrow({
      where: { taskId: id, kind: "RETURNED" },
    });
    expect(data).toMatchObject({ note: `${"a".repeat(299)}😀` });
  });
});

describe("what a verb refuses", () => {
  it("a day in the future for the submission itself", async () => {
    const { id } = await givenAccepted();
    await expect(
      service.submitTask(people.head, id, {
        ...submission("2026-11-19"),
        on: "2999-12-31" as CivilDate,
      }),
    ).rejects.toMatchObject({ issues: [{ path: "on", key: "work.problems.inFuture" }] });
  });

  it("a department's own word for when it asked for an extension", async () => {
    const { id } = await givenAccepted();
    await requestExtension(people.head, id, {
      on: "2026-11-10" as CivilDate,
      note: "Chờ",
      dueOn: "2026-12-01" as CivilDate,
      objective: false,
      files: [],
    });
    const { requestedOn } = await database().extension.findFirstOrThrow({ where: { taskId: id } });
    expect(requestedOn.toISOString().slice(0, 10)).toBe(TODAY);
  });

  it("what the state does not allow, saying why", async () => {
    const { id } = await givenTask();
    const refused = service.submitTask(people.head, id, submission(null));
    await expect(refused).rejects.toThrow(ConflictError);
    await expect(refused).rejects.toMatchObject({
      explanation: { key: "work.refusal.state", values: { verb: "submit", status: "ASSIGNED" } },
    });
  });

  it("whoever may not, and whoever may not even see it", async () => {
    const { id } = await givenAccepted();
    const attempt = (actor: Actor) =>
      service.reportProgress(actor, id, { progress: 10, note: null, files: [] });
    await expect(attempt(people.otherOfficer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(attempt(people.observer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(attempt(people.otherHead)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const elsewhere = await givenTask({ department: "BAN_QLDA" });
    await expect(lead.cancelTask(people.deputy, elsewhere.id, because("x"))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(givenTask({ department: "BAN_QLDA" }, people.deputy)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(givenTask({}, people.head)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      lead.confirmTask(people.office, (await givenSubmitted()).id, { on: null, note: null }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it.each([
    ["2026-11-21", "work.problems.inFuture"],
    ["2026-11-01", "work.problems.beforeAssignment"],
  ])("a completion on %s", async (completedOn, key) => {
    const { id } = await givenAccepted();
    await expect(
      service.submitTask(people.head, id, submission(completedOn)),
    ).rejects.toMatchObject({ issues: [{ path: "completedOn", key }] });
  });

  it("a submission without the product where one is required", async () => {
    const { id } = await givenAccepted({ productRequired: true });
    await expect(service.submitTask(people.head, id, submission(null))).rejects.toMatchObject({
      issues: [{ path: "files", key: "work.problems.productMissing" }],
    });
    expect(await taskOf(id)).toMatchObject({ status: "IN_PROGRESS" });
  });

  it("an extension to an earlier day, or a day that is over", async () => {
    const { id } = await givenAccepted();
    const ask = (dueOn: string) =>
      requestExtension(people.head, id, {
        on: null,
        note: "Mưa bão",
        dueOn: dueOn as CivilDate,
        objective: true,
        files: [],
      });
    await expect(ask("2026-11-10")).rejects.toMatchObject({
      issues: [{ path: "dueOn", key: "work.problems.notLater" }],
    });
    await expect(ask("2026-11-15")).rejects.toMatchObject({
      issues: [{ path: "dueOn", key: "work.problems.alreadyOver" }],
    });
    await ask("2026-11-30");
    await expect(ask("2026-12-30")).rejects.toMatchObject({
      explanation: { key: "work.refusal.extensionPending" },
    });
  });

  it("a deadline before the assignment, and references that lead nowhere, each at its entry", async () => {
    await expect(givenTask({ dueOn: "2026-11-01" })).rejects.toMatchObject({
      issues: [{ path: "dueOn" }],
    });
    const wrong = givenTask({ department: "NO_SUCH", field: "NO_SUCH", leaderId: people.head.id });
    await expect(wrong).rejects.toThrow(InvalidInputError);
    await expect(wrong).rejects.toMatchObject({
      issues: [{ path: "department" }, { path: "field" }, { path: "leaderId" }],
    });
  });
});

describe("two at once", () => {
  it("confirm once, however many try", async () => {
    const { id } = await givenSubmitted();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        lead.confirmTask(people.chairman, id, { on: null, note: null }),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toBeInstanceOf(ConflictError);
    }
    expect((await kindsOf(id)).filter((kind) => kind === "CONFIRMED")).toHaveLength(1);
  });

  it("leave one consistent outcome when an extension is granted while the task is submitted", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await givenAccepted();
      const { extensionId } = await requestExtension(people.head, id, {
        on: null,
        note: "Chờ ý kiến",
        dueOn: "2026-12-01" as CivilDate,
        objective: false,
        files: [],
      });
      await Promise.all([
        approveExtension(people.deputy, extensionId, { on: null, note: null }),
        service.submitTask(people.head, id, submission("2026-11-19")),
      ]);
      expect(await taskOf(id)).toMatchObject({
        status: "SUBMITTED",
        extensionCount: 1,
        dueOn: new Date("2026-12-01"),
      });
      const open = await database().overdueSpell.findMany({ where: { taskId: id, toOn: null } });
      expect(open).toHaveLength(1);
    }
  });

  it("tell the second of two what the first did, with what stands there now", async () => {
    const { id } = await givenAccepted();
    const { version } = await taskOf(id);
    await service.reportProgress(
      people.head,
      id,
      { progress: 30, note: null, files: [] },
      { version },
    );
    const second = service.reportProgress(
      people.office,
      id,
      { progress: 40, note: "bản của tôi", files: [] },
      { version },
    );
    await expect(second).rejects.toThrow(StaleError);
    await expect(second).rejects.toMatchObject({
      explanation: { key: "work.refusal.changed", values: { event: "PROGRESSED" } },
      current: { version: String(version + 1), progress: "30" },
    });
  });

  it("do a request once that is sent again", async () => {
    const { id } = await givenAccepted();
    const send = () =>
      service.reportProgress(
        people.head,
        id,
        { progress: 70, note: null, files: [] },
        { requestKey: "6b3b", version: 2 },
      );
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map(({ version }) => version))).toEqual(new Set([3]));
    expect(await kindsOf(id)).toEqual(["ASSIGNED", "ACCEPTED", "PROGRESSED"]);
  });

  it("number new tasks without a gap or a double", async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => givenTask()));
    const numbers = made.map(({ code }) => Number(code.slice(-4))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, index) => (numbers[0] ?? 0) + index));
  });
});

describe("editing", () => {
  it("writes what changed, from what to what, and corrects the deadline as if it had always been so", async () => {
    const { id } = await givenAccepted();
    const edit = editTaskSchema.parse({
      title: "Rà soát đất đai",
      dueOn: "2026-11-25",
      cooperating: "BAN_QLDA",
    });
    // The deadline is over: a later one would be an extension by another name.
    await expect(editTask(people.office, id, edit)).rejects.toMatchObject({
      issues: [{ path: "dueOn", key: "work.problems.deadlineMissed" }],
    });
    await editTask(people.chairman, id, edit);
    expect(await kindsOf(id)).toEqual(["ASSIGNED", "ACCEPTED", "EDITED", "DEADLINE_CORRECTED"]);
    expect(
      await database().overdueSpell.count({
        where: { taskId: id, fromOn: { lte: new Date("2026-11-20") } },
      }),
    ).toBe(0);
    const event = await database().taskEvent.findFirstOrThrow({
      where: { taskId: id, kind: "EDITED" },
    });
    expect(event.data).toEqual({
      changes: [
        { what: "title", from: "Rà soát quy hoạch", to: "Rà soát đất đai" },
        { what: "cooperating", from: null, to: "BAN_QLDA" },
      ],
    });
    await expect(
      editTask(people.office, id, editTaskSchema.parse({ title: "Rà soát đất đai" })),
    ).rejects.toMatchObject({ explanation: { key: "work.problems.nothingChanged" } });
  });
});

describe("the running sums", () => {
  it("are after all this what they would be made anew", async () => {
    const read = () => database().$queryRaw<object[]>`
      select * from task_tally
      where (open, overdue, completed, on_time, on_time_by_original, without_deadline)
        <> (0, 0, 0, 0, 0, 0)
      order by grain, year, day, level, department_id`;
    const kept = await read();
    await rebuildTally(database());
    expect(kept.length).toBeGreaterThan(5);
    expect(kept).toEqual(await read());
  });
});
