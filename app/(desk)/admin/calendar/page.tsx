import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { businessToday } from "#lib/core/dates.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { readParameters, type SearchParameters } from "#lib/core/parameters.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import { mayEditCalendar } from "#lib/periods/policy.ts";
import { listCalendarDays } from "#lib/periods/queries.ts";
import { calendarQuerySchema } from "#lib/periods/schema.ts";
import { requireUser } from "#lib/users/session.ts";
import { CalendarDesk } from "./_components/calendar-desk.tsx";
import { YearChoice } from "./_components/year-choice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.calendar"))("title") };
}

/** The days of a year that differ from Monday to Friday. */
export default async function CalendarPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const user = await requireUser(mayEditCalendar);
  const asked = readParameters(calendarQuerySchema, await searchParams, { numbers: ["year"] });
  const year = asked.year ?? Number(businessToday().slice(0, 4));
  const [days, t] = await Promise.all([
    listCalendarDays(user, year),
    getTranslations("admin.calendar"),
  ]);
  const holidays = days.filter(({ kind }) => kind === "HOLIDAY").length;
  const worked = days.length - holidays;
  return (
    <ClientMessages namespaces={["account", "admin", "work"]}>
      <PageHeader
        title={t("title")}
        details={t("count", { year: `${year}`, holidays, worked })}
        actions={
          <>
            <YearChoice year={year} />
            {days.length > 0 && (
              <ExportMenu hrefs={exportHrefs("calendar-days", `year=${year}`)} whole />
            )}
          </>
        }
      />
      <CalendarDesk key={year} year={year} days={days} />
    </ClientMessages>
  );
}
