"use client";

import { Button, Checkbox } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import { NOTIFICATION_KINDS, type NotificationKind } from "#lib/notifications/schema.ts";
import { chooseKinds } from "../actions.ts";
import classes from "./kind-choice.module.css";

/** What the person wants to be told of. */
export function KindChoice({ wanted }: { wanted: readonly NotificationKind[] }) {
  const t = useTranslations("notifications");
  const { state, submit, busy } = useSubmission(chooseKinds);
  return (
    <form onSubmit={submit} className={classes.form}>
      {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
      <input type="hidden" name="kind" value="" />
      {NOTIFICATION_KINDS.map((kind) => (
        <Checkbox
          key={kind}
          name="kind"
          value={kind}
          label={t(`kind.${kind}`)}
          defaultChecked={wanted.includes(kind)}
        />
      ))}
      <div className={classes.end}>
        <Button type="submit" loading={busy}>
          {t("settings.save")}
        </Button>
        <p role="status">{state?.ok && t("settings.saved")}</p>
      </div>
    </form>
  );
}
