"use client";

import { Button, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import { createAccount } from "../actions.ts";
import { AccountFields } from "./account-fields.tsx";
import type { DepartmentChoice } from "./department-choice.ts";
import classes from "./edit-account.module.css";
import { ShownOnce } from "./shown-once.tsx";

/** Makes an account, and then shows its initial password once. */
export function CreateAccount({
  departments,
  onDone,
}: {
  departments: readonly DepartmentChoice[];
  onDone: () => void;
}) {
  const t = useTranslations("admin");
  const { state, issues, submit, busy } = useSubmission(createAccount);
  if (state?.ok) {
    return (
      <div className={classes.form}>
        <ShownOnce initial={state.result} />
        <Button onClick={onDone}>{t("password.done")}</Button>
      </div>
    );
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      {state && <FormProblem>{state.message}</FormProblem>}
      <TextInput
        name="login"
        label={t("users.login")}
        description={t("form.loginHint")}
        error={issues.login}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
      />
      <AccountFields departments={departments} issues={issues} />
      <Button type="submit" loading={busy}>
        {t("form.create")}
      </Button>
    </form>
  );
}
