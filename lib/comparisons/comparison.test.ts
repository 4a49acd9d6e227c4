import { describe, expect, test, vi } from "vitest";
import { addDays, type CivilDate } from "#lib/core/dates.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { CHAIRMAN, departmentCode, randomRegister } from "#lib/figures/testing/register.ts";
import type { Settings } from "#lib/periods/schema.ts";
import { DEPARTMENTS, FIRST_DAY, LAST_DAY } from "#lib/tasks/testing/histories.ts";
import { latenessInPeriod } from "#lib/tasks/testing/simulation.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { getComparison } from "./queries.ts";
import { balances, mondayBefore, presetsOf, readRange } from "./rules.ts";
import type { Comparison, Flow, Range } from "./schema.ts";

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", LAST_DAY);
const register = await randomRegister(250, 20_281_120);

const SETTINGS: Pick<Settings, "periodFirstDay" | "firstPeriod"> = {
  periodFirstDay: 1,
  firstPeriod: "2027-11",
};

function rangeOf(from: string, to: string): Range {
  const read = readRange({ from, to }, SETTINGS, LAST_DAY);
  if (!read.ok) throw new Error(read.problem);
  return read.range;
}

/** Pairs of days of every length, at month ends and within months, and months. */
const RANGES: [string, string][] = [
  ["2027-11-30", "2027-12-31"],
  ["2028-02-28", "2028-02-29"],
  ["2028-03-13", "2028-03-20"],
  ["2028-05-31", "2028-06-05"],
  ["2028-01-15", "2028-09-14"],
  ["2028-04", "2028-05"],
  ["2028-02", "2028-08"],
  ["2028-12-25", "2028-12-31"],
  [FIRST_DAY, LAST_DAY],
];

/** What living through every task day by day says of the same two days. */
function simulated({ from, to }: Range) {
  const first = addDays(from.asOf, 1);
  return register.flatMap(({ id, life }) => {
    const late = latenessInPeriod(life, first, to.asOf);
    return late ? [{ id, ...late }] : [];
  });
}

const nothing = () => ({
  carriedOver: 0,
  newlyOverdue: 0,
  transferredIn: 0,
  transferredOut: 0,
  resolved: { total: 0, completed: 0, extended: 0, cancelled: 0, paused: 0 },
  outstanding: 0,
});

/** The same by department, added up task by task. */
function simulatedFlow(range: Range, departmentId: number) {
  const flow = nothing();
  for (const { carriedOver, first, last, resolvedBy } of simulated(range)) {
    const here = {
      first: first.departmentId === departmentId,
      last: last.departmentId === departmentId,
    };
    if (here.first) flow[carriedOver ? "carriedOver" : "newlyOverdue"] += 1;
    if (here.first && !here.last) flow.transferredOut += 1;
    if (here.last && !here.first) flow.transferredIn += 1;
    if (!here.last) continue;
    if (resolvedBy === null) flow.outstanding += 1;
    else {
      flow.resolved.total += 1;
      if (resolvedBy !== "TRANSFERRED") {
        flow.resolved[resolvedBy.toLowerCase() as keyof typeof flow.resolved] += 1;
      }
    }
  }
  return flow;
}

function flowOf(comparison: Comparison, departmentId: number) {
  const found = comparison.byDepartment.find(({ code }) => code === departmentCode(departmentId));
  if (!found) return nothing();
  const { code: _code, late: _late, assigned: _assigned, completed: _completed, ...flow } = found;
  return flow;
}

const sorted = (ids: readonly number[]) => [...ids].sort((a, b) => a - b);
const ids = (tasks: readonly { id: number }[]) => sorted(tasks.map(({ id }) => id));
/** Days of both lists, the first one not included. */
const within = (day: CivilDate | null, { from, to }: Range) =>
  day !== null && day > from.asOf && day <= to.asOf;

describe("from one day to another, figures and lists say what living through the days says", () => {
  test.each(RANGES)("%s to %s", async (from, to) => {
    const range = rangeOf(from, to);
    const comparison = await getComparison(CHAIRMAN, range);
    const { lists, total, byDepartment, outstanding } = comparison;
    const expected = simulated(range);

    for (const id of DEPARTMENTS) expect(flowOf(comparison, id)).toEqual(simulatedFlow(range, id));
    for (const flow of byDepartment) {
      const [before, after] = [outstanding.before.get(flow.code), outstanding.after.get(flow.code)];
      expect([flow.code, balances(flow, before ?? 0, after ?? 0)]).toEqual([flow.code, true]);
    }
    expect(balances(total, comparison.before.outstanding, comparison.after.outstanding)).toBe(true);
    expect([total.transferredIn, total.transferredOut]).toEqual([0, 0]);

    expect(ids(lists.becameLate.tasks)).toEqual(ids(expected.filter((late) => !late.carriedOver)));
    expect(ids(lists.resolved.tasks)).toEqual(ids(expected.filter((late) => late.resolvedBy)));
    expect(ids(lists.moved.tasks.filter(({ whileLate }) => whileLate))).toEqual(
      ids(expected.filter(({ first, last }) => first.departmentId !== last.departmentId)),
    );
    expect(comparison.lateAndResolved).toBe(
      expected.filter((late) => !late.carriedOver && late.resolvedBy !== null).length,
    );
    expect(ids(lists.assigned.tasks)).toEqual(
      ids(register.filter(({ timeline }) => within(timeline.assignedOn, range))),
    );
    expect(ids(lists.completed.tasks)).toEqual(
      ids(register.filter(({ timeline }) => within(timeline.completedOn, range))),
    );
  });

  test("each resolved task says when and how, each moved one where from", async () => {
    const range = rangeOf("2028-01-15", "2028-09-14");
    const { lists } = await getComparison(CHAIRMAN, range);
    const expected = new Map(simulated(range).map((late) => [late.id, late]));
    expect(lists.resolved.tasks.length).toBeGreaterThan(20);
    for (const { id, by, on, department } of lists.resolved.tasks) {
      const late = expected.get(id);
      expect({ by, department }).toEqual({
        by: late?.resolvedBy,
        department: departmentCode(late?.last.departmentId ?? 0),
      });
      expect(within(on, range)).toBe(true);
      const { moments } = register[id - 1]?.life.get(on) ?? { moments: [] };
      expect(moments.some((moment) => moment.what === "STOPPED_BEING_LATE")).toBe(true);
    }
    const movedLate = lists.moved.tasks.filter(({ whileLate }) => whileLate);
    expect(movedLate.length).toBeGreaterThan(5);
    for (const { id, from } of movedLate) {
      expect(from).toBe(departmentCode(expected.get(id)?.first.departmentId ?? 0));
    }
  });

  test("a task moved while it was not late is listed as such", async () => {
    const range = rangeOf("2028-01-15", "2028-09-14");
    const { lists } = await getComparison(CHAIRMAN, range);
    const movedOpen = register.flatMap(({ id, timeline }) => {
      const steps = timeline.phases.flatMap((phase, index) => {
        const before = timeline.phases[index - 1];
        const moved = before && before.departmentId !== phase.departmentId;
        return moved && within(phase.fromOn, range)
          ? [{ from: before.departmentId, to: phase.departmentId }]
          : [];
      });
      const [first, last] = [steps[0]?.from, steps.at(-1)?.to];
      return first !== last ? [{ id }] : [];
    });
    const late = ids(lists.moved.tasks.filter(({ whileLate }) => whileLate));
    const others = ids(movedOpen).filter((id) => !late.includes(id));
    expect(others.length).toBeGreaterThan(5);
    expect(ids(lists.moved.tasks.filter(({ whileLate }) => !whileLate))).toEqual(others);
  });
});

test("a head reads the figures of all departments and opens only what the department may see", async () => {
  const head: Viewer = { role: "DEPARTMENT_HEAD", departmentId: 2, portfolioDepartmentIds: [] };
  const range = rangeOf("2027-12", "2028-06");
  const [all, own] = [await getComparison(CHAIRMAN, range), await getComparison(head, range)];
  expect(own.byDepartment).toEqual(all.byDepartment);
  expect(own.before).toEqual(all.before);
  for (const name of ["becameLate", "resolved", "assigned", "completed"] as const) {
    expect(own.lists[name].total).toBe(all.lists[name].total);
    expect(own.lists[name].tasks.length).toBeLessThan(all.lists[name].tasks.length);
    const led = all.lists[name].tasks.filter(({ department }) => department === departmentCode(2));
    expect(ids(own.lists[name].tasks)).toEqual(expect.arrayContaining(ids(led)));
  }
  const seen = new Set(
    register
      .filter(
        ({ timeline }) =>
          timeline.departmentId === 2 || timeline.phases.some((phase) => phase.departmentId === 2),
      )
      .map(({ id }) => id),
  );
  const shown = Object.values(own.lists).flatMap(({ tasks }) => ids(tasks));
  expect(shown.filter((id) => !seen.has(id))).toEqual([]);
});

test.each(["OFFICER", "ADMIN"] as const)("an %s reads no comparison", async (role) => {
  const viewer: Viewer = { role, departmentId: 2, portfolioDepartmentIds: [] };
  await expect(getComparison(viewer, rangeOf("2028-04", "2028-05"))).rejects.toThrow("forbidden");
});

describe("what an address asks for", () => {
  const read = (from?: string, to?: string) => readRange({ from, to }, SETTINGS, "2028-11-20");

  test("two days, whichever stands first", () => {
    const range = { from: { asOf: "2028-10-31" }, to: { asOf: "2028-11-16" }, months: false };
    expect(read("2028-10-31", "2028-11-16")).toMatchObject({ ok: true, range });
    expect(read("2028-11-16", "2028-10-31")).toMatchObject({ ok: true, range });
  });

  test("two months, each at its last day or today", () => {
    expect(read("2028-02", "2028-11")).toMatchObject({
      range: { from: { asOf: "2028-02-29" }, to: { asOf: "2028-11-20" }, months: true },
    });
    expect(read("2028-10", "2028-11-20")).toMatchObject({ range: { months: false } });
  });

  test("without a day: today against the Monday before it", () => {
    expect(read()).toMatchObject({
      range: { from: { asOf: "2028-11-13" }, to: { asOf: "2028-11-20" } },
    });
    expect(mondayBefore("2028-11-20")).toBe("2028-11-13");
    expect(mondayBefore("2028-11-21")).toBe("2028-11-20");
    expect(mondayBefore("2028-11-26")).toBe("2028-11-20");
  });

  test("nothing yet to come, before the register, or no day at all", () => {
    expect(read("2028-11-21")).toMatchObject({ name: "from", problem: "IN_FUTURE" });
    expect(read("2028-10", "2028-12")).toMatchObject({ name: "to", problem: "IN_FUTURE" });
    expect(read("2027-10-31")).toMatchObject({ name: "from", problem: "BEFORE_FIRST" });
    expect(read("hôm qua")).toMatchObject({ name: "from", problem: "NOT_A_DAY" });
    expect(read("2028-13")).toMatchObject({ name: "from", problem: "NOT_A_DAY" });
  });

  test("in the register's first days no preset goes back before it", () => {
    expect(presetsOf(SETTINGS, "2027-11-01")).toEqual([
      { name: "week", from: "2027-11-01", to: "2027-11-01" },
    ]);
    expect(presetsOf(SETTINGS, "2027-12-01")).toMatchObject([
      { name: "week", from: "2027-11-29" },
      { name: "month", from: "2027-11", to: "2027-12" },
    ]);
  });
});

/** A line that adds up, for the test of the test. */
const LINE: Flow = {
  ...nothing(),
  ...{ late: 12, carriedOver: 10, newlyOverdue: 2, transferredIn: 3, transferredOut: 1 },
  resolved: { total: 4, completed: 4, extended: 0, cancelled: 0, paused: 0 },
  ...{ outstanding: 10, assigned: 0, completed: 0 },
};

test("a line balances only if it adds up to what was counted on either day", () => {
  expect(balances(LINE, 10, 10)).toBe(true);
  expect(balances(LINE, 11, 10)).toBe(false);
  expect(balances(LINE, 10, 9)).toBe(false);
  expect(balances({ ...LINE, transferredIn: 2 }, 10, 10)).toBe(false);
});
