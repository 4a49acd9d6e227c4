import fc from "fast-check";
import {
  addDays,
  type CivilDate,
  civilDate,
  daysBetween,
  earlier,
  lastDayOf,
  later,
  monthOf,
} from "#lib/core/dates.ts";
import type { TaskEvent, TaskStatus } from "../schema.ts";

/*
 * Random but plausible histories of one task, for tests: each event is one that the state of
 * the task allows, dates never run backwards, and the days that matter (deadlines, the days
 * beside them, month ends, the same day again) come up often.
 */

/** The days in which the histories play: 14 months with a year's end and a leap February. */
export const FIRST_DAY = civilDate("2027-11-01");
export const LAST_DAY = civilDate("2028-12-31");

export const DEPARTMENTS = [1, 2, 3] as const;
export const FIELDS = [11, 12] as const;

/** When the next thing happens, counted from the last one. */
type Moment =
  | { at: "AFTER_DAYS"; days: number }
  | { at: "DUE"; days: number }
  | { at: "MONTH_END"; days: number };

/** One random move; `verb` picks among what is possible, the rest is used where it fits. */
type Move = {
  when: Moment;
  verb: number;
  days: number;
  landmark: boolean;
  departmentId: number;
  fieldId: number;
};

type State = {
  on: CivilDate;
  status: TaskStatus;
  assignedOn: CivilDate;
  dueOn: CivilDate | null;
  departmentId: number;
  fieldId: number;
  request: { requestedOn: CivilDate; dueOn: CivilDate } | null;
};

const departmentId = fc.constantFrom(...DEPARTMENTS);
const fieldId = fc.constantFrom(...FIELDS);

const moment: fc.Arbitrary<Moment> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ at: fc.constant("AFTER_DAYS"), days: fc.nat(2) }) },
  { weight: 4, arbitrary: fc.record({ at: fc.constant("AFTER_DAYS"), days: fc.nat(35) }) },
  { weight: 3, arbitrary: fc.record({ at: fc.constant("DUE"), days: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ at: fc.constant("MONTH_END"), days: fc.nat(1) }) },
);

const move: fc.Arbitrary<Move> = fc.record({
  when: moment,
  verb: fc.nat(999),
  days: fc.nat(40),
  landmark: fc.boolean(),
  departmentId,
  fieldId,
});

/** The history of one task, in the order in which it was recorded. */
export const historyArbitrary: fc.Arbitrary<TaskEvent[]> = fc
  .record({
    assignedAfter: fc.nat(120),
    dueAfter: fc.option(fc.nat(90), { freq: 12 }),
    departmentId,
    fieldId,
    moves: fc.array(move, { maxLength: 14, size: "max" }),
  })
  .map(({ assignedAfter, dueAfter, moves, ...group }) => {
    const on = addDays(FIRST_DAY, assignedAfter);
    const dueOn = dueAfter === null ? null : addDays(on, dueAfter);
    const state: State = { on, status: "ASSIGNED", assignedOn: on, dueOn, ...group, request: null };
    const events: TaskEvent[] = [{ kind: "ASSIGNED", on, dueOn, ...group }];
    for (const next of moves) {
      state.on = dayOf(next.when, state);
      if (state.on > LAST_DAY) break;
      const verbs = possibleVerbs(state);
      const verb = verbs[next.verb % verbs.length];
      if (!verb) break;
      events.push(verb(state, next));
    }
    return events;
  });

function dayOf(when: Moment, { on, dueOn }: State): CivilDate {
  if (when.at === "AFTER_DAYS") return addDays(on, when.days);
  if (when.at === "DUE") return later(on, addDays(dueOn ?? on, when.days));
  return later(on, addDays(lastDayOf(monthOf(on)), when.days));
}

type Verb = (state: State, move: Move) => TaskEvent;

/** What can happen to a task next; what happens more often stands more often in the list. */
function possibleVerbs(state: State): Verb[] {
  const { status, request: requested, dueOn } = state;
  if (status === "CANCELLED") return [];
  if (status === "COMPLETED") return [reopen, edit, edit, correctDeadline];
  const verbs = [transfer, transfer, transfer, correctDeadline, cancel];
  if (requested) verbs.push(approve, approve, approve, approve, reject);
  else if (dueOn !== null) verbs.push(request, request, request);
  if (status === "PAUSED") return [...verbs, ...Array<Verb>(8).fill(resume)];
  verbs.push(pause);
  if (status === "ASSIGNED") return [...verbs, ...Array<Verb>(6).fill(accept), refuse];
  if (status === "SUBMITTED") return [...verbs, ...Array<Verb>(12).fill(confirm), giveBack];
  return [...verbs, ...Array<Verb>(12).fill(submit), progress, handOver];
}

const accept: Verb = (state) => {
  state.status = "IN_PROGRESS";
  return { kind: "ACCEPTED", on: state.on };
};

const refuse: Verb = (state, { departmentId }) => {
  state.departmentId = departmentId;
  return { kind: "REFUSED", on: state.on, departmentId };
};

const handOver: Verb = (state, { days }) => ({
  kind: "HANDED_OVER",
  on: state.on,
  assigneeId: days === 0 ? null : days,
});

const progress: Verb = (state, { days }) => ({
  kind: "PROGRESSED",
  on: state.on,
  progress: days * 2,
});

/** Says that the work was done today or earlier: on the deadline, or the day after, if it can. */
const submit: Verb = (state, { days, landmark }) => {
  state.status = "SUBMITTED";
  const { assignedOn, dueOn, on } = state;
  const wanted =
    landmark && dueOn !== null ? addDays(dueOn, days % 2) : addDays(on, -(days % 2) * days);
  return { kind: "SUBMITTED", on, completedOn: earlier(on, later(assignedOn, wanted)) };
};

const giveBack: Verb = (state) => {
  state.status = "IN_PROGRESS";
  return { kind: "RETURNED", on: state.on };
};

const confirm: Verb = (state) => {
  state.status = "COMPLETED";
  state.request = null;
  return { kind: "CONFIRMED", on: state.on };
};

const reopen: Verb = (state) => {
  state.status = "IN_PROGRESS";
  return { kind: "REOPENED", on: state.on };
};

const pause: Verb = (state) => {
  state.status = "PAUSED";
  return { kind: "PAUSED", on: state.on };
};

const resume: Verb = (state) => {
  state.status = "IN_PROGRESS";
  return { kind: "RESUMED", on: state.on };
};

const cancel: Verb = (state) => {
  state.status = "CANCELLED";
  return { kind: "CANCELLED", on: state.on };
};

/** To another department, another field, both, or (a mistake that changes nothing) neither. */
const transfer: Verb = (state, { departmentId, fieldId }) => {
  Object.assign(state, { departmentId, fieldId });
  return { kind: "TRANSFERRED", on: state.on, departmentId, fieldId };
};

/** Asks for a date after the old deadline, which may be past when it comes to be granted. */
const request: Verb = (state, { days }) => {
  const dueOn = addDays(later(state.dueOn ?? state.on, state.on), days + 1);
  state.request = { requestedOn: state.on, dueOn };
  return { kind: "EXTENSION_REQUESTED", on: state.on, dueOn };
};

/** Grants what was asked for, or a few days fewer. */
const approve: Verb = (state, { days, landmark }) => {
  const { requestedOn, dueOn: wanted } = state.request ?? {
    requestedOn: state.on,
    dueOn: state.on,
  };
  const shortest = addDays(later(state.dueOn ?? requestedOn, requestedOn), 1);
  const dueOn = landmark ? wanted : later(shortest, addDays(wanted, -days));
  state.dueOn = dueOn;
  state.request = null;
  return { kind: "EXTENSION_APPROVED", on: state.on, requestedOn, dueOn };
};

const reject: Verb = (state) => {
  state.request = null;
  return { kind: "EXTENSION_REJECTED", on: state.on };
};

const correctDeadline: Verb = (state, { days, landmark }) => {
  const around = daysBetween(state.assignedOn, state.dueOn ?? state.on);
  const dueOn = addDays(state.assignedOn, Math.max(0, around + days - 20));
  state.dueOn = landmark && days % 4 === 0 ? null : dueOn;
  return { kind: "DEADLINE_CORRECTED", on: state.on, dueOn: state.dueOn };
};

const edit: Verb = (state) => ({ kind: "EDITED", on: state.on });
