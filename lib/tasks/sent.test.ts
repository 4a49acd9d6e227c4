import fc from "fast-check";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { addDays, type CivilDate, civilDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { ConflictError } from "#lib/core/errors.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { givenSignedIn } from "#lib/users/testing/accounts.ts";
import { type SentTask, sentStatus } from "./sent.ts";
import { planOf } from "./sent-plan.ts";
import { sentCatalogues, standingTasks, tasksLike } from "./sent-queries.ts";
import { type SentWritten, writeSent } from "./sent-service.ts";
import { unwriteSent } from "./sent-undo-service.ts";
import { rebuildTally } from "./tally.ts";
import { givenCatalogues, givenDirective } from "./testing/given.ts";

await testDatabase();

const TODAY = civilDate("2026-11-20");
let office: Awaited<ReturnType<typeof givenSignedIn>>;
let directiveId: number;
let imports = 0;

beforeAll(async () => {
  await givenCatalogues();
  office = await givenSignedIn({ role: "OFFICE" });
  directiveId = await givenDirective({ number: "12/CT-UBND" });
});
beforeEach(() => {
  vi.stubEnv("BUSINESS_TODAY", TODAY);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function givenImport(): Promise<number> {
  imports += 1;
  const { id } = await database().import.create({
    data: {
      ...{ kind: "TASKS", fileName: "so.xlsx", storageKey: `imports/${imports}`, size: 1 },
      ...{ sha256: "", createdById: office.id, appliedAt: new Date() },
    },
    select: { id: true },
  });
  return id;
}

/** Sends tasks, each to the one it is (by its place in `standing`) or as a new one. */
async function send(
  tasks: readonly SentTask[],
  {
    standing = [],
    importId = null,
  }: { standing?: readonly number[]; importId?: number | null } = {},
) {
  return database().$transaction(async (transaction) => {
    const catalogues = await sentCatalogues(transaction);
    const known = await standingTasks(transaction, standing, { lock: true });
    const plans = tasks.map((task, index) =>
      planOf(task, known.get(standing[index] ?? 0) ?? null, catalogues, TODAY),
    );
    const writes = plans.filter((plan) => plan.outcome === "NEW" || plan.outcome === "CHANGED");
    return { plans, written: await writeSent(transaction, office, writes, catalogues, importId) };
  });
}

async function takeBack(importId: number, written: readonly SentWritten[]): Promise<void> {
  await database().$transaction(async (transaction) => {
    const catalogues = await sentCatalogues(transaction);
    const ids = written.map(({ id }) => id);
    const standing = await standingTasks(transaction, ids, { lock: true });
    await unwriteSent(transaction, importId, written, standing, catalogues);
  });
}

/** Everything in the register that a task is made of; versions and ids of rows apart. */
async function register() {
  const tables = {
    task: "select to_jsonb(task) - 'version' as row from task order by id",
    events: "select to_jsonb(task_event) - 'at' as row from task_event order by task_id, sequence",
    spells: "select to_jsonb(overdue_spell) as row from overdue_spell order by task_id, sequence",
    phases: "select to_jsonb(task_phase) as row from task_phase order by task_id, sequence",
    cooperations: "select to_jsonb(c) as row from task_cooperation as c order by 1",
    extensions: "select to_jsonb(extension) - 'id' as row from extension order by id",
  };
  const entries = await Promise.all(
    Object.entries(tables).map(async ([name, sql]) => [
      name,
      await database().$queryRawUnsafe(sql),
    ]),
  );
  return { ...Object.fromEntries(entries), tally: await tally() };
}

const tally = () =>
  database().$queryRawUnsafe(`select to_jsonb(task_tally) as row from task_tally
    where (open, overdue, completed) <> (0, 0, 0) order by 1`);

/** The running sums are what they would be if they were built anew. */
async function mustBeInStep(): Promise<void> {
  const kept = await tally();
  await database().$transaction(rebuildTally);
  expect(kept).toEqual(await tally());
}

const base = { title: "Rà soát quy hoạch", department: "PHONG_KT", field: "TBKL" } as const;

const day = (from: CivilDate, most: number) => fc.nat(most).map((days) => addDays(from, days));

/** A task that another register could have: its days in order and none in the future. */
const sentArbitrary: fc.Arbitrary<SentTask> = fc
  .record({
    assignedOn: day(civilDate("2026-01-05"), 150),
    due: fc.option(fc.nat(60)),
    extension: fc.option(fc.record({ more: fc.integer({ min: 1, max: 40 }), known: fc.nat(3) })),
    status: fc.constantFrom(
      "ASSIGNED",
      "IN_PROGRESS",
      "SUBMITTED",
      "COMPLETED",
      "CANCELLED",
      "PAUSED",
    ),
    end: fc.nat(100),
    asked: fc.nat(80),
    progress: fc.option(fc.nat(100)),
    department: fc.constantFrom("PHONG_KT", "VP_UBND"),
    field: fc.constantFrom("TBKL", "DON_THU"),
    cooperating: fc.subarray(["BAN_QLDA", "DANG_UY"]),
    sector: fc.constantFrom("DAT_DAI", undefined),
  })
  .map(({ assignedOn, due, extension, status, end, asked, progress, ...named }): SentTask => {
    const dueOn = due === null ? null : addDays(assignedOn, due);
    const endOn = addDays(assignedOn, end);
    const done = status === "COMPLETED" || status === "SUBMITTED";
    const requestedOn = addDays(assignedOn, asked);
    return {
      ...named,
      title: "Nhiệm vụ nhập",
      assignedOn,
      dueOn,
      status: status as SentTask["status"],
      ...(progress !== null && { progress }),
      ...(done && { completedOn: endOn }),
      ...((status === "CANCELLED" || status === "PAUSED") && { stoppedOn: endOn }),
      ...(dueOn !== null &&
        extension && {
          extension: {
            dueOn: addDays(dueOn, extension.more),
            ...(extension.known > 0 && { requestedOn }),
            ...(extension.known > 1 && { decidedOn: addDays(requestedOn, 3) }),
          },
        }),
    };
  });

describe("new tasks with their past", () => {
  it("takes days of the past as they are", async () => {
    const { written } = await send([
      {
        ...base,
        directive: { id: directiveId, receivedOn: "2026-01-07", issuedOn: "2026-01-05" },
        dueOn: "2026-03-31",
        extension: { dueOn: "2026-04-15", requestedOn: "2026-04-02", decidedOn: "2026-04-03" },
        completedOn: "2026-04-20",
      },
    ]);
    const task = await database().task.findUniqueOrThrow({
      where: { id: written[0]?.id ?? 0 },
      include: { spells: { orderBy: { sequence: "asc" } }, extensions: true },
    });
    expect(task).toMatchObject({
      ...{ code: "NV-2026-0001", status: "COMPLETED", level: "CITY", extensionCount: 1 },
      assignedOn: new Date("2026-01-07"),
      originalDueOn: new Date("2026-03-31"),
      dueOn: new Date("2026-04-15"),
      completedOn: new Date("2026-04-20"),
      extensions: [{ oldDueOn: new Date("2026-03-31"), decision: "APPROVED" }],
    });
    // Asked for late: late until it was granted, and late again by the new deadline.
    expect(task.spells.map(({ fromOn, toOn, endedBy }) => [fromOn, toOn, endedBy])).toEqual([
      [new Date("2026-04-01"), new Date("2026-04-03"), "EXTENDED"],
      [new Date("2026-04-16"), new Date("2026-04-20"), "COMPLETED"],
    ]);
    await mustBeInStep();
  });

  it.each<[string, Partial<SentTask>, string[]]>([
    [
      "a deadline before the assignment",
      { assignedOn: "2026-05-10", dueOn: "2026-05-09" },
      ["dueOn"],
    ],
    ["a day in the future", { assignedOn: "2026-11-21" }, ["assignedOn"]],
    ["finished without a day", { status: "COMPLETED" }, ["completedOn"]],
    [
      "finished before it was assigned",
      { assignedOn: "2026-05-10", completedOn: "2026-05-09" },
      ["completedOn"],
    ],
    ["stopped without a day", { status: "CANCELLED" }, ["stoppedOn"]],
    [
      "open with a day of completion",
      { status: "IN_PROGRESS", assignedOn: "2026-05-01", completedOn: "2026-05-09" },
      ["status"],
    ],
    [
      "extended to an earlier day",
      { assignedOn: "2026-05-01", dueOn: "2026-06-01", extension: { dueOn: "2026-05-31" } },
      ["extendedTo"],
    ],
    [
      "extended without a deadline",
      { assignedOn: "2026-05-01", extension: { dueOn: "2026-05-31" } },
      ["dueOn"],
    ],
    ["a department that does not exist", { department: "KHONG_CO" }, ["department"]],
    ["a past without a day of assignment", { dueOn: "2026-05-09" }, ["assignedOn"]],
    ["no field", { field: undefined }, ["field"]],
  ])("refuses %s", async (_, given, paths) => {
    const before = await register();
    const { plans } = await send([{ ...base, ...given }]);
    expect(plans).toEqual([
      { outcome: "ERROR", issues: paths.map((path) => expect.objectContaining({ path })) },
    ]);
    expect(await register()).toEqual(before);
  });
});

describe("sending again", () => {
  it("changes nothing, whatever the task, and a whole import goes without a trace", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sentArbitrary, { minLength: 1, maxLength: 6 }), async (tasks) => {
        const importId = await givenImport();
        const before = await register();
        const { plans, written } = await send(tasks, { importId });
        const wrong = plans.filter(({ outcome }) => outcome === "ERROR").length;
        expect(written).toHaveLength(tasks.length - wrong);
        const good = tasks.filter((_, index) => plans[index]?.outcome !== "ERROR");
        const again = await send(good, { standing: written.map(({ id }) => id) });
        expect(again.plans.map(({ outcome }) => outcome)).toEqual(good.map(() => "UNCHANGED"));
        await mustBeInStep();
        await takeBack(importId, written);
        expect(await register()).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  it("changes what differs, and takes exactly that back", async () => {
    await fc.assert(
      fc.asyncProperty(sentArbitrary, sentArbitrary, async (first, other) => {
        const { plans, written } = await send([first]);
        fc.pre(plans[0]?.outcome === "NEW");
        const ids = written.map(({ id }) => id);
        const before = await register();
        const importId = await givenImport();
        const sent = { ...other, assignedOn: first.assignedOn, title: "Nhiệm vụ nhập, sửa tên" };
        const changed = await send([sent], { standing: ids, importId });
        const [plan] = changed.plans;
        if (plan?.outcome === "CHANGED") {
          await mustBeInStep();
          const again = await send([sent], { standing: ids });
          // A state that is behind takes nothing back, and what cannot be said twice is refused.
          expect(["UNCHANGED", "ERROR"]).toContain(again.plans[0]?.outcome);
          await takeBack(importId, changed.written);
        } else expect(plan?.outcome).toBe("ERROR");
        expect(await register()).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it("finds the task that is meant by its code, or its title of the same directive", async () => {
    const { written } = await send([
      { ...base, title: "Đo đạc, lập bản đồ", dueOn: "2026-12-01" },
      { ...base, title: "Báo cáo tháng" },
    ]);
    const [first, second] = written;
    const found = await database().$transaction((transaction) =>
      tasksLike(transaction, [
        { code: null, title: "ĐO ĐẠC, lập bản đồ", directiveId: null },
        { code: null, title: "Đo đạc, lập bản đồ", directiveId },
        { code: second?.code ?? "", title: "Tên khác hẳn", directiveId: null },
      ]),
    );
    expect(found).toEqual([[first?.id], [], [second?.id]]);
  });

  it("says what would be an extension by another name, and does not take work back", async () => {
    const { written } = await send([
      {
        ...base,
        title: "Quá hạn",
        assignedOn: "2026-05-01",
        dueOn: "2026-06-01",
        status: "IN_PROGRESS",
        progress: 40,
      },
    ]);
    const standing = written.map(({ id }) => id);
    const sent = { ...base, title: "Quá hạn" };
    const later = await send([{ ...sent, dueOn: "2026-12-01" }], { standing });
    expect(later.plans[0]).toMatchObject({
      issues: [{ path: "dueOn", key: "work.sent.deadlineMissed" }],
    });
    const behind = await send([{ ...sent, status: "ASSIGNED", progress: 10 }], { standing });
    expect(behind.plans[0]?.outcome).toBe("UNCHANGED");
    const extended = await send(
      [{ ...sent, extension: { dueOn: "2026-12-01", requestedOn: "2026-05-20" } }],
      { standing },
    );
    expect(extended.plans[0]).toMatchObject({
      differences: [{ entry: "extendedTo", from: "2026-06-01", to: "2026-12-01" }],
    });
    expect(
      await database().overdueSpell.count({
        where: { taskId: standing[0] ?? 0, fromOn: { lte: new Date("2026-11-20") } },
      }),
    ).toBe(0);
  });
});

it("writes nothing over what somebody has changed meanwhile", async () => {
  const { written } = await send([{ ...base, title: "Bị sửa giữa chừng" }]);
  const [id = 0] = written.map((task) => task.id);
  const writing = database().$transaction(async (transaction) => {
    const catalogues = await sentCatalogues(transaction);
    const standing = (await standingTasks(transaction, [id], { lock: false })).get(id) ?? null;
    await database().task.update({ where: { id }, data: { version: { increment: 1 } } });
    const plan = planOf({ ...base, title: "Tên khác" }, standing, catalogues, TODAY);
    if (plan.outcome !== "CHANGED") throw new Error(plan.outcome);
    return writeSent(transaction, office, [plan], catalogues, null);
  });
  await expect(writing).rejects.toBeInstanceOf(ConflictError);
});

it("extends a deadline that comes with its extension", async () => {
  const { written } = await send([{ ...base, title: "Chưa có hạn", assignedOn: "2026-05-01" }]);
  const sent = {
    ...{ ...base, title: "Chưa có hạn", dueOn: "2026-06-01" as const },
    extension: { dueOn: "2026-12-01", requestedOn: "2026-05-20" } as const,
  };
  const { plans } = await send([sent], { standing: written.map(({ id }) => id) });
  expect(plans[0]?.outcome).toBe("CHANGED");
  const task = await database().task.findUniqueOrThrow({ where: { id: written[0]?.id ?? 0 } });
  expect(task).toMatchObject({
    originalDueOn: new Date("2026-06-01"),
    dueOn: new Date("2026-12-01"),
  });
});

it("tells the state from days and progress where it is not said", () => {
  expect(sentStatus({ title: "" })).toBe("ASSIGNED");
  expect(sentStatus({ title: "", progress: 5 })).toBe("IN_PROGRESS");
  expect(sentStatus({ title: "", completedOn: "2026-05-01" })).toBe("COMPLETED");
  expect(sentStatus({ title: "", stoppedOn: "2026-05-01" })).toBe("CANCELLED");
});
