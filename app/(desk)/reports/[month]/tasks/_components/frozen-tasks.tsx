import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { PlainTable } from "#components/ui/plain-table.tsx";
import { formatCivilDate, formatMonth, formatNumber } from "#lib/core/i18n/format.ts";
import type { LateReasonKind } from "#lib/narratives/schema.ts";
import type { PeriodTask } from "#lib/snapshots/schema.ts";
import type { TaskNames } from "#lib/tasks/names.ts";

/** Frozen tasks, a line each. */
export function FrozenTasks({
  tasks,
  total,
  names,
  reasons,
}: {
  tasks: readonly PeriodTask[];
  total: number;
  names: TaskNames;
  reasons: readonly LateReasonKind[];
}) {
  const t = useTranslations("periods.frozen");
  const status = useTranslations("tasks.status");
  const locale = useLocale();
  const reasonOf = ({ reason }: PeriodTask) => {
    if (!reason) return "";
    const kind = reasons.find(({ code }) => code === reason.kind);
    const name = kind && (locale === "vi" ? kind.name : kind.nameEn);
    return [name ?? reason.kind, reason.text].filter(Boolean).join(": ");
  };
  return (
    <>
      <p>{t("count", { count: total })}</p>
      <PlainTable caption={t("count", { count: total })}>
        <thead>
          <tr>
            <th scope="col">{t("code")}</th>
            <th scope="col">{t("content")}</th>
            <th scope="col">{t("department")}</th>
            <th scope="col">{t("field")}</th>
            <th scope="col">{t("dueOn")}</th>
            <th scope="col" data-number>
              {t("days")}
            </th>
            <th scope="col">{t("firstMonth")}</th>
            <th scope="col">{t("status")}</th>
            <th scope="col">{t("reason")}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id}>
              <th scope="row" data-nowrap>
                <Link href={`/tasks/${task.id}`} prefetch={false}>
                  {task.code}
                </Link>
              </th>
              <td data-text>{task.title}</td>
              <td>{names.department(task.late?.first.department ?? task.department).label}</td>
              <td>{names.field(task.late?.first.field ?? task.field).label}</td>
              <td data-nowrap>{formatCivilDate(task.late?.dueOn ?? task.dueOn)}</td>
              <td data-number>{task.late ? formatNumber(task.late.days, locale) : ""}</td>
              <td data-nowrap>{task.late ? formatMonth(task.late.firstMonth) : ""}</td>
              <td>{status(task.status)}</td>
              <td data-soft>{reasonOf(task)}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </>
  );
}
