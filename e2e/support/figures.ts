import { expect } from "@playwright/test";
import { businessToday, fromDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { getSummary } from "#lib/figures/queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { monthContaining, periodOf } from "#lib/periods/rules.ts";
import { taskEventSchema } from "#lib/tasks/schema.ts";
import { latenessInPeriod, liveThrough } from "#lib/tasks/testing/simulation.ts";

const CHAIRMAN = { role: "CHAIRMAN", departmentId: null, portfolioDepartmentIds: [] } as const;

const LIVED = new Map<string, ReturnType<typeof latenessInPeriod>>();

/** The running month's figures are those of the day-by-day simulation of every task's history. */
export async function expectFiguresOfTheSimulation(): Promise<void> {
  const settings = await getSettings();
  const today = businessToday();
  const period = periodOf(monthContaining(today, settings), settings, today);
  const [{ overdue }, events] = await Promise.all([
    getSummary(CHAIRMAN, period),
    database().taskEvent.findMany({
      where: { task: { parentId: null } },
      orderBy: [{ taskId: "asc" }, { sequence: "asc" }],
      select: { taskId: true, kind: true, on: true, data: true },
    }),
  ]);
  const histories = Map.groupBy(events, ({ taskId }) => taskId);
  const late = [...histories].flatMap(([taskId, history]) => {
    // A history only grows: one of the same length has been lived through already.
    const key = `${taskId}:${history.length}`;
    if (!LIVED.has(key)) {
      const told = history.map(({ kind, on, data }) =>
        taskEventSchema.parse({ ...Object(data), kind, on: fromDatabaseDate(on) }),
      );
      const life = liveThrough(told, today);
      LIVED.set(key, latenessInPeriod(life, period.from, period.asOf));
    }
    return LIVED.get(key) ?? [];
  });
  expect({
    late: overdue.total.late,
    carriedOver: overdue.total.carriedOver,
    outstanding: overdue.total.outstanding,
  }).toEqual({
    late: late.length,
    carriedOver: late.filter(({ carriedOver }) => carriedOver).length,
    outstanding: late.filter(({ resolvedBy }) => resolvedBy === null).length,
  });
}
