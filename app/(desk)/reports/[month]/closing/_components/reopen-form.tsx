"use client";

import { Button, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useAnswered } from "#components/ui/use-answered.ts";
import type { ActionState } from "#lib/core/action.ts";
import type { CivilMonth } from "#lib/core/dates.ts";
import { formatMonth } from "#lib/core/i18n/format.ts";
import { reopenPeriod } from "../actions.ts";
import classes from "./closing.module.css";

/** Opens the closed month again, for a reason that is kept. */
export function ReopenForm({ month }: { month: CivilMonth }) {
  const t = useTranslations("periods.closing");
  const answered = useAnswered();
  const [state, submit, busy] = useActionState(
    (previous: ActionState | null, form: FormData) => answered(reopenPeriod(previous, form)),
    null,
  );
  const refused = state?.ok === false ? state : null;
  return (
    <form action={submit} className={classes.form}>
      <input type="hidden" name="month" value={month} />
      {refused && <FormProblem>{refused.message}</FormProblem>}
      <Textarea
        name="reason"
        label={t("reason")}
        description={t("reasonHint")}
        autosize
        minRows={2}
        required
        defaultValue={refused?.values.reason}
        error={refused?.issues.reason}
      />
      <Button type="submit" variant="default" loading={busy}>
        {t("reopen", { month: formatMonth(month) })}
      </Button>
    </form>
  );
}
