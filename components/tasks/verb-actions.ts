import type { ActionState } from "#lib/core/action.ts";
import type { TaskVerb } from "#lib/tasks/verbs.ts";
import type { TaskWork } from "#lib/tasks/views.ts";

/** A task after a verb. */
export type Done = { id: number; version: number };
export type VerbAction = (
  before: ActionState<Done> | null,
  form: FormData,
) => Promise<ActionState<Done>>;
export type VerbActions = Partial<Record<TaskVerb, VerbAction>>;

/** What came of a verb for several tasks at once. */
export type SeveralDone = { done: number; refused: { id: number; why: string }[] };
export type SeveralAction = (
  before: ActionState<SeveralDone> | null,
  form: FormData,
) => Promise<ActionState<SeveralDone>>;

/**
 * What a verb is about: a decision about the request that waits, everything else about the task.
 * Null when there is no such request.
 */
export function subjectOf(verb: TaskVerb, { id, extension }: TaskWork): number | null {
  const decides = verb === "approveExtension" || verb === "rejectExtension";
  return decides ? (extension?.id ?? null) : id;
}

/** The verbs that make sense for several tasks with one form. */
export const SEVERAL_VERBS = [
  "accept",
  "handOver",
  "progress",
  "confirm",
  "approveExtension",
  "rejectExtension",
] as const satisfies readonly TaskVerb[];
