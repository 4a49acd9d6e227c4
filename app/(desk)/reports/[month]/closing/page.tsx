import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "#components/ui/page-header.tsx";
import { businessToday } from "#lib/core/dates.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { formatMonth } from "#lib/core/i18n/format.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { monthViewsFor } from "#lib/reports/policy.ts";
import { mayClose, mayReopen, maySeeClosing } from "#lib/snapshots/policy.ts";
import {
  closingHistory,
  getChecklist,
  getClosing,
  isIntact,
  reportPeriod,
} from "#lib/snapshots/queries.ts";
import { taskNamesOf } from "#lib/tasks/names.ts";
import { requireUser } from "#lib/users/session.ts";
import { MonthViews } from "../../_components/month-views.tsx";
import { Checklist } from "./_components/checklist.tsx";
import { CloseForm } from "./_components/close-form.tsx";
import classes from "./_components/closing.module.css";
import { ClosingHistory } from "./_components/closing-history.tsx";
import { ReopenForm } from "./_components/reopen-form.tsx";
import { Standing } from "./_components/standing.tsx";

type Parameters = { params: Promise<{ month: string }> };

export async function generateMetadata({ params }: Parameters): Promise<Metadata> {
  const { month } = await reportPeriod((await params).month);
  const t = await getTranslations("periods.closing");
  return { title: t("title", { month: formatMonth(month) }) };
}

/** Where the Office closes a month after checking it, and where it is opened again with a reason. */
export default async function ClosingPage({ params }: Parameters) {
  const user = await requireUser(maySeeClosing);
  const period = await reportPeriod((await params).month);
  const { month } = period;
  const [closing, settings, departments, fields, sectors, history, locale, t] = await Promise.all([
    getClosing(month),
    getSettings(),
    listDepartments(),
    listFields(),
    listSectors(),
    closingHistory(user, month),
    getLocale(),
    getTranslations("periods.closing"),
  ]);
  const names = taskNamesOf({ departments, fields, sectors }, locale);
  const over = period.to <= businessToday();
  const [checklist, intact] = closing
    ? [null, await isIntact(closing)]
    : [await getChecklist(period, settings), true];
  return (
    <ClientMessages namespaces={["periods", "account"]}>
      <MonthViews month={month} views={monthViewsFor(user)} current="closing" />
      <PageHeader title={t("title", { month: formatMonth(month) })} details={t("explanation")} />
      <div className={classes.page}>
        {closing && <Standing closing={closing} intact={intact} />}
        {checklist && <Checklist period={period} checklist={checklist} names={names} />}
        {checklist && mayClose(user) && (
          <CloseForm period={period} over={over} checklist={checklist} />
        )}
        {checklist && !mayClose(user) && <p>{t("onlyOffice")}</p>}
        {closing && mayReopen(user) && <ReopenForm month={month} />}
        <ClosingHistory history={history} />
      </div>
    </ClientMessages>
  );
}
