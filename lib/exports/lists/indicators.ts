import { z } from "zod";
import { catalogueName, formatMonth, formatMonthTitle } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { getCompleteness } from "#lib/indicators/entry-queries.ts";
import { mayReadCompleteness } from "#lib/indicators/policy.ts";
import { getIndicators } from "#lib/indicators/queries.ts";
import { filtered, judgementOf } from "#lib/indicators/rules.ts";
import {
  type DepartmentCompleteness,
  type Indicator,
  type IndicatorValue,
  indicatorFilterSchema,
  type Target,
  type TargetProgress,
} from "#lib/indicators/schema.ts";
import { spanValues, writtenGoal } from "#lib/indicators/written.ts";
import { reportPeriod } from "#lib/snapshots/queries.ts";
import { monthSchema } from "#lib/snapshots/schema.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import { hasDesk } from "#lib/users/policy.ts";
import { atOnce, exportedList, type ListColumn, refuseUnknown } from "../list.ts";
import { readNames, type Words } from "../words.ts";

const monthQuerySchema = z.strictObject({ month: monthSchema });

/** The indicators of a month, each beside what it is measured by, and its twelve months. */
export const indicators = exportedList({
  fileName: "chi-so",
  may: hasDesk,
  schema: monthQuerySchema.extend(indicatorFilterSchema.omit({ indicator: true }).shape),
  read: async ({ viewer, locale, t }, { month, ...filter }) => {
    await reportPeriod(month);
    const [found, { names, departments, sectors }] = await Promise.all([
      getIndicators(viewer, month),
      readNames(locale),
    ]);
    refuseUnknown("sector", filter.sector, sectors);
    refuseUnknown("department", filter.department, departments);
    const rows = filtered(found.indicators, filter);
    return {
      title: t("indicators.overview.title", { month: formatMonthTitle(month, locale) }),
      conditions: [
        ...(filter.sector ? [names.sector(filter.sector)] : []),
        ...(filter.department ? [names.department(filter.department).full] : []),
        ...(filter.withTarget ? [t("indicators.filter.withTarget")] : []),
      ],
      total: t("indicators.filter.count", { count: rows.length }),
      columns: [
        ...indicatorColumns(t, names, locale, found.targets),
        ...monthColumns(rows[0]?.months.slice(0, -1) ?? []),
      ],
      pages: atOnce(rows),
    };
  },
});

function indicatorColumns(
  t: Words,
  names: TaskNames,
  locale: Locale,
  allTargets: readonly TargetProgress[],
): ListColumn<Indicator>[] {
  const text = (
    label: string,
    value: (indicator: Indicator) => string | null,
    width = 22,
  ): ListColumn<Indicator> => ({ label, kind: "text", width, value });
  const number = (
    label: string,
    value: (indicator: Indicator) => number | null | undefined,
  ): ListColumn<Indicator> => ({ label, kind: "number", value: (row) => value(row) ?? null });
  const latest = ({ months }: Indicator) => months.at(-1);
  return [
    text(t("indicators.filter.sector"), ({ sectorCode }) => names.sector(sectorCode), 20),
    text(t("indicators.overview.indicator"), (each) => catalogueName(each, locale), 40),
    text(t("exports.columns.unit"), ({ unit }) => unit, 10),
    text(
      t("indicators.filter.department"),
      ({ departmentCode }) => names.department(departmentCode).full,
      24,
    ),
    number(t("indicators.overview.latest"), (each) => latest(each)?.value),
    text(t("exports.columns.reported"), (each) => stateWords(latest(each), t), 16),
    number(t("indicators.detail.numerator"), (each) => latest(each)?.numerator),
    number(t("indicators.detail.denominator"), (each) => latest(each)?.denominator),
    number(t("indicators.overview.yearBefore"), ({ yearBefore }) => yearBefore.at(-1)?.value),
    number(t("indicators.overview.yearToDate"), ({ aggregation, yearToDate }) =>
      aggregation === "LAST" ? null : yearToDate.at(-1)?.value,
    ),
    text(t("indicators.overview.target"), ({ targets }) =>
      targets.map((target) => goalWords(target, t, locale)).join("; "),
    ),
    text(t("indicators.overview.light"), (each) => {
      const judgement = judgementOf(each, allTargets);
      return judgement && t(`indicators.light.${judgement.by}.${judgement.light}`);
    }),
  ];
}

/** The eleven months before, as the screen's table has them. */
function monthColumns(months: readonly IndicatorValue[]): ListColumn<Indicator>[] {
  return months.map(({ month }, index) => ({
    label: formatMonth(month),
    kind: "number",
    value: (indicator) => indicator.months[index]?.value ?? null,
  }));
}

/** Whether a month was reported; nothing arose, nothing reported and 0 are three different things. */
function stateWords(value: IndicatorValue | undefined, t: Words): string | null {
  if (!value) return null;
  if (value.state !== "REPORTED") return t(`indicators.state.${value.state}`);
  const notes = [
    t(value.demonstration ? "indicators.demonstration" : "exports.columns.isReported"),
    ...(value.cumulative ? [t("indicators.cumulative")] : []),
  ];
  return notes.join("; ");
}

function goalWords(target: Target, t: Words, locale: Locale): string {
  const { comparator, value, unit, span } = target;
  const goal = t(`indicators.targets.comparator.${comparator}`, {
    value: value === null ? "" : writtenGoal(value, unit, locale),
  });
  if (span === "YEAR") return goal;
  return `${goal} (${t(`indicators.targets.span.${span}`, spanValues(target))})`;
}

/** The targets of the month's year: what is to be reached, from where, and how far it has come. */
export const targets = exportedList({
  fileName: "chi-tieu",
  may: hasDesk,
  schema: monthQuerySchema,
  read: async ({ viewer, locale, t }, { month }) => {
    await reportPeriod(month);
    const found = (await getIndicators(viewer, month)).targets;
    const year = month.slice(0, 4);
    return {
      title: t("indicators.targets.title", { year }),
      conditions: [formatMonthTitle(month, locale)],
      total: t("exports.targets", { count: found.length }),
      columns: targetColumns(t, locale, String(Number(year) - 1)),
      pages: atOnce(found),
    };
  },
});

function targetColumns(t: Words, locale: Locale, yearBefore: string): ListColumn<TargetProgress>[] {
  return [
    {
      label: t("indicators.targets.target"),
      kind: "text",
      width: 44,
      value: (target) => catalogueName(target, locale),
    },
    {
      label: t("indicators.targets.goal"),
      kind: "text",
      width: 26,
      value: (target) => goalWords(target, t, locale),
    },
    {
      label: t("indicators.targets.baseline", { year: yearBefore }),
      kind: "text",
      width: 14,
      value: ({ baseline }) => baseline,
    },
    {
      label: t("indicators.targets.actual"),
      kind: "number",
      value: ({ actual }) => actual?.value ?? null,
    },
    { label: t("exports.columns.unit"), kind: "text", width: 12, value: ({ unit }) => unit },
    {
      label: t("exports.columns.upTo"),
      kind: "month",
      value: ({ actual }) => actual?.month ?? null,
    },
    {
      label: t("indicators.targets.standing"),
      kind: "text",
      width: 14,
      value: ({ standing }) => standing && t(`indicators.targets.${standing}`),
    },
  ];
}

/** Which department has reported a month's indicators, and what is missing from whom. */
export const indicatorBoard = exportedList({
  fileName: "bao-cao-chi-so",
  may: mayReadCompleteness,
  schema: monthQuerySchema,
  read: async ({ viewer, locale, t }, { month }) => {
    await reportPeriod(month);
    const [rows, { names }] = await Promise.all([
      getCompleteness(viewer, month),
      readNames(locale),
    ]);
    const missing = rows.reduce((sum, row) => sum + row.missing.length, 0);
    const behind = rows.filter((row) => row.missing.length > 0).length;
    return {
      title: t("indicators.board.title"),
      conditions: [formatMonthTitle(month, locale)],
      total: t("indicators.board.summary", { missing, behind, departments: rows.length }),
      columns: boardColumns(t, names, locale),
      pages: atOnce(rows),
    };
  },
});

function boardColumns(
  t: Words,
  names: TaskNames,
  locale: Locale,
): ListColumn<DepartmentCompleteness>[] {
  return [
    {
      label: t("indicators.board.department"),
      kind: "text",
      width: 30,
      value: ({ code }) => names.department(code).full,
    },
    {
      label: t("exports.columns.heads"),
      kind: "text",
      width: 30,
      value: ({ heads }) => heads.join(", ") || null,
    },
    { label: t("indicators.board.reported"), kind: "count", value: ({ reported }) => reported },
    {
      label: t("indicators.board.nothingArose"),
      kind: "count",
      value: ({ nothingArose }) => nothingArose,
    },
    { label: t("indicators.board.missing"), kind: "count", value: ({ missing }) => missing.length },
    {
      label: t("indicators.board.which"),
      kind: "text",
      width: 50,
      value: ({ missing }) => missing.map((each) => catalogueName(each, locale)).join("; ") || null,
    },
    {
      label: t("indicators.board.last"),
      kind: "instant",
      value: ({ lastEnteredAt }) => lastEnteredAt,
    },
  ];
}
