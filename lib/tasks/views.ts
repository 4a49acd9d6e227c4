import type { CivilDate, CivilMonth } from "#lib/core/dates.ts";
import type { FileView } from "#lib/files/schema.ts";
import type { Level, SpellEnd, TaskEvent, TaskStatus, Timeliness } from "./schema.ts";
import type { TaskVerb } from "./verbs.ts";

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
  /** The first month that was closed by then and that the event's dates fall into or before. */
  afterClosing: CivilMonth | null;
  /** The file that it came with; null for what was entered here or sent by a machine. */
  importId: number | null;
  importFile: string | null;
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

/** What someone can do with a task now, and what the forms for it begin with. */
export type TaskWork = {
  id: number;
  code: string;
  title: string;
  version: number;
  status: TaskStatus;
  progress: number;
  assignedOn: CivilDate;
  dueOn: CivilDate | null;
  productRequired: boolean;
  leadDepartmentId: number;
  assigneeId: number | null;
  verbs: TaskVerb[];
  extension: WaitingExtension | null;
  /** What was handed in and waits for its confirmation. */
  submission: { completedOn: CivilDate; note: string | null } | null;
};

export type WaitingExtension = {
  id: number;
  newDueOn: CivilDate;
  requestedOn: CivilDate;
  reason: string;
  objective: boolean;
  requestedBy: string | null;
};

/** A part of a task, in its department's plan. */
export type SubTask = {
  id: number;
  code: string;
  title: string;
  status: TaskStatus;
  progress: number;
  dueOn: CivilDate | null;
  assignee: string | null;
};

/** An entry of a list to choose from. */
export type Choice = { value: string; label: string };

/** What tasks refer to, as it is offered for new ones. */
export type CatalogueChoices = {
  leaders: Choice[];
  departments: Choice[];
  /** Those that the reader may give tasks to. */
  leadDepartments: Choice[];
  fields: Choice[];
  sectors: Choice[];
};

/** What the forms of the verbs choose from. */
export type VerbChoices = CatalogueChoices & {
  today: CivilDate;
  /** The last day of the last closed month: what is dated earlier is marked. */
  closedUntil: CivilDate | null;
  /** Who can be given the task. */
  workers: Choice[];
};

/** What is written about a task, for the form that edits it; catalogue entries by their codes. */
export type WrittenTask = {
  title: string;
  deliverable: string | null;
  productRequired: boolean;
  decidingAuthority: string | null;
  dueWording: string | null;
  priority: "NORMAL" | "HIGH";
  department: string;
  field: string;
  sector: string | null;
  /** In the order of their codes. */
  cooperating: string[];
  leaderId: number | null;
  leaderName: string | null;
};

/** A task on a desk, with what can be done with it from there. */
export type DeskTask = { item: TaskListItem; work: TaskWork };

/** A request to extend a deadline, with what a decision about it needs to know. */
export type ExtensionToDecide = DeskTask & {
  extension: WaitingExtension;
  /** Earlier requests for the same task and what became of them, the oldest first. */
  earlier: { newDueOn: CivilDate; decision: "APPROVED" | "REJECTED"; reason: string }[];
  /** Asked for on or before the deadline: granted, the task was never late by it. */
  inTime: boolean;
};

/** What waits for a leader's word. */
export type Decisions = { extensions: ExtensionToDecide[]; submissions: DeskTask[] };

/** A file of a task, and to which event or request for an extension it came, if to one. */
export type TaskFile = FileView & {
  eventSequence: number | null;
  extensionId: number | null;
  uploadedAt: Date;
  /** Position; null for what a machine sent. */
  uploadedBy: string | null;
};

/** All that someone works on a task with, beside what there is to read about it. */
export type TaskDesk = {
  work: TaskWork;
  written: WrittenTask;
  choices: VerbChoices;
  parts: SubTask[];
  /** The task of which this is a part. */
  parent: { id: number; code: string; title: string } | null;
  files: TaskFile[];
};
