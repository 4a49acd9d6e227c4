import { addDays, type CivilDate, daysBetween, later } from "#lib/core/dates.ts";
import { workingDayFrom, workingDaysAfter, workingDayUntil } from "./calendar.ts";
import type { Random } from "./random.ts";
import type { Outcome, Plan, PlannedExtension, Sketch } from "./sketch.ts";

/** A plan in which nothing happens but acceptance. */
export function barePlan(acceptedOn: CivilDate, handedOver = true): Plan {
  return {
    acceptedOn,
    handedOver,
    refusal: null,
    correction: null,
    editedOn: null,
    extensions: [],
    pause: null,
    transfer: null,
    returns: [],
    outcome: null,
    cancelledOn: null,
    reopening: null,
  };
}

/** Work done on a day, told on that day or the next, and confirmed within a week or so. */
export function outcomeOn(completedOn: CivilDate, random: Random): Outcome {
  const submittedOn = workingDaysAfter(completedOn, random.chance(0.2) ? 1 : 0);
  const wait = random.weighted([
    [1, 32],
    [2, 33],
    [3, 20],
    [4, 10],
    [5, 5],
  ]);
  return { completedOn, submittedOn, confirmedOn: workingDaysAfter(submittedOn, wait) };
}

/** Days late; null is never finished in sight. */
function drawLateness(random: Random): number | null {
  const [least, most] = random.weighted<readonly [number, number]>([
    [[1, 7], 21],
    [[8, 20], 18],
    [[21, 45], 18],
    [[46, 90], 18],
    [[91, 240], 16],
    [[0, 0], 12],
  ]);
  return most === 0 ? null : random.integer(least, most);
}

/** An extension asked for some days before the deadline. */
function extensionInTime(dueOn: CivilDate, random: Random): PlannedExtension {
  const requestedOn = workingDayUntil(addDays(dueOn, -random.integer(2, 7)));
  return {
    requestedOn,
    dueOn: workingDayFrom(addDays(dueOn, random.pick([7, 10, 14, 15, 20, 30]))),
    decidedOn: workingDaysAfter(requestedOn, random.integer(3, 9)),
    approved: random.chance(0.82),
    objective: random.chance(0.4),
  };
}

/** An extension asked for when it was late already. */
export function extensionLate(requestedOn: CivilDate, random: Random): PlannedExtension {
  const decidedOn = workingDaysAfter(requestedOn, random.integer(4, 10));
  return {
    requestedOn,
    decidedOn,
    dueOn: workingDayFrom(addDays(decidedOn, random.pick([7, 10, 14, 20, 30]))),
    approved: random.chance(0.75),
    objective: random.chance(0.3),
  };
}

/** The day on which work with a deadline is done when it is done in time. */
function dayInTime(acceptedOn: CivilDate, dueOn: CivilDate, random: Random): CivilDate {
  const room = Math.max(daysBetween(acceptedOn, dueOn), 0);
  const early = random.weighted([
    [0, 26],
    [1, 20],
    [random.integer(2, 4), 28],
    [Math.floor(room * (0.2 + 0.4 * random.next())), 26],
  ]);
  return later(workingDayUntil(addDays(dueOn, -Math.min(early, room))), acceptedOn);
}

/** Submissions that came back, before the last one on `completedOn`. */
function drawReturns(completedOn: CivilDate, random: Random): Plan["returns"] {
  const count = random.weighted([
    [0, 88],
    [1, 9],
    [2, 2.2],
    [3, 0.8],
  ]);
  let day = completedOn;
  return Array.from({ length: count }, () => {
    const returnedOn = workingDayUntil(addDays(day, -random.integer(1, 3)));
    day = workingDayUntil(addDays(returnedOn, -random.integer(1, 3)));
    return { submittedOn: day, returnedOn };
  }).reverse();
}

/** Work without a deadline: done some time. */
function drawOpenEnded(plan: Plan, random: Random): Plan {
  if (random.chance(0.06)) return plan;
  const days = random.weighted([
    [random.integer(10, 35), 45],
    [random.integer(36, 90), 40],
    [random.integer(91, 200), 15],
  ]);
  const completedOn = workingDayFrom(addDays(plan.acceptedOn, days));
  return { ...plan, outcome: outcomeOn(completedOn, random) };
}

/** Departments that work is mistaken for or moved to. */
const NEIGHBOURS: Record<string, readonly string[]> = {
  PHONG_KT: ["BAN_QLDA", "PHONG_VHXH", "CONG_AN"],
  BAN_QLDA: ["PHONG_KT"],
  PHONG_VHXH: ["PHONG_KT", "TRAM_YT", "TT_DVTH"],
  TRAM_YT: ["PHONG_VHXH"],
  TT_DVTH: ["PHONG_VHXH"],
  CONG_AN: ["PHONG_KT", "BCH_QS"],
  BCH_QS: ["CONG_AN"],
};

type Twist = "none" | "cancelled" | "paused" | "transferred" | "refused" | "corrected" | "reopened";

/** Draws how a task goes; `lateness` is the chance that it is not finished in time. */
export function drawPlan(task: Sketch, lateness: number, random: Random): Plan {
  const accepted = workingDaysAfter(task.assignedOn, random.integer(0, 2));
  const plan = barePlan(accepted, random.chance(0.74));
  if (random.chance(0.02)) plan.editedOn = workingDaysAfter(accepted, 1);
  if (task.dueOn === null) return drawOpenEnded(plan, random);

  const twist = random.weighted<Twist>([
    ["none", 89.5],
    ["cancelled", 2],
    ["paused", 2.8],
    ["transferred", 3],
    ["refused", 1.2],
    ["corrected", 0.7],
    ["reopened", 0.8],
  ]);
  const neighbours = NEIGHBOURS[task.department] ?? [];
  if (twist === "cancelled") {
    return { ...plan, cancelledOn: workingDaysAfter(accepted, random.integer(3, 25)) };
  }
  if (twist === "paused") {
    const from = workingDaysAfter(accepted, random.integer(2, 8));
    const to = workingDayFrom(addDays(from, random.integer(15, 60)));
    const done = workingDaysAfter(later(to, task.dueOn), random.integer(2, 15));
    return { ...plan, pause: { from, to }, outcome: outcomeOn(done, random) };
  }
  if (twist === "refused" && neighbours.length > 0) {
    const on = workingDaysAfter(task.assignedOn, random.integer(0, 1));
    const transferredOn = workingDaysAfter(on, random.integer(1, 2));
    plan.refusal = { by: random.pick(neighbours), on, transferredOn };
    plan.acceptedOn = workingDaysAfter(transferredOn, random.integer(0, 1));
  }
  if (twist === "corrected") {
    const wrong = workingDayFrom(addDays(task.dueOn, random.pick([-7, 9, 21, 30])));
    const wrongDueOn = later(wrong, workingDaysAfter(task.assignedOn, 1));
    plan.correction = { on: workingDaysAfter(plan.acceptedOn, 1), wrongDueOn };
  }
  finishPlan(plan, task.dueOn, lateness, random);

  const end = plan.outcome?.submittedOn;
  if (twist === "transferred" && neighbours.length > 0) {
    const last = end ? daysBetween(plan.acceptedOn, end) - 4 : 60;
    const on = workingDayFrom(addDays(plan.acceptedOn, random.integer(3, Math.max(last, 3))));
    plan.transfer = { on, to: random.pick(neighbours) };
  }
  if (twist === "reopened" && plan.outcome) {
    const on = workingDaysAfter(plan.outcome.confirmedOn, random.integer(5, 20));
    const outcome = outcomeOn(workingDaysAfter(on, random.integer(4, 18)), random);
    plan.reopening = { on, outcome };
  }
  return plan;
}

/** Draws extensions, returns and the end. */
function finishPlan(plan: Plan, dueOn: CivilDate, lateness: number, random: Random): void {
  let deadline = dueOn;
  let notBefore = plan.acceptedOn;
  if (daysBetween(plan.acceptedOn, dueOn) >= 9 && random.chance(0.18)) {
    const extension = extensionInTime(dueOn, random);
    plan.extensions.push(extension);
    notBefore = workingDaysAfter(extension.decidedOn, 1);
    if (extension.approved) deadline = extension.dueOn;
  }
  let completedOn: CivilDate;
  if (!random.chance(lateness)) completedOn = dayInTime(notBefore, deadline, random);
  else {
    const days = drawLateness(random);
    if (days === null) return;
    completedOn = workingDayFrom(addDays(deadline, days));
    if (days > 14 && random.chance(0.3)) {
      const asked = workingDayFrom(addDays(deadline, random.integer(2, Math.min(days - 10, 20))));
      const extension = extensionLate(later(asked, notBefore), random);
      plan.extensions.push(extension);
      notBefore = workingDaysAfter(extension.decidedOn, 1);
      if (extension.approved) {
        completedOn = random.chance(0.75)
          ? workingDayUntil(addDays(extension.dueOn, -random.integer(0, 4)))
          : workingDayFrom(addDays(extension.dueOn, random.integer(1, 20)));
      }
    }
  }
  completedOn = later(completedOn, notBefore);
  plan.returns = drawReturns(completedOn, random);
  plan.outcome = outcomeOn(completedOn, random);
}
