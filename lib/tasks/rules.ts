import { addDays, type CivilDate, earlier, later } from "#lib/core/dates.ts";
import type { SpellEnd, TaskEvent, TaskStatus, Timeliness } from "./schema.ts";

/** The department and field that a task is counted under. */
export type TaskGroup = { departmentId: number; fieldId: number };

/**
 * An interval in which a task was late. It covers the days from `fromOn` up to but without
 * `toOn`; one with both on the same day (finished one day late) covers none and still says
 * that the task was late.
 */
export type OverdueSpell = TaskGroup & {
  dueOn: CivilDate;
  fromOn: CivilDate;
  toOn: CivilDate | null;
  endedBy: SpellEnd | null;
  /** It goes on from a spell under another department or field. */
  continuing: boolean;
};

/** The days from `fromOn` up to but without `toOn` in which an open task stood unchanged. */
export type TaskPhase = TaskGroup & {
  fromOn: CivilDate;
  toOn: CivilDate | null;
  status: Exclude<TaskStatus, "COMPLETED" | "CANCELLED">;
  dueOn: CivilDate | null;
};

/** All that a task's history says about it. */
export type TaskTimeline = TaskGroup & {
  status: TaskStatus;
  assignedOn: CivilDate;
  originalDueOn: CivilDate | null;
  dueOn: CivilDate | null;
  /** The completion date as submitted; it counts (`completedOn`) once it is confirmed. */
  submittedOn: CivilDate | null;
  completedOn: CivilDate | null;
  cancelledOn: CivilDate | null;
  progress: number;
  returnCount: number;
  extensionCount: number;
  spells: OverdueSpell[];
  phases: TaskPhase[];
};

/** Counts the deadlines that ran out before they were extended; each has its term. */
type InTerm = { term: number };

/** A stretch in which the task ran under one department, field and term; the clock ticks in it. */
type Stretch = TaskGroup &
  InTerm & {
    dueOn: CivilDate | null;
    fromOn: CivilDate;
    toOn: CivilDate | null;
    endedBy: SpellEnd | null;
    transferredIn: boolean;
  };

/** A task as it goes on while nothing is confirmed: its completion is applied to it at the end. */
type Draft = Omit<TaskTimeline, "spells" | "phases"> &
  InTerm & {
    stretches: Stretch[];
    phases: (TaskPhase & InTerm)[];
    /** Where it goes on when it is resumed. */
    beforePause: TaskStatus;
  };

/**
 * The state, late spells and phases of a task as its history says (domain rules "Life of a
 * task" and "Overdue is an interval").
 * @param events in the order in which they were recorded, beginning with ASSIGNED
 * @throws Error when the history does not begin with its assignment
 */
export function timelineOf(events: readonly TaskEvent[]): TaskTimeline {
  const [first, ...rest] = events;
  if (first?.kind !== "ASSIGNED") throw new Error("A task's history begins with its assignment");
  const draft: Draft = {
    departmentId: first.departmentId,
    fieldId: first.fieldId,
    status: "ASSIGNED",
    assignedOn: first.on,
    originalDueOn: first.dueOn,
    dueOn: first.dueOn,
    submittedOn: null,
    completedOn: null,
    cancelledOn: null,
    progress: 0,
    returnCount: 0,
    extensionCount: 0,
    term: 0,
    beforePause: "ASSIGNED",
    stretches: [],
    phases: [],
  };
  run(draft, first.on, false);
  recordPhase(draft, first.on);
  for (const event of rest) apply(draft, event);
  if (draft.completedOn !== null) complete(draft, draft.completedOn);

  const { stretches, term: _term, beforePause: _beforePause, ...state } = draft;
  return {
    ...state,
    spells: stretches.flatMap(spellOf),
    phases: draft.phases.map(({ term: _term, ...phase }) => phase),
  };
}

function apply(draft: Draft, event: TaskEvent): void {
  switch (event.kind) {
    case "ACCEPTED":
      draft.status = "IN_PROGRESS";
      break;
    case "PROGRESSED":
      draft.progress = event.progress;
      return;
    case "SUBMITTED":
      draft.status = "SUBMITTED";
      draft.submittedOn = event.completedOn;
      break;
    case "RETURNED":
      draft.status = "IN_PROGRESS";
      draft.submittedOn = null;
      draft.returnCount += 1;
      break;
    case "CONFIRMED":
      draft.status = "COMPLETED";
      draft.completedOn = draft.submittedOn ?? event.on;
      return;
    case "REOPENED":
      if (draft.completedOn === null) return;
      draft.completedOn = null;
      draft.status = "IN_PROGRESS";
      draft.submittedOn = null;
      break;
    case "PAUSED":
      if (draft.status !== "PAUSED") draft.beforePause = draft.status;
      draft.status = "PAUSED";
      stop(draft, event.on, "PAUSED");
      break;
    case "RESUMED":
      draft.status = draft.beforePause;
      run(draft, event.on, false);
      break;
    case "CANCELLED":
      draft.status = "CANCELLED";
      draft.cancelledOn = event.on;
      stop(draft, event.on, "CANCELLED");
      closePhase(draft, event.on);
      return;
    case "REFUSED":
      draft.status = "ASSIGNED";
      transfer(draft, event.on, { departmentId: event.departmentId, fieldId: draft.fieldId });
      break;
    case "TRANSFERRED":
      transfer(draft, event.on, event);
      break;
    case "EXTENSION_APPROVED":
      extend(draft, event);
      break;
    case "DEADLINE_CORRECTED":
      if (draft.extensionCount === 0 || event.dueOn === null) draft.originalDueOn = event.dueOn;
      draft.originalDueOn ??= event.dueOn;
      setDeadline(draft, event.dueOn);
      break;
    default:
      return;
  }
  recordPhase(draft, event.on);
}

function run(draft: Draft, on: CivilDate, transferredIn: boolean): void {
  const { departmentId, fieldId, dueOn, term } = draft;
  draft.stretches.push({
    departmentId,
    fieldId,
    dueOn,
    term,
    fromOn: on,
    toOn: null,
    endedBy: null,
    transferredIn,
  });
}

/** Ends the stretch that runs, if one does. */
function stop(draft: Draft, on: CivilDate, endedBy: SpellEnd): Stretch | null {
  const running = draft.stretches.at(-1);
  if (!running || running.toOn !== null) return null;
  running.toOn = later(on, running.fromOn);
  running.endedBy = endedBy;
  return running;
}

function transfer(draft: Draft, on: CivilDate, to: TaskGroup): void {
  if (draft.departmentId === to.departmentId && draft.fieldId === to.fieldId) return;
  draft.departmentId = to.departmentId;
  draft.fieldId = to.fieldId;
  const left = stop(draft, on, "TRANSFERRED");
  if (left) run(draft, left.toOn ?? on, true);
}

/**
 * Asked for on or before the old deadline, the task was never late by it: the whole term
 * gets the new one. Asked for later, lateness up to the decision stands and a new term begins.
 */
function extend(draft: Draft, event: Extract<TaskEvent, { kind: "EXTENSION_APPROVED" }>): void {
  draft.extensionCount += 1;
  draft.originalDueOn ??= event.dueOn;
  const inTime = draft.dueOn === null || event.requestedOn <= draft.dueOn;
  if (inTime) {
    setDeadline(draft, event.dueOn);
    return;
  }
  const left = stop(draft, event.on, "EXTENDED");
  draft.dueOn = event.dueOn;
  draft.term += 1;
  if (left) run(draft, left.toOn ?? event.on, false);
}

function setDeadline(draft: Draft, dueOn: CivilDate | null): void {
  draft.dueOn = dueOn;
  for (const part of [...draft.stretches, ...draft.phases]) {
    if (part.term === draft.term) part.dueOn = dueOn;
  }
}

/** Work done on a day was not late after it, whatever was decided meanwhile. */
function complete(draft: Draft, completedOn: CivilDate): void {
  draft.progress = 100;
  draft.stretches = draft.stretches
    .filter((stretch) => stretch.fromOn <= completedOn)
    .map((stretch) =>
      stretch.toOn === null || stretch.toOn > completedOn
        ? { ...stretch, toOn: completedOn, endedBy: "COMPLETED" }
        : stretch,
    );
  closePhase(draft, completedOn);
}

/** The late part of a stretch: from the day after the deadline, if the stretch got that far. */
function spellOf(stretch: Stretch): OverdueSpell[] {
  const { dueOn, fromOn, toOn, endedBy, departmentId, fieldId } = stretch;
  if (dueOn === null || (toOn !== null && toOn <= dueOn)) return [];
  return [
    {
      dueOn,
      fromOn: later(addDays(dueOn, 1), fromOn),
      toOn,
      endedBy,
      departmentId,
      fieldId,
      continuing: stretch.transferredIn && fromOn > dueOn,
    },
  ];
}

/** Ends the phases on a day; what would have begun on it or later never came to be. */
function closePhase(draft: Draft, on: CivilDate): void {
  draft.phases = draft.phases
    .filter((phase) => phase.fromOn < on)
    .map((phase) => ({ ...phase, toOn: phase.toOn === null ? on : earlier(phase.toOn, on) }));
}

function recordPhase(draft: Draft, on: CivilDate): void {
  const { status, dueOn, departmentId, fieldId, term } = draft;
  if (status === "COMPLETED" || status === "CANCELLED") return;
  const last = draft.phases.at(-1);
  const from = last ? later(on, last.fromOn) : on;
  closePhase(draft, from);
  draft.phases.push({ fromOn: from, toOn: null, status, dueOn, departmentId, fieldId, term });
}

/** What a task's standing on one day is judged by. */
export type Standing = {
  completedOn: CivilDate | null;
  dueOn: CivilDate | null;
  overdue: boolean;
  paused: boolean;
};

/**
 * The one class a task stands in: open ones are ON_TRACK, DUE_SOON, OVERDUE or NO_DEADLINE,
 * finished ones ON_TIME, LATE or NO_DEADLINE. While paused the clock stands still.
 * @param dueSoonUntil the last deadline that still counts as due soon
 */
export function timelinessOf(task: Standing, on: CivilDate, dueSoonUntil: CivilDate): Timeliness {
  if (task.dueOn === null) return "NO_DEADLINE";
  if (task.completedOn !== null) return task.completedOn <= task.dueOn ? "ON_TIME" : "LATE";
  if (task.overdue) return "OVERDUE";
  if (task.paused) return "ON_TRACK";
  return task.dueOn >= on && task.dueOn <= dueSoonUntil ? "DUE_SOON" : "ON_TRACK";
}
