"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useState } from "react";
import type { ActionState } from "#lib/core/action.ts";
import classes from "./confirmed-action.module.css";
import { FormProblem } from "./form-problem.tsx";
import { useAnswered } from "./use-answered.ts";

/** A button that says what will happen and asks once more before it does. */
export function ConfirmedAction<Result>({
  text,
  question,
  action,
  fields = {},
  done,
}: {
  text: string;
  /** What will come of it, to be confirmed. */
  question: string;
  action: (previous: ActionState<Result> | null, form: FormData) => Promise<ActionState<Result>>;
  /** What the action is about. */
  fields?: Record<string, string | number>;
  /** What is shown once it has happened. */
  done?: (result: Result) => ReactNode;
}) {
  const t = useTranslations("account");
  const [asking, setAsking] = useState(false);
  const answered = useAnswered();
  const [state, submit, busy] = useActionState(
    async (previous: ActionState<Result> | null, form: FormData) => {
      const answer = await answered(action(previous, form));
      setAsking(!answer.ok);
      return answer;
    },
    null,
  );
  return (
    <form action={submit} className={classes.form}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
      {asking ? (
        <>
          <p>{question}</p>
          <div className={classes.answers}>
            <Button type="submit" loading={busy} autoFocus>
              {text}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {t("cancel")}
            </Button>
          </div>
        </>
      ) : (
        <div className={classes.answers}>
          <Button variant="default" onClick={() => setAsking(true)}>
            {text}
          </Button>
          <div role="status">{state?.ok && done?.(state.result)}</div>
        </div>
      )}
    </form>
  );
}
