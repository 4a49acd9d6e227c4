import { addDays, type CivilDate, later } from "#lib/core/dates.ts";
import type { TaskEvent } from "#lib/tasks/schema.ts";
import { workingDaysAfter, workingDayUntil } from "./calendar.ts";
import { historyOf } from "./history.ts";
import { barePlan, drawPlan } from "./plans.ts";
import { randomOf } from "./random.ts";
import type { Plan, PlannedTask, Reference, Sketch } from "./sketch.ts";
import { faultOf } from "./soundness.ts";

/** Done and confirmed at once, a day before the deadline: what always fits. */
function promptPlan(task: Sketch, latest: CivilDate): Plan {
  const acceptedOn = task.assignedOn;
  const dueOn = task.dueOn !== null && task.dueOn < latest ? task.dueOn : latest;
  const completedOn = later(workingDayUntil(addDays(dueOn, -1)), acceptedOn);
  const confirmedOn = workingDaysAfter(completedOn, 1);
  return {
    ...barePlan(acceptedOn),
    outcome: { completedOn, submittedOn: completedOn, confirmedOn },
  };
}

const ATTEMPTS = 80;

/**
 * Plans a task so that its history is sound and allowed. When chance finds nothing that is,
 * the task is done promptly, at the latest by `latest`.
 */
export function settle(
  task: Sketch,
  reference: Reference,
  lateness: number,
  allowed: (events: readonly TaskEvent[]) => boolean,
  latest: CivilDate,
): PlannedTask {
  const isFine = (planned: PlannedTask): boolean => {
    const events = historyOf(planned, reference).map(({ event }) => event);
    return faultOf(events) === null && allowed(events);
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const plan = drawPlan(task, lateness, randomOf(`${task.key}/plan/${attempt}`));
    if (isFine({ ...task, plan })) return { ...task, plan };
  }
  const prompt = { ...task, plan: promptPlan(task, latest) };
  if (isFine(prompt)) return prompt;
  throw new Error(`No story fits ${task.key} (${task.assignedOn} to ${task.dueOn})`);
}
