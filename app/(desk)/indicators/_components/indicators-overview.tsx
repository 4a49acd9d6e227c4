import { useTranslations } from "next-intl";
import { ChartSwitch, ChartView } from "#components/charts/chart-view.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FormulaHint } from "#components/ui/formula-hint.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatMonthTitle } from "#lib/core/i18n/format.ts";
import type { Indicator } from "#lib/indicators/schema.ts";
import { IndicatorFilterForm } from "./indicator-filter.tsx";
import classes from "./indicators-overview.module.css";
import { Legend } from "./legend.tsx";
import { SectorIndicators } from "./sector-indicators.tsx";
import type { ShownIndicators } from "./shown-indicators.ts";

const NAME = "indicators";

/** Every indicator that the filter leaves, by sector, each with its twelve months at a glance. */
export function IndicatorsOverview({
  shown,
  indicators,
}: {
  shown: ShownIndicators;
  indicators: readonly Indicator[];
}) {
  const t = useTranslations("indicators");
  const title = t("overview.title", { month: formatMonthTitle(shown.month, shown.locale) });
  const bySector = Map.groupBy(indicators, ({ sectorCode }) => sectorCode);
  return (
    <ChartView name={NAME} asTable={shown.tables.includes(NAME)}>
      <Panel
        title={title}
        hint={<FormulaHint name={title} formula={t("overview.formula")} />}
        action={
          <ChartSwitch
            toTable={t("chart.toTable", { title })}
            toChart={t("chart.toChart", { title })}
          />
        }
      >
        <IndicatorFilterForm shown={shown} count={indicators.length} />
        <Legend />
        {indicators.length === 0 ? (
          <EmptyState title={t("overview.empty")} explanation={t("overview.emptyMeaning")} />
        ) : (
          <div className={classes.sectors}>
            {[...bySector].map(([sector, group]) => (
              <SectorIndicators key={sector} shown={shown} sector={sector} indicators={group} />
            ))}
          </div>
        )}
      </Panel>
    </ChartView>
  );
}
