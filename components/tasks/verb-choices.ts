import type { ActionState } from "#lib/core/action.ts";
import type { CivilDate } from "#lib/core/dates.ts";
import type { TaskStatus } from "#lib/tasks/schema.ts";
import type { TaskVerb } from "#lib/tasks/verbs.ts";

export type Choice = { value: string; label: string };

/** What the forms of the verbs choose from. */
export type VerbChoices = {
  today: CivilDate;
  /** Who can be given the task. */
  workers: readonly Choice[];
  leaders: readonly Choice[];
  departments: readonly Choice[];
  fields: readonly Choice[];
  sectors: readonly Choice[];
};

/** A task as far as its forms need it. */
export type WorkedTask = {
  id: number;
  code: string;
  title: string;
  version: number;
  status: TaskStatus;
  progress: number;
  assignedOn: CivilDate;
  dueOn: CivilDate | null;
  productRequired: boolean;
  assigneeId: number | null;
  verbs: readonly TaskVerb[];
  extension: { id: number; newDueOn: CivilDate } | null;
};

/** What is written about a task, for whoever edits it. */
export type WrittenTask = {
  title: string;
  deliverable: string | null;
  decidingAuthority: string | null;
  dueWording: string | null;
  priority: "NORMAL" | "HIGH";
  field: string;
  sector: string | null;
  cooperating: readonly string[];
  leaderId: number | null;
};

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

/** The verbs that make sense for several tasks with one form. */
export const SEVERAL_VERBS = [
  "accept",
  "handOver",
  "progress",
  "confirm",
  "approveExtension",
  "rejectExtension",
] as const satisfies readonly TaskVerb[];
