import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { mayReadCalendar, mayWriteCalendar, usualCalendar } from "#lib/agenda/policy.ts";
import { listDeadlines, listEntries, listHosts } from "#lib/agenda/queries.ts";
import { daysOfWeek, weekOf } from "#lib/agenda/rules.ts";
import { LEADERS, weekQuerySchema } from "#lib/agenda/schema.ts";
import { businessToday } from "#lib/core/dates.ts";
import { invalidAddress } from "#lib/core/errors.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { catalogueName, formatCivilDate } from "#lib/core/i18n/format.ts";
import { readParameters, type SearchParameters } from "#lib/core/parameters.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import type { Department } from "#lib/departments/schema.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import { mayEditCalendar } from "#lib/periods/policy.ts";
import { hasDesk } from "#lib/users/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import classes from "./_components/week.module.css";
import { WeekChoice } from "./_components/week-choice.tsx";
import { WeekDesk } from "./_components/week-desk.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agenda"))("title") };
}

/** The weekly work calendar of the leaders or of a department: what is planned and what is due. */
export default async function WeekPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const user = await requireUser(hasDesk);
  const asked = readParameters(weekQuerySchema, await searchParams, { codes: ["department"] });
  const [departments, locale, t] = await Promise.all([
    listDepartments(),
    getLocale(),
    getTranslations("agenda"),
  ]);
  const today = businessToday();
  const week = asked.week ?? weekOf(today);
  const calendar = asked.department ?? usualCalendar(user);
  const department = calendar === LEADERS ? null : departmentOf(departments, calendar);
  const owner = department?.id ?? null;
  const days = daysOfWeek(week);
  const range = { from: days[0] ?? today, to: days[6] ?? today };
  const mayWrite = mayWriteCalendar(user, owner);
  const [entries, due, hosts] = await Promise.all([
    listEntries(user, owner, range),
    listDeadlines(user, owner, range),
    mayWrite ? listHosts(owner) : [],
  ]);
  const calendars = [
    { code: LEADERS, name: t("leaders") },
    ...departments
      .filter(({ id, active }) => active && mayReadCalendar(user, id))
      .map((entry) => ({ code: entry.code, name: catalogueName(entry, locale) })),
  ];
  const span = {
    week: week.slice(6),
    from: formatCivilDate(range.from),
    to: formatCivilDate(range.to),
  };
  return (
    <ClientMessages namespaces={["agenda", "account"]}>
      <div className={classes.week}>
        <PageHeader
          title={t("title")}
          details={
            <>
              {`${department ? catalogueName(department, locale) : t("leaders")} · ${t("week", span)}`}
              {mayEditCalendar(user) && (
                <Link href="/admin/calendar" prefetch={false} className={classes.workingDays}>
                  {t("workingDays")}
                </Link>
              )}
            </>
          }
          actions={
            <>
              <WeekChoice
                week={week}
                thisWeek={weekOf(today)}
                calendar={calendar}
                calendars={calendars}
              />
              {entries.length > 0 && (
                <ExportMenu
                  hrefs={exportHrefs("week", `week=${week}&department=${calendar}`)}
                  whole
                />
              )}
            </>
          }
        />
        <WeekDesk
          calendar={calendar}
          days={days.map((on) => ({
            on,
            entries: entries.filter((entry) => entry.on === on),
            due: due.find((day) => day.on === on) ?? null,
          }))}
          departments={departments.map(({ code, short, shortEn }) => ({
            code,
            short: locale === "en" ? shortEn : short,
          }))}
          hosts={hosts}
          mayWrite={mayWrite}
          today={today}
        />
      </div>
    </ClientMessages>
  );
}

/** The department of an address's code, or the page's end. */
function departmentOf(departments: readonly Department[], code: string): Department {
  const department = departments.find((entry) => entry.code === code);
  return department ?? invalidAddress("unknownCode", { name: "department", value: code });
}
