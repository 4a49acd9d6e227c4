import pg from "pg";
import { describe, expect, test, vi } from "vitest";
import { addMonths, type CivilMonth, lastDayOf } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#lib/core/errors.ts";
import { testDatabase } from "#lib/core/testing.ts";
import type { CompletionFigure, LateFigure } from "#lib/figures/links.ts";
import { getSummary } from "#lib/figures/queries.ts";
import { CHAIRMAN, linksFor, randomRegister } from "#lib/figures/testing/register.ts";
import { getAdjustments } from "#lib/snapshots/adjustments-queries.ts";
import { figuresOfSummary, figuresOfTask, keyText } from "#lib/snapshots/figures.ts";
import { listFrozenTasks } from "#lib/snapshots/list-queries.ts";
import { closingHistory, getClosing, isIntact } from "#lib/snapshots/queries.ts";
import type { FigureCounts, PeriodTask } from "#lib/snapshots/schema.ts";
import { closePeriod, reopenPeriod } from "#lib/snapshots/service.ts";
import { taskFilterSchema } from "#lib/tasks/filters.ts";
import { cancelTask, transferTask } from "#lib/tasks/lead-service.ts";
import { LAST_DAY } from "#lib/tasks/testing/histories.ts";
import type { Actor } from "#lib/users/schema.ts";
import { getMonthlyReport } from "./queries.ts";

const { url } = await testDatabase();
vi.stubEnv("BUSINESS_TODAY", LAST_DAY);
await randomRegister(200, 20_280_331);

async function actor(role: Actor["role"]): Promise<Actor> {
  const { id, displayName } = await database().user.create({
    data: {
      login: role.toLowerCase().replace("_", "-"),
      displayName: role,
      role,
      passwordHash: "",
    },
  });
  return { id, displayName, role, departmentId: null, portfolioDepartmentIds: [] };
}
const office = await actor("OFFICE");
const chairman = await actor("CHAIRMAN");

const MONTHS = ["2027-12", "2028-03", "2028-08"] as const satisfies CivilMonth[];

function periodOf(month: CivilMonth) {
  const to = lastDayOf(month);
  return { month, from: `${month}-01` as const, to, asOf: to };
}

async function frozenTasks(closingId: number): Promise<PeriodTask[]> {
  const rows = await database().snapshotTask.findMany({ where: { closingId } });
  return rows.map(({ content }) => content as unknown as PeriodTask);
}

function added(tasks: readonly PeriodTask[], asOf: PeriodTask["assignedOn"]): FigureCounts {
  const sums: FigureCounts = new Map();
  for (const task of tasks) {
    for (const [key, count] of figuresOfTask(task, asOf))
      sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return new Map([...sums].filter(([, count]) => count !== 0));
}

const sorted = (counts: FigureCounts) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));

describe.each(MONTHS)("closing %s", (month) => {
  const period = periodOf(month);

  test("freezes the figures as they were, and the tasks that add up to each", async () => {
    const before = await getSummary(CHAIRMAN, period);
    const closing = await closePeriod(office, month);
    const frozen = await getSummary(CHAIRMAN, period);
    expect(frozen).toEqual({ ...before, closed: true });
    expect(before.overdue.total.late).toBeGreaterThan(0);
    const tasks = await frozenTasks(closing.id);
    expect(sorted(added(tasks, period.to))).toEqual(sorted(figuresOfSummary(before)));
    expect(await isIntact(closing)).toBe(true);
    expect(await getAdjustments(chairman, month)).toMatchObject({ adjustments: [], tasks: [] });
  });
});

describe("the figures of a closed month", () => {
  test("each open to as many frozen tasks", async () => {
    const month: CivilMonth = "2028-03";
    const closing = await getClosing(month);
    const summary = await getSummary(CHAIRMAN, periodOf(month));
    const links = linksFor(CHAIRMAN, summary);
    const counted = async (href: string | null) => {
      const { pathname, searchParams } = new URL(href ?? "", "http://desk.test");
      expect(pathname).toBe(`/reports/${month}/tasks`);
      const filter = taskFilterSchema.parse(Object.fromEntries(searchParams));
      const seer = { ...CHAIRMAN, departmentCode: null };
      const { total } = await listFrozenTasks(seer, { id: closing?.id ?? 0 }, filter, {
        limit: 1,
        offset: 0,
      });
      return total;
    };
    const { overdue, completion, aging } = summary;
    const groups = [
      { figures: overdue.total, group: {} },
      ...overdue.byDepartment.map(({ code, ...figures }) => ({
        figures,
        group: { department: code },
      })),
      ...overdue.byField.map(({ code, ...figures }) => ({ figures, group: { field: code } })),
      ...overdue.matrix.map(({ department, field, ...figures }) => ({
        figures,
        group: { department, field },
      })),
    ];
    for (const { figures, group } of groups) {
      const { resolved, transferredIn, transferredOut, ...others } = figures;
      const { total, ...ends } = resolved;
      const moves = Object.keys(group).length > 0 ? { transferredIn, transferredOut } : {};
      for (const [figure, value] of Object.entries({
        ...others,
        ...ends,
        ...moves,
        resolved: total,
      })) {
        expect([figure, group, await counted(links.late(figure as LateFigure, group))]).toEqual([
          figure,
          group,
          value,
        ]);
      }
    }
    const totals = [
      { figures: completion.total, group: {} },
      ...completion.byLevel.map(({ code, ...figures }) => ({ figures, group: { level: code } })),
      ...completion.byDepartment.map(({ code, ...figures }) => ({
        figures,
        group: { department: code },
      })),
    ];
    for (const { figures, group } of totals) {
      for (const [figure, value] of Object.entries(figures)) {
        if (/Rate/.test(figure)) continue;
        expect([
          figure,
          group,
          await counted(links.completion(figure as CompletionFigure, group)),
        ]).toEqual([figure, group, value]);
      }
    }
    for (const { bucket, count } of aging) expect(await counted(links.aging(bucket))).toBe(count);
  });
});

describe("after closing", () => {
  const month: CivilMonth = "2028-08";
  const period = periodOf(month);

  test("edits change what is live, never what is frozen, and the difference is explained", async () => {
    const closed = await getSummary(CHAIRMAN, period);
    const reported = await getMonthlyReport(chairman, month, null);
    const open = reported.annex.filter(({ late }) => late?.outstanding);
    const machine: Actor = { ...chairman };
    let changed = 0;
    for (const { id } of open) {
      const task = await database().task.findUniqueOrThrow({
        where: { id },
        include: { events: { orderBy: { sequence: "desc" }, take: 1 } },
      });
      const last = task.events[0]?.on.toISOString().slice(0, 10) ?? "";
      if (changed === 8) break;
      if (last > period.to || ["COMPLETED", "CANCELLED"].includes(task.status)) continue;
      if (changed % 2 === 0)
        await cancelTask(machine, id, { on: period.to, note: "Không còn cần" });
      else {
        const department = task.leadDepartmentId === 1 ? "PHONG_2" : "PHONG_1";
        await transferTask(machine, id, {
          on: period.to,
          note: "Đổi việc",
          department,
          field: null,
        });
      }
      changed += 1;
    }
    expect(changed).toBeGreaterThan(2);

    expect(await getSummary(CHAIRMAN, period)).toEqual(closed);
    expect(await getMonthlyReport(chairman, month, null)).toEqual(reported);

    const found = await getAdjustments(chairman, month);
    expect(found?.tasks).toHaveLength(changed);
    for (const task of found?.tasks ?? []) {
      expect(task.edits.map(({ kind }) => kind)).toEqual([
        expect.stringMatching(/CANCELLED|TRANSFERRED/),
      ]);
    }
    const late = found?.adjustments.find(
      (each) => keyText(each) === keyText({ part: "overdue", figure: "outstanding" }),
    );
    expect(late?.now).toBeLessThan(late?.closed ?? 0);
    for (const { closed: was, now, tasks } of found?.adjustments ?? []) {
      expect(tasks.reduce((sum, { change }) => sum + change, 0)).toBe(now - was);
    }
  });

  test("a frozen row cannot be changed, nor a closing removed, by the database itself", async () => {
    await expect(
      database().$executeRaw`update snapshot_task set content = '{}'::jsonb`,
    ).rejects.toThrow(/append-only/);
    await expect(database().$executeRaw`delete from snapshot_figures`).rejects.toThrow(
      /append-only/,
    );
    await expect(database().$executeRaw`truncate snapshot_task`).rejects.toThrow(/append-only/);
    await expect(database().$executeRaw`delete from period_closing`).rejects.toThrow(/cannot be/);
    await expect(
      database().$executeRaw`update period_closing set content_hash = 'x'`,
    ).rejects.toThrow(/cannot be/);
  });

  test("is undone with a reason only, kept, and closing again freezes anew", async () => {
    await expect(closePeriod(office, month)).rejects.toThrow(ConflictError);
    await expect(reopenPeriod({ ...office, role: "OBSERVER" }, month, "x")).rejects.toThrow(
      ForbiddenError,
    );
    await reopenPeriod(chairman, month, "Sót một nhiệm vụ");
    await expect(reopenPeriod(chairman, month, "Lại")).rejects.toThrow(ConflictError);
    expect(await getClosing(month)).toBeNull();
    const again = await closePeriod(office, month);
    expect(await getAdjustments(chairman, month)).toMatchObject({ adjustments: [], tasks: [] });
    const history = await closingHistory(chairman, month);
    expect(history.map(({ id, reopened }) => [id === again.id, reopened?.reason])).toEqual([
      [true, undefined],
      [false, "Sót một nhiệm vụ"],
    ]);
  });
});

describe("what cannot be closed", () => {
  test("a month to come, one that runs, one before the register, and nonsense", async () => {
    await expect(closePeriod(office, addMonths("2028-12", 12))).rejects.toThrow(ConflictError);
    await expect(closePeriod(office, "2020-01")).rejects.toThrow(NotFoundError);
    await expect(closePeriod(office, "tháng tư")).rejects.toThrow(NotFoundError);
    await expect(closePeriod(chairman, "2028-01")).rejects.toThrow(ForbiddenError);
    await expect(reopenPeriod(chairman, "2028-01", "x")).rejects.toThrow(ConflictError);
    expect(await database().periodClosing.count({ where: { month: "2028-01" } })).toBe(0);
  });

  test("by two at once: one of them closes", async () => {
    const both = await Promise.allSettled([
      closePeriod(office, "2028-01"),
      closePeriod(office, "2028-01"),
    ]);
    const refused = both.filter((each) => each.status === "rejected");
    expect(refused.map(({ reason }) => reason)).toEqual([expect.any(ConflictError)]);
    expect(await database().periodClosing.count({ where: { month: "2028-01" } })).toBe(1);
  });

  test("a crash in the middle leaves it open and whole", async () => {
    const held = new pg.Client(url);
    await held.connect();
    // The closing's session stops inside the writing of the tasks, and is killed there.
    await held.query(`
      create function wait_for_test() returns trigger language plpgsql as
        $$ begin perform pg_advisory_xact_lock_shared(4711); return new; end $$;
      create trigger wait_for_test before insert on snapshot_task
        for each row execute function wait_for_test();
      select pg_advisory_lock(4711)`);
    const closing = closePeriod(office, "2028-02");
    const failed = expect(closing).rejects.toThrow();
    await vi.waitFor(
      async () => {
        const { rowCount } = await held.query(
          `select pg_terminate_backend(pid) from pg_locks
           where locktype = 'advisory' and objid = 4711 and not granted`,
        );
        expect(rowCount).toBe(1);
      },
      { timeout: 10_000 },
    );
    await failed;
    await held.query("drop trigger wait_for_test on snapshot_task");
    await held.end();
    expect(await getClosing("2028-02")).toBeNull();
    const rows = await database().$queryRaw<{ count: number }[]>`
      select count(*)::int as count from snapshot_task
      where closing_id not in (select id from period_closing)`;
    expect(rows).toEqual([{ count: 0 }]);
    expect((await closePeriod(office, "2028-02")).month).toBe("2028-02");
  });
});
