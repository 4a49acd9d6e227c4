import { addDays, type CivilDate, daysBetween, later } from "#lib/core/dates.ts";
import type { TaskDetail, TaskSpell } from "#lib/tasks/views.ts";

/** What happened to a task's deadline on one day. */
export type TimeMark = {
  on: CivilDate;
  kind: "assigned" | "oldDue" | "due" | "completed" | "cancelled" | "today";
};

/** A stretch of lateness; `to` is the day it ended or, while it lasts, today. */
export type LateStretch = TaskSpell & { to: CivilDate };

export type TimeScale = {
  from: CivilDate;
  to: CivilDate;
  /** Where a day lies, in percent of the width. */
  at: (day: CivilDate) => number;
};

type Timed = Pick<
  TaskDetail,
  | "assignedOn"
  | "originalDueOn"
  | "dueOn"
  | "completedOn"
  | "cancelledOn"
  | "spells"
  | "extensions"
  | "asOf"
>;

/** The stretches in which a task was late, those that have begun by today. */
export function lateStretches({ spells, asOf }: Pick<Timed, "spells" | "asOf">): LateStretch[] {
  return spells
    .filter(({ fromOn }) => fromOn <= asOf)
    .map((spell) => ({ ...spell, to: spell.toOn ?? asOf }));
}

/** The days that matter for a task's deadline, in their order. */
export function timeMarks(task: Timed): TimeMark[] {
  const { assignedOn, dueOn, completedOn, cancelledOn, asOf } = task;
  const former = new Set<CivilDate>();
  if (task.originalDueOn) former.add(task.originalDueOn);
  for (const spell of task.spells) former.add(spell.dueOn);
  for (const { decision, oldDueOn } of task.extensions) {
    if (decision === "APPROVED") former.add(oldDueOn);
  }
  if (dueOn) former.delete(dueOn);
  const closed = completedOn ?? cancelledOn;
  const marks: TimeMark[] = [
    { on: assignedOn, kind: "assigned" },
    ...[...former].map((on): TimeMark => ({ on, kind: "oldDue" })),
    ...(dueOn ? [{ on: dueOn, kind: "due" } as const] : []),
    ...(completedOn ? [{ on: completedOn, kind: "completed" } as const] : []),
    ...(cancelledOn ? [{ on: cancelledOn, kind: "cancelled" } as const] : []),
    ...(closed ? [] : [{ on: asOf, kind: "today" } as const]),
  ];
  return marks.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** From the assignment to the last day that matters; at least a week, so that it can be drawn. */
export function timeScale(
  marks: readonly TimeMark[],
  stretches: readonly LateStretch[],
): TimeScale {
  const days = [...marks.map(({ on }) => on), ...stretches.map(({ to }) => to)].sort();
  const from = days[0] ?? marks[0]?.on;
  const last = days.at(-1);
  if (from === undefined || last === undefined) throw new Error("A time line without a day");
  const to = later(last, addDays(from, 7));
  const length = daysBetween(from, to);
  return { from, to, at: (day) => (daysBetween(from, day) / length) * 100 };
}
