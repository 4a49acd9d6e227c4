import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IndicatorDetail } from "./indicator-detail.tsx";
import { IndicatorsOverview } from "./indicators-overview.tsx";
import classes from "./indicators-view.module.css";
import { filtered, type ShownIndicators } from "./shown-indicators.ts";
import { TargetsTable } from "./targets-table.tsx";

/** The monthly indicators: the one that is opened, all of them by sector, and the year's targets. */
export function IndicatorsView({ shown }: { shown: ShownIndicators }) {
  const t = useTranslations("indicators.overview");
  const { indicators, filter } = shown;
  const opened = indicators.find(({ code }) => code === filter.indicator);
  if (indicators.length === 0) {
    return <EmptyState title={t("none")} explanation={t("noneMeaning")} />;
  }
  return (
    <div className={classes.view}>
      {opened && <IndicatorDetail shown={shown} indicator={opened} />}
      <IndicatorsOverview shown={shown} indicators={filtered(indicators, filter)} />
      <TargetsTable shown={shown} />
    </div>
  );
}
