"use client";

import { Button, CopyButton, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useAnswered } from "#components/ui/use-answered.ts";
import type { ActionState } from "#lib/core/action.ts";
import { makeCalendarLink, withdrawCalendarLink } from "../actions.ts";
import classes from "./calendar-link.module.css";

type Answer =
  | { kind: "made"; state: ActionState<string> }
  | { kind: "withdrawn"; state: ActionState }
  | null;

/** The secret link to the own deadlines: made, shown once, made anew, withdrawn. */
export function CalendarLink({ exists }: { exists: boolean }) {
  const t = useTranslations("agenda.feed");
  const answered = useAnswered();
  const [answer, send, busy] = useActionState<Answer, FormData>(async (_previous, form) => {
    return form.get("do") === "withdraw"
      ? { kind: "withdrawn", state: await answered(withdrawCalendarLink()) }
      : { kind: "made", state: await answered(makeCalendarLink()) };
  }, null);
  const path = answer?.kind === "made" && answer.state.ok ? answer.state.result : null;
  return (
    <form action={send} className={classes.form}>
      <p className={classes.explanation}>{t("explanation")}</p>
      {answer?.state.ok === false && <FormProblem>{answer.state.message}</FormProblem>}
      {path === null ? (
        <p role="status">
          {answer?.kind === "withdrawn" && answer.state.ok
            ? t("withdrawn")
            : t(exists ? "exists" : "none")}
        </p>
      ) : (
        <MadeLink address={`${window.location.origin}${path}`} />
      )}
      <div className={classes.buttons}>
        <Button type="submit" name="do" value="make" variant="default" loading={busy}>
          {t(exists ? "renew" : "create")}
        </Button>
        {exists && (
          <Button type="submit" name="do" value="withdraw" variant="default" disabled={busy}>
            {t("withdraw")}
          </Button>
        )}
      </div>
    </form>
  );
}

/** The link to be copied now: it is not shown again. */
function MadeLink({ address }: { address: string }) {
  const t = useTranslations("agenda.feed");
  return (
    <div className={classes.made}>
      <p role="status" className={classes.once}>
        {t("once")}
      </p>
      <div className={classes.line}>
        <TextInput
          readOnly
          aria-label={t("link")}
          value={address}
          className={classes.address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? "copied" : "copy")}
            </Button>
          )}
        </CopyButton>
      </div>
    </div>
  );
}
