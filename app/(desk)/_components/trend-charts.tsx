import { useTranslations } from "next-intl";
import { monthColumn } from "#components/charts/month-column.ts";
import { TrendTable } from "#components/charts/trend-table.tsx";
import { formatNumber, formatRateNumber } from "#lib/core/i18n/format.ts";
import type { TrendPoint } from "#lib/figures/schema.ts";
import { ChartBlock } from "./block.tsx";
import type { Shown } from "./shown.ts";

/** The months of the trend that the register knows. */
function monthsOf({ dashboard, firstPeriod }: Shown): TrendPoint[] {
  return dashboard.summary.trend.filter(({ month }) => month >= firstPeriod);
}

/** Late in each month, and still outstanding at its end. */
export function LateTrend({ shown }: { shown: Shown }) {
  const t = useTranslations("dashboard.trend");
  const { links, locale, tables } = shown;
  const months = monthsOf(shown);
  const name = "late-trend";
  const highest = Math.max(1, ...months.map(({ late }) => late));
  return (
    <ChartBlock name={name} title={t("late")} formula={t("lateExplanation")} tables={tables}>
      <TrendTable
        caption={t("late")}
        head={t("month")}
        domain={[0, highest]}
        rows={[
          {
            key: "late",
            label: t("lateSeries"),
            drawn: [
              {
                key: "late",
                mark: "column",
                tone: "lateNew",
                values: months.map(({ late }) => late),
              },
            ],
          },
          {
            key: "outstanding",
            label: t("outstandingSeries"),
            drawn: [
              {
                key: "outstanding",
                mark: "line",
                tone: "lateCarried",
                values: months.map(({ outstanding }) => outstanding),
              },
            ],
          },
        ]}
        columns={months.map((point, index) => ({
          ...monthColumn(point.month, index),
          cells: (["late", "outstanding"] as const).map((figure) => ({
            count: point[figure],
            text: formatNumber(point[figure], locale),
            href: links.trendLate(point.month, figure),
          })),
        }))}
      />
    </ChartBlock>
  );
}

/** Below this, the drawing of the rates begins at 0. */
const LOWEST_CUT = 0.5;

/** How much of the year's tasks was done at the end of each month. */
export function CompletionTrend({ shown }: { shown: Shown }) {
  const t = useTranslations("dashboard.trend");
  const { links, locale, tables } = shown;
  const months = monthsOf(shown);
  const name = "completion-trend";
  const rates = months.flatMap(({ completionRate }) => completionRate ?? []);
  const lowest = Math.min(1, ...rates);
  return (
    <ChartBlock
      name={name}
      title={t("completion")}
      formula={t("completionExplanation")}
      tables={tables}
    >
      <TrendTable
        caption={t("completion")}
        head={t("month")}
        domain={[lowest > LOWEST_CUT ? Math.floor(lowest * 10 - 1) / 10 : 0, 1]}
        rows={[
          {
            key: "rate",
            label: t("rateSeries"),
            drawn: [
              {
                key: "rate",
                mark: "line",
                tone: "accent",
                values: months.map(({ completionRate }) => completionRate),
              },
            ],
          },
          { key: "completed", label: t("completed"), drawn: [] },
          { key: "assigned", label: t("assigned"), drawn: [] },
        ]}
        columns={months.map((point, index) => ({
          ...monthColumn(point.month, index),
          cells: [
            { count: null, text: formatRateNumber(point.completionRate, locale), href: null },
            ...(["completed", "assigned"] as const).map((figure) => ({
              count: point[figure],
              text: formatNumber(point[figure], locale),
              href: links.trendCompletion(point.month, figure),
            })),
          ],
        }))}
      />
    </ChartBlock>
  );
}
