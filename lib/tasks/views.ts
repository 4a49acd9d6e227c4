import type { CivilDate } from "#lib/core/dates.ts";
import type { Level, SpellEnd, TaskEvent, TaskStatus, Timeliness } from "./schema.ts";

/** A task in a list, as it stood at the end of the day that the list looks at. */
export type TaskListItem = {
  id: number;
  code: string;
  title: string;
  level: Level;
  status: TaskStatus;
  /** Null for a cancelled task. */
  timeliness: Timeliness | null;
  /** Codes of the catalogues. */
  department: string;
  field: string;
  sector: string | null;
  cooperating: string[];
  directive: { id: number; number: string; issuedOn: CivilDate | null } | null;
  /** Positions, as they are today. */
  leader: string | null;
  assignee: string | null;
  assignedOn: CivilDate;
  originalDueOn: CivilDate | null;
  dueOn: CivilDate | null;
  completedOn: CivilDate | null;
  /** Days from the day looked at to the deadline (0: it is that day); null unless open and not yet late. */
  daysLeft: number | null;
  /** Days from the deadline to the day looked at or of completion; null when not late. */
  daysLate: number | null;
  /** Percent. */
  progress: number;
  extensionPending: boolean;
  returnCount: number;
  extensionCount: number;
  version: number;
  /** In a list of a period's late tasks: how the task was late in it. */
  late: { carriedOver: boolean; outstanding: boolean; endedBy: SpellEnd | null } | null;
};

/** One line of a task's history: the event, when and by whom it was recorded. */
export type TaskEventRecord = {
  sequence: number;
  event: TaskEvent;
  at: Date;
  /** Position or name of the sending system; null for what the product did itself. */
  actor: string | null;
  note: string | null;
};

export type TaskSpell = {
  dueOn: CivilDate;
  fromOn: CivilDate;
  toOn: CivilDate | null;
  endedBy: SpellEnd | null;
  /** Code of the department that it was late under. */
  department: string;
  field: string;
  continuing: boolean;
};

export type TaskExtension = {
  id: number;
  oldDueOn: CivilDate;
  newDueOn: CivilDate;
  reason: string;
  requestedOn: CivilDate;
  requestedBy: string | null;
  /** Null while it waits. */
  decision: "APPROVED" | "REJECTED" | null;
  decidedOn: CivilDate | null;
  decidedBy: string | null;
  decisionNote: string | null;
};

/** All that a task's page shows, as of today. */
export type TaskDetail = TaskListItem & {
  deliverable: string | null;
  decidingAuthority: string | null;
  dueWording: string | null;
  priority: "NORMAL" | "HIGH";
  submittedOn: CivilDate | null;
  cancelledOn: CivilDate | null;
  directiveAbstract: string | null;
  /** By which the machine interface refers to the two. */
  leaderLogin: string | null;
  assigneeLogin: string | null;
  /** Working days late, where `daysLate` counts calendar days. */
  workingDaysLate: number | null;
  spells: TaskSpell[];
  extensions: TaskExtension[];
  /** Oldest first. */
  history: TaskEventRecord[];
  /** Positions of the people whom the history mentions, by their id. */
  people: Record<number, string>;
  asOf: CivilDate;
};
