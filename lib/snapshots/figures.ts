import type { CivilDate } from "#lib/core/dates.ts";
import {
  completionFiguresOf,
  type LateCount,
  noCompletionCounts,
  overdueFiguresBy,
} from "#lib/figures/rules.ts";
import type { CompletionFigures, OverdueFigures, Summary } from "#lib/figures/schema.ts";
import type { Level } from "#lib/tasks/schema.ts";
import type { FigureCounts, FigureKey, PeriodTask } from "./schema.ts";

/** A key as text, the same for the same figure. */
export function keyText({ part, figure, department, field, level }: FigureKey): string {
  return [part, department ?? "", field ?? "", level ?? "", figure].join("/");
}

/** The figure that a key's text means. */
export function keyOf(text: string): FigureKey {
  const [part, department, field, level, figure] = text.split("/");
  return {
    part: part as FigureKey["part"],
    figure: figure ?? "",
    ...(department ? { department } : {}),
    ...(field ? { field } : {}),
    ...(level ? { level: level as Level } : {}),
  };
}

type Group = Pick<FigureKey, "department" | "field" | "level">;

function putOverdue(counts: FigureCounts, figures: OverdueFigures, group: Group): void {
  const { resolved, ...others } = figures;
  const { total, ...ends } = resolved;
  for (const [figure, value] of Object.entries({ ...others, resolved: total, ...ends })) {
    put(counts, { part: "overdue", figure, ...group }, value);
  }
}

function putCompletion(counts: FigureCounts, figures: CompletionFigures, group: Group): void {
  for (const [figure, value] of Object.entries(figures)) {
    if (!figure.endsWith("Rate") && figure !== "onTimeRateOriginalDeadline") {
      put(counts, { part: "completion", figure, ...group }, value ?? 0);
    }
  }
}

function put(counts: FigureCounts, key: FigureKey, value: number): void {
  if (value === 0) return;
  const text = keyText(key);
  counts.set(text, (counts.get(text) ?? 0) + value);
}

/** Every figure of a summary that counts tasks at the period's end; noughts are left out. */
export function figuresOfSummary({ overdue, completion, aging }: Summary): FigureCounts {
  const counts: FigureCounts = new Map();
  putOverdue(counts, overdue.total, {});
  for (const { code, ...figures } of overdue.byDepartment) {
    putOverdue(counts, figures, { department: code });
  }
  for (const { code, ...figures } of overdue.byField) putOverdue(counts, figures, { field: code });
  for (const { department, field, ...figures } of overdue.matrix) {
    putOverdue(counts, figures, { department, field });
  }
  putCompletion(counts, completion.total, {});
  for (const { code, ...figures } of completion.byDepartment) {
    putCompletion(counts, figures, { department: code });
  }
  for (const { code, ...figures } of completion.byLevel) {
    putCompletion(counts, figures, { level: code });
  }
  for (const { bucket, count } of aging) put(counts, { part: "aging", figure: bucket }, count);
  return counts;
}

const OPEN = ["ASSIGNED", "IN_PROGRESS", "SUBMITTED", "PAUSED"];
const flag = (holds: boolean) => (holds ? 1 : 0);

function completionOf(task: PeriodTask): CompletionFigures {
  const { status, timeliness, completedOn, originalDueOn } = task;
  const completed = status === "COMPLETED";
  return completionFiguresOf({
    ...noCompletionCounts(),
    open: flag(OPEN.includes(status)),
    overdue: flag(timeliness === "OVERDUE"),
    completed: flag(completed),
    onTime: flag(timeliness === "ON_TIME"),
    onTimeByOriginalDeadline: flag(
      completed && completedOn !== null && originalDueOn !== null && completedOn <= originalDueOn,
    ),
    noDeadline: flag(completed && timeliness === "NO_DEADLINE"),
    dueSoon: flag(timeliness === "DUE_SOON"),
    awaitingConfirmation: flag(status === "SUBMITTED"),
  });
}

function lateCountOf({ late }: PeriodTask): LateCount[] {
  if (!late) return [];
  const { first, last, carriedOver, outstanding, endedBy } = late;
  return [{ first, last, carriedOver, outstanding, endedBy, count: 1 }];
}

/**
 * What one task adds to every figure of its period. Over all tasks behind a period they add up
 * to the summary's figures.
 * @param asOf the period's last day, whose year says which tasks the completion counts
 */
export function figuresOfTask(task: PeriodTask, asOf: CivilDate): FigureCounts {
  const counts: FigureCounts = new Map();
  const late = lateCountOf(task);
  const overdueBy = (
    nameOf: (place: LateCount["first"]) => string,
    groupOf: (name: string) => Group,
  ) => {
    for (const [name, figures] of overdueFiguresBy(late, nameOf)) {
      putOverdue(counts, figures, groupOf(name));
    }
  };
  overdueBy(
    () => "",
    () => ({}),
  );
  overdueBy(
    ({ department }) => department,
    (department) => ({ department }),
  );
  overdueBy(
    ({ field }) => field,
    (field) => ({ field }),
  );
  overdueBy(
    ({ department, field }) => `${department}/${field}`,
    (pair) => {
      const [department = "", field = ""] = pair.split("/");
      return { department, field };
    },
  );
  if (task.assignedOn.slice(0, 4) === asOf.slice(0, 4) && task.status !== "CANCELLED") {
    const completion = completionOf(task);
    putCompletion(counts, completion, {});
    putCompletion(counts, completion, { department: task.department });
    putCompletion(counts, completion, { level: task.level });
  }
  if (task.late?.aging) put(counts, { part: "aging", figure: task.late.aging }, 1);
  return counts;
}

/** What a task's change did to each figure: the keys of those that it moved, and by how much. */
export function movedFigures(
  before: PeriodTask | null,
  after: PeriodTask | null,
  asOf: CivilDate,
): FigureCounts {
  const was: FigureCounts = before ? figuresOfTask(before, asOf) : new Map();
  const is: FigureCounts = after ? figuresOfTask(after, asOf) : new Map();
  const moved: FigureCounts = new Map();
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const change = (is.get(key) ?? 0) - (was.get(key) ?? 0);
    if (change !== 0) moved.set(key, change);
  }
  return moved;
}
