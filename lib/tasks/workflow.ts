import type { CivilDate } from "#lib/core/dates.ts";
import type { Explanation } from "#lib/core/errors.ts";
import type { TaskStatus } from "./schema.ts";
import type { TaskVerb } from "./verbs.ts";

const OPEN = ["ASSIGNED", "IN_PROGRESS", "SUBMITTED"] as const;

/** In which states a verb can be done (domain rules "Life of a task"). */
const STATES: Record<TaskVerb, readonly TaskStatus[]> = {
  accept: ["ASSIGNED"],
  refuse: ["ASSIGNED"],
  handOver: ["ASSIGNED", "IN_PROGRESS"],
  progress: ["IN_PROGRESS"],
  submit: ["IN_PROGRESS"],
  confirm: ["SUBMITTED"],
  return: ["SUBMITTED"],
  pause: OPEN,
  resume: ["PAUSED"],
  cancel: [...OPEN, "PAUSED"],
  reopen: ["COMPLETED"],
  transfer: [...OPEN, "PAUSED"],
  requestExtension: ["ASSIGNED", "IN_PROGRESS"],
  approveExtension: [...OPEN, "PAUSED"],
  rejectExtension: [...OPEN, "PAUSED"],
  edit: [...OPEN, "PAUSED"],
  addSubTask: ["ASSIGNED", "IN_PROGRESS"],
};

/** What of a task decides whether a verb can be done now. */
export type VerbState = {
  status: TaskStatus;
  hasDeadline: boolean;
  extensionPending: boolean;
};

/** Why a verb cannot be done in a state, as a message; null when it can. */
export function refusalOf(verb: TaskVerb, state: VerbState): Explanation | null {
  const { status, hasDeadline, extensionPending } = state;
  if (!STATES[verb].includes(status))
    return { key: "work.refusal.state", values: { verb, status } };
  if (verb === "requestExtension" && !hasDeadline) return { key: "work.refusal.noDeadline" };
  if (verb === "requestExtension" && extensionPending) {
    return { key: "work.refusal.extensionPending" };
  }
  if ((verb === "approveExtension" || verb === "rejectExtension") && !extensionPending) {
    return { key: "work.refusal.extensionDecided" };
  }
  return null;
}

/** What is wrong with the day on which something is to take effect; null when nothing is. */
export function dayProblem(
  on: CivilDate,
  { today, notBefore }: { today: CivilDate; notBefore: CivilDate },
): "work.problems.inFuture" | "work.problems.beforeHistory" | null {
  if (on > today) return "work.problems.inFuture";
  if (on < notBefore) return "work.problems.beforeHistory";
  return null;
}
