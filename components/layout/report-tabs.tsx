import { useTranslations } from "next-intl";
import { LinkTabs } from "#components/ui/link-tabs.tsx";

const PLACES = {
  reports: "/reports",
  indicators: "/indicators",
  comparison: "/comparison",
  scorecard: "/scorecard",
  reconciliation: "/reconciliation",
  proofreading: "/proofreading",
} as const;

export type ReportTab = keyof typeof PLACES;

/** The screens about a month's figures, at the top of each of them. */
export function ReportTabs({ tabs, current }: { tabs: readonly ReportTab[]; current: ReportTab }) {
  const t = useTranslations("reports.tabs");
  return (
    <LinkTabs
      top
      label={t("label")}
      tabs={tabs.map((tab) => ({ href: PLACES[tab], label: t(tab), current: tab === current }))}
    />
  );
}
