"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { WebhookView } from "#lib/webhooks/schema.ts";
import { WebhookFields } from "../../_components/webhook-fields.tsx";
import classes from "../../_components/webhook-form.module.css";
import { changeWebhook } from "../../actions.ts";

/** Changes a receiver's name, address and events. */
export function EditWebhook({ webhook, onDone }: { webhook: WebhookView; onDone: () => void }) {
  const t = useTranslations("webhooks.form");
  const { state, issues, submit, busy } = useSubmission(changeWebhook);
  const done = state?.ok === true;
  useEffect(() => {
    if (done) onDone();
  }, [done, onDone]);
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
      <input type="hidden" name="id" value={webhook.id} />
      <WebhookFields webhook={webhook} issues={issues} />
      <div>
        <Button type="submit" loading={busy}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
