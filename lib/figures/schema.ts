import type { CivilDate, CivilMonth } from "#lib/core/dates.ts";
import type { AgingBucket } from "#lib/tasks/filters.ts";
import type { Level } from "#lib/tasks/schema.ts";

/**
 * Late tasks of one group in one period, each task once:
 * carriedOver + newlyOverdue + transferredIn − transferredOut − resolved.total = outstanding,
 * and late = carriedOver + newlyOverdue.
 */
export type OverdueFigures = {
  late: number;
  carriedOver: number;
  newlyOverdue: number;
  transferredIn: number;
  transferredOut: number;
  resolved: {
    total: number;
    completed: number;
    extended: number;
    cancelled: number;
    paused: number;
  };
  outstanding: number;
};

/**
 * Tasks assigned since the year's first day, cancelled ones left out, in the state that they
 * had at the end of `asOf`: completed + open = assigned; onTime + late + noDeadline = completed.
 * Rates are fractions in [0, 1], null where the denominator is 0.
 */
export type CompletionFigures = {
  assigned: number;
  completed: number;
  onTime: number;
  late: number;
  /** Completed ones that had no deadline. */
  noDeadline: number;
  /** Completed ones that kept the deadline first set. */
  onTimeByOriginalDeadline: number;
  open: number;
  overdue: number;
  dueSoon: number;
  awaitingConfirmation: number;
  completionRate: number | null;
  onTimeRate: number | null;
  onTimeRateOriginalDeadline: number | null;
  settledRate: number | null;
};

export type TrendPoint = {
  month: CivilMonth;
  assigned: number;
  completed: number;
  late: number;
  outstanding: number;
  completionRate: number | null;
};

/** All figures of the dashboard and the report, `GET /api/v1/summary`. */
export type Summary = {
  period: CivilMonth;
  from: CivilDate;
  to: CivilDate;
  asOf: CivilDate;
  closed: boolean;
  overdue: {
    total: OverdueFigures;
    byField: (OverdueFigures & { code: string })[];
    byDepartment: (OverdueFigures & { code: string })[];
    matrix: (OverdueFigures & { department: string; field: string })[];
  };
  completion: {
    total: CompletionFigures;
    byLevel: (CompletionFigures & { code: Level })[];
    byDepartment: (CompletionFigures & { code: string })[];
  };
  aging: { bucket: AgingBucket; count: number }[];
  trend: TrendPoint[];
};

/** A figure and what it was at the end of the month before (null: before the register began). */
export type Change<T> = { now: T; before: T | null };

/** What the dashboard shows above the late tables, each with the month before. */
export type KeyFigures = {
  completionRate: Change<number | null>;
  cityCompletionRate: Change<number | null>;
  onTimeRate: Change<number | null>;
  late: Change<number>;
  outstanding: Change<number>;
  /** Open tasks, not paused, whose deadline lies in the 7 days after `asOf` (that day included). */
  dueWithinWeek: Change<number>;
  awaitingConfirmation: Change<number>;
  pendingExtensions: Change<number>;
};

export const ATTENTION_KINDS = [
  "EXTENSION_PENDING",
  "AWAITING_CONFIRMATION",
  "LONGEST_OVERDUE",
  "RETURNED_OFTEN",
] as const;

/** One task that someone in charge should look at first, and why. */
export type AttentionItem = {
  kind: (typeof ATTENTION_KINDS)[number];
  taskId: number;
  taskCode: string;
  title: string;
  departmentCode: string;
  /** Days waited (extension, confirmation), days late, or times returned. */
  amount: number;
};

/** Deadlines of open tasks in one week ahead (Monday to Sunday, cut at the first day). */
export type UpcomingWeek = { from: CivilDate; to: CivilDate; count: number };

export type Dashboard = {
  summary: Summary;
  keyFigures: KeyFigures;
  attention: { items: AttentionItem[]; pendingExtensions: number; awaitingConfirmation: number };
  upcoming: UpcomingWeek[];
};
