import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Account, ROLES, type Role } from "#lib/users/schema.ts";
import type { DepartmentChoice } from "./department-choice.ts";
import { PortfolioFields } from "./portfolio-fields.tsx";

/** Position, role, department and portfolio: what the administrator sets of an account. */
export function AccountFields({
  account,
  departments,
  issues,
}: {
  account?: Account;
  departments: readonly DepartmentChoice[];
  /** What is wrong, by field. */
  issues: Record<string, string>;
}) {
  const t = useTranslations("admin");
  const roleName = useTranslations("common.role");
  const [role, setRole] = useState<Role>(account?.role ?? "OFFICER");
  const offered = departments.filter(
    ({ code, active }) => active || code === account?.departmentCode,
  );
  return (
    <>
      <TextInput
        name="displayName"
        label={t("users.displayName")}
        description={t("form.displayNameHint")}
        defaultValue={account?.displayName}
        error={issues.displayName}
        autoComplete="off"
      />
      <NativeSelect
        name="role"
        label={t("users.role")}
        value={role}
        onChange={(event) =>
          setRole(ROLES.find((each) => each === event.currentTarget.value) ?? role)
        }
        error={issues.role}
        data={ROLES.map((role) => ({ value: role, label: roleName(role) }))}
      />
      <NativeSelect
        name="departmentCode"
        label={t("users.department")}
        defaultValue={account?.departmentCode ?? ""}
        error={issues.departmentCode}
        data={[
          { value: "", label: t("form.noDepartment") },
          ...offered.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      {role === "VICE_CHAIRMAN" && (
        <PortfolioFields
          portfolio={account?.portfolio ?? null}
          departments={departments}
          issues={issues}
        />
      )}
    </>
  );
}
