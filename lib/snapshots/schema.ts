import { z } from "zod";
import { type CivilDate, type CivilMonth, isCivilMonth } from "#lib/core/dates.ts";
import { requiredText, says } from "#lib/core/entries.ts";
import type { Counted } from "#lib/figures/derivation.ts";
import type { Indicator, IndicatorValue, TargetProgress } from "#lib/indicators/schema.ts";
import type { LateReasonKind, NarrativeSection } from "#lib/narratives/schema.ts";
import type { Period, Settings } from "#lib/periods/schema.ts";
import type { AgingBucket } from "#lib/tasks/filters.ts";
import type { Level, SpellEnd, TaskEventKind, TaskStatus, Timeliness } from "#lib/tasks/schema.ts";

/** A month as an address or a form names it. */
export const monthSchema = z.custom<CivilMonth>(
  (value) => typeof value === "string" && isCivilMonth(value),
  says("periods.problems.month"),
);

/** A department and a field, by their codes. */
export type Place = { department: string; field: string };

/** How a task was late in a period. */
export type PeriodLateness = {
  /** Late already at the end of the day before the period. */
  carriedOver: boolean;
  /** First day of the lateness that counts in the period. */
  fromOn: CivilDate;
  /** Month of that day. */
  firstMonth: CivilMonth;
  /** The deadline that was missed last. */
  dueOn: CivilDate;
  /** Calendar days after that deadline, up to the end of the lateness or of the period. */
  days: number;
  outstanding: boolean;
  /** What ended the lateness, null while it is outstanding. */
  endedBy: SpellEnd | null;
  endedOn: CivilDate | null;
  /** Age of an outstanding task's lateness. */
  aging: AgingBucket | null;
  /** Where it was first late in the period, and where last. */
  first: Place;
  last: Place;
};

/** Why a task was late, as its department says. */
export type LateReason = { kind: string; text: string };

/**
 * A task as it stood at the end of a period, with all that the period's figures and report
 * say of it. Departments, fields and sectors stand by their codes.
 */
export type PeriodTask = {
  id: number;
  code: string;
  title: string;
  deliverable: string | null;
  directive: { number: string; issuedOn: CivilDate | null } | null;
  level: Level;
  department: string;
  cooperating: string[];
  field: string;
  sector: string | null;
  status: TaskStatus;
  /** Null for a cancelled task, which is of no class. */
  timeliness: Timeliness | null;
  assignedOn: CivilDate;
  dueOn: CivilDate | null;
  originalDueOn: CivilDate | null;
  completedOn: CivilDate | null;
  /** An extension was asked for and not decided. */
  extensionPending: boolean;
  late: PeriodLateness | null;
  reason: LateReason | null;
};

/** A standing closing of a month. */
export type Closing = {
  id: number;
  month: CivilMonth;
  closedAt: Date;
  /** The position or the machine that closed. */
  closedBy: string;
  /** SHA-256 of the frozen figures and tasks, in hexadecimal. */
  contentHash: string;
};

/** A closing as the history of a month lists it. */
export type PastClosing = Closing & {
  reopened: { at: Date; by: string; reason: string } | null;
};

/** What someone who closes a month is told first: none of it stops the closing. */
export type Checklist = {
  /** Work submitted and not confirmed at the end of the month: it still counts as open. */
  awaitingConfirmation: number;
  /** Open tasks without a deadline, which are never late. */
  withoutDeadline: number;
  missingValues: { code: string; name: string; departmentCode: string }[];
  /** Late tasks without a reason, by department. */
  unexplained: { department: string; late: number; unexplained: number }[];
  /** Departments with late tasks that wrote no section of the report. */
  silentDepartments: string[];
};

/** What a closing keeps beside the tasks: all that the month's report is made of. */
export type FrozenMonth = {
  counted: Counted;
  settings: Settings;
  indicators: Indicator[];
  targets: TargetProgress[];
  sections: NarrativeSection[];
  names: ReportNames;
  checklist: Checklist;
};

/** A code of a catalogue with its names. */
export type Named = { code: string; name: string; short: string };

/** The catalogues' names as they were. */
export type ReportNames = {
  departments: Named[];
  fields: Named[];
  sectors: Named[];
  reasons: LateReasonKind[];
};

/** A month of the register as the list of reports shows it. */
export type ReportMonth = {
  month: CivilMonth;
  period: Period;
  /** The month's last day is over or has come, so that it can be closed. */
  over: boolean;
  closing: Closing | null;
  /** How often it was closed and opened again. */
  reopened: number;
};

/** A figure of a summary that counts tasks, and the group that it is counted over. */
export type FigureKey = {
  part: "overdue" | "completion" | "aging";
  figure: string;
  department?: string;
  field?: string;
  level?: Level;
};

/** Figures by their keys, written as text. */
export type FigureCounts = Map<string, number>;

/** What was recorded of a task since a closing. */
export type LaterEdit = {
  kind: TaskEventKind;
  on: CivilDate;
  at: Date;
  note: string | null;
  by: string | null;
};

/** A task that the closed month would now see otherwise. */
export type ChangedTask = {
  id: number;
  code: string;
  title: string;
  /** As it was frozen; null: it was not behind the month's figures. */
  before: PeriodTask | null;
  after: PeriodTask | null;
  /** By how much it moved which figures; none where only words changed. */
  moved: FigureCounts;
  edits: LaterEdit[];
};

/** A figure that would now differ, with the tasks that moved it. */
export type Adjustment = FigureKey & {
  closed: number;
  now: number;
  tasks: { id: number; change: number }[];
};

/** An indicator's value that was entered, changed or taken away since. */
export type ChangedValue = {
  code: string;
  name: string;
  unit: string;
  month: CivilMonth;
  before: IndicatorValue;
  after: IndicatorValue | null;
  edits: { at: Date; by: string | null }[];
};

/** What differs since a month was closed ("điều chỉnh sau chốt"). */
export type Adjustments = {
  closing: Closing;
  period: Period;
  adjustments: Adjustment[];
  tasks: ChangedTask[];
  values: ChangedValue[];
};

const REASON_LENGTH = 500;

/** What is entered to close a month, and to open it again. */
export const closeSchema = z.object({ month: monthSchema });
export const reopenSchema = z.object({
  month: monthSchema,
  reason: requiredText(REASON_LENGTH, "periods.problems.reason"),
});
