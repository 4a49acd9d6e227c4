import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { formatMonth } from "#lib/core/i18n/format.ts";
import { readParameters, type SearchParameters } from "#lib/core/parameters.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { listReasonKinds } from "#lib/narratives/queries.ts";
import { monthViewsFor } from "#lib/reports/policy.ts";
import { listFrozenTasks } from "#lib/snapshots/list-queries.ts";
import { getClosing, reportPeriod } from "#lib/snapshots/queries.ts";
import { PAGE_SIZES, queryStringOf, taskListHref, taskListSchema } from "#lib/tasks/filters.ts";
import { taskNamesOf } from "#lib/tasks/names.ts";
import { hasDesk } from "#lib/users/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import { MonthViews } from "../../_components/month-views.tsx";
import { FrozenTasks } from "./_components/frozen-tasks.tsx";

const KINDS = {
  days: ["assignedFrom", "assignedTo", "dueFrom", "dueTo", "asOf"],
  months: ["late"],
  numbers: ["directive", "page"],
  codes: ["department", "cooperating", "field", "sector"],
} as const;

type Parameters = { params: Promise<{ month: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata({ params }: Parameters): Promise<Metadata> {
  const { month } = await reportPeriod((await params).month);
  const t = await getTranslations("periods.frozen");
  return { title: t("title", { month: formatMonth(month) }) };
}

/** The tasks behind a figure of a closed month, as they were frozen. */
export default async function FrozenTasksPage({ params, searchParams }: Parameters) {
  const user = await requireUser(hasDesk);
  const { month } = await reportPeriod((await params).month);
  const {
    sort: _,
    page = 1,
    size = 50,
    ...filter
  } = readParameters(taskListSchema, await searchParams, KINDS);
  const closing = await getClosing(month);
  const views = <MonthViews month={month} views={monthViewsFor(user)} current={null} />;
  const t = await getTranslations("periods");
  const title = t("frozen.title", { month: formatMonth(month) });
  const live = <Link href={taskListHref(filter)}>{t("frozen.live")}</Link>;
  if (!closing) {
    return (
      <>
        {views}
        <PageHeader title={title} />
        <EmptyState title={t("problems.notClosed", { month: formatMonth(month) })} action={live} />
      </>
    );
  }
  const [list, departments, fields, sectors, reasons, locale] = await Promise.all([
    listFrozenTasks(user, closing, filter, { limit: size, offset: (page - 1) * size }),
    listDepartments(),
    listFields(),
    listSectors(),
    listReasonKinds(),
    getLocale(),
  ]);
  const names = taskNamesOf({ departments, fields, sectors }, locale);
  return (
    <>
      {views}
      <PageHeader
        title={title}
        details={t.rich("frozen.asClosed", { at: () => <Instant at={closing.closedAt} /> })}
        actions={
          <>
            {list.total > 0 && (
              <ExportMenu
                hrefs={exportHrefs(
                  "frozen-tasks",
                  `month=${month}&${queryStringOf(filter).slice(1)}`,
                )}
              />
            )}
            {live}
          </>
        }
      />
      {list.total === 0 ? (
        <EmptyState title={t("frozen.empty")} />
      ) : (
        <>
          <FrozenTasks tasks={list.items} total={list.total} names={names} reasons={reasons} />
          <Pagination
            total={list.total}
            page={page}
            size={size}
            sizes={PAGE_SIZES}
            hrefOf={(to, rows) =>
              `/reports/${month}/tasks${queryStringOf({ ...filter, page: to, size: rows as typeof size })}`
            }
          />
        </>
      )}
    </>
  );
}
