import { describe, expect, test } from "vitest";
import {
  addDays,
  businessDayOf,
  type CivilDate,
  civilDate,
  daysBetween,
  monthOf,
} from "#lib/core/dates.ts";
import { timelineOf } from "#lib/tasks/rules.ts";
import { DEMO_ACCOUNTS } from "./accounts.ts";
import { LATE_IN_APRIL } from "./april2026.ts";
import { isWorkingDay } from "./calendar.ts";
import { type Register, type RegisterTask, registerOf } from "./register.ts";
import { required } from "./sketch.ts";
import { faultOf } from "./soundness.ts";
import { PUBLISHED } from "./testing/published.ts";
import { REFERENCE } from "./testing/reference.ts";
import { mayAct } from "./testing/rights.ts";

const eventsOf = ({ entries }: RegisterTask) => entries.map(({ event }) => event);

const register = registerOf(civilDate("2026-11-22"), REFERENCE);

/** What a register says of April 2026: late spells, and what of the year was finished by its end. */
function aprilOf({ tasks }: Register) {
  return tasks.flatMap((task) => {
    const { spells, assignedOn, completedOn, cancelledOn } = timelineOf(eventsOf(task));
    if (assignedOn > "2026-04-30") return [];
    const late = spells.filter(
      ({ fromOn, toOn }) => fromOn <= "2026-04-30" && (toOn === null || toOn >= "2026-04-01"),
    );
    const until = (day: CivilDate | null) => (day !== null && day <= "2026-04-30" ? day : null);
    return {
      code: task.code,
      late: late.map(({ toOn, endedBy, ...spell }) => ({
        ...spell,
        ended: until(toOn) && endedBy,
      })),
      completedOn: until(completedOn),
      cancelledOn: until(cancelledOn),
    };
  });
}

describe("the register", () => {
  test("is the same every time", () => {
    expect(registerOf(civilDate("2026-11-22"), REFERENCE)).toEqual(register);
  });

  test("has about 2,000 tasks and nothing before its first month", () => {
    expect(register.tasks.length).toBeGreaterThan(1_900);
    expect(register.tasks.length).toBeLessThan(2_200);
    expect(registerOf(civilDate("2025-07-01"), REFERENCE).tasks).toEqual([]);
  });

  test.each(["2025-10-15", "2026-05-05", "2026-08-01"])("on %s is the beginning of it", (day) => {
    const earlier = registerOf(civilDate(day), REFERENCE);
    expect(earlier.tasks.length).toBeGreaterThan(200);
    const later = new Map(register.tasks.map((task) => [task.code, task]));
    for (const task of earlier.tasks) {
      const { entries, ...rest } = required(later, task.code);
      expect({ ...task, entries: entries.slice(0, task.entries.length) }).toEqual({
        ...rest,
        entries: task.entries,
      });
      const next = entries[task.entries.length];
      expect(next === undefined || next.event.on >= day, task.code).toBe(true);
    }
    const directives = new Set(register.directives.map((each) => JSON.stringify(each)));
    for (const directive of earlier.directives) {
      expect(directives).toContain(JSON.stringify(directive));
    }
  });

  test("says the same of April whatever the day", () => {
    const april = aprilOf(register);
    expect(april.filter(({ late }) => late.length > 0)).toHaveLength(PUBLISHED.total);
    for (const day of ["2026-05-05", "2027-01-10"]) {
      expect(aprilOf(registerOf(civilDate(day), REFERENCE)), day).toEqual(april);
    }
    const lateOf = (all: typeof april) => all.filter(({ late }) => late.length > 0);
    const atItsEnd = aprilOf(registerOf(civilDate("2026-04-30"), REFERENCE));
    expect(lateOf(atItsEnd)).toEqual(lateOf(april));
  });

  test("is alive on any day", () => {
    const { tasks } = registerOf(civilDate("2026-12-31"), REFERENCE);
    for (let day = civilDate("2026-04-30"); day < "2026-12-31"; day = addDays(day, 9)) {
      const timelines = tasks.flatMap((task) => {
        const known = eventsOf(task).filter(({ on }) => on < day);
        return known.length > 0 ? [timelineOf(known)] : [];
      });
      const ages = timelines.flatMap(({ spells }) =>
        spells
          .filter(({ fromOn, toOn }) => fromOn <= day && (toOn === null || toOn > day))
          .map(({ dueOn }) => daysBetween(dueOn, day)),
      );
      expect(ages.length, `late on ${day}`).toBeGreaterThan(85);
      expect(ages.length, `late on ${day}`).toBeLessThan(200);
      const bounds = [0, 7, 30, 90, Number.POSITIVE_INFINITY];
      for (const [index, most] of bounds.slice(1).entries()) {
        const least = bounds[index] ?? 0;
        const inBucket = ages.filter((age) => age > least && age <= most);
        expect(inBucket.length, `late up to ${most} days on ${day}`).toBeGreaterThan(3);
      }
      const waiting = timelines.filter(({ status }) => status === "SUBMITTED").length;
      expect(waiting, `waiting on ${day}`).toBeGreaterThan(4);
      expect(waiting, `waiting on ${day}`).toBeLessThan(35);
    }
  });
});

describe("its histories", () => {
  test("are sound", () => {
    const faults = register.tasks
      .map((task) => [task.code, faultOf(eventsOf(task))])
      .filter(([, fault]) => fault !== null);
    expect(faults).toEqual([]);
  });

  test("are written on working days, in order, before the day", () => {
    for (const { code, entries } of register.tasks) {
      let before = 0;
      for (const { event, at } of entries) {
        expect(businessDayOf(at), code).toBe(event.on);
        expect(isWorkingDay(event.on), `${code} ${event.on}`).toBe(true);
        expect(at.getTime(), code).toBeGreaterThan(before);
        before = at.getTime();
        expect(event.on < "2026-11-22", code).toBe(true);
      }
    }
  });

  test("are written by those who may", () => {
    const accounts = new Map(DEMO_ACCOUNTS.map((account) => [account.login, account]));
    const codeOf = new Map([...REFERENCE.departments].map(([code, id]) => [id, code]));
    const loginOf = new Map([...REFERENCE.users].map(([login, id]) => [id, login]));
    const faults: string[] = [];
    for (const { code, entries } of register.tasks) {
      let department = "";
      let assignee: string | null = null;
      for (const { event, actor } of entries) {
        const group = "departmentId" in event ? codeOf.get(event.departmentId) : undefined;
        if (event.kind === "ASSIGNED") department = group ?? "";
        if (!mayAct(required(accounts, actor), event.kind, { department, assignee })) {
          faults.push(`${code}: ${actor} ${event.kind} in ${department}`);
        }
        if (event.kind === "HANDED_OVER") {
          assignee = loginOf.get(event.assigneeId ?? 0) ?? null;
          if (assignee && required(accounts, assignee).departmentCode !== department) {
            faults.push(`${code}: handed to ${assignee} of another department`);
          }
        } else if (group !== undefined && group !== department) {
          department = group;
          assignee = null;
        }
      }
    }
    expect(faults).toEqual([]);
  });

  test("hold all that can happen to a task", () => {
    const kinds = new Set(register.tasks.flatMap(eventsOf).map(({ kind }) => kind));
    expect(kinds.size).toBe(18);
    const pending = register.tasks.filter((task) => {
      const last = eventsOf(task).findLast(({ kind }) => kind.startsWith("EXTENSION_"));
      return last?.kind === "EXTENSION_REQUESTED";
    });
    expect(pending.length).toBeGreaterThanOrEqual(3);
  });
});

describe("its tasks", () => {
  test("have whole titles, none twice in a month", () => {
    const seen = new Map<string, string>();
    for (const { code, task } of register.tasks) {
      expect(task.title).not.toMatch(/[{}]|undefined|null/);
      expect(task.title.length).toBeLessThanOrEqual(150);
      const key = `${monthOf(task.assignedOn)} ${task.title}`;
      expect(seen.get(key), `${code} ${task.title}`).toBeUndefined();
      seen.set(key, code);
    }
  });

  test("come from a directive received before", () => {
    const without = register.tasks.filter(({ directive }) => directive === null);
    expect(without.length / register.tasks.length).toBeLessThan(0.06);
    for (const { code, task, directive } of register.tasks) {
      if (!directive) continue;
      expect(directive.receivedOn <= task.assignedOn, code).toBe(true);
      if (directive.issuedOn) expect(directive.issuedOn <= directive.receivedOn, code).toBe(true);
    }
  });
});

test("the rebuilt backlog has the published margins", () => {
  const total = (cells: readonly { carriedOver: number; newlyOverdue: number }[]) =>
    cells.reduce((sum, { carriedOver, newlyOverdue }) => sum + carriedOver + newlyOverdue, 0);
  for (const line of PUBLISHED.by_field) {
    const cells = LATE_IN_APRIL[line.code] ?? [];
    const carried = cells.reduce((sum, { carriedOver }) => sum + carriedOver, 0);
    expect([line.code, total(cells), carried]).toEqual([line.code, line.total, line.carried_over]);
  }
  const all = Object.values(LATE_IN_APRIL).flat();
  for (const { code, total: published } of PUBLISHED.by_department) {
    expect([code, total(all.filter(({ department }) => department === code))]).toEqual([
      code,
      published,
    ]);
  }
});
