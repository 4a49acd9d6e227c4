"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import { createWebhook } from "../actions.ts";
import { ShownSecret } from "./shown-secret.tsx";
import { WebhookFields } from "./webhook-fields.tsx";
import classes from "./webhook-form.module.css";

/** Adds a receiver, and then shows its key once. */
export function CreateWebhook({ onDone }: { onDone: () => void }) {
  const t = useTranslations("webhooks.form");
  const { state, issues, submit, busy } = useSubmission(createWebhook);
  if (state?.ok) {
    return (
      <div className={classes.form}>
        <ShownSecret shown={state.result} />
        <Button onClick={onDone}>{t("done")}</Button>
      </div>
    );
  }
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      {state && <FormProblem>{state.message}</FormProblem>}
      <WebhookFields issues={issues} />
      <div>
        <Button type="submit" loading={busy}>
          {t("create")}
        </Button>
      </div>
    </form>
  );
}
