import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SoftLinks } from "#components/charts/soft-links.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { businessDayOf, businessToday } from "#lib/core/dates.ts";
import { invalidAddress } from "#lib/core/errors.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { catalogueName, formatCivilDate, formatMonthTitle } from "#lib/core/i18n/format.ts";
import { readParameters, type SearchParameters } from "#lib/core/parameters.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { figureAccessOf, figureLinks } from "#lib/figures/links.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { monthContaining } from "#lib/periods/rules.ts";
import { reportDocument } from "#lib/reports/document.ts";
import {
  mayReadSomeReport,
  monthViewsFor,
  reportAskedFor,
  reportScopesOf,
} from "#lib/reports/policy.ts";
import { getMonthlyReport } from "#lib/reports/queries.ts";
import { reportHref, reportQuerySchema } from "#lib/reports/schema.ts";
import { requireUser } from "#lib/users/session.ts";
import { MonthViews } from "../_components/month-views.tsx";
import { ReportPaper } from "./_components/report-paper.tsx";
import { ReportTools } from "./_components/report-tools.tsx";
import { MonthSteps } from "./reasons/_components/month-parts.tsx";
import { requestedPeriod } from "./reasons/_components/requested-period.ts";

type Parameters = { params: Promise<{ month: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata({ params }: Parameters): Promise<Metadata> {
  const { month } = requestedPeriod((await params).month, await getSettings());
  const t = await getTranslations("reports.preview");
  return { title: t("title", { month: formatMonthTitle(month, await getLocale()).toLowerCase() }) };
}

/** The report of a month as it will leave the commune, or a department's own sheet. */
export default async function ReportPage({ params, searchParams }: Parameters) {
  const user = await requireUser(mayReadSomeReport);
  const settings = await getSettings();
  const { month } = requestedPeriod((await params).month, settings);
  const asked = readParameters(reportQuerySchema, await searchParams, { codes: ["department"] });
  const [departments, locale, t] = await Promise.all([
    listDepartments(),
    getLocale(),
    getTranslations("reports.preview"),
  ]);
  const found = reportAskedFor(user, departments, asked.department);
  if (found === "none") {
    invalidAddress("unknownCode", { name: "department", value: asked.department ?? "" });
  }
  const report = await getMonthlyReport(user, month, found.department);
  const links = figureLinks(report.summary, figureAccessOf(user, departments));
  const scopes = reportScopesOf(user, departments);
  const { closing, period } = report;
  return (
    <ClientMessages namespaces={["reports"]}>
      <MonthViews month={month} views={monthViewsFor(user)} current="report" />
      <PageHeader
        title={t("title", { month: formatMonthTitle(month, locale).toLowerCase() })}
        details={
          closing
            ? t("closed", { on: formatCivilDate(businessDayOf(closing.closedAt)) })
            : t("open", { on: formatCivilDate(period.asOf) })
        }
        actions={
          <>
            <MonthSteps
              month={month}
              first={settings.firstPeriod}
              last={monthContaining(businessToday(), settings)}
              hrefOf={(other) => reportHref(other, asked.department ?? null)}
            />
            <ReportTools
              month={month}
              department={found.department}
              whole={scopes.commune}
              departments={scopes.departments.map((each) => ({
                code: each.code,
                name: catalogueName(each, locale),
              }))}
            />
          </>
        }
      />
      <SoftLinks>
        <ReportPaper document={reportDocument(report)} links={links} />
      </SoftLinks>
    </ClientMessages>
  );
}
