import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { rememberedTables, TABLES_COOKIE } from "#components/charts/remembered-tables.ts";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { businessToday } from "#lib/core/dates.ts";
import { formatCivilDate, formatMonthTitle } from "#lib/core/i18n/format.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { figureAccessOf, figureLinks } from "#lib/figures/links.ts";
import { getDashboard } from "#lib/figures/queries.ts";
import { indicatorsHref } from "#lib/indicators/schema.ts";
import { getSettings, isClosed } from "#lib/periods/queries.ts";
import { monthContaining } from "#lib/periods/rules.ts";
import { maySeeClosing } from "#lib/snapshots/policy.ts";
import { taskNamesOf } from "#lib/tasks/names.ts";
import { hasDesk } from "#lib/users/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import { dashboardHref, periodOfAddress, type Search } from "./_components/address.ts";
import classes from "./_components/dashboard.module.css";
import { DashboardOverview } from "./_components/dashboard-overview.tsx";
import { PeriodPicker } from "./_components/period-picker.tsx";
import { requestedView } from "./_components/requested-view.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboard"))("title") };
}

export default async function DashboardPage({ searchParams }: { searchParams: Promise<Search> }) {
  const viewer = await requireUser(hasDesk);
  const [search, settings, locale, t, jar] = await Promise.all([
    searchParams,
    getSettings(),
    getLocale(),
    getTranslations("dashboard"),
    cookies(),
  ]);
  const today = businessToday();
  const { tab, period, filter } = requestedView(search, settings, today, locale);
  if (tab === "indicators") redirect(indicatorsHref(period.month, filter));
  const [departments, fields, sectors, closed] = await Promise.all([
    listDepartments(),
    listFields(),
    listSectors(),
    isClosed(period.month),
  ]);
  const tables = rememberedTables(jar.get(TABLES_COOKIE)?.value);
  const names = taskNamesOf({ departments, fields, sectors }, locale);
  const access = figureAccessOf(viewer, departments);
  const [opened] = access.totals ? [] : access.departments;
  const scope = access.only === null ? "own" : "department";

  const dashboard = await getDashboard(viewer, period);
  const links = figureLinks(dashboard.summary, access);
  const { departmentCode: ownDepartment, role } = viewer;
  const { firstPeriod } = settings;
  const shown = { dashboard, links, names, locale, ownDepartment, tables, firstPeriod };
  return (
    <>
      <PageHeader
        title={t("title")}
        details={
          <>
            <p className={classes.onPaper}>
              {formatMonthTitle(period.month, locale)},{" "}
              {t("period.asOf", { day: formatCivilDate(period.asOf) })}
            </p>
            {closed && period.asOf === period.to && maySeeClosing(viewer) && (
              <p>
                {t("frozen")}{" "}
                <Link href={`/reports/${period.month}/adjustments`} prefetch={false}>
                  {t("adjustments")}
                </Link>
              </p>
            )}
            {opened && <p>{t(`scope.${scope}`, { department: names.department(opened).full })}</p>}
          </>
        }
        actions={
          <>
            <PeriodPicker
              period={period}
              first={settings.firstPeriod}
              last={monthContaining(today, settings)}
              today={today}
              closed={closed}
              locale={locale}
            />
            <div className={classes.tabs}>
              <LinkTabs
                label={t("tabs.label")}
                tabs={[
                  {
                    href: dashboardHref(periodOfAddress(search)),
                    label: t("tabs.overview"),
                    current: true,
                  },
                  {
                    href: indicatorsHref(period.month),
                    label: t("tabs.indicators"),
                    current: false,
                  },
                ]}
              />
            </div>
          </>
        }
      />
      <DashboardOverview shown={shown} role={role} />
    </>
  );
}
