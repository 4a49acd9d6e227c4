"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { Account } from "#lib/users/schema.ts";
import { changeAccount } from "../actions.ts";
import { Access } from "./access.tsx";
import { AccountFields } from "./account-fields.tsx";
import type { DepartmentChoice } from "./department-choice.ts";
import classes from "./edit-account.module.css";

/** Changes one account, and who gets in with it. */
export function EditAccount({
  account,
  departments,
}: {
  account: Account;
  departments: readonly DepartmentChoice[];
}) {
  const t = useTranslations("admin.form");
  const { state, issues, submit, busy } = useSubmission(changeAccount);
  return (
    <>
      <form onSubmit={submit} className={classes.form}>
        {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
        <input type="hidden" name="id" value={account.id} />
        <AccountFields account={account} departments={departments} issues={issues} />
        <div className={classes.end}>
          <Button type="submit" loading={busy}>
            {t("save")}
          </Button>
          <p role="status">{state?.ok && t("saved")}</p>
        </div>
      </form>
      <Access account={account} />
    </>
  );
}
