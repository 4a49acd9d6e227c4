import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { getSummary } from "#lib/figures/queries.ts";
import { periodOf } from "#lib/periods/rules.ts";
import { assigned, givenCatalogues, givenTask } from "#lib/tasks/testing/given.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { givenSignedIn } from "#lib/users/testing/accounts.ts";
import { reasonsOf, unexplainedLate } from "./queries.ts";
import { listLateReasons, listReasonsOfTask, listUnexplained } from "./reason-queries.ts";
import { enterReasons } from "./reason-service.ts";
import { type ReasonEntry, type ReasonFilter, reasonEntrySchema } from "./schema.ts";
import { givenClosing } from "./testing/closing.ts";

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", "2026-05-20");

const MONTH = "2026-04";
const ECONOMY = 1;
const PROJECTS = 3;

let people: Record<"OFFICE" | "HEAD" | "OFFICER" | "STRANGER" | "CHAIRMAN", CurrentUser>;
/** Late since March; newly late and since moved to the other department; the officer's own; another's. */
let tasks: Record<"old" | "moved" | "own" | "foreign" | "inTime", number>;

beforeAll(async () => {
  await givenCatalogues();
  people = {
    OFFICE: await givenSignedIn({ role: "OFFICE", departmentId: 2 }),
    HEAD: await givenSignedIn({ role: "DEPARTMENT_HEAD", departmentId: ECONOMY }),
    OFFICER: await givenSignedIn({ role: "OFFICER", departmentId: ECONOMY }),
    STRANGER: await givenSignedIn({ role: "DEPARTMENT_HEAD", departmentId: 4 }),
    CHAIRMAN: await givenSignedIn({ role: "CHAIRMAN" }),
  };
  const assigneeId = people.OFFICER.id;
  const moved = { kind: "TRANSFERRED", on: "2026-04-20", departmentId: PROJECTS, fieldId: 11 };
  tasks = {
    old: (await givenTask([assigned("2026-03-01", "2026-03-20", ECONOMY)])).id,
    moved: (await givenTask([assigned("2026-03-01", "2026-04-10", ECONOMY), moved as never])).id,
    own: (await givenTask([assigned("2026-03-01", "2026-04-15", ECONOMY)], { assigneeId })).id,
    foreign: (await givenTask([assigned("2026-03-01", "2026-04-12", PROJECTS)])).id,
    inTime: (await givenTask([assigned("2026-03-01", "2026-05-15", ECONOMY)])).id,
  };
});

beforeEach(async () => {
  await database().lateReason.deleteMany();
});

const entry = (taskId: number, given: Partial<ReasonEntry> = {}): ReasonEntry => ({
  taskId,
  kind: "LAND",
  text: "",
  version: 0,
  ...given,
});
const enter = (actor: CurrentUser, ...entries: ReasonEntry[]) =>
  enterReasons(actor, { month: MONTH, entries });
const idsSeen = async (viewer: CurrentUser, filter?: ReasonFilter) =>
  (await listLateReasons(viewer, MONTH, filter)).rows.map(({ taskId }) => taskId);

describe("whose late tasks are explained", () => {
  test("the Office's list and counts are the late tasks that the report counts", async () => {
    const { rows, total } = await listLateReasons(people.OFFICE, MONTH);
    const summary = await getSummary(
      people.OFFICE,
      periodOf(MONTH, { periodFirstDay: 1 }, "2026-05-20"),
    );
    expect(total).toBe(summary.overdue.total.late);
    expect(rows.map(({ taskId }) => taskId)).toEqual([
      tasks.old,
      tasks.moved,
      tasks.own,
      tasks.foreign,
    ]);
    expect(rows[0]).toMatchObject({
      carriedOver: true,
      days: 41,
      endedBy: null,
      department: "PHONG_KT",
    });
    expect(await unexplainedLate(MONTH)).toEqual(
      summary.overdue.byDepartment
        .map(({ code, late }) => ({ department: code, late, unexplained: late }))
        .reverse(),
    );
  });

  test("a department has those that count as late there, an officer answers for the own ones", async () => {
    const own = [tasks.old, tasks.moved, tasks.own];
    expect(await idsSeen(people.HEAD)).toEqual(own);
    const seen = await listLateReasons(people.OFFICER, MONTH);
    expect(seen.rows.map(({ taskId, mayAnswer }) => [taskId, mayAnswer])).toEqual([
      [tasks.old, false],
      [tasks.moved, false],
      [tasks.own, true],
    ]);
    expect(await idsSeen(people.STRANGER)).toEqual([]);
    expect(await idsSeen(people.HEAD, { department: "BAN_QLDA" })).toEqual([]);
    expect(await listUnexplained(people.HEAD, MONTH)).toEqual([
      { department: "PHONG_KT", late: 3, unexplained: 3 },
    ]);
    await expect(listLateReasons(people.CHAIRMAN, MONTH)).rejects.toMatchObject({ status: 403 });
  });

  test("nobody explains what is not theirs, and then nothing at all is saved", async () => {
    for (const [actor, task] of [
      [people.STRANGER, tasks.old],
      [people.HEAD, tasks.foreign],
      [people.OFFICER, tasks.old],
      [people.OFFICE, 999_999],
    ] as const) {
      await expect(enter(actor, entry(tasks.own), entry(task))).rejects.toMatchObject({
        status: 404,
      });
    }
    await expect(enter(people.CHAIRMAN, entry(tasks.old))).rejects.toMatchObject({ status: 403 });
    expect(await reasonsOf(MONTH)).toEqual(new Map());
  });
});

describe("a reason", () => {
  test("is given for several tasks at once, and those then come last", async () => {
    const done = await enter(
      people.HEAD,
      entry(tasks.old, { text: "Chờ phương án" }),
      entry(tasks.moved, { kind: "FUNDS" }),
    );
    expect(done).toEqual({
      saved: [
        { taskId: tasks.old, version: 1 },
        { taskId: tasks.moved, version: 1 },
      ],
      refused: [],
    });
    expect(await idsSeen(people.HEAD)).toEqual([tasks.own, tasks.old, tasks.moved]);
    expect(await idsSeen(people.HEAD, { show: "missing" })).toEqual([tasks.own]);
    expect(await idsSeen(people.OFFICE, { show: "given", department: "PHONG_KT" })).toEqual([
      tasks.old,
      tasks.moved,
    ]);
    expect((await reasonsOf(MONTH)).get(tasks.old)).toEqual({
      kind: "LAND",
      text: "Chờ phương án",
    });
    expect(await unexplainedLate(MONTH)).toContainEqual({
      department: "PHONG_KT",
      late: 3,
      unexplained: 1,
    });
  });

  test("is changed and taken back by whoever saw it as it is", async () => {
    await enter(people.HEAD, entry(tasks.own));
    const changed = await enter(people.OFFICER, entry(tasks.own, { kind: "STAFF", version: 1 }));
    expect(changed.saved).toEqual([{ taskId: tasks.own, version: 2 }]);
    const late = await enter(people.HEAD, entry(tasks.own, { version: 1 }), entry(tasks.old));
    expect(late).toEqual({
      saved: [{ taskId: tasks.old, version: 1 }],
      refused: [
        {
          taskId: tasks.own,
          why: "CHANGED",
          current: { kind: "STAFF", text: "", version: 2, by: people.OFFICER.displayName },
        },
      ],
    });
    const unseen = await enter(people.HEAD, entry(tasks.own));
    expect(unseen.refused).toMatchObject([{ why: "CHANGED" }]);
    const back = await enter(people.HEAD, entry(tasks.own, { kind: "", version: 2 }));
    expect(back.saved).toEqual([{ taskId: tasks.own, version: 0 }]);
    expect((await reasonsOf(MONTH)).has(tasks.own)).toBe(false);
  });

  test("of many given in the same moment one stands", async () => {
    const done = await Promise.all(
      Array.from({ length: 8 }, () => enter(people.HEAD, entry(tasks.old))),
    );
    expect(done.filter(({ saved }) => saved.length === 1)).toHaveLength(1);
  });

  test("is for tasks that were late in the month, and for months there are", async () => {
    expect(await enter(people.HEAD, entry(tasks.inTime))).toEqual({
      saved: [],
      refused: [{ taskId: tasks.inTime, why: "NOT_LATE", current: null }],
    });
    const entries = [entry(tasks.old)];
    for (const month of ["2026-06", "2025-06"] as const) {
      await expect(enterReasons(people.OFFICE, { month, entries })).rejects.toMatchObject({
        status: 404,
      });
    }
    const unknown = enter(people.HEAD, entry(tasks.old, { kind: "WEATHER" }));
    await expect(unknown).rejects.toMatchObject({ status: 422 });
  });

  test.each([
    [{ kind: "", version: 0 }, "kind"],
    [{ kind: "", text: "Vướng", version: 1 }, "kind"],
    [{ kind: "OTHER", text: "  " }, "text"],
    [{ text: "a".repeat(501) }, "text"],
  ])("needs a kind, and a kind that says something: %j", (given, path) => {
    const { error } = reasonEntrySchema.safeParse({ ...entry(1), ...given });
    expect(error?.issues.map((issue) => issue.path[0])).toEqual([path]);
  });

  test("of an earlier month is offered again, and the task tells them all", async () => {
    const entries = [entry(tasks.old, { text: "Chờ đo đạc" })];
    await enterReasons(people.HEAD, { month: "2026-03", entries });
    const { rows } = await listLateReasons(people.HEAD, MONTH);
    expect(rows.map(({ before }) => before)).toEqual([
      { kind: "LAND", text: "Chờ đo đạc" },
      null,
      null,
    ]);
    await enter(people.HEAD, entry(tasks.old, { kind: "RULES" }));
    const told = await listReasonsOfTask(people.OFFICER, tasks.old);
    expect(told.map(({ month, kind }) => [month, kind])).toEqual([
      ["2026-04", "RULES"],
      ["2026-03", "LAND"],
    ]);
    expect(await listReasonsOfTask(people.STRANGER, tasks.old)).toEqual([]);
  });

  test("is closed with its month, and the refusal says by whom", async () => {
    await enter(people.HEAD, entry(tasks.old));
    const reopen = await givenClosing(MONTH, people.OFFICE.id);
    const refused = enter(people.OFFICE, entry(tasks.old, { version: 1, kind: "STAFF" }));
    await expect(refused).rejects.toMatchObject({
      status: 409,
      explanation: {
        key: "narratives.problems.closed",
        values: { month: "04/2026", by: people.OFFICE.displayName },
      },
    });
    expect((await reasonsOf(MONTH)).get(tasks.old)?.kind).toBe("LAND");
    await reopen();
    await enter(people.OFFICE, entry(tasks.old, { version: 1, kind: "STAFF" }));
    expect((await reasonsOf(MONTH)).get(tasks.old)?.kind).toBe("STAFF");
  });
});
