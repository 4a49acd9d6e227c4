import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Panel } from "#components/ui/panel.tsx";
import { PlainTable } from "#components/ui/plain-table.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { formatNumber } from "#lib/core/i18n/format.ts";
import type { Period } from "#lib/periods/schema.ts";
import type { Checklist as Checks } from "#lib/snapshots/schema.ts";
import { taskListHref } from "#lib/tasks/filters.ts";
import type { TaskNames } from "#lib/tasks/names.ts";

/** What is still incomplete, each with the place where it is completed. */
export function Checklist({
  period: { month, asOf },
  checklist,
  names,
}: {
  period: Period;
  checklist: Checks;
  names: TaskNames;
}) {
  const t = useTranslations("periods.closing");
  const { missingValues, unexplained, silentDepartments } = checklist;
  const open = ["ASSIGNED", "IN_PROGRESS", "SUBMITTED", "PAUSED"] as const;
  const withoutReason = unexplained.filter((each) => each.unexplained > 0);
  return (
    <Panel title={t("checklist")}>
      <PlainTable caption={t("checklist")}>
        <thead>
          <tr>
            <th scope="col">{t("check")}</th>
            <th scope="col" data-number>
              {t("count")}
            </th>
          </tr>
        </thead>
        <tbody>
          <Check
            text={t("awaiting")}
            count={checklist.awaitingConfirmation}
            href={taskListHref({ status: ["SUBMITTED"], asOf })}
          />
          <Check
            text={t("undated")}
            count={checklist.withoutDeadline}
            href={taskListHref({ status: [...open], timeliness: ["NO_DEADLINE"], asOf })}
          />
          <Check
            text={t("missing")}
            count={missingValues.length}
            href={`/indicators/board?month=${month}`}
          />
          <Check
            text={t("unexplained")}
            count={withoutReason.reduce((sum, each) => sum + each.unexplained, 0)}
            href={`/reports/${month}/reasons`}
          >
            {withoutReason
              .map((each) => `${names.department(each.department).label}: ${each.unexplained}`)
              .join(" · ")}
          </Check>
          <Check
            text={t("silent")}
            count={silentDepartments.length}
            href={`/reports/${month}/sections`}
          >
            {silentDepartments.map((code) => names.department(code).label).join(" · ")}
          </Check>
        </tbody>
      </PlainTable>
    </Panel>
  );
}

function Check({
  text,
  count,
  href,
  children,
}: {
  text: string;
  count: number;
  href: string;
  children?: ReactNode;
}) {
  const t = useTranslations("periods.closing");
  const locale = useLocale();
  return (
    <tr>
      <td>
        {text}
        {count > 0 && children && <div data-soft>{children}</div>}
      </td>
      <td data-number>
        {count === 0 ? (
          <StatusMark meaning="done">{t("fine")}</StatusMark>
        ) : (
          <Link href={href} prefetch={false}>
            {formatNumber(count, locale)}
          </Link>
        )}
      </td>
    </tr>
  );
}
