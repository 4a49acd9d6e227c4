import { DownloadIcon } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SoftLinks } from "#components/charts/soft-links.tsx";
import { ReportTabs } from "#components/layout/report-tabs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { businessToday } from "#lib/core/dates.ts";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import { readParameters, type SearchParameters } from "#lib/core/parameters.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { reportTabsFor } from "#lib/reports/policy.ts";
import { mayReadSomeCard } from "#lib/scorecards/policy.ts";
import { getScorecards } from "#lib/scorecards/queries.ts";
import { chosenCards } from "#lib/scorecards/rules.ts";
import { scorecardHref, scorecardQuerySchema } from "#lib/scorecards/schema.ts";
import { neighbours, spansByYear } from "#lib/scorecards/spans.ts";
import { taskNamesOf } from "#lib/tasks/names.ts";
import { requireUser } from "#lib/users/session.ts";
import { CardView } from "./_components/card-view.tsx";
import { Method } from "./_components/method.tsx";
import { PrintButton } from "./_components/print-button.tsx";
import { requestedSpan } from "./_components/requested-span.ts";
import { ScoreTables } from "./_components/score-tables.tsx";
import classes from "./_components/scorecard.module.css";
import { SpanPicker } from "./_components/span-picker.tsx";
import { spanTitle } from "./_components/words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("scorecard"))("title") };
}

/** Departments and officers scored by what the register says, or one card line by line. */
export default async function ScorecardPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const viewer = await requireUser(mayReadSomeCard);
  const { span: key, ...asked } = readParameters(scorecardQuerySchema, await searchParams, {
    codes: ["department", "officer"],
  });
  const [settings, departments, locale, t] = await Promise.all([
    getSettings(),
    listDepartments(),
    getLocale(),
    getTranslations("scorecard"),
  ]);
  const today = businessToday();
  const span = requestedSpan(key, settings, today, locale);
  const names = taskNamesOf({ departments, fields: [], sectors: [] }, locale);
  // An officer has one card, which is opened at once.
  const nobody = asked.department === undefined && asked.officer === undefined;
  const subject = nobody && viewer.role === "OFFICER" ? { officer: viewer.login } : asked;
  const cards = chosenCards(await getScorecards(viewer, span), subject) ?? notFound();
  const single = subject.department ?? subject.officer;
  const [department, officer] = [cards.departments[0], cards.officers[0]];
  const card = single === undefined ? undefined : (department ?? officer);
  const whose = department ? names.department(department.code).full : officer?.name;
  const day = t("asOf", { day: formatCivilDate(span.asOf) });
  return (
    <SoftLinks className={classes.page}>
      <ReportTabs tabs={reportTabsFor(viewer)} current="scorecard" />
      <PageHeader
        title={card && whose ? `${t("title")}: ${whose}` : t("title")}
        details={
          <>
            {`${spanTitle(span.key, t, locale)}, ${day}`}
            {card && viewer.role !== "OFFICER" && (
              <Link href={scorecardHref(span.key)} prefetch={false} className={classes.back}>
                {t("back")}
              </Link>
            )}
          </>
        }
        actions={
          <>
            <SpanPicker
              span={span}
              neighbours={neighbours(span, settings, today)}
              years={spansByYear(settings, today)}
              subject={asked}
              locale={locale}
            />
            <a
              href={scorecardHref(span.key, asked, "/scorecard/export")}
              className={classes.tool}
              download
            >
              <DownloadIcon size={16} strokeWidth={1.7} aria-hidden />
              {t("export")}
            </a>
            <PrintButton label={t("print")} />
          </>
        }
      />
      <Method />
      {card ? (
        <CardView card={card} locale={locale} />
      ) : (
        <ScoreTables cards={cards} names={names} locale={locale} />
      )}
    </SoftLinks>
  );
}
