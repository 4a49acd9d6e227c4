import { addDays, type CivilDate, daysBetween } from "#lib/core/dates.ts";
import type { TaskEvent } from "#lib/tasks/schema.ts";
import { workingDayFrom, workingDaysAfter } from "./calendar.ts";
import { CHAIRMAN_LOGIN, headOf, leaderOf, OFFICE_LOGIN, officerOf } from "./people.ts";
import { phrases } from "./phrases.ts";
import { type Random, randomOf } from "./random.ts";
import {
  OFFICE_DEPARTMENT,
  type Outcome,
  type PlannedExtension,
  type PlannedTask,
  type Reference,
  required,
} from "./sketch.ts";

/** A line of history with who wrote it and when. */
export type Entry = {
  event: TaskEvent;
  actor: string;
  at: Date;
  note: string | null;
  extension: PlannedExtension | null;
};

type Actor = "assigner" | "office" | "leader" | "head" | "doer";
type Notes = readonly string[] | null;
type Step = {
  event: TaskEvent;
  by: Actor;
  notes: Notes;
  /** The lead department from here on. */
  moveTo?: string;
  extension?: PlannedExtension;
};

/** The whole history of a task, as far as it is foreseen, in the order of its days. */
export function historyOf(task: PlannedTask, reference: Reference): Entry[] {
  const random = randomOf(`${task.key}/history`);
  const steps = milestonesOf(task, reference, random);
  const all = inOrder([...steps, ...progressOf(task, steps, random)]);
  return entriesOf(task, all, reference, random);
}

function inOrder(steps: readonly Step[]): Step[] {
  return [...steps].sort((a, b) =>
    a.event.on < b.event.on ? -1 : a.event.on > b.event.on ? 1 : 0,
  );
}

function milestonesOf(task: PlannedTask, reference: Reference, random: Random): Step[] {
  const { plan, assignedOn } = task;
  const { refusal, correction, transfer } = plan;
  const groupOf = (department: string) => ({
    departmentId: required(reference.departments, department),
    fieldId: required(reference.fields, task.field),
  });
  const handOver = (on: CivilDate, department: string): Step[] => {
    const officer = plan.handedOver ? officerOf(department, task.sector, random) : null;
    if (officer === null) return [];
    const assigneeId = required(reference.users, officer);
    return [{ event: { kind: "HANDED_OVER", on, assigneeId }, by: "head", notes: null }];
  };
  const steps: Step[] = [];
  const add = (event: TaskEvent, by: Actor, notes: Notes = null, rest: Partial<Step> = {}) =>
    steps.push({ event, by, notes, ...rest });

  const dueOn = correction ? correction.wrongDueOn : task.dueOn;
  const first = groupOf(refusal?.by ?? task.department);
  add({ kind: "ASSIGNED", on: assignedOn, dueOn, ...first }, "assigner");
  if (refusal) {
    const departmentId = required(reference.departments, OFFICE_DEPARTMENT);
    add({ kind: "REFUSED", on: refusal.on, departmentId }, "head", phrases.refused, {
      moveTo: OFFICE_DEPARTMENT,
    });
    const { transferredOn: on } = refusal;
    const to = { moveTo: task.department };
    const group = groupOf(task.department);
    add({ kind: "TRANSFERRED", on, ...group }, "office", phrases.reassigned, to);
  }
  add({ kind: "ACCEPTED", on: plan.acceptedOn }, "head");
  steps.push(...handOver(plan.acceptedOn, task.department));
  if (correction) {
    const { on } = correction;
    add({ kind: "DEADLINE_CORRECTED", on, dueOn: task.dueOn }, "office", phrases.corrected);
  }
  if (plan.editedOn) add({ kind: "EDITED", on: plan.editedOn }, "office", phrases.edited);
  for (const extension of plan.extensions) {
    const { requestedOn, dueOn, decidedOn: on, approved, objective } = extension;
    const reasons = objective ? phrases.objective : phrases.subjective;
    add({ kind: "EXTENSION_REQUESTED", on: requestedOn, dueOn }, "head", reasons, { extension });
    if (approved) {
      const event = { kind: "EXTENSION_APPROVED", on, requestedOn, dueOn } as const;
      add(event, "leader", phrases.approved);
    } else add({ kind: "EXTENSION_REJECTED", on }, "leader", phrases.rejected);
  }
  if (plan.pause) {
    add({ kind: "PAUSED", on: plan.pause.from }, "office", phrases.paused);
    add({ kind: "RESUMED", on: plan.pause.to }, "office", phrases.resumed);
  }
  if (transfer) {
    const { on, to } = transfer;
    add({ kind: "TRANSFERRED", on, ...groupOf(to) }, "office", phrases.transferred, { moveTo: to });
    steps.push(...handOver(workingDaysAfter(on, 1), to));
  }
  for (const { submittedOn, returnedOn } of plan.returns) {
    const event = { kind: "SUBMITTED", on: submittedOn, completedOn: submittedOn } as const;
    add(event, "doer", phrases.submitted);
    add({ kind: "RETURNED", on: returnedOn }, "leader", phrases.returned);
  }
  const finish = ({ completedOn, submittedOn, confirmedOn }: Outcome) => {
    add({ kind: "SUBMITTED", on: submittedOn, completedOn }, "doer", phrases.submitted);
    add({ kind: "CONFIRMED", on: confirmedOn }, "leader");
  };
  if (plan.outcome) finish(plan.outcome);
  if (plan.reopening) {
    add({ kind: "REOPENED", on: plan.reopening.on }, "leader", phrases.reopened);
    finish(plan.reopening.outcome);
  }
  if (plan.cancelledOn) {
    add({ kind: "CANCELLED", on: plan.cancelledOn }, "leader", phrases.cancelled);
  }
  return inOrder(steps);
}

const RUNNING_AFTER = new Map<TaskEvent["kind"], boolean>([
  ["ACCEPTED", true],
  ["RETURNED", true],
  ["RESUMED", true],
  ["REOPENED", true],
  ["SUBMITTED", false],
  ["PAUSED", false],
  ["CANCELLED", false],
  ["CONFIRMED", false],
]);

/** How long people go on reporting on a task that does not end, in days. */
const REPORTING_DAYS = 600;

/** Reports in between, on working days on which nothing else happens and work is under way. */
function progressOf(task: PlannedTask, milestones: readonly Step[], random: Random): Step[] {
  const { acceptedOn, outcome, cancelledOn } = task.plan;
  const end = outcome?.submittedOn ?? cancelledOn ?? addDays(acceptedOn, REPORTING_DAYS);
  const total = Math.max(daysBetween(acceptedOn, end), 1);
  const steps: Step[] = [];
  let progress = 0;
  let day = acceptedOn;
  for (
    let gap = random.integer(3, 8);
    ;
    gap = random.integer(6, 12) + Math.floor(steps.length * 4)
  ) {
    day = workingDayFrom(addDays(day, gap));
    if (day >= end) return steps;
    const running = milestones
      .filter(({ event }) => event.on < day)
      .reduce((was, { event }) => RUNNING_AFTER.get(event.kind) ?? was, false);
    if (!running || milestones.some(({ event }) => event.on === day)) continue;
    const elapsed = daysBetween(acceptedOn, day);
    const share = outcome
      ? (elapsed / total) * (0.75 + 0.3 * random.next())
      : 0.85 * (1 - Math.exp(-elapsed / 110));
    progress = Math.max(progress, Math.min(95, Math.max(5, Math.round(share * 20) * 5)));
    const late = task.dueOn !== null && day > task.dueOn;
    const event = { kind: "PROGRESSED", on: day, progress } as const;
    steps.push({ event, by: "doer", notes: progressNotes(progress, late && random.chance(0.6)) });
  }
}

function progressNotes(progress: number, stuck: boolean): Notes {
  if (stuck) return phrases.stuck;
  if (progress < 35) return phrases.started;
  return progress < 75 ? phrases.midway : phrases.nearlyDone;
}

const SEVEN_HOURS = 7 * 60;

/** The moment at which a minute of a day in Vietnam falls. */
function instantOf(day: CivilDate, minute: number): Date {
  return new Date(new Date(`${day}T00:00:00Z`).getTime() + (minute - SEVEN_HOURS) * 60_000);
}

function entriesOf(
  task: PlannedTask,
  steps: readonly Step[],
  reference: Reference,
  random: Random,
): Entry[] {
  let department = task.plan.refusal?.by ?? task.department;
  let assignee: string | null = null;
  let before: { on: CivilDate; minute: number } | null = null;
  const loginOf = new Map([...reference.users].map(([login, id]) => [id, login]));
  const chaired = isChaired(task);

  return steps.map(({ event, by, notes, moveTo, extension }): Entry => {
    const leader = chaired ? CHAIRMAN_LOGIN : leaderOf(department);
    const onBehalf = by === "doer" && event.kind === "PROGRESSED" && random.chance(0.04);
    const actors: Record<Actor, () => string> = {
      assigner: () => (random.chance(0.2) ? leader : OFFICE_LOGIN),
      office: () => OFFICE_LOGIN,
      leader: () => leader,
      head: () => headOf(department),
      doer: () => (onBehalf ? OFFICE_LOGIN : (assignee ?? headOf(department))),
    };
    const actor = actors[by]();
    if (moveTo !== undefined) {
      department = moveTo;
      assignee = null;
    }
    if (event.kind === "HANDED_OVER" && event.assigneeId !== null) {
      assignee = loginOf.get(event.assigneeId) ?? null;
    }
    const minute: number =
      before?.on === event.on ? before.minute + random.integer(6, 45) : random.integer(465, 900);
    before = { on: event.on, minute };
    const pool = onBehalf ? phrases.onBehalf : notes;
    return {
      event,
      actor,
      at: instantOf(event.on, minute),
      note: pool === null ? null : random.pick(pool),
      extension: extension ?? null,
    };
  });
}

/** Whether the chairman keeps a task in his own hands, whoever's portfolio it is in. */
export function isChaired(task: Pick<PlannedTask, "key">): boolean {
  return randomOf(`${task.key}/chaired`).chance(0.1);
}
