import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { ReportTabs } from "#components/layout/report-tabs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { businessDayOf, businessToday } from "#lib/core/dates.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { formatCivilDate, formatMonthTitle } from "#lib/core/i18n/format.ts";
import { readParameters, type SearchParameters } from "#lib/core/parameters.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import { listFields } from "#lib/fields/queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { monthContaining } from "#lib/periods/rules.ts";
import { shownGroups } from "#lib/reconciliations/groups.ts";
import { mayEnterReported, mayReconcile } from "#lib/reconciliations/policy.ts";
import { getReconciliation, usualMonth } from "#lib/reconciliations/queries.ts";
import { reconciliationQuerySchema } from "#lib/reconciliations/schema.ts";
import { reportTabsFor } from "#lib/reports/policy.ts";
import { taskNamesOf } from "#lib/tasks/names.ts";
import { requireUser } from "#lib/users/session.ts";
import { InnerChecks } from "./_components/inner-checks.tsx";
import { MonthChoice } from "./_components/month-choice.tsx";
import { ReconciliationDesk } from "./_components/reconciliation-desk.tsx";
import { requestedPeriod } from "./_components/requested-period.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reconciliation"))("title") };
}

/** What a month's report stated beside what the register computes, and what does not add up. */
export default async function ReconciliationPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const viewer = await requireUser(mayReconcile);
  const asked = readParameters(reconciliationQuerySchema, await searchParams, {
    months: ["month"],
  });
  const [settings, fields, departments, locale, t] = await Promise.all([
    getSettings(),
    listFields(),
    listDepartments(),
    getLocale(),
    getTranslations("reconciliation"),
  ]);
  const today = businessToday();
  const month = asked.month ?? (await usualMonth(viewer));
  const period = requestedPeriod(month, settings, today, locale);
  const found = await getReconciliation(viewer, period);
  const names = taskNamesOf({ departments, fields, sectors: [] }, locale);
  const entered = found.enteredAt && formatCivilDate(businessDayOf(found.enteredAt));
  const details = [
    formatMonthTitle(month, locale),
    found.source && t("source", { source: found.source }),
    entered && found.enteredBy && t("entered", { name: found.enteredBy, on: entered }),
    found.closed && t("closed"),
  ].filter(Boolean);
  return (
    <ClientMessages namespaces={["account", "reconciliation"]}>
      <ReportTabs tabs={reportTabsFor(viewer)} current="reconciliation" />
      <PageHeader
        title={t("title")}
        details={details.join(" · ")}
        actions={
          <>
            <MonthChoice
              month={month}
              first={settings.firstPeriod}
              last={monthContaining(today, settings)}
              locale={locale}
            />
            <ExportMenu hrefs={exportHrefs("reconciliation", `month=${month}`)} whole />
          </>
        }
      />
      <InnerChecks checks={found.checks} headline={found.headline} names={names} locale={locale} />
      <ReconciliationDesk
        key={month}
        month={month}
        source={found.source}
        groups={shownGroups(found.figures, { fields, departments, names }, t)}
        mayEnter={mayEnterReported(viewer)}
      />
    </ClientMessages>
  );
}
