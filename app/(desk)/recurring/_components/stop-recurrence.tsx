"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { RecurrenceView } from "#lib/recurrences/schema.ts";
import { stopRecurrence } from "../actions.ts";
import classes from "./recurrence-list.module.css";

/** Stops a recurring task, having asked once more. */
export function StopRecurrence({ recurrence: { id, version } }: { recurrence: RecurrenceView }) {
  const t = useTranslations("recurring.stop");
  const [asking, setAsking] = useState(false);
  const { state, submit, busy } = useSubmission(stopRecurrence);
  if (!asking) {
    return (
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t("button")}
      </Button>
    );
  }
  return (
    <form onSubmit={submit} className={classes.asking}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
      <p>{t("question")}</p>
      <div className={classes.answers}>
        <Button type="submit" loading={busy} autoFocus>
          {t("button")}
        </Button>
        <Button variant="default" onClick={() => setAsking(false)}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
