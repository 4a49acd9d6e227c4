import fc from "fast-check";
import { addDays, type CivilDate } from "#lib/core/dates.ts";
import { database, type Transaction } from "#lib/core/db.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { addWorkingDays, periodOf } from "#lib/periods/rules.ts";
import { type TaskFilter, taskFilterSchema } from "#lib/tasks/filters.ts";
import { listSource } from "#lib/tasks/list.ts";
import { taskScopeOf } from "#lib/tasks/policy.ts";
import { listTasks } from "#lib/tasks/queries.ts";
import { derivedRecordsOf, eventRecordOf } from "#lib/tasks/records.ts";
import { type TaskTimeline, timelineOf } from "#lib/tasks/rules.ts";
import { LEVELS, type Level, type TaskEvent } from "#lib/tasks/schema.ts";
import { standingAt } from "#lib/tasks/standing.ts";
import { rebuildTally } from "#lib/tasks/tally.ts";
import { DEPARTMENTS, FIELDS, historyArbitrary, LAST_DAY } from "#lib/tasks/testing/histories.ts";
import { liveThrough, type SimulatedLife } from "#lib/tasks/testing/simulation.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { type FigureLinks, figureAccessOf, figureLinks } from "../links.ts";
import type { Summary } from "../schema.ts";

/* A register of random tasks in the test's database, and the same tasks lived through by the
 * day-by-day simulation, to hold the figures read from the one against the other. */

export type RegisteredTask = {
  id: number;
  level: Level;
  events: TaskEvent[];
  timeline: TaskTimeline;
  life: SimulatedLife;
};

export const DUE_SOON_WORKING_DAYS = 5;
export const CHAIRMAN: Viewer = {
  role: "CHAIRMAN",
  departmentId: null,
  portfolioDepartmentIds: [],
};

export const departmentCode = (id: number) => `PHONG_${id}`;
export const fieldCode = (id: number) => `LINH_VUC_${id}`;

/** Where the figures of a summary open to for someone. */
export function linksFor(viewer: Viewer, summary: Summary): FigureLinks {
  const departments = DEPARTMENTS.map((id) => ({ id, code: departmentCode(id) }));
  return figureLinks(summary, figureAccessOf(viewer, departments));
}

/** Open tasks due on the days around the last one, which is today for the product. */
const DUE_AROUND_TODAY: TaskEvent[][] = [-1, 0, 1, 6, 7, 8, 9].map((days) => [
  {
    kind: "ASSIGNED",
    on: addDays(LAST_DAY, -30),
    dueOn: addDays(LAST_DAY, days),
    departmentId: DEPARTMENTS[0],
    fieldId: FIELDS[0],
  },
]);

/** Writes the catalogues and some `size` tasks; the same seed gives the same register. */
export async function randomRegister(size: number, seed: number): Promise<RegisteredTask[]> {
  const histories = [...DUE_AROUND_TODAY, ...fc.sample(historyArbitrary, { numRuns: size, seed })];
  const tasks = histories.map((events, index) => ({
    id: index + 1,
    level: LEVELS[index % LEVELS.length] ?? "COMMUNE",
    events,
    timeline: timelineOf(events),
    life: liveThrough(events, LAST_DAY),
  }));
  await writeCatalogues();
  const write = async (transaction: Transaction) => {
    const records = tasks.map(({ id, events }) => ({ id, ...derivedRecordsOf(id, events) }));
    await transaction.task.createMany({
      data: records.map(({ id, task }, index) => ({
        ...task,
        id,
        level: tasks[index]?.level ?? "COMMUNE",
        code: `NV-${id}`,
        title: `Nhiệm vụ ${id}`,
      })),
    });
    await transaction.taskEvent.createMany({
      data: tasks.flatMap(({ id, events }) =>
        events.map((event, sequence) => ({ taskId: id, sequence, ...eventRecordOf(event) })),
      ),
    });
    await transaction.overdueSpell.createMany({ data: records.flatMap(({ spells }) => spells) });
    await transaction.taskPhase.createMany({ data: records.flatMap(({ phases }) => phases) });
    await rebuildTally(transaction);
  };
  // A busy machine may take longer than a transaction's usual 5 s.
  await database().$transaction(write, { timeout: 60_000 });
  return tasks;
}

async function writeCatalogues(): Promise<void> {
  const named = (code: string) => ({ code, name: code, short: code, nameEn: code });
  await database().department.createMany({
    data: DEPARTMENTS.map((id) => ({
      id,
      ...named(departmentCode(id)),
      kind: "SPECIALIST",
      position: id,
    })),
  });
  await database().field.createMany({
    data: FIELDS.map((id) => ({ id, ...named(fieldCode(id)), position: id })),
  });
  await database().setting.createMany({
    data: [
      { key: "communeName", value: "Xã thử nghiệm" },
      { key: "demonstration", value: true },
      { key: "dueSoonWorkingDays", value: DUE_SOON_WORKING_DAYS },
      { key: "periodFirstDay", value: 1 },
      { key: "firstPeriod", value: "2027-11" },
    ],
  });
}

/** Lets the reporting months begin on another day of the month. */
export async function setPeriodFirstDay(day: number): Promise<void> {
  await database().setting.update({ where: { key: "periodFirstDay" }, data: { value: day } });
}

function filterAt(href: string | null): TaskFilter {
  if (href === null) throw new Error("The figure does not open.");
  const { searchParams } = new URL(href, "http://desk.test");
  return taskFilterSchema.parse(Object.fromEntries(searchParams));
}

/** The ids of all tasks on the list that a figure's address opens, page by page, in order. */
export async function listedTasks(viewer: Viewer, href: string | null): Promise<number[]> {
  const filter = filterAt(href);
  const ids: number[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await listTasks(viewer, { ...filter, page, size: 100 });
    ids.push(...items.map(({ id }) => id));
    if (ids.length >= total || items.length === 0) return ids.sort((a, b) => a - b);
  }
}

/** The same ids asked for alone, without the rows of the list: many times faster. */
export async function tasksBehind(viewer: Viewer, href: string | null): Promise<number[]> {
  const filter = filterAt(href);
  const settings = await getSettings();
  const month = filter.late ? periodOf(filter.late, settings, LAST_DAY) : null;
  const asOf = filter.asOf ?? month?.asOf ?? LAST_DAY;
  const standing = standingAt(
    asOf,
    LAST_DAY,
    addWorkingDays(asOf, DUE_SOON_WORKING_DAYS, new Map()),
  );
  const scope = taskScopeOf(viewer);
  const { from, where } = listSource(scope, filter, standing, month && { ...month, asOf });
  const rows = await database().$queryRaw<
    { id: number }[]
  >`select task.id from ${from} ${standing.joins} where ${where} order by task.id`;
  return rows.map(({ id }) => id);
}

/** Days at which the figures are looked at besides the ends of the months. */
export const DAYS_WITHIN_MONTHS: readonly CivilDate[] = ["2027-12-30", "2028-02-28", "2028-09-14"];
