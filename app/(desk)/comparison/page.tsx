import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SoftLinks } from "#components/charts/soft-links.tsx";
import { ReportTabs } from "#components/layout/report-tabs.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { getComparison } from "#lib/comparisons/queries.ts";
import { firstDayKnown, monthsOf, presetsOf } from "#lib/comparisons/rules.ts";
import { comparisonQuerySchema } from "#lib/comparisons/schema.ts";
import { businessToday, daysBetween } from "#lib/core/dates.ts";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import { readParameters, type SearchParameters } from "#lib/core/parameters.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { figureAccessOf } from "#lib/figures/links.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { mayReadSomeReport, reportTabsFor } from "#lib/reports/policy.ts";
import { taskNamesOf } from "#lib/tasks/names.ts";
import { requireUser } from "#lib/users/session.ts";
import { Balance } from "./_components/balance.tsx";
import { ChangeLists } from "./_components/change-lists.tsx";
import classes from "./_components/comparison.module.css";
import { DepartmentTable } from "./_components/department-table.tsx";
import { FigureTable } from "./_components/figure-table.tsx";
import { RangePicker } from "./_components/range-picker.tsx";
import { requestedRange } from "./_components/requested-range.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("comparison"))("title") };
}

/** Any two days side by side: what became late between them, what was resolved, what moved. */
export default async function ComparisonPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const viewer = await requireUser(mayReadSomeReport);
  const asked = readParameters(comparisonQuerySchema, await searchParams, { days: ["from", "to"] });
  const [settings, departments, locale, t] = await Promise.all([
    getSettings(),
    listDepartments(),
    getLocale(),
    getTranslations("comparison"),
  ]);
  const today = businessToday();
  const range = requestedRange(asked, settings, today, locale);
  const [from, to] = [range.from.asOf, range.to.asOf];
  const names = taskNamesOf({ departments, fields: [], sectors: [] }, locale);
  const access = figureAccessOf(viewer, departments);
  const [opened] = access.totals ? [] : access.departments;
  const comparison = from === to ? null : await getComparison(viewer, range);
  const shown = comparison && { comparison, names, access, locale };
  const words = { from: formatCivilDate(from), to: formatCivilDate(to) };
  return (
    <SoftLinks className={classes.page}>
      <ReportTabs tabs={reportTabsFor(viewer)} current="comparison" />
      <PageHeader
        title={t("title")}
        details={
          <>
            <p>{`${t("range", words)} · ${t("days", { days: daysBetween(from, to) })}`}</p>
            {opened && <p>{t("own", { department: names.department(opened).full })}</p>}
          </>
        }
        actions={
          <RangePicker
            range={range}
            presets={presetsOf(settings, today)}
            months={monthsOf(settings, today)}
            first={firstDayKnown(settings)}
            today={today}
            locale={locale}
          />
        }
      />
      {shown ? (
        <>
          <Balance shown={shown} />
          <div className={classes.tables}>
            <FigureTable shown={shown} />
            <DepartmentTable shown={shown} />
          </div>
          <ChangeLists shown={shown} />
        </>
      ) : (
        <EmptyState
          title={t("same.title")}
          explanation={t("same.explanation", { day: words.to })}
        />
      )}
    </SoftLinks>
  );
}
