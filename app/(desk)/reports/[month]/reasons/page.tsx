import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { businessToday } from "#lib/core/dates.ts";
import { invalidAddress } from "#lib/core/errors.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { catalogueName, formatMonthTitle } from "#lib/core/i18n/format.ts";
import { readParameters, refuseEmptyPage, type SearchParameters } from "#lib/core/parameters.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import { mayGiveReasons, reasonScopeOf } from "#lib/narratives/policy.ts";
import { closingOf, listReasonKinds } from "#lib/narratives/queries.ts";
import { listLateReasons, listUnexplained } from "#lib/narratives/reason-queries.ts";
import { REASONS_AT_ONCE, reasonFilterSchema } from "#lib/narratives/schema.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { monthContaining } from "#lib/periods/rules.ts";
import { monthViewsFor } from "#lib/reports/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import { MonthViews } from "../../_components/month-views.tsx";
import { ClosedNotice, MonthSteps } from "./_components/month-parts.tsx";
import { ReasonChoice, reasonsHref } from "./_components/reason-choice.tsx";
import { ReasonList } from "./_components/reason-list.tsx";
import classes from "./_components/reasons.module.css";
import { requestedPeriod } from "./_components/requested-period.ts";

type Parameters = { params: Promise<{ month: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("narratives.reasons"))("title") };
}

/** Why the tasks of a month were late: all of them, or those of the own department. */
export default async function ReasonsPage({ params, searchParams }: Parameters) {
  const user = await requireUser(mayGiveReasons);
  const settings = await getSettings();
  const { month } = requestedPeriod((await params).month, settings);
  const filter = readParameters(reasonFilterSchema, await searchParams, {
    codes: ["department"],
    numbers: ["page"],
  });
  const [departments, unexplained, { rows, total }, kinds, closing, locale, t] = await Promise.all([
    listDepartments(),
    listUnexplained(user, month),
    listLateReasons(user, month, filter),
    listReasonKinds(),
    closingOf(month),
    getLocale(),
    getTranslations("narratives.reasons"),
  ]);
  refuseEmptyPage(filter, rows.length);
  const all = reasonScopeOf(user).kind === "all";
  const known = departments.filter(({ id }) => all || id === user.departmentId);
  if (filter.department && !known.some(({ code }) => code === filter.department)) {
    invalidAddress("unknownCode", { name: "department", value: filter.department });
  }
  const names = new Map(known.map((each) => [each.code, catalogueName(each, locale)]));
  const shorts = known.map(({ code, short, shortEn }) => [code, locale === "en" ? shortEn : short]);
  const counted = unexplained.filter(
    ({ department }) => !filter.department || department === filter.department,
  );
  const sum = (what: "late" | "unexplained") =>
    counted.reduce((before, each) => before + each[what], 0);
  return (
    <ClientMessages namespaces={["narratives", "tasks"]}>
      <MonthViews month={month} views={monthViewsFor(user)} current="reasons" />
      <PageHeader
        title={t("title")}
        details={[
          formatMonthTitle(month, locale),
          t("counts", { late: sum("late") }),
          ...(sum("late") > 0 ? [t("unexplained", { count: sum("unexplained") })] : []),
        ].join(" · ")}
        actions={
          <>
            <MonthSteps
              month={month}
              first={settings.firstPeriod}
              last={monthContaining(businessToday(), settings)}
              hrefOf={(other) => reasonsHref(other, { ...filter, page: undefined })}
            />
            {total > 0 && (
              <ExportMenu
                hrefs={exportHrefs(
                  "reasons",
                  `month=${month}&${reasonsHref(month, { ...filter, page: undefined }).split("?")[1] ?? ""}`,
                )}
              />
            )}
          </>
        }
      />
      {closing && <ClosedNotice month={month} closing={closing} />}
      {!closing && user.role === "OFFICER" && <p className={classes.note}>{t("readOnly")}</p>}
      <ReasonChoice
        month={month}
        filter={filter}
        departments={
          all
            ? unexplained.map(({ department, ...counts }) => ({
                ...counts,
                code: department,
                name: names.get(department) ?? department,
              }))
            : []
        }
      />
      {rows.length === 0 ? (
        <EmptyState
          title={t(filter.show ? "empty.filteredTitle" : "empty.title")}
          explanation={t(`empty.${filter.show ?? "explanation"}`)}
          action={
            filter.show && (
              <LinkButton href={reasonsHref(month, { department: filter.department })}>
                {t("empty.showAll")}
              </LinkButton>
            )
          }
        />
      ) : (
        <ReasonList
          key={`${month} ${filter.department} ${filter.show} ${filter.page}`}
          month={month}
          tasks={rows}
          kinds={kinds.map((kind) => ({ code: kind.code, name: catalogueName(kind, locale) }))}
          departments={all && !filter.department ? Object.fromEntries(shorts) : {}}
          editable={closing === null}
        />
      )}
      {total > REASONS_AT_ONCE && (
        <Pagination
          total={total}
          page={filter.page ?? 1}
          size={REASONS_AT_ONCE}
          sizes={[REASONS_AT_ONCE]}
          hrefOf={(page) => reasonsHref(month, { ...filter, page })}
        />
      )}
    </ClientMessages>
  );
}
