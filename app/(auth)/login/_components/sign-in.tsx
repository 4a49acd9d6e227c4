"use client";

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { DemonstrationAccounts, type OfferedAccount } from "./demonstration-accounts.tsx";
import { type Problem, postCredentials } from "./post-credentials.ts";
import classes from "./sign-in.module.css";

/** The form to sign in, and in demonstration mode the accounts that fill it in. */
export function SignIn({
  next,
  unavailable,
  demonstration,
}: {
  /** Where to go on afterwards; null for the person's first screen. */
  next: string | null;
  /** The database was away when the page was made. */
  unavailable: boolean;
  demonstration: { accounts: readonly OfferedAccount[]; password: string } | null;
}) {
  const t = useTranslations("auth");
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem | null>(
    unavailable ? { kind: "UNAVAILABLE", minutes: 0 } : null,
  );
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const loginInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    setProblem(null);
    if (!login.trim()) return loginInput.current?.focus();
    if (!password) return passwordInput.current?.focus();
    setBusy(true);
    const found = await postCredentials(login, password);
    if (found === null) {
      // The sign-in page knows where each person begins. A whole new page, in their language.
      window.location.replace(next ? `/login?next=${encodeURIComponent(next)}` : "/login");
      return;
    }
    setBusy(false);
    setAsked(false);
    setProblem(found);
    if (found.kind === "REFUSED") setPassword("");
    passwordInput.current?.focus();
  }

  function fillIn(chosen: string): void {
    setLogin(chosen);
    setPassword(demonstration?.password ?? "");
    setProblem(null);
    setAsked(false);
    passwordInput.current?.form?.querySelector<HTMLButtonElement>("[type=submit]")?.focus();
  }

  return (
    <>
      <form onSubmit={submit} noValidate className={classes.form}>
        {problem && (
          <FormProblem title={t("problems.title")}>
            {t(`problems.${problem.kind}`, { minutes: problem.minutes })}
          </FormProblem>
        )}
        <TextInput
          ref={loginInput}
          label={t("signIn.login")}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          error={asked && !login.trim() && t("signIn.loginMissing")}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          size="md"
        />
        <PasswordInput
          ref={passwordInput}
          label={t("signIn.password")}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={asked && !password && t("signIn.passwordMissing")}
          name="password"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
          size="md"
        />
        <Button type="submit" loading={busy} fullWidth size="md">
          {t("signIn.submit")}
        </Button>
        <p className={classes.hint}>{t("signIn.forgotten")}</p>
      </form>
      {demonstration && (
        <DemonstrationAccounts {...demonstration} chosen={login} onChoose={fillIn} />
      )}
    </>
  );
}
