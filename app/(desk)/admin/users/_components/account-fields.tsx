import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type Account, ROLES } from "#lib/users/schema.ts";
import type { DepartmentChoice } from "./department-choice.ts";

/** Position, role and department: what the administrator sets of every account. */
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
        defaultValue={account?.role ?? "OFFICER"}
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
    </>
  );
}
