import { addDays, addMonths, type CivilDate, type CivilMonth } from "#lib/core/dates.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import type { Department } from "#lib/departments/schema.ts";
import { dueSoonUntil, getSettings, isClosed } from "#lib/periods/queries.ts";
import { periodOf } from "#lib/periods/rules.ts";
import type { Period, Settings } from "#lib/periods/schema.ts";
import { figuresScopeOf, taskScopeOf } from "#lib/tasks/policy.ts";
import { LEVELS, type Level } from "#lib/tasks/schema.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { countPendingExtensions, countUpcoming, getAttention } from "./attention.ts";
import {
  countLate,
  countNear,
  countNewlyOverdue,
  type NearRow,
  readTally,
  type TallyRow,
} from "./counts.ts";
import {
  AGING_STARTS,
  addCounts,
  completionFiguresOf,
  countsBy,
  type LateCount,
  noCompletionCounts,
  noOverdueFigures,
  overdueFiguresBy,
} from "./rules.ts";
import type { Change, Dashboard, KeyFigures, Summary, TrendPoint } from "./schema.ts";

const TREND_MONTHS = 12;
export const DAYS_OF_A_WEEK_AHEAD = 7;

/** Everything counted for a period, before it is put together for someone. */
type Counted = {
  period: Period;
  /** The months of the trend, this one last, with the day as of which each is seen. */
  months: (Period & { bucket: number })[];
  late: Awaited<ReturnType<typeof countLate>>;
  tally: TallyRow[];
  newly: Awaited<ReturnType<typeof countNewlyOverdue>>;
  near: NearRow[];
  closed: boolean;
};

/** Keeps the rows of the department whose figures a scope allows; all where it allows all. */
function within<Row extends { department: string }>(
  rows: readonly Row[],
  only: string | null,
): Row[] {
  return only === null ? [...rows] : rows.filter((row) => row.department === only);
}

async function count(period: Period, settings: Settings): Promise<Counted> {
  const months = Array.from({ length: TREND_MONTHS }, (_, index) => {
    const month = addMonths(period.month, index + 1 - TREND_MONTHS);
    return { ...periodOf(month, settings, period.asOf), bucket: index + 1 };
  });
  const before = addDays(period.from, -1);
  const near = async (on: CivilDate) => ({
    on,
    dueSoonUntil: await dueSoonUntil(on, settings),
    dueWithinWeekUntil: addDays(on, DAYS_OF_A_WEEK_AHEAD),
  });
  const starts = months.map(({ from }) => from);
  const firstYear = yearOf(months[0]?.asOf ?? period.asOf);
  const { asOf } = period;
  const [late, tally, newly, nearRows, closed] = await Promise.all([
    countLate(period),
    readTally({ asOf, starts, firstYear }, settings),
    countNewlyOverdue(asOf, starts),
    Promise.all([near(asOf), near(before)]).then(countNear),
    isClosed(period.month),
  ]);
  return { period, months, late, tally, newly, near: nearRows, closed };
}

function yearOf(day: CivilDate): number {
  return Number(day.slice(0, 4));
}

/** The counts of the tasks assigned in a month's year as they stood at its end. */
function tallyRowsAt(tally: readonly TallyRow[], month: Counted["months"][number]): TallyRow[] {
  const year = yearOf(month.asOf);
  return tally.filter((row) => row.year === year && row.bucket <= month.bucket);
}

function trendOf({ months, tally, newly, late }: Counted, only: string | null): TrendPoint[] {
  const rows = within(tally, only);
  const newlyByMonth = countsPerBucket(within(newly, only), ({ count }) => count);
  const changeByMonth = countsPerBucket(rows, ({ overdue }) => overdue);
  let outstanding = late
    .filter((row) => row.outstanding && (only === null || row.last.department === only))
    .reduce((sum, row) => sum + row.count, 0);

  const backwards = [...months].reverse().map((month) => {
    const { assigned, completed, completionRate } = completionFiguresOf(
      tallyRowsAt(rows, month).reduce(addCounts, noCompletionCounts()),
    );
    const carriedOver = outstanding - (changeByMonth.get(month.bucket) ?? 0);
    const point: TrendPoint = {
      month: month.month,
      assigned,
      completed,
      late: carriedOver + (newlyByMonth.get(month.bucket) ?? 0),
      outstanding,
      completionRate,
    };
    outstanding = carriedOver;
    return point;
  });
  return backwards.reverse();
}

function countsPerBucket<Row extends { bucket: number }>(
  rows: readonly Row[],
  amountOf: (row: Row) => number,
): Map<number, number> {
  const sums = new Map<number, number>();
  for (const row of rows) sums.set(row.bucket, (sums.get(row.bucket) ?? 0) + amountOf(row));
  return sums;
}

function summaryOf(counted: Counted, only: string | null): Summary {
  const { period, months, late, closed } = counted;
  const near = within(counted.near, only).filter(
    (row) => row.on === period.asOf && row.assignedInYear,
  );
  const thisMonth = months[months.length - 1];
  const tally = thisMonth ? tallyRowsAt(within(counted.tally, only), thisMonth) : [];
  const rows = [...tally, ...near.map(({ dueWithinWeek: _, ...row }) => row)];
  const inScope = (place: LateCount["first"]) => only === null || place.department === only;

  const overdueBy = (groupOf: (place: LateCount["first"]) => string) =>
    [...overdueFiguresBy(late, (place) => (inScope(place) ? groupOf(place) : null))].sort(
      ([a], [b]) => (a < b ? -1 : 1),
    );
  const completionBy = <Group extends string>(groupOf: (row: (typeof rows)[number]) => Group) =>
    [...countsBy(rows, groupOf)].map(([code, counts]) => ({
      code,
      ...completionFiguresOf(counts),
    }));

  return {
    period: period.month,
    from: period.from,
    to: period.to,
    asOf: period.asOf,
    closed,
    overdue: {
      total: overdueBy(() => "")[0]?.[1] ?? noOverdueFigures(),
      byField: overdueBy(({ field }) => field).map(([code, figures]) => ({ code, ...figures })),
      byDepartment: overdueBy(({ department }) => department).map(([code, figures]) => ({
        code,
        ...figures,
      })),
      matrix: overdueBy(({ department, field }) => `${department}/${field}`).map(
        ([pair, figures]) => {
          const [department = "", field = ""] = pair.split("/");
          return { department, field, ...figures };
        },
      ),
    },
    completion: {
      total: completionFiguresOf(rows.reduce(addCounts, noCompletionCounts())),
      byLevel: completionBy(({ level }) => level).sort(
        (a, b) => LEVELS.indexOf(a.code) - LEVELS.indexOf(b.code),
      ),
      byDepartment: completionBy(({ department }) => department).sort((a, b) =>
        a.code < b.code ? -1 : 1,
      ),
    },
    aging: AGING_STARTS.map(({ bucket }, index) => ({
      bucket,
      count: late
        .filter((row) => row.outstanding && row.agingBucket === index + 1 && inScope(row.last))
        .reduce((sum, row) => sum + row.count, 0),
    })),
    trend: trendOf(counted, only),
  };
}

/** The one department whose figures a viewer gets; null for all departments. */
async function onlyDepartment(viewer: Viewer): Promise<Department | null> {
  const scope = figuresScopeOf(viewer);
  if (scope.kind === "all") return null;
  const departments = scope.kind === "department" ? await listDepartments() : [];
  const own = departments.find(
    ({ id }) => scope.kind === "department" && id === scope.departmentId,
  );
  if (!own) throw new ForbiddenError();
  return own;
}

/**
 * All figures of a period that a viewer may read (`figuresScopeOf`).
 * @throws ForbiddenError for whoever has no figures to read
 */
export async function getSummary(viewer: Viewer, period: Period): Promise<Summary> {
  const [only, settings] = await Promise.all([onlyDepartment(viewer), getSettings()]);
  return summaryOf(await count(period, settings), only?.code ?? null);
}

function keyFiguresOf(
  counted: Counted,
  only: string | null,
  pending: readonly number[],
  firstPeriod: CivilMonth,
): KeyFigures {
  const { period, months } = counted;
  const trend = trendOf(counted, only);
  const [previous, current] = months.slice(-2);
  const hasBefore = previous !== undefined && previous.month >= firstPeriod;
  const change = <T>(
    valueAt: (moment: { month: typeof current; index: number; on: CivilDate }) => T,
  ): Change<T> => ({
    now: valueAt({ month: current, index: TREND_MONTHS - 1, on: period.asOf }),
    before: hasBefore
      ? valueAt({ month: previous, index: TREND_MONTHS - 2, on: addDays(period.from, -1) })
      : null,
  });
  const tally = within(counted.tally, only);
  const near = within(counted.near, only);
  const completionAt = (month: typeof current, level?: Level) =>
    completionFiguresOf(
      (month ? tallyRowsAt(tally, month) : [])
        .filter((row) => level === undefined || row.level === level)
        .reduce(addCounts, noCompletionCounts()),
    );
  const nearAt = (on: CivilDate, amountOf: (row: NearRow) => number) =>
    near.filter((row) => row.on === on).reduce((sum, row) => sum + amountOf(row), 0);

  return {
    completionRate: change(({ month }) => completionAt(month).completionRate),
    cityCompletionRate: change(({ month }) => completionAt(month, "CITY").completionRate),
    onTimeRate: change(({ month }) => completionAt(month).onTimeRate),
    late: change(({ index }) => trend[index]?.late ?? 0),
    outstanding: change(({ index }) => trend[index]?.outstanding ?? 0),
    dueWithinWeek: change(({ on }) => nearAt(on, (row) => row.dueWithinWeek)),
    awaitingConfirmation: change(({ on }) => nearAt(on, (row) => row.awaitingConfirmation)),
    pendingExtensions: change(({ index }) => pending[index - TREND_MONTHS + 2] ?? 0),
  };
}

/** Whose waiting work a viewer is to look at: a vice-chairman's portfolio, one's own department. */
function departmentsInCharge(viewer: Viewer): readonly number[] | null {
  if (viewer.role === "VICE_CHAIRMAN") return viewer.portfolioDepartmentIds;
  const scope = taskScopeOf(viewer);
  return scope.kind === "department" ? [scope.departmentId] : null;
}

/**
 * The dashboard of a period as a viewer may see it.
 * @throws ForbiddenError for whoever has no figures to read
 */
export async function getDashboard(viewer: Viewer, period: Period): Promise<Dashboard> {
  const [only, settings] = await Promise.all([onlyDepartment(viewer), getSettings()]);
  const inCharge = departmentsInCharge(viewer);
  const code = only?.code ?? null;
  const figuresOf = only && [only.id];
  const [counted, pending, attention, upcoming] = await Promise.all([
    count(period, settings),
    countPendingExtensions([addDays(period.from, -1), period.asOf], figuresOf),
    getAttention(period.asOf, inCharge),
    countUpcoming(period.asOf, figuresOf),
  ]);
  return {
    summary: summaryOf(counted, code),
    keyFigures: keyFiguresOf(counted, code, pending, settings.firstPeriod),
    attention,
    upcoming,
  };
}
