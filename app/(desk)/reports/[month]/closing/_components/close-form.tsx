"use client";

import { useTranslations } from "next-intl";
import { ConfirmedAction } from "#components/ui/confirmed-action.tsx";
import { formatCivilDate, formatMonth } from "#lib/core/i18n/format.ts";
import type { Period } from "#lib/periods/schema.ts";
import type { Checklist } from "#lib/snapshots/schema.ts";
import { closePeriod } from "../actions.ts";

function incomplete(checklist: Checklist): number {
  const { awaitingConfirmation, withoutDeadline, missingValues, unexplained } = checklist;
  return [
    awaitingConfirmation,
    withoutDeadline,
    missingValues.length,
    unexplained.some((each) => each.unexplained > 0) ? 1 : 0,
    checklist.silentDepartments.length,
  ].filter((count) => count > 0).length;
}

/** The button that closes the month, once its last day has come. */
export function CloseForm({
  period: { month, to },
  over,
  checklist,
}: {
  period: Period;
  over: boolean;
  checklist: Checklist;
}) {
  const t = useTranslations("periods.closing");
  if (!over) return <p>{t("notOver", { to: formatCivilDate(to) })}</p>;
  const count = incomplete(checklist);
  const values = { month: formatMonth(month), to: formatCivilDate(to) };
  return (
    <ConfirmedAction
      text={t("close", values)}
      question={count > 0 ? t("questionWarn", { ...values, count }) : t("question", values)}
      action={closePeriod}
      fields={{ month }}
    />
  );
}
