import type { AgingBucket } from "#lib/tasks/filters.ts";
import type { Level, SpellEnd } from "#lib/tasks/schema.ts";
import type { CompletionFigures, OverdueFigures } from "./schema.ts";

/** How many late tasks of a period began in one group and ended in one, in the same way. */
export type LateCount = {
  first: { department: string; field: string };
  last: { department: string; field: string };
  carriedOver: boolean;
  outstanding: boolean;
  endedBy: SpellEnd | null;
  count: number;
};

const RESOLUTIONS = {
  COMPLETED: "completed",
  EXTENDED: "extended",
  CANCELLED: "cancelled",
  PAUSED: "paused",
} as const;

export function noOverdueFigures(): OverdueFigures {
  return {
    late: 0,
    carriedOver: 0,
    newlyOverdue: 0,
    transferredIn: 0,
    transferredOut: 0,
    resolved: { total: 0, completed: 0, extended: 0, cancelled: 0, paused: 0 },
    outstanding: 0,
  };
}

/**
 * Late tasks by group (domain rules "Overdue is an interval"). A task counts as late in the
 * group where it was first late in the period and as outstanding or resolved in the one where
 * it was last; if they differ it left the one and came into the other, once.
 * @param groupOf the name of the group that a department and field make up; null: not counted
 */
export function overdueFiguresBy(
  counts: readonly LateCount[],
  groupOf: (place: LateCount["first"]) => string | null,
): Map<string, OverdueFigures> {
  const groups = new Map<string, OverdueFigures>();
  const figuresOf = (group: string) => {
    const figures = groups.get(group) ?? noOverdueFigures();
    groups.set(group, figures);
    return figures;
  };
  for (const { first, last, carriedOver, outstanding, endedBy, count } of counts) {
    const from = groupOf(first);
    const to = groupOf(last);
    if (from !== null) {
      const figures = figuresOf(from);
      figures.late += count;
      figures[carriedOver ? "carriedOver" : "newlyOverdue"] += count;
      if (from !== to) figures.transferredOut += count;
    }
    if (to !== null) {
      const figures = figuresOf(to);
      if (from !== to) figures.transferredIn += count;
      if (outstanding) figures.outstanding += count;
      else {
        figures.resolved.total += count;
        if (endedBy !== null && endedBy !== "TRANSFERRED") {
          figures.resolved[RESOLUTIONS[endedBy]] += count;
        }
      }
    }
  }
  return groups;
}

/** Counts of a year's tasks at the end of a day, from which the rates follow. */
export type CompletionCounts = {
  open: number;
  overdue: number;
  completed: number;
  onTime: number;
  onTimeByOriginalDeadline: number;
  noDeadline: number;
  dueSoon: number;
  awaitingConfirmation: number;
};

export function noCompletionCounts(): CompletionCounts {
  return {
    open: 0,
    overdue: 0,
    completed: 0,
    onTime: 0,
    onTimeByOriginalDeadline: 0,
    noDeadline: 0,
    dueSoon: 0,
    awaitingConfirmation: 0,
  };
}

/** Adds one set of counts to another, in place. */
export function addCounts(
  to: CompletionCounts,
  counts: Partial<CompletionCounts>,
): CompletionCounts {
  for (const key of Object.keys(to) as (keyof CompletionCounts)[]) to[key] += counts[key] ?? 0;
  return to;
}

/** A fraction in [0, 1], or null where there is nothing to divide by (shown as "—"). */
export function rateOf(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

/** Counts with their rates (domain rules "Rates"). */
export function completionFiguresOf(counts: CompletionCounts): CompletionFigures {
  const { open, overdue, completed, onTime, onTimeByOriginalDeadline, noDeadline } = counts;
  const assigned = completed + open;
  const withDeadline = completed - noDeadline;
  return {
    assigned,
    completed,
    onTime,
    late: withDeadline - onTime,
    noDeadline,
    onTimeByOriginalDeadline,
    open,
    overdue,
    dueSoon: counts.dueSoon,
    awaitingConfirmation: counts.awaitingConfirmation,
    completionRate: rateOf(completed, assigned),
    onTimeRate: rateOf(onTime, withDeadline),
    onTimeRateOriginalDeadline: rateOf(onTimeByOriginalDeadline, withDeadline),
    settledRate: rateOf(completed, completed + overdue),
  };
}

/** Sums counts by a group that each row names. */
export function countsBy<Row extends Partial<CompletionCounts>, Group extends string | Level>(
  rows: readonly Row[],
  groupOf: (row: Row) => Group,
): Map<Group, CompletionCounts> {
  const groups = new Map<Group, CompletionCounts>();
  for (const row of rows) {
    const group = groupOf(row);
    groups.set(group, addCounts(groups.get(group) ?? noCompletionCounts(), row));
  }
  return groups;
}

/** Days past the deadline at which each bucket of outstanding tasks begins. */
export const AGING_STARTS: readonly { bucket: AgingBucket; from: number }[] = [
  { bucket: "1-7", from: 1 },
  { bucket: "8-30", from: 8 },
  { bucket: "31-90", from: 31 },
  { bucket: "90+", from: 91 },
];
