import type { CivilDate, CivilMonth } from "#lib/core/dates.ts";
import type { AgingBucket } from "#lib/tasks/filters.ts";
import type { Level, SpellEnd, TaskStatus, Timeliness } from "#lib/tasks/schema.ts";

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
