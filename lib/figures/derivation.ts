import { addDays, type CivilDate, type CivilMonth, weekdayOf } from "#lib/core/dates.ts";
import type { Period } from "#lib/periods/schema.ts";
import { LEVELS, type Level } from "#lib/tasks/schema.ts";
import type { LateRow, NearRow, NewlyRow, PendingRow, TallyRow, UpcomingRow } from "./counts.ts";
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
import type { Change, KeyFigures, Summary, TrendPoint, UpcomingWeek } from "./schema.ts";

/*
 * Every figure from what was counted: pure, so that live figures and those frozen with a closed
 * month are put together in one and the same way.
 */

export const TREND_MONTHS = 12;
export const DAYS_OF_A_WEEK_AHEAD = 7;
const UPCOMING_WEEKS = 6;

/**
 * Everything counted for a period over all departments, before it is put together for someone:
 * some hundred rows whatever the register's size. It is what a closed month keeps of its figures.
 */
export type Counted = {
  period: Period;
  /** The months of the trend, this one last, with the day as of which each is seen. */
  months: (Period & { bucket: number })[];
  late: LateRow[];
  tally: TallyRow[];
  newly: NewlyRow[];
  near: NearRow[];
  pending: PendingRow[];
  upcoming: UpcomingRow[];
  closed: boolean;
};

export function yearOf(day: CivilDate): number {
  return Number(day.slice(0, 4));
}

/** The coming weeks (Monday to Sunday), the first one cut at the day after `on`. */
export function weeksAfter(on: CivilDate): { from: CivilDate; to: CivilDate }[] {
  const weeks: { from: CivilDate; to: CivilDate }[] = [];
  for (let from = addDays(on, 1); weeks.length < UPCOMING_WEEKS; ) {
    const to = addDays(from, 7 - weekdayOf(from));
    weeks.push({ from, to });
    from = addDays(to, 1);
  }
  return weeks;
}

/** Keeps the rows of the department whose figures a scope allows; all where it allows all. */
function within<Row extends { department: string }>(
  rows: readonly Row[],
  only: string | null,
): Row[] {
  return only === null ? [...rows] : rows.filter((row) => row.department === only);
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

/**
 * All figures of a period.
 * @param only code of the one department that they are of; null: all
 */
export function summaryOf(counted: Counted, only: string | null): Summary {
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

/**
 * The figures above the late tables, each with the month before.
 * @param firstPeriod the month with which the register begins: before it there is none
 */
export function keyFiguresOf(
  counted: Counted,
  only: string | null,
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
  const pending = within(counted.pending, only);
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
    pendingExtensions: change(({ on }) =>
      pending.filter((row) => row.on === on).reduce((sum, { count }) => sum + count, 0),
    ),
  };
}

/** The deadlines ahead, by week. */
export function upcomingOf({ period, upcoming }: Counted, only: string | null): UpcomingWeek[] {
  const rows = within(upcoming, only);
  return weeksAfter(period.asOf).map((week, index) => ({
    ...week,
    count: rows.filter((row) => row.week === index + 1).reduce((sum, { count }) => sum + count, 0),
  }));
}
