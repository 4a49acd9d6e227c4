"use client";

import { Button, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ConfirmedAction } from "#components/ui/confirmed-action.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { Token } from "#lib/users/token-schema.ts";
import access from "../../users/_components/access.module.css";
import form from "../../users/_components/edit-account.module.css";
import { changeTokenLimit, revokeToken } from "../actions.ts";

/** How often a token may call, and its end. */
export function EditToken({ token }: { token: Token }) {
  const t = useTranslations("tokens");
  const { state, issues, submit, busy } = useSubmission(changeTokenLimit);
  // It was revoked a moment ago, here or elsewhere.
  if (token.revokedAt !== null) return <p role="status">{t("revokedAt")}</p>;
  return (
    <>
      <form onSubmit={submit} className={form.form}>
        {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
        <input type="hidden" name="id" value={token.id} />
        <TextInput
          name="rateLimit"
          label={t("limitLabel")}
          description={t("limitHint")}
          defaultValue={token.rateLimit}
          error={issues.rateLimit}
          inputMode="numeric"
          autoComplete="off"
          data-autofocus
        />
        <div className={form.end}>
          <Button type="submit" loading={busy}>
            {t("saveLimit")}
          </Button>
          <p role="status">{state?.ok && t("saved")}</p>
        </div>
      </form>
      <section className={access.access}>
        <ConfirmedAction
          text={t("revoke")}
          question={t("revokeNote")}
          action={revokeToken}
          fields={{ id: token.id }}
        />
      </section>
    </>
  );
}
