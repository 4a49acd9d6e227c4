"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { ActionState } from "#lib/core/action.ts";
import type { Attempt } from "#lib/webhooks/schema.ts";
import { attemptText } from "#lib/webhooks/words.ts";
import classes from "./settings.module.css";

/** Sends something there and then, and says how that ended. */
export function SendButton({
  text,
  action,
  id,
}: {
  text: string;
  action: (previous: ActionState<Attempt> | null, form: FormData) => Promise<ActionState<Attempt>>;
  /** What is sent, or who to. */
  id: string | number;
}) {
  const t = useTranslations("webhooks");
  const { state, submit, busy } = useSubmission(action);
  return (
    <form onSubmit={submit} className={classes.action}>
      <input type="hidden" name="id" value={id} />
      {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
      <div className={classes.answer}>
        <Button type="submit" variant="default" loading={busy}>
          {text}
        </Button>
        <div role="status" className={classes.outcome}>
          {state?.ok && !busy && (
            <StatusMark meaning={state.result.problem === null ? "done" : "overdue"}>
              {attemptText(t, state.result)}
            </StatusMark>
          )}
        </div>
      </div>
    </form>
  );
}
