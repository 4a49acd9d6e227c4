import { addDays, type CivilDate } from "#lib/core/dates.ts";
import type { SpellEnd, TaskEvent } from "../schema.ts";

/*
 * The naive answer to "was this task late, on that day, and under whom?", for tests only. It
 * lives through a task's history day by day and looks every morning whether the deadline has
 * passed, where the engine in `rules.ts` computes intervals. It shares no code with it.
 */

/** The department and field that a task is under. */
export type Group = { departmentId: number; fieldId: number };

/** What happened to a task's lateness at one moment of a day; `group` is the one it is under then. */
export type Moment =
  | { what: "FELL_LATE"; group: Group }
  | { what: "MOVED_WHILE_LATE"; group: Group }
  | { what: "STOPPED_BEING_LATE"; group: Group; by: SpellEnd };

/**
 * One day of a task's life: at its end, the group that the task is under, the deadline that it
 * has (as known in the end) and, if it is late, the group that it is late under.
 */
export type SimulatedDay = {
  day: CivilDate;
  group: Group;
  dueOn: CivilDate | null;
  late: Group | null;
  moments: Moment[];
};

/** The days of one task's life, by date. */
export type SimulatedLife = ReadonlyMap<CivilDate, SimulatedDay>;

const nextDays = new Map<CivilDate, CivilDate>();

/** The day after; remembered, since every life asks for the same ones. */
function nextDay(day: CivilDate): CivilDate {
  const next = nextDays.get(day) ?? addDays(day, 1);
  nextDays.set(day, next);
  return next;
}

/**
 * The completion date that stands in the end: submitted, confirmed and not taken back by a
 * reopening. None if the task is not completed.
 */
function standingCompletionOf(events: readonly TaskEvent[]): CivilDate | null {
  let submitted: CivilDate | null = null;
  let confirmed: CivilDate | null = null;
  for (const event of events) {
    if (event.kind === "SUBMITTED") submitted = event.completedOn;
    if (event.kind === "RETURNED") submitted = null;
    if (event.kind === "CONFIRMED") confirmed = submitted;
    if (event.kind === "REOPENED") confirmed = null;
  }
  return confirmed;
}

/**
 * The deadlines a task really had, one for each term. An extension asked for in time and a
 * correction replace the deadline of the term they fall in, back to its beginning; only an
 * extension asked for too late begins a new term.
 * @returns the deadline of each term, and for each event the term that runs after it
 */
function termsOf(events: readonly TaskEvent[]) {
  const deadlines: (CivilDate | null)[] = [null];
  const termAfter: number[] = [];
  for (const event of events) {
    const term = deadlines.length - 1;
    const dueOn = deadlines[term] ?? null;
    if (event.kind === "ASSIGNED" || event.kind === "DEADLINE_CORRECTED") {
      deadlines[term] = event.dueOn;
    }
    if (event.kind === "EXTENSION_APPROVED") {
      const askedInTime = dueOn === null || event.requestedOn <= dueOn;
      if (askedInTime) deadlines[term] = event.dueOn;
      else deadlines.push(event.dueOn);
    }
    termAfter.push(deadlines.length - 1);
  }
  return { deadlines, termAfter };
}

/** Lives through a task's history from its assignment to the day `until`, both included. */
export function liveThrough(events: readonly TaskEvent[], until: CivilDate): SimulatedLife {
  const assignment = events[0];
  if (assignment?.kind !== "ASSIGNED") throw new Error("A history begins with the assignment.");
  const completedOn = standingCompletionOf(events);
  const { deadlines, termAfter } = termsOf(events);

  const life = new Map<CivilDate, SimulatedDay>();
  let group: Group = { departmentId: assignment.departmentId, fieldId: assignment.fieldId };
  let clockRuns = true;
  let term = 0;
  let late = false;
  let over = false;

  for (let day = assignment.on; day <= until; day = nextDay(day)) {
    const moments: Moment[] = [];
    const look = () => {
      const dueOn = deadlines[term] ?? null;
      if (late || !clockRuns || dueOn === null || day <= dueOn) return;
      late = true;
      moments.push({ what: "FELL_LATE", group });
    };
    const stop = (by: SpellEnd) => {
      if (!late) return;
      late = false;
      moments.push({ what: "STOPPED_BEING_LATE", group, by });
    };
    const moveTo = (next: Group) => {
      const moved = next.departmentId !== group.departmentId || next.fieldId !== group.fieldId;
      group = next;
      if (moved && late) moments.push({ what: "MOVED_WHILE_LATE", group });
    };

    if (!over) look(); // The morning: the deadline may have passed at midnight.
    for (const [index, event] of events.entries()) {
      if (event.on !== day || over) continue;
      if (event.kind === "REFUSED") moveTo({ ...group, departmentId: event.departmentId });
      if (event.kind === "TRANSFERRED") {
        moveTo({ departmentId: event.departmentId, fieldId: event.fieldId });
      }
      if (event.kind === "PAUSED" || event.kind === "CANCELLED") {
        stop(event.kind);
        clockRuns = false;
      }
      if (event.kind === "RESUMED") clockRuns = true;
      const nextTerm = termAfter[index] ?? term;
      if (nextTerm !== term) {
        stop("EXTENDED");
        term = nextTerm;
      }
      look();
    }
    if (day === completedOn) {
      stop("COMPLETED");
      over = true; // Whatever was recorded for a later day did not matter any more.
    }
    life.set(day, {
      day,
      group,
      dueOn: deadlines[term] ?? null,
      late: late ? group : null,
      moments,
    });
  }
  return life;
}

/** A stretch of lateness as the simulation saw it; it is in force on `from` and no more on `to`. */
export type SimulatedSpell = Group & {
  fromOn: CivilDate;
  toOn: CivilDate | null;
  endedBy: SpellEnd | null;
  continuing: boolean;
};

/** The moments of a life written down as stretches; what begins after its last day is not in. */
export function spellsOfLife(life: SimulatedLife): SimulatedSpell[] {
  const spells: SimulatedSpell[] = [];
  const end = (toOn: CivilDate, endedBy: SpellEnd) => {
    const last = spells.at(-1);
    if (last) Object.assign(last, { toOn, endedBy });
  };
  for (const { day, moments } of life.values()) {
    for (const moment of moments) {
      if (moment.what === "STOPPED_BEING_LATE") end(day, moment.by);
      if (moment.what === "MOVED_WHILE_LATE") end(day, "TRANSFERRED");
      if (moment.what !== "STOPPED_BEING_LATE") {
        const continuing = moment.what === "MOVED_WHILE_LATE";
        spells.push({ ...moment.group, fromOn: day, toOn: null, endedBy: null, continuing });
      }
    }
  }
  return spells;
}

/** How a task that was late in a period stood in it. */
export type LatenessInPeriod = {
  /** Late already at the end of the day before the period. */
  carriedOver: boolean;
  /** The group it was first late under, and the one it was last late under. */
  first: Group;
  last: Group;
  /** Why it was late no longer at the period's end; none when it still was. */
  resolvedBy: SpellEnd | null;
};

/** What one life says about the days `from` to `to`, both included; null: never late in them. */
export function latenessInPeriod(
  life: SimulatedLife,
  from: CivilDate,
  to: CivilDate,
): LatenessInPeriod | null {
  const opening = life.get(addDays(from, -1))?.late ?? null;
  let first = opening;
  let last = opening;
  let resolvedBy: SpellEnd | null = null;
  for (let day = from; day <= to; day = nextDay(day)) {
    for (const moment of life.get(day)?.moments ?? []) {
      first ??= moment.group;
      last = moment.group;
      resolvedBy = moment.what === "STOPPED_BEING_LATE" ? moment.by : null;
    }
  }
  if (first === null || last === null) return null;
  return { carriedOver: opening !== null, first, last, resolvedBy };
}

export type Resolution = Exclude<SpellEnd, "TRANSFERRED">;

export type OverdueFigures = {
  late: number;
  carriedOver: number;
  newlyOverdue: number;
  transferredIn: number;
  transferredOut: number;
  resolved: Record<Resolution, number>;
  outstanding: number;
};

/** How tasks are put together: all in one, by department, by field, or by both. */
export type Grouping = "total" | "department" | "field" | "cell";

export function groupKey(group: Group, grouping: Grouping): string {
  if (grouping === "total") return "all";
  if (grouping === "department") return `${group.departmentId}`;
  if (grouping === "field") return `${group.fieldId}`;
  return `${group.departmentId}:${group.fieldId}`;
}

export function noFigures(): OverdueFigures {
  return {
    late: 0,
    carriedOver: 0,
    newlyOverdue: 0,
    transferredIn: 0,
    transferredOut: 0,
    resolved: { COMPLETED: 0, EXTENDED: 0, CANCELLED: 0, PAUSED: 0 },
    outstanding: 0,
  };
}

/**
 * The figures of a period over the tasks late in it, by group key (`groupKey`). Each task
 * counts once: it comes in under its first group and goes out under its last one.
 */
export function figuresOf(
  latenesses: Iterable<LatenessInPeriod>,
  grouping: Grouping,
): Map<string, OverdueFigures> {
  const figures = new Map<string, OverdueFigures>();
  const figuresUnder = (group: Group) => {
    const key = groupKey(group, grouping);
    const found = figures.get(key) ?? noFigures();
    figures.set(key, found);
    return found;
  };
  for (const { carriedOver, first, last, resolvedBy } of latenesses) {
    const entry = figuresUnder(first);
    const exit = figuresUnder(last);
    entry.late += 1;
    if (carriedOver) entry.carriedOver += 1;
    else entry.newlyOverdue += 1;
    if (entry !== exit) {
      entry.transferredOut += 1;
      exit.transferredIn += 1;
    }
    if (resolvedBy === null) exit.outstanding += 1;
    else if (resolvedBy === "TRANSFERRED") throw new Error("A transfer resolves nothing.");
    else exit.resolved[resolvedBy] += 1;
  }
  return figures;
}
