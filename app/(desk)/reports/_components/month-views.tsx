import { useTranslations } from "next-intl";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import type { CivilMonth } from "#lib/core/dates.ts";
import { formatMonth } from "#lib/core/i18n/format.ts";
import type { MonthView } from "#lib/reports/policy.ts";

const PLACES: Record<MonthView, string> = {
  report: "",
  sections: "/sections",
  reasons: "/reasons",
  closing: "/closing",
  adjustments: "/adjustments",
};

/** The screens about one month, at the top of each of them. */
export function MonthViews({
  month,
  views,
  current,
}: {
  month: CivilMonth;
  views: readonly MonthView[];
  /** Null on a page below them. */
  current: MonthView | null;
}) {
  const t = useTranslations("periods");
  const own = views.map((view) => ({
    href: `/reports/${month}${PLACES[view]}`,
    label: t(`views.${view}`),
    current: view === current,
  }));
  return (
    <LinkTabs
      top
      label={t("views.label", { month: formatMonth(month) })}
      tabs={[{ href: "/reports", label: t("backToMonths"), current: false }, ...own]}
    />
  );
}
