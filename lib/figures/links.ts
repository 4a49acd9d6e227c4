import { addDays, type CivilDate, type CivilMonth } from "#lib/core/dates.ts";
import { spanOf } from "#lib/periods/rules.ts";
import {
  type AgingBucket,
  queryStringOf,
  type TaskFilter,
  taskListHref,
} from "#lib/tasks/filters.ts";
import { figuresScopeOf, mayOpenFigure, taskScopeOf } from "#lib/tasks/policy.ts";
import type { Level, SpellEnd, TaskStatus } from "#lib/tasks/schema.ts";
import type { Viewer } from "#lib/users/schema.ts";
import type {
  CompletionFigures,
  KeyFigures,
  OverdueFigures,
  Summary,
  UpcomingWeek,
} from "./schema.ts";

/**
 * From a figure to the list of exactly the tasks behind it: the only place that knows how a
 * number on the dashboard is asked for again as a list.
 */

/** Whose figures open to their tasks for someone: the totals, and which departments'. */
export type FigureAccess = {
  totals: boolean;
  /** Codes of departments. */
  departments: readonly string[];
  /** The department that all the figures are of, where they are not of the whole commune. */
  only: string | null;
  /** Whose waiting work is shown first: all (null) or one department's; "several": no one list. */
  inCharge: { department: string | null } | "several";
};

/** Whose figures a viewer may open, by the same policies that the list of tasks keeps. */
export function figureAccessOf(
  viewer: Viewer,
  departments: readonly { id: number; code: string }[],
): FigureAccess {
  const opened = departments.filter(({ id }) => mayOpenFigure(viewer, id)).map(({ code }) => code);
  const bound = taskScopeOf(viewer).kind === "department" ? (opened[0] ?? null) : null;
  const portfolio = departments.filter(({ id }) => viewer.portfolioDepartmentIds.includes(id));
  const [first, ...others] = portfolio;
  const several = viewer.role === "VICE_CHAIRMAN" && (!first || others.length > 0);
  return {
    totals: mayOpenFigure(viewer, null),
    departments: opened,
    only: figuresScopeOf(viewer).kind === "all" ? null : bound,
    inCharge: several
      ? "several"
      : { department: viewer.role === "VICE_CHAIRMAN" ? (first?.code ?? null) : bound },
  };
}

/** The group that a figure was counted over; a key that is missing means all. */
export type FigureGroup = { department?: string; field?: string };
type CompletionGroup = { department?: string; level?: Level };

export type LateFigure =
  | Exclude<keyof OverdueFigures, "resolved">
  | "resolved"
  | keyof Omit<OverdueFigures["resolved"], "total">;

export type CompletionFigure =
  | Exclude<
      keyof CompletionFigures,
      "completionRate" | "onTimeRate" | "onTimeRateOriginalDeadline" | "settledRate"
    >
  /** Completed ones that had a deadline, by which the on-time rate is divided. */
  | "completedWithDeadline";

export type WaitingFigure = Exclude<
  keyof KeyFigures,
  "completionRate" | "cityCompletionRate" | "onTimeRate" | "late" | "outstanding"
>;

type Cut = Pick<Summary, "period" | "from" | "to" | "asOf"> & Partial<Pick<Summary, "closed">>;

const OPEN: readonly [TaskStatus, ...TaskStatus[]] = [
  "ASSIGNED",
  "IN_PROGRESS",
  "SUBMITTED",
  "PAUSED",
];
const RUNNING: readonly [TaskStatus, ...TaskStatus[]] = ["ASSIGNED", "IN_PROGRESS", "SUBMITTED"];

const ENDED_BY = {
  completed: "COMPLETED",
  extended: "EXTENDED",
  cancelled: "CANCELLED",
  paused: "PAUSED",
} as const satisfies Record<keyof Omit<OverdueFigures["resolved"], "total">, SpellEnd>;

function lateFilter(cut: Pick<Cut, "period" | "to" | "asOf">, figure: LateFigure): TaskFilter {
  const asOf = cut.asOf === cut.to ? {} : { asOf: cut.asOf };
  const late = { late: cut.period, ...asOf };
  switch (figure) {
    case "late":
      return late;
    case "completed":
    case "extended":
    case "cancelled":
    case "paused":
      return { ...late, lateKind: "resolved", endedBy: ENDED_BY[figure] };
    default:
      return { ...late, lateKind: figure };
  }
}

function completionFilter(cut: Pick<Cut, "asOf">, figure: CompletionFigure): TaskFilter {
  const assigned = {
    assignedFrom: `${cut.asOf.slice(0, 4)}-01-01` as CivilDate,
    assignedTo: cut.asOf,
    asOf: cut.asOf,
  };
  const completed = { ...assigned, status: ["COMPLETED"] } satisfies TaskFilter;
  switch (figure) {
    case "assigned":
      return { ...assigned, status: [...OPEN, "COMPLETED"] };
    case "completed":
      return completed;
    case "completedWithDeadline":
      return { ...completed, timeliness: ["ON_TIME", "LATE"] };
    case "onTime":
      return { ...completed, timeliness: ["ON_TIME"] };
    case "late":
      return { ...completed, timeliness: ["LATE"] };
    case "noDeadline":
      return { ...completed, timeliness: ["NO_DEADLINE"] };
    case "onTimeByOriginalDeadline":
      return { ...completed, originalTimeliness: "ON_TIME" };
    case "open":
      return { ...assigned, status: [...OPEN] };
    case "overdue":
      return { ...assigned, status: [...OPEN], timeliness: ["OVERDUE"] };
    case "dueSoon":
      return { ...assigned, status: [...OPEN], timeliness: ["DUE_SOON"] };
    case "awaitingConfirmation":
      return { ...assigned, status: ["SUBMITTED"] };
  }
}

function waitingFilter(cut: Pick<Cut, "asOf">, figure: WaitingFigure): TaskFilter {
  switch (figure) {
    case "dueWithinWeek":
      return {
        status: [...RUNNING],
        dueFrom: cut.asOf,
        dueTo: addDays(cut.asOf, 7),
        asOf: cut.asOf,
      };
    case "awaitingConfirmation":
      return { status: ["SUBMITTED"], asOf: cut.asOf };
    case "pendingExtensions":
      return { extension: "PENDING", asOf: cut.asOf };
  }
}

/**
 * The address of the tasks behind a figure: of a closed month, looked at on its last day, those
 * that were frozen with it; else those of the register as it is.
 */
function listHref(cut: Cut, filter: TaskFilter): string {
  const frozen = cut.closed === true && cut.asOf === cut.to;
  const own = filter.late === cut.period || filter.asOf === cut.asOf;
  return frozen && own
    ? `/reports/${cut.period}/tasks${queryStringOf(filter)}`
    : taskListHref(filter);
}

/**
 * The addresses of the figures of one summary for one person. Each function answers the
 * address of the list that counts exactly that figure, or null where the person may read the
 * figure but not open it.
 */
export function figureLinks(cut: Cut, access: FigureAccess) {
  const opened = (
    filter: TaskFilter,
    group: FigureGroup & CompletionGroup,
    hrefOf: (filter: TaskFilter) => string,
  ): string | null => {
    const department = group.department ?? access.only ?? undefined;
    const mayOpen = department ? access.departments.includes(department) : access.totals;
    return mayOpen ? hrefOf({ ...filter, ...group, department }) : null;
  };
  const open = (filter: TaskFilter, group: FigureGroup & CompletionGroup = {}) =>
    opened(filter, group, (narrowed) => listHref(cut, narrowed));
  /** A month of the trend, which ends as the periods do; only the last one is cut short. */
  const cutOf = (month: CivilMonth) => {
    if (month === cut.period) return cut;
    const { to } = spanOf(month, { periodFirstDay: Number(cut.from.slice(8)) });
    return { period: month, to, asOf: to };
  };
  return {
    late: (figure: LateFigure, group?: FigureGroup) => open(lateFilter(cut, figure), group),
    completion: (figure: CompletionFigure, group?: CompletionGroup) =>
      open(completionFilter(cut, figure), group),
    waiting: (figure: WaitingFigure) => open(waitingFilter(cut, figure)),
    /** What waits in the departments that the reader is in charge of: it is never frozen. */
    waitingInCharge: (figure: Exclude<WaitingFigure, "dueWithinWeek">) => {
      if (access.inCharge === "several") return null;
      const { department } = access.inCharge;
      return opened(waitingFilter(cut, figure), department ? { department } : {}, taskListHref);
    },
    aging: (bucket: AgingBucket) =>
      open({ ...lateFilter(cut, "outstanding"), aging: bucket } satisfies TaskFilter),
    upcoming: (week: Pick<UpcomingWeek, "from" | "to">) =>
      open({ status: [...RUNNING], dueFrom: week.from, dueTo: week.to, asOf: cut.asOf }),
    trendLate: (month: CivilMonth, figure: "late" | "outstanding") =>
      open(lateFilter(cutOf(month), figure)),
    trendCompletion: (month: CivilMonth, figure: "assigned" | "completed") =>
      open(completionFilter(cutOf(month), figure)),
    /** The page of a task that this department leads. */
    task: (id: number, department: string) =>
      access.totals || access.departments.includes(department) ? `/tasks/${id}` : null,
  };
}

export type FigureLinks = ReturnType<typeof figureLinks>;
