import { XIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChartSwitch, ChartView } from "#components/charts/chart-view.tsx";
import type { CountCell } from "#components/charts/count-link.tsx";
import { monthColumn } from "#components/charts/month-column.ts";
import type { TrendSeries } from "#components/charts/series.ts";
import { LONGER, type TrendRow, TrendTable } from "#components/charts/trend-table.tsx";
import { FormulaHint } from "#components/ui/formula-hint.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { catalogueName } from "#lib/core/i18n/format.ts";
import { lastMonthOf } from "#lib/indicators/rules.ts";
import type { Indicator, IndicatorValue, Target } from "#lib/indicators/schema.ts";
import { indicatorsHref } from "#lib/indicators/schema.ts";
import classes from "./indicator-detail.module.css";
import { Legend } from "./legend.tsx";
import { DirectionMark } from "./sector-indicators.tsx";
import type { ShownIndicators } from "./shown-indicators.ts";
import { writtenValue } from "./values.ts";

/** One indicator opened: its months beside those a year earlier, the year so far, the targets. */
export function IndicatorDetail({
  shown,
  indicator,
}: {
  shown: ShownIndicators;
  indicator: Indicator;
}) {
  const t = useTranslations("indicators.detail");
  const c = useTranslations("indicators.chart");
  const { locale, names, filter, tables } = shown;
  const { indicator: _opened, ...others } = filter;
  const title = catalogueName(indicator, locale);
  const adds = indicator.aggregation !== "LAST";
  const written = [...indicator.months, ...indicator.yearToDate].map(({ value }) =>
    value === null ? 0 : writtenValue(value, indicator.unit, locale).length,
  );
  const narrow = Math.max(...written) <= LONGER;
  return (
    <div id="indicator" className={classes.detail}>
      <ChartView name="indicator" asTable={tables.includes("indicator")}>
        <Panel
          title={title}
          hint={<FormulaHint name={title} formula={t(`formula.${indicator.aggregation}`)} />}
          action={
            <div className={classes.actions}>
              <ChartSwitch toTable={c("toTable", { title })} toChart={c("toChart", { title })} />
              <Link
                href={indicatorsHref(shown.month, others)}
                prefetch={false}
                className={classes.close}
              >
                <XIcon size={16} strokeWidth={1.75} aria-hidden />
                {t("close")}
              </Link>
            </div>
          }
        >
          <p className={classes.about}>
            <span>{t("unit", { unit: indicator.unit })}</span>
            <span>
              {t("owner", { department: names.department(indicator.departmentCode).full })}
            </span>
            <span>{names.sector(indicator.sectorCode)}</span>
            <DirectionMark indicator={indicator} />
          </p>
          <Legend />
          <div className={classes.charts} data-two={(adds && narrow) || undefined}>
            <Monthly shown={shown} indicator={indicator} />
            {adds && <YearToDateChart shown={shown} indicator={indicator} />}
          </div>
        </Panel>
      </ChartView>
    </div>
  );
}

/** A target as a level for the months that it holds for; null where none does. */
function levelOf(
  targets: readonly Target[],
  months: readonly IndicatorValue[],
  unit: string,
): (number | null)[] {
  const measured = targets.filter((target) => target.unit === unit && target.value !== null);
  return months.map(
    ({ month }) =>
      measured.find((target) => target.startMonth <= month && month <= lastMonthOf(target))
        ?.value ?? null,
  );
}

function domainOf(series: readonly (readonly (number | null)[])[]): [number, number] {
  const values = series.flatMap((each) => each.flatMap((value) => value ?? []));
  return [Math.min(0, ...values), Math.max(...values, 0) || 1];
}

const isDrawn = (values: readonly (number | null)[]) => values.some((value) => value !== null);

function line(key: string, tone: TrendSeries["tone"], values: readonly (number | null)[]) {
  return isDrawn(values) ? [{ key, mark: "line", tone, values } as const] : [];
}

function level(values: readonly (number | null)[]) {
  return isDrawn(values) ? [{ key: "target", mark: "level", tone: "ink", values } as const] : [];
}

function Monthly({ shown, indicator }: { shown: ShownIndicators; indicator: Indicator }) {
  const t = useTranslations("indicators.detail");
  const { months, yearBefore, unit, targets, aggregation } = indicator;
  const cells = useCells(shown, unit);
  const valuesOf = (demonstration: boolean) =>
    months.map((each) => (each.demonstration === demonstration ? each.value : null));
  const before = yearBefore.map(({ value }) => value);
  // A year's sum is no measure for one month of it.
  const monthly = targets.filter(({ span }) => span === "MONTH" || aggregation !== "SUM");
  const target = levelOf(monthly, months, unit);
  const parts = (["numerator", "denominator"] as const).filter((part) =>
    months.some((each) => each[part] !== null),
  );
  const rows: (TrendRow & { cells: CountCell[] })[] = [
    {
      key: "value",
      label: t("value"),
      drawn: [
        { key: "reported", mark: "column", tone: "accent", values: valuesOf(false) },
        { key: "demonstration", mark: "column", tone: "accentSoft", values: valuesOf(true) },
      ],
      cells: months.map(cells.reported),
    },
    ...(yearBefore.every(({ state }) => state === "NOT_REPORTED")
      ? []
      : [
          {
            key: "yearBefore",
            label: t("yearBefore"),
            drawn: line("yearBefore", "soft", before),
            cells: yearBefore.map(cells.reported),
          },
        ]),
    ...(isDrawn(target)
      ? [
          {
            key: "target",
            label: t("target"),
            drawn: level(target),
            cells: target.map(cells.plain),
          },
        ]
      : []),
    ...parts.map((part) => ({
      key: part,
      label: t(part),
      drawn: [],
      cells: months.map((each) => cells.number(each[part])),
    })),
  ];
  return (
    <section className={classes.chart}>
      <h3>{t("monthly")}</h3>
      <TrendTable
        caption={t("monthly")}
        head={t("month")}
        domain={domainOf([months.map(({ value }) => value), before, target])}
        rows={rows}
        columns={months.map(({ month }, index) => ({
          ...monthColumn(month, index),
          cells: rows.map((row) => row.cells[index] ?? cells.plain(null)),
        }))}
      />
    </section>
  );
}

function YearToDateChart({ shown, indicator }: { shown: ShownIndicators; indicator: Indicator }) {
  const t = useTranslations("indicators.detail");
  const { months, yearToDate, unit, targets } = indicator;
  const cells = useCells(shown, unit);
  const sums = yearToDate.map(({ value }) => value);
  const target = levelOf(
    targets.filter(({ span }) => span === "YEAR"),
    months,
    unit,
  );
  const missing = yearToDate.some((each) => each.missing > 0);
  const rows: (TrendRow & { cells: CountCell[] })[] = [
    {
      key: "sum",
      label: t("sum"),
      drawn: line("sum", "accent", sums),
      cells: sums.map(cells.plain),
    },
    ...(isDrawn(target)
      ? [
          {
            key: "target",
            label: t("target"),
            drawn: level(target),
            cells: target.map(cells.plain),
          },
        ]
      : []),
    ...(missing
      ? [
          {
            key: "missing",
            label: t("missing"),
            drawn: [],
            cells: yearToDate.map((each) => cells.number(each.missing)),
          },
        ]
      : []),
  ];
  return (
    <section className={classes.chart}>
      <h3>{t("yearToDate")}</h3>
      <TrendTable
        caption={t("yearToDate")}
        head={t("month")}
        domain={domainOf([sums, target])}
        rows={rows}
        columns={months.map(({ month }, index) => ({
          ...monthColumn(month, index),
          cells: rows.map((row) => row.cells[index] ?? cells.plain(null)),
        }))}
      />
    </section>
  );
}

/** How figures of an indicator stand in its table. */
function useCells({ locale }: ShownIndicators, unit: string) {
  const t = useTranslations("indicators");
  const written = (value: number | null, as: string): CountCell => ({
    count: null,
    text: value === null ? "" : writtenValue(value, as, locale),
    href: null,
  });
  const plain = (value: number | null) => written(value, unit);
  return {
    plain,
    /** What is in no unit of the indicator's: parts of a percentage, months. */
    number: (value: number | null) => written(value, ""),
    reported: (value: IndicatorValue): CountCell => {
      if (value.state === "REPORTED") {
        return {
          ...plain(value.value),
          ...(value.demonstration && { title: t("demonstration") }),
        };
      }
      const words = t(`state.${value.state}`);
      const symbol = value.state === "NOT_REPORTED" ? "⋮" : "–";
      return { count: null, text: symbol, words, href: null, title: words };
    },
  };
}
