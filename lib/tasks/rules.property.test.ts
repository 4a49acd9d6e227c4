import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  type CivilDate,
  type CivilMonth,
  firstDayOf,
  lastDayOf,
  monthOf,
} from "#lib/core/dates.ts";
import { type OverdueSpell, timelineOf, timelinessOf } from "./rules.ts";
import { type TaskEvent, TIMELINESSES } from "./schema.ts";
import { FIRST_DAY, historyArbitrary, LAST_DAY } from "./testing/histories.ts";
import {
  figuresOf,
  type Group,
  type Grouping,
  groupKey,
  type LatenessInPeriod,
  latenessInPeriod,
  liveThrough,
  noFigures,
  spellsOfLife,
} from "./testing/simulation.ts";

const RUNS = 2_000;
const GROUPINGS: Grouping[] = ["total", "department", "field", "cell"];

const days: CivilDate[] = [];
for (let day = FIRST_DAY; day <= LAST_DAY; day = addDays(day, 1)) days.push(day);

const months: { from: CivilDate; to: CivilDate }[] = [];
for (let month = monthOf(FIRST_DAY); month <= monthOf(LAST_DAY); month = addMonths(month, 1)) {
  months.push(periodOf(month));
}

function periodOf(month: CivilMonth) {
  return { from: firstDayOf(month), to: lastDayOf(month) };
}

const covers = (spell: OverdueSpell, day: CivilDate) =>
  spell.fromOn <= day && (spell.toOn === null || spell.toOn > day);

const groupOf = (late: Group | null | undefined) => (late ? groupKey(late, "cell") : "not late");

/** A period's lateness by its definition over spells, the way a query asks for it. */
function latenessFromSpells(
  spells: readonly OverdueSpell[],
  from: CivilDate,
  to: CivilDate,
): LatenessInPeriod | null {
  const opening = spells.find((spell) => covers(spell, addDays(from, -1)));
  const fellLate = spells.find(
    (spell) => !spell.continuing && spell.fromOn >= from && spell.fromOn <= to,
  );
  const first = opening ?? fellLate;
  const last = spells.findLast(
    (spell) => spell === opening || (spell.fromOn >= from && spell.fromOn <= to),
  );
  if (!first || !last) return null;
  return {
    carriedOver: opening !== undefined,
    first: { departmentId: first.departmentId, fieldId: first.fieldId },
    last: { departmentId: last.departmentId, fieldId: last.fieldId },
    resolvedBy: covers(last, to) ? null : last.endedBy,
  };
}

function forEveryHistory(check: (events: TaskEvent[]) => void): void {
  fc.assert(fc.property(historyArbitrary, check), { numRuns: RUNS });
}

test("on every day and in every month the engine says what living through the history says", () => {
  forEveryHistory((events) => {
    const { spells } = timelineOf(events);
    const life = liveThrough(events, LAST_DAY);
    const disagreements = days.flatMap((day) => {
      const engine = groupOf(spells.find((spell) => covers(spell, day)));
      const simulation = groupOf(life.get(day)?.late);
      return engine === simulation ? [] : [{ day, engine, simulation }];
    });
    expect(disagreements).toEqual([]);

    const seen = spells
      .filter((spell) => spell.fromOn <= LAST_DAY)
      .map(({ dueOn: _dueOn, ...spell }) => spell);
    expect(seen).toEqual(spellsOfLife(life));

    const byDays = months.map(({ from, to }) => latenessInPeriod(life, from, to));
    const bySpells = months.map(({ from, to }) => latenessFromSpells(spells, from, to));
    expect(bySpells).toEqual(byDays);
    for (const grouping of GROUPINGS) expect(imbalancesOf([bySpells], grouping)).toEqual([]);
  });
});

test("the figures of a whole register add up in every department, field and cell", () => {
  const register = fc.array(historyArbitrary, { minLength: 40, maxLength: 60 });
  fc.assert(
    fc.property(register, (histories) => {
      const tasks = histories.map((events) => {
        const { spells } = timelineOf(events);
        return months.map(({ from, to }) => latenessFromSpells(spells, from, to));
      });
      for (const grouping of GROUPINGS) expect(imbalancesOf(tasks, grouping)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

/**
 * Where the figures do not add up: a month's opening must be the closing of the month before,
 * and opening + new + in − out − resolved = closing; in the total, in = out.
 */
function imbalancesOf(
  tasks: readonly (readonly (LatenessInPeriod | null)[])[],
  grouping: Grouping,
) {
  let closings = new Map<string, number>();
  return months.flatMap(({ from }, index) => {
    const late = tasks.flatMap((monthsOfTask) => monthsOfTask[index] ?? []);
    const figures = figuresOf(late, grouping);
    const before = closings;
    closings = new Map([...figures].map(([key, group]) => [key, group.outstanding]));
    return [...new Set([...before.keys(), ...figures.keys()])].flatMap((key) => {
      const group = figures.get(key) ?? noFigures();
      const resolved = Object.values(group.resolved).reduce((sum, count) => sum + count, 0);
      const net = group.transferredIn - group.transferredOut;
      const balanced =
        group.carriedOver === (before.get(key) ?? 0) &&
        group.late === group.carriedOver + group.newlyOverdue &&
        group.late + net - resolved === group.outstanding &&
        (grouping !== "total" || net === 0);
      return balanced ? [] : [{ from, key, opening: before.get(key), ...group }];
    });
  });
}

test("spells are in order, apart from each other, and begin after their deadline", () => {
  forEveryHistory((events) => {
    const { spells } = timelineOf(events);
    for (const [index, spell] of spells.entries()) {
      const next = spells[index + 1];
      expect(spell.fromOn > spell.dueOn).toBe(true);
      expect(spell.toOn === null).toBe(spell.endedBy === null);
      if (spell.toOn !== null) expect(spell.toOn >= spell.fromOn).toBe(true);
      if (next) expect(spell.toOn !== null && spell.toOn <= next.fromOn).toBe(true);
      expect(spell.endedBy === "TRANSFERRED").toBe(next?.continuing ?? false);
      if (next?.continuing) expect(next.fromOn).toBe(spell.toOn);
    }
    expect(spells[0]?.continuing ?? false).toBe(false);
  });
});

test("phases follow each other without a gap from the assignment to the end of the work", () => {
  forEveryHistory((events) => {
    const task = timelineOf(events);
    const endedOn = task.completedOn ?? task.cancelledOn;
    const { phases } = task;
    if (endedOn !== null && endedOn <= task.assignedOn) {
      expect(phases).toEqual([]);
      return;
    }
    expect(phases[0]?.fromOn).toBe(task.assignedOn);
    for (const [index, phase] of phases.entries()) {
      expect(phase.toOn).toBe(phases[index + 1]?.fromOn ?? endedOn);
      if (phase.toOn !== null) expect(phase.toOn > phase.fromOn).toBe(true);
    }
    if (endedOn === null) expect(phases.at(-1)?.status).toBe(task.status);
  });
});

test("a task is overdue in its phase of a day exactly when a spell covers the day", () => {
  forEveryHistory((events) => {
    const { phases, spells } = timelineOf(events);
    const disagreements = days.filter((day) => {
      const spell = spells.find((candidate) => covers(candidate, day));
      const phase = phases.find(({ fromOn, toOn }) => fromOn <= day && (!toOn || toOn > day));
      if (!phase) return spell !== undefined;
      const { dueOn, status } = phase;
      const overdue = spell !== undefined;
      const standing = { completedOn: null, dueOn, overdue, paused: status === "PAUSED" };
      const timeliness = timelinessOf(standing, day, day);
      if (!spell) return timeliness === "OVERDUE";
      return (
        timeliness !== "OVERDUE" ||
        standing.paused ||
        spell.dueOn !== dueOn ||
        groupOf(spell) !== groupOf(phase)
      );
    });
    expect(disagreements).toEqual([]);
  });
});

test("the original deadline is there whenever a deadline is, and a state has its date", () => {
  forEveryHistory((events) => {
    const task = timelineOf(events);
    expect(task.originalDueOn === null).toBe(task.dueOn === null);
    expect(task.completedOn !== null).toBe(task.status === "COMPLETED");
    expect(task.cancelledOn !== null).toBe(task.status === "CANCELLED");
  });
});

test("on any day the classes of timeliness add up to the tasks there are", () => {
  const register = fc.array(historyArbitrary, { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(register, fc.constantFrom(...days), (histories, day) => {
      const counts = Object.fromEntries(TIMELINESSES.map((timeliness) => [timeliness, 0]));
      for (const events of histories) {
        const task = timelineOf(events);
        const overdue = task.spells.some((spell) => covers(spell, day));
        const paused = task.status === "PAUSED";
        const timeliness = timelinessOf({ ...task, overdue, paused }, day, addDays(day, 5));
        counts[timeliness] = (counts[timeliness] ?? 0) + 1;
      }
      expect(Object.keys(counts)).toEqual([...TIMELINESSES]);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(histories.length);
    }),
    { numRuns: 100 },
  );
});
