import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { formatMonth } from "#lib/core/i18n/format.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { monthViewsFor } from "#lib/reports/policy.ts";
import { getAdjustments } from "#lib/snapshots/adjustments-queries.ts";
import { maySeeClosing } from "#lib/snapshots/policy.ts";
import { reportPeriod } from "#lib/snapshots/queries.ts";
import { taskNamesOf } from "#lib/tasks/names.ts";
import { requireUser } from "#lib/users/session.ts";
import { MonthViews } from "../../_components/month-views.tsx";
import { ChangedFigures } from "./_components/changed-figures.tsx";
import { ChangedTasks } from "./_components/changed-tasks.tsx";
import { ChangedValues } from "./_components/changed-values.tsx";

type Parameters = { params: Promise<{ month: string }> };

export async function generateMetadata({ params }: Parameters): Promise<Metadata> {
  const { month } = await reportPeriod((await params).month);
  const t = await getTranslations("periods.adjustments");
  return { title: t("title", { month: formatMonth(month) }) };
}

/** What would differ if a closed month were counted today, and why. */
export default async function AdjustmentsPage({ params }: Parameters) {
  const user = await requireUser(maySeeClosing);
  const { month } = await reportPeriod((await params).month);
  const [found, departments, fields, sectors, locale, t] = await Promise.all([
    getAdjustments(user, month),
    listDepartments(),
    listFields(),
    listSectors(),
    getLocale(),
    getTranslations("periods.adjustments"),
  ]);
  const names = taskNamesOf({ departments, fields, sectors }, locale);
  const values = { month: formatMonth(month) };
  const nothing = found && found.tasks.length === 0 && found.values.length === 0;
  return (
    <>
      <MonthViews month={month} views={monthViewsFor(user)} current="adjustments" />
      <PageHeader title={t("title", values)} details={t("explanation")} />
      {!found && <EmptyState title={t("open", values)} explanation={t("openExplanation")} />}
      {nothing && <EmptyState title={t("none")} explanation={t("noneExplanation")} />}
      {found && !nothing && (
        <>
          <ChangedFigures found={found} names={names} />
          <ChangedTasks tasks={found.tasks} names={names} />
          <ChangedValues values={found.values} />
        </>
      )}
    </>
  );
}
