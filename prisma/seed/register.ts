import {
  addMonths,
  type CivilDate,
  type CivilMonth,
  civilMonth,
  daysBetween,
  monthOf,
} from "#lib/core/dates.ts";
import type { Level } from "#lib/tasks/schema.ts";
import { aprilTasks } from "./aprilTasks.ts";
import { directivesFor } from "./directives.ts";
import { volumeOf } from "./habits.ts";
import { type Entry, historyOf } from "./history.ts";
import { type DirectiveDraft, knownDirectives } from "./knownDirectives.ts";
import { maySketches, mayTasks } from "./mayTasks.ts";
import { monthTasks } from "./months.ts";
import { randomOf } from "./random.ts";
import type { PlannedTask, Reference } from "./sketch.ts";
import { TitleBook } from "./titles.ts";

/** The month with which the register begins: the commune's first. */
export const FIRST_PERIOD: CivilMonth = civilMonth("2025-07");

/** A task of the demonstration register and what is known of it so far. */
export type RegisterTask = {
  code: string;
  task: PlannedTask;
  directive: DirectiveDraft | null;
  /** Its history up to and without the day. */
  entries: Entry[];
};

export type Register = { directives: DirectiveDraft[]; tasks: RegisterTask[] };

/** Those of May's plan that April's report already counted as late. */
const LATE_ALREADY = ["65", "66", "69"];

/**
 * The demonstration register as a day begins: what was recorded before it. The tasks of a
 * month, their stories and codes are the same whatever the day.
 */
export function registerOf(today: CivilDate, reference: Reference): Register {
  const tasks = plannedTasks(monthOf(today), reference);
  const levels = new Map([...reference.issuingBodies].map(([code, { level }]) => [code, level]));
  const { directives, byTask } = directivesFor(tasks, levels);
  const counts = new Map<string, number>();
  const all = tasks.map((task): RegisterTask => {
    const year = task.assignedOn.slice(0, 4);
    const number = (counts.get(year) ?? 0) + 1;
    counts.set(year, number);
    return {
      code: `NV-${year}-${String(number).padStart(4, "0")}`,
      task,
      directive: byTask.get(task.key) ?? null,
      entries: historyOf(task, reference).filter(({ event }) => event.on < today),
    };
  });
  return {
    directives: directives
      .filter(({ receivedOn }) => receivedOn < today)
      .sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0)),
    tasks: all.filter(({ entries }) => entries.length > 0),
  };
}

/** All tasks of the months up to one, in the order in which they were given. */
function plannedTasks(lastMonth: CivilMonth, reference: Reference): PlannedTask[] {
  const plan = maySketches(levelsByNumber(reference));
  const book = new TitleBook([...plan.values()].map(({ title }) => title));
  const late = LATE_ALREADY.flatMap((number) => {
    const sketch = plan.get(number);
    plan.delete(number);
    return sketch ? [sketch] : [];
  });
  const tasks = [...aprilTasks(book, late, reference), ...mayTasks(plan, reference)];
  const known = new Map<CivilMonth, number>();
  for (const { assignedOn } of tasks) {
    const month = monthOf(assignedOn);
    known.set(month, (known.get(month) ?? 0) + 1);
  }
  for (let month = FIRST_PERIOD; month <= lastMonth; month = addMonths(month, 1)) {
    const count = volumeOf(month) - (known.get(month) ?? 0);
    tasks.push(...monthTasks(month, count, book, reference));
  }
  // Within a day the order is a matter of chance, so that no kind of task comes first.
  const place = new Map(tasks.map(({ key }) => [key, randomOf(`${key}/place`).next()]));
  return tasks.sort(
    (a, b) =>
      daysBetween(b.assignedOn, a.assignedOn) || (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0),
  );
}

function levelsByNumber(reference: Reference): Map<string, Level> {
  return new Map(
    knownDirectives().flatMap(({ number, body }) => {
      const issuer = reference.issuingBodies.get(body);
      return issuer ? [[number, issuer.level] as const] : [];
    }),
  );
}
