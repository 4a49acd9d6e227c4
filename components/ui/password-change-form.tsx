"use client";

import { Button, PasswordInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { ActionState } from "#lib/core/action.ts";
import { FormProblem } from "./form-problem.tsx";
import classes from "./password-change-form.module.css";
import { useSubmission } from "./use-submission.ts";

const FIELDS = [
  { name: "current", autoComplete: "current-password" },
  { name: "chosen", autoComplete: "new-password" },
  { name: "repeated", autoComplete: "new-password" },
] as const;

/** Old password, new one, and the new one again. */
export function PasswordChangeForm({
  login,
  minimumLength,
  submitText,
  action,
}: {
  /** For the browser's password manager: whose password it is. */
  login: string;
  minimumLength: number;
  submitText: string;
  action: (previous: ActionState | null, form: FormData) => Promise<ActionState>;
}) {
  const t = useTranslations("account.password");
  const { state, issues, submit, busy } = useSubmission(action);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state?.ok) form.current?.reset();
  }, [state]);

  return (
    <form ref={form} onSubmit={submit} className={classes.form}>
      {state?.ok === false && Object.keys(issues).length === 0 && (
        <FormProblem>{state.message}</FormProblem>
      )}
      <input type="text" name="login" value={login} autoComplete="username" readOnly hidden />
      {FIELDS.map(({ name, autoComplete }) => (
        <PasswordInput
          key={name}
          name={name}
          label={t(name)}
          description={name === "chosen" ? t("rule", { min: minimumLength }) : undefined}
          autoComplete={autoComplete}
          error={issues[name]}
          visibilityToggleButtonProps={{ "aria-label": t("show") }}
        />
      ))}
      <div className={classes.end}>
        <Button type="submit" loading={busy}>
          {submitText}
        </Button>
        <p role="status" className={classes.done}>
          {state?.ok && t("changed")}
        </p>
      </div>
    </form>
  );
}
