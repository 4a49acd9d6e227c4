import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { ReportTabs } from "#components/layout/report-tabs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { exportHrefs } from "#lib/exports/schema.ts";
import { mayReadSomeReport, monthViewsFor, reportTabsFor } from "#lib/reports/policy.ts";
import { listReportMonths } from "#lib/snapshots/queries.ts";
import { requireUser } from "#lib/users/session.ts";
import { MonthList } from "./_components/month-list.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("periods"))("title") };
}

/** The months of the register, each with its report and its closing. */
export default async function ReportsPage() {
  const user = await requireUser(mayReadSomeReport);
  const [months, locale, t] = await Promise.all([
    listReportMonths(),
    getLocale(),
    getTranslations("periods"),
  ]);
  return (
    <>
      <ReportTabs tabs={reportTabsFor(user)} current="reports" />
      <PageHeader
        title={t("title")}
        details={t("intro")}
        actions={<ExportMenu hrefs={exportHrefs("months")} whole />}
      />
      <MonthList months={months} views={monthViewsFor(user)} locale={locale} />
    </>
  );
}
