import {
  addDays,
  addMonths,
  type CivilDate,
  type CivilMonth,
  isCivilMonth,
  later,
  weekdayOf,
} from "#lib/core/dates.ts";
import { type LateCount, noOverdueFigures, overdueFiguresBy } from "#lib/figures/rules.ts";
import type { KeyFigures, Summary } from "#lib/figures/schema.ts";
import { monthContaining, readPeriod, spanOf } from "#lib/periods/rules.ts";
import type { Period, PeriodProblem, Settings } from "#lib/periods/schema.ts";
import type { Comparison, DayFigure, DayFigures, Flow, Range } from "./schema.ts";

type Calendar = Pick<Settings, "periodFirstDay" | "firstPeriod">;

/** The Monday before a day, on a Monday the one a week ago: the day of the last weekly meeting. */
export function mondayBefore(day: CivilDate): CivilDate {
  return addDays(day, -(weekdayOf(day) - 1 || 7));
}

/** Two days, or two months, that are often asked for. */
export type Preset = {
  name: "week" | "month";
  from: CivilDate | CivilMonth;
  to: CivilDate | CivilMonth;
};

/** What is often asked for, as far as the register goes back. */
export function presetsOf(settings: Calendar, today: CivilDate): Preset[] {
  const first = firstDayKnown(settings);
  const month = monthContaining(today, settings);
  const before = addMonths(month, -1);
  const presets: Preset[] = [
    { name: "week", from: later(mondayBefore(today), first), to: today },
    { name: "month", from: before, to: month },
  ];
  return presets.filter(({ name }) => name === "week" || before >= settings.firstPeriod);
}

type Read =
  | { ok: true; range: Range }
  | { ok: false; name: "from" | "to"; value: string; problem: PeriodProblem };

/**
 * The two days that an address asks for, the earlier one first: each a day, or a month for its
 * last day (a running one for today). Without either: this week against last Monday.
 */
export function readRange(
  asked: { from?: string | undefined; to?: string | undefined },
  settings: Calendar,
  today: CivilDate,
): Read {
  const [week] = presetsOf(settings, today);
  const wanted = { to: asked.to ?? today, from: asked.from ?? week?.from ?? today };
  const periods: Record<"from" | "to", Period | null> = { from: null, to: null };
  for (const name of ["from", "to"] as const) {
    const value = wanted[name];
    const read = readPeriod(
      isCivilMonth(value) ? { period: value } : { asOf: value },
      settings,
      today,
    );
    if (!read.ok) return { ok: false, name, value, problem: read.problem };
    periods[name] = read.period;
  }
  const { from, to } = periods as Record<"from" | "to", Period>;
  const months = isCivilMonth(wanted.from) && isCivilMonth(wanted.to);
  const range = from.asOf <= to.asOf ? { from, to, months } : { from: to, to: from, months };
  return { ok: true, range };
}

/** Whether both days end their months or lie in one, so that what the months add up compares. */
export function sameMeasure({ from, to, months }: Range): boolean {
  return months || from.month === to.month;
}

/** What adds up over a month, and compares only if both days have the same measure. */
const OF_THE_MONTH: readonly DayFigure[] = ["late", "carriedOver", "newlyOverdue"];

/** The figures that two days are compared by, in their order. */
export function comparedFigures(range: Range): DayFigure[] {
  const all: readonly DayFigure[] = [
    ...OF_THE_MONTH,
    ...(["outstanding", "completed", "completionRate", "onTimeRate"] as const),
    ...(["dueWithinWeek", "awaitingConfirmation"] as const),
  ];
  return all.filter((figure) => sameMeasure(range) || !OF_THE_MONTH.includes(figure));
}

/** Later less earlier; of rates in points, with the one decimal that they are shown with. */
export function differenceOf(figure: DayFigure, before: number, after: number): number {
  return isRate(figure) ? Math.round(1000 * (after - before)) / 10 : after - before;
}

/** Whether a figure is a share and no count. */
export function isRate(figure: DayFigure): boolean {
  return figure === "completionRate" || figure === "onTimeRate";
}

/** The figures of a day that are compared. */
export function dayFiguresOf(
  { overdue, completion }: Summary,
  { dueWithinWeek, awaitingConfirmation }: KeyFigures,
): DayFigures {
  const { late, carriedOver, newlyOverdue, outstanding } = overdue.total;
  const { completed, completionRate, onTimeRate } = completion.total;
  return {
    late,
    carriedOver,
    newlyOverdue,
    outstanding,
    completed,
    completionRate,
    onTimeRate,
    dueWithinWeek: dueWithinWeek.now,
    awaitingConfirmation: awaitingConfirmation.now,
  };
}

/** Tasks newly assigned and completed, by department. */
export type Works = readonly { department: string; assigned: boolean; completed: boolean }[];

/**
 * What happened in all and in each department (domain rules "Overdue is an interval"): a task
 * opens or becomes late where it was first late between the days, and is resolved or
 * outstanding where it was last.
 */
export function flowsOf(
  late: readonly LateCount[],
  works: Works,
): Pick<Comparison, "total" | "byDepartment"> {
  const overdue = overdueFiguresBy(late, ({ department }) => department);
  const codes = new Set([...overdue.keys(), ...works.map(({ department }) => department)]);
  const flow = (figures: Flow | ReturnType<typeof noOverdueFigures>, of: Works): Flow => ({
    ...figures,
    assigned: of.filter(({ assigned }) => assigned).length,
    completed: of.filter(({ completed }) => completed).length,
  });
  return {
    total: flow(overdueFiguresBy(late, () => "").get("") ?? noOverdueFigures(), works),
    byDepartment: [...codes].sort().map((code) => ({
      code,
      ...flow(
        overdue.get(code) ?? noOverdueFigures(),
        works.filter(({ department }) => department === code),
      ),
    })),
  };
}

/**
 * Whether a line of the comparison adds up, and to what was counted apart from it on either day:
 * outstanding before + became late + came in − went out − resolved = outstanding after.
 */
export function balances(flow: Flow, before: number, after: number): boolean {
  const { carriedOver, newlyOverdue, transferredIn, transferredOut, resolved, outstanding } = flow;
  return (
    carriedOver === before &&
    outstanding === after &&
    before + newlyOverdue + transferredIn - transferredOut - resolved.total === after
  );
}

/** The months of the register, the newest first. */
export function monthsOf(settings: Calendar, today: CivilDate): CivilMonth[] {
  const months: CivilMonth[] = [];
  for (
    let month = monthContaining(today, settings);
    month >= settings.firstPeriod;
    month = addMonths(month, -1)
  ) {
    months.push(month);
  }
  return months;
}

/** The first day that can be asked for. */
export function firstDayKnown(settings: Calendar): CivilDate {
  return spanOf(settings.firstPeriod, settings).from;
}
