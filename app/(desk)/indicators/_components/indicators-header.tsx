import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ReportTabs } from "#components/layout/report-tabs.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { MonthPicker } from "#components/ui/month-picker.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { CivilMonth } from "#lib/core/dates.ts";
import { formatMonthTitle } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import {
  mayEditIndicators,
  mayEnterSomeValues,
  mayReadCompleteness,
} from "#lib/indicators/policy.ts";
import { boardHref, CATALOGUE_HREF, indicatorsHref, sheetHref } from "#lib/indicators/schema.ts";
import { reportTabsFor } from "#lib/reports/policy.ts";
import type { Viewer } from "#lib/users/schema.ts";
import classes from "./indicators-header.module.css";

/** The head of the screens about indicators: which month, and what else there is of it. */
export function IndicatorsHeader({
  viewer,
  current,
  period,
  title,
  details,
  hrefOf,
  actions,
}: {
  viewer: Viewer;
  current: "overview" | "sheet" | "board" | "catalogue";
  period: {
    month: CivilMonth;
    first: CivilMonth;
    last: CivilMonth;
    closed: boolean;
    locale: Locale;
  };
  title: string;
  details?: ReactNode;
  /** The same screen in another month; without it the screen is of none. */
  hrefOf?: (month: CivilMonth) => string;
  actions?: ReactNode;
}) {
  const t = useTranslations("indicators.links");
  const { month } = period;
  const screens = [
    { name: "overview", href: indicatorsHref(month), may: true },
    { name: "sheet", href: sheetHref(month), may: mayEnterSomeValues(viewer) },
    { name: "board", href: boardHref(month), may: mayReadCompleteness(viewer) },
    { name: "catalogue", href: CATALOGUE_HREF, may: mayEditIndicators(viewer) },
  ] as const;
  const offered = screens.filter(({ name, may }) => may || name === current);
  return (
    <>
      <ReportTabs tabs={reportTabsFor(viewer)} current="indicators" />
      <PageHeader
        title={title}
        details={
          <>
            {hrefOf && <p className={classes.onPaper}>{formatMonthTitle(month, period.locale)}</p>}
            {details}
          </>
        }
        actions={
          <>
            {hrefOf && <MonthPicker {...period} hrefOf={hrefOf} />}
            {actions}
            {offered.length > 1 && (
              <div className={classes.screens}>
                <LinkTabs
                  label={t("label")}
                  tabs={offered.map(({ name, href }) => ({
                    href,
                    label: t(name),
                    current: name === current,
                  }))}
                />
              </div>
            )}
          </>
        }
      />
    </>
  );
}
