"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import { removeEntry } from "../actions.ts";
import classes from "./entry-form.module.css";

/** Takes an entry out of the calendar, after asking once more. */
export function RemoveEntry({
  id,
  version,
  onDone,
}: {
  id: number;
  version: string;
  onDone: () => void;
}) {
  const t = useTranslations("agenda.form");
  const [asking, setAsking] = useState(false);
  const { state, submit, busy } = useSubmission<null>(async (previous, form) => {
    const answer = await removeEntry(previous, form);
    if (answer.ok) onDone();
    return answer;
  });
  const current = state?.ok === false ? state.current : undefined;
  return (
    <form onSubmit={submit} className={classes.removal}>
      {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={current?.version ?? version} />
      {asking ? (
        <>
          <Button type="submit" loading={busy} autoFocus>
            {t("removeSure")}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {t("cancel")}
          </Button>
        </>
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t("remove")}
        </Button>
      )}
    </form>
  );
}
