import { useTranslations } from "next-intl";
import { BarTable } from "#components/charts/bar-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatCivilDate, formatDayAndMonth, formatNumber } from "#lib/core/i18n/format.ts";
import { Block, ChartBlock } from "./block.tsx";
import type { Shown } from "./shown.ts";

/** Outstanding tasks by how long they have been late. */
export function Aging({ shown }: { shown: Shown }) {
  const t = useTranslations("dashboard.aging");
  const { dashboard, links, locale, tables } = shown;
  const { aging, asOf } = dashboard.summary;
  const day = formatCivilDate(asOf);
  const formula = t("explanation", { day });
  if (aging.every(({ count }) => count === 0)) {
    return (
      <Block title={t("title")} formula={formula}>
        <EmptyState title={t("empty")} explanation={t("emptyMeaning", { day })} />
      </Block>
    );
  }
  return (
    <ChartBlock name="aging" title={t("title")} formula={formula} tables={tables}>
      <BarTable
        caption={t("title")}
        head={t("bucket")}
        series={[{ key: "count", label: t("count"), tone: "lateCarried" }]}
        rows={aging.map(({ bucket, count }) => ({
          key: bucket,
          label: t(`days.${bucket}`),
          href: null,
          parts: [{ count, text: formatNumber(count, locale), href: links.aging(bucket) }],
        }))}
      />
    </ChartBlock>
  );
}

/** Deadlines of open tasks in the coming weeks. */
export function Upcoming({ shown }: { shown: Shown }) {
  const t = useTranslations("dashboard.upcoming");
  const { dashboard, links, locale, tables } = shown;
  const day = formatCivilDate(dashboard.summary.asOf);
  const weeks = dashboard.upcoming;
  const formula = t("explanation", { day });
  if (weeks.every(({ count }) => count === 0)) {
    return (
      <Block title={t("title")} formula={formula}>
        <EmptyState title={t("empty")} explanation={t("emptyMeaning")} />
      </Block>
    );
  }
  return (
    <ChartBlock name="upcoming" title={t("title")} formula={formula} tables={tables}>
      <BarTable
        caption={t("title")}
        head={t("week")}
        series={[{ key: "count", label: t("count"), tone: "accent" }]}
        rows={weeks.map((week) => ({
          key: week.from,
          label: `${formatDayAndMonth(week.from)} – ${formatDayAndMonth(week.to)}`,
          href: null,
          parts: [
            {
              count: week.count,
              text: formatNumber(week.count, locale),
              href: links.upcoming(week),
            },
          ],
        }))}
      />
    </ChartBlock>
  );
}
