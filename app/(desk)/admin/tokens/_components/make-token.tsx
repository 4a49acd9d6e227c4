"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import { ROLES, type Role } from "#lib/users/schema.ts";
import { RATE_LIMITS } from "#lib/users/token-schema.ts";
import type { DepartmentChoice } from "../../users/_components/department-choice.ts";
import form from "../../users/_components/edit-account.module.css";
import { createToken } from "../actions.ts";
import { TokenShownOnce } from "./token-shown-once.tsx";

/** Makes a token, and then shows it once. */
export function MakeToken({
  departments,
  onDone,
}: {
  departments: readonly DepartmentChoice[];
  onDone: () => void;
}) {
  const t = useTranslations("tokens");
  const roleName = useTranslations("common.role");
  const [role, setRole] = useState<Role>("OFFICE");
  const { state, issues, submit, busy } = useSubmission(createToken);
  if (state?.ok) {
    return (
      <div className={form.form}>
        <TokenShownOnce made={state.result} />
        <Button onClick={onDone}>{t("shown.done")}</Button>
      </div>
    );
  }
  return (
    <form onSubmit={submit} className={form.form}>
      {state && <FormProblem>{state.message}</FormProblem>}
      <TextInput
        name="name"
        label={t("name")}
        description={t("nameHint")}
        error={issues.name}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
      <NativeSelect
        name="role"
        label={t("role")}
        value={role}
        onChange={(event) =>
          setRole(ROLES.find((each) => each === event.currentTarget.value) ?? role)
        }
        error={issues.role}
        data={ROLES.map((each) => ({ value: each, label: roleName(each) }))}
      />
      <NativeSelect
        name="departmentCode"
        label={t("department")}
        description={t("departmentHint")}
        error={issues.departmentCode}
        data={[
          { value: "", label: t("noDepartment") },
          ...departments
            .filter(({ active }) => active)
            .map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <TextInput
        name="rateLimit"
        label={t("limitLabel")}
        description={t("limitHint")}
        defaultValue={RATE_LIMITS.usual}
        error={issues.rateLimit}
        inputMode="numeric"
        autoComplete="off"
      />
      <Button type="submit" loading={busy}>
        {t("make")}
      </Button>
    </form>
  );
}
