import { z } from "zod";
import type { CivilDate } from "#lib/core/dates.ts";
import type { KeyFigures, OverdueFigures } from "#lib/figures/schema.ts";
import type { Period } from "#lib/periods/schema.ts";
import type { SpellEnd } from "#lib/tasks/schema.ts";

/** Which two days: each a day, or a month for its last day. */
export const comparisonQuerySchema = z.strictObject({
  from: z.string().optional(),
  to: z.string().optional(),
});

/** The address of a comparison; each of the two a day or a month. */
export function comparisonHref(from: string, to: string): string {
  return `/comparison?from=${from}&to=${to}`;
}

/** Two days, the earlier one first, each as of which its own month is looked at. */
export type Range = {
  from: Period;
  to: Period;
  /** Two months were asked for, not two days. */
  months: boolean;
};

/** The figures of one of the two days; late, carried over and new are of the month up to it. */
export type DayFigures = {
  late: number;
  carriedOver: number;
  newlyOverdue: number;
  outstanding: number;
  completed: number;
  completionRate: KeyFigures["completionRate"]["now"];
  onTimeRate: KeyFigures["onTimeRate"]["now"];
  dueWithinWeek: number;
  awaitingConfirmation: number;
};
export type DayFigure = keyof DayFigures;

/**
 * What happened between the two days in one department, or in all: opening (`carriedOver`) +
 * became late (`newlyOverdue`) + came in − went out − resolved = closing (`outstanding`).
 */
export type Flow = OverdueFigures & {
  /** Newly assigned after the first day, and completed after it. */
  assigned: number;
  completed: number;
};

type ListedTask = { id: number; code: string; title: string; department: string };

export type BecameLate = ListedTask & {
  dueOn: CivilDate;
  /** It is late no longer on the second day, so that it stands among the resolved too. */
  resolved: boolean;
};
export type Resolved = ListedTask & {
  by: Exclude<SpellEnd, "TRANSFERRED">;
  on: CivilDate;
  becameLate: boolean;
};
/** `department` is the one that has it now. */
export type Moved = ListedTask & { from: string; whileLate: boolean };
export type Assigned = ListedTask & { assignedOn: CivilDate; dueOn: CivilDate | null };
export type Completed = ListedTask & { completedOn: CivilDate; dueOn: CivilDate | null };

/** The tasks of a list that the reader may open, and how many there are in all. */
export type TaskList<Task> = { tasks: Task[]; total: number };

export type Comparison = {
  range: Range;
  before: DayFigures;
  after: DayFigures;
  total: Flow;
  /** By department code; departments in which nothing was late and nothing happened are left out. */
  byDepartment: (Flow & { code: string })[];
  /** Outstanding on the two days by department code, counted apart from the flows. */
  outstanding: { before: Map<string, number>; after: Map<string, number> };
  lists: {
    becameLate: TaskList<BecameLate>;
    resolved: TaskList<Resolved>;
    moved: TaskList<Moved>;
    assigned: TaskList<Assigned>;
    completed: TaskList<Completed>;
  };
  /** Tasks that became late and were resolved before the second day was over. */
  lateAndResolved: number;
  /** Closed month ends whose frozen number of outstanding tasks is another than the live one. */
  closedOtherwise: { on: CivilDate; closed: number; live: number }[];
};
export type ListName = keyof Comparison["lists"];
