import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "#components/ui/page-header.tsx";
import { businessToday } from "#lib/core/dates.ts";
import { invalidAddress } from "#lib/core/errors.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { catalogueName, formatMonthTitle } from "#lib/core/i18n/format.ts";
import { readParameters, type SearchParameters } from "#lib/core/parameters.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { mayMerge, mayWriteSections } from "#lib/narratives/policy.ts";
import { closingOf } from "#lib/narratives/queries.ts";
import { sectionFilterSchema, WHOLE_COMMUNE } from "#lib/narratives/schema.ts";
import { listSections } from "#lib/narratives/section-queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { monthContaining } from "#lib/periods/rules.ts";
import { monthViewsFor } from "#lib/reports/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import { MonthViews } from "../../_components/month-views.tsx";
import { ClosedNotice, MonthSteps } from "../reasons/_components/month-parts.tsx";
import { requestedPeriod } from "../reasons/_components/requested-period.ts";
import { SectionBoard, sectionsHref } from "./_components/section-board.tsx";
import { Writing } from "./writing.tsx";

type Parameters = { params: Promise<{ month: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("narratives.sections"))("title") };
}

/** What departments write for a month's report: who has, for the Office; else one's own texts. */
export default async function SectionsPage({ params, searchParams }: Parameters) {
  const user = await requireUser(mayWriteSections);
  const settings = await getSettings();
  const period = requestedPeriod((await params).month, settings);
  const { month } = period;
  const asked = readParameters(sectionFilterSchema, await searchParams, { codes: ["department"] });
  const [departments, closing, locale, t] = await Promise.all([
    listDepartments(),
    closingOf(month),
    getLocale(),
    getTranslations("narratives.sections"),
  ]);
  const writer = asked.department ?? (mayMerge(user) ? null : user.departmentCode);
  const department = departments.find(({ code }) => code === writer) ?? null;
  if (writer !== null && writer !== WHOLE_COMMUNE && !department) {
    invalidAddress("unknownCode", { name: "department", value: writer });
  }
  const all = mayMerge(user);
  const sections = all ? await listSections(user, month) : [];
  const authors = new Set(sections.flatMap(({ department: code, text }) => (text ? [code] : [])));
  authors.delete(null);
  const whose = department ? catalogueName(department, locale) : t("merged");
  return (
    <ClientMessages namespaces={["narratives", "account"]}>
      <MonthViews month={month} views={monthViewsFor(user)} current="sections" />
      <PageHeader
        title={t("title")}
        details={[
          formatMonthTitle(month, locale),
          writer === null ? t("board.progress", { count: authors.size }) : whose,
        ].join(" · ")}
        actions={
          <>
            <MonthSteps
              month={month}
              first={settings.firstPeriod}
              last={monthContaining(businessToday(), settings)}
              hrefOf={(other) => sectionsHref(other, asked.department)}
            />
            {all && writer !== null && (
              <Link href={sectionsHref(month)} prefetch={false}>
                {t("back")}
              </Link>
            )}
          </>
        }
      />
      {closing && <ClosedNotice month={month} closing={closing} />}
      {writer === null ? (
        <SectionBoard
          month={month}
          departments={departments
            .filter(({ code, active }) => active || authors.has(code))
            .map((each) => ({ code: each.code, name: catalogueName(each, locale) }))}
          sections={sections}
        />
      ) : (
        <Writing
          key={`${month} ${writer}`}
          user={user}
          period={period}
          department={department}
          closed={closing !== null}
        />
      )}
    </ClientMessages>
  );
}
