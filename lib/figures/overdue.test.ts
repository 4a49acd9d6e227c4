import { describe, expect, test, vi } from "vitest";
import { addMonths, type CivilDate, type CivilMonth, daysBetween } from "#lib/core/dates.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { readPeriod } from "#lib/periods/rules.ts";
import type { Period } from "#lib/periods/schema.ts";
import { DEPARTMENTS, FIELDS, LAST_DAY } from "#lib/tasks/testing/histories.ts";
import {
  type Group,
  type LatenessInPeriod,
  latenessInPeriod,
} from "#lib/tasks/testing/simulation.ts";
import type { Viewer } from "#lib/users/schema.ts";
import type { FigureGroup, LateFigure } from "./links.ts";
import { getSummary } from "./queries.ts";
import { noOverdueFigures } from "./rules.ts";
import type { OverdueFigures, Summary } from "./schema.ts";
import {
  CHAIRMAN,
  DAYS_WITHIN_MONTHS,
  departmentCode,
  fieldCode,
  linksFor,
  listedTasks,
  randomRegister,
  setPeriodFirstDay,
  tasksBehind,
} from "./testing/register.ts";

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", LAST_DAY);
const register = await randomRegister(300, 20_280_229);

const FIRST_MONTH: CivilMonth = "2027-11";
const MONTHS = Array.from({ length: 14 }, (_, index) => addMonths(FIRST_MONTH, index));

/** A cell, a whole department or field, or everything; a missing key means all. */
type Place = { departmentId?: number; fieldId?: number };
const EVERYTHING: Place = {};
const PLACES: Place[] = [
  EVERYTHING,
  ...DEPARTMENTS.map((departmentId): Place => ({ departmentId })),
  ...FIELDS.map((fieldId): Place => ({ fieldId })),
  ...DEPARTMENTS.flatMap((departmentId) => FIELDS.map((fieldId) => ({ departmentId, fieldId }))),
];

const FIGURES: Record<
  LateFigure,
  (late: LatenessInPeriod, at: (group: Group) => boolean) => boolean
> = {
  late: ({ first }, at) => at(first),
  carriedOver: ({ first, carriedOver }, at) => carriedOver && at(first),
  newlyOverdue: ({ first, carriedOver }, at) => !carriedOver && at(first),
  transferredIn: ({ first, last }, at) => at(last) && !at(first),
  transferredOut: ({ first, last }, at) => at(first) && !at(last),
  resolved: ({ last, resolvedBy }, at) => resolvedBy !== null && at(last),
  completed: ({ last, resolvedBy }, at) => resolvedBy === "COMPLETED" && at(last),
  extended: ({ last, resolvedBy }, at) => resolvedBy === "EXTENDED" && at(last),
  cancelled: ({ last, resolvedBy }, at) => resolvedBy === "CANCELLED" && at(last),
  paused: ({ last, resolvedBy }, at) => resolvedBy === "PAUSED" && at(last),
  outstanding: ({ last, resolvedBy }, at) => resolvedBy === null && at(last),
};
const FIGURE_NAMES = Object.keys(FIGURES) as LateFigure[];

function groupOf({ departmentId, fieldId }: Place): FigureGroup {
  return {
    ...(departmentId === undefined ? {} : { department: departmentCode(departmentId) }),
    ...(fieldId === undefined ? {} : { field: fieldCode(fieldId) }),
  };
}

/** The tasks that the simulation counts in a figure of a place. */
function simulated({ from, asOf }: Period, { departmentId, fieldId }: Place, figure: LateFigure) {
  const at = (group: Group) =>
    (departmentId ?? group.departmentId) === group.departmentId &&
    (fieldId ?? group.fieldId) === group.fieldId;
  return register
    .filter(({ life }) => {
      const late = latenessInPeriod(life, from, asOf);
      return late !== null && FIGURES[figure](late, at);
    })
    .map(({ id }) => id);
}

/** The figures of a place as the summary tells them; what it leaves out is nought. */
function summarised({ overdue }: Summary, place: Place): OverdueFigures {
  const { department, field } = groupOf(place);
  const found =
    department && field
      ? overdue.matrix.find((cell) => cell.department === department && cell.field === field)
      : department
        ? overdue.byDepartment.find(({ code }) => code === department)
        : field
          ? overdue.byField.find(({ code }) => code === field)
          : overdue.total;
  return found ?? noOverdueFigures();
}

function figureIn(figures: OverdueFigures, figure: LateFigure): number {
  if (figure === "resolved") return figures.resolved.total;
  return figure in figures.resolved
    ? figures.resolved[figure as keyof OverdueFigures["resolved"]]
    : figures[figure as Exclude<keyof OverdueFigures, "resolved">];
}

/** In the total nothing moves: only a place can be left or come into. */
const figuresOf = (place: Place) =>
  FIGURE_NAMES.filter(
    (figure) => Object.keys(place).length > 0 || !figure.startsWith("transferred"),
  );

/** Every figure of these places where summary, list and simulation do not say the same. */
async function disagreements(period: Period, viewer: Viewer, places: readonly Place[]) {
  const summary = await getSummary(viewer, period);
  const links = linksFor(viewer, summary);
  const cases = places.flatMap((place) => figuresOf(place).map((figure) => ({ place, figure })));
  const compared = await Promise.all(
    cases.map(async ({ place, figure }) => {
      const expected = simulated(period, place, figure);
      const counted = figureIn(summarised(summary, place), figure);
      const href = links.late(figure, groupOf(place));
      const listed = await (place === EVERYTHING ? listedTasks : tasksBehind)(viewer, href);
      const agree = counted === expected.length && listed.join() === expected.join();
      return agree ? [] : [{ place, figure, expected, counted, listed }];
    }),
  );
  return compared.flat();
}

function periodAt(asked: { period: CivilMonth } | { asOf: CivilDate }, periodFirstDay = 1): Period {
  const read = readPeriod(asked, { periodFirstDay, firstPeriod: FIRST_MONTH }, LAST_DAY);
  if (!read.ok) throw new Error(read.problem);
  return read.period;
}

describe("late tasks of each department, field, cell and of all: figure, list and simulation agree", () => {
  test.each(MONTHS)("in %s", async (period) => {
    expect(await disagreements(periodAt({ period }), CHAIRMAN, PLACES)).toEqual([]);
  });

  test.each(DAYS_WITHIN_MONTHS)("on %s, within its month", async (asOf) => {
    expect(await disagreements(periodAt({ asOf }), CHAIRMAN, PLACES)).toEqual([]);
  });

  test("for an officer too, who sees one department", async () => {
    const officer: Viewer = { role: "OFFICER", departmentId: 2, portfolioDepartmentIds: [] };
    const places = PLACES.filter(({ departmentId }) => departmentId === 2);
    expect(await disagreements(periodAt({ period: "2028-06" }), officer, places)).toEqual([]);
  });

  test.each(["2028-02", "2028-03", "2029-01"] as const)(
    "in %s, where periods begin on the 15th",
    async (period) => {
      await setPeriodFirstDay(15);
      expect(await disagreements(periodAt({ period }, 15), CHAIRMAN, PLACES)).toEqual([]);
      await setPeriodFirstDay(1);
    },
  );
});

test("outstanding tasks by the days since their deadline, and the lists behind them", async () => {
  const bucketOf = (days: number) =>
    days <= 7 ? "1-7" : days <= 30 ? "8-30" : days <= 90 ? "31-90" : "90+";
  for (const period of [periodAt({ period: "2028-08" }), periodAt({ asOf: "2028-09-29" })]) {
    const summary = await getSummary(CHAIRMAN, period);
    const links = linksFor(CHAIRMAN, summary);
    for (const { bucket, count } of summary.aging) {
      const expected = register.filter(({ life }) => {
        const day = life.get(period.asOf);
        return day?.late && day.dueOn && bucketOf(daysBetween(day.dueOn, period.asOf)) === bucket;
      });
      const ids = expected.map(({ id }) => id);
      expect({ bucket, count, ids: await tasksBehind(CHAIRMAN, links.aging(bucket)) }).toEqual({
        bucket,
        count: ids.length,
        ids,
      });
    }
  }
});

test("the trend says of each month what the month says of itself", async () => {
  const summary = await getSummary(CHAIRMAN, periodAt({ asOf: "2028-11-17" }));
  const links = linksFor(CHAIRMAN, summary);
  expect(summary.trend.map(({ month }) => month)).toEqual(MONTHS.slice(1, 13));
  for (const { month, late, outstanding } of summary.trend) {
    const running = month === "2028-11";
    const period = periodAt(running ? { asOf: "2028-11-17" } : { period: month });
    const expected = simulated(period, {}, "late");
    const left = simulated(period, {}, "outstanding");
    expect({ month, late, outstanding }).toEqual({
      month,
      late: expected.length,
      outstanding: left.length,
    });
    expect(await tasksBehind(CHAIRMAN, links.trendLate(month, "late"))).toEqual(expected);
    expect(await tasksBehind(CHAIRMAN, links.trendLate(month, "outstanding"))).toEqual(left);
  }
});
