"use client";

import { Button, Checkbox, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { SettingsChange } from "#lib/periods/schema.ts";
import { changeSettings } from "../actions.ts";
import classes from "./settings-form.module.css";

/** The settings that may change at any time. */
export function SettingsForm({ settings }: { settings: SettingsChange }) {
  const t = useTranslations("admin.settings");
  const { state, issues, submit, busy } = useSubmission(changeSettings);
  return (
    <form
      onSubmit={submit}
      className={classes.form}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.currentTarget.requestSubmit();
        }
      }}
    >
      {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
      <TextInput
        name="communeName"
        label={t("communeName")}
        description={t("communeNameHint")}
        defaultValue={settings.communeName}
        error={issues.communeName}
        maxLength={120}
        autoComplete="off"
      />
      <TextInput
        name="dueSoonWorkingDays"
        label={t("dueSoonWorkingDays")}
        description={t("dueSoonHint")}
        defaultValue={settings.dueSoonWorkingDays}
        error={issues.dueSoonWorkingDays}
        inputMode="numeric"
        autoComplete="off"
        className={classes.number}
      />
      <Checkbox
        name="officeConfirms"
        value="on"
        label={t("officeConfirms")}
        description={t("officeConfirmsHint")}
        defaultChecked={settings.officeConfirms}
        error={issues.officeConfirms}
      />
      <div className={classes.end}>
        <Button type="submit" loading={busy}>
          {t("save")}
        </Button>
        <p role="status">{state?.ok && t("saved")}</p>
      </div>
    </form>
  );
}
