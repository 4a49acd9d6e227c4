import { z } from "zod";
import { catalogueName } from "#lib/core/i18n/format.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { mayManageUsers } from "#lib/users/policy.ts";
import { listAccounts } from "#lib/users/queries.ts";
import { accountStateOf } from "#lib/users/rules.ts";
import type { Account } from "#lib/users/schema.ts";
import { atOnce, exportedList, type ListColumn } from "../list.ts";
import type { Words } from "../words.ts";

/** The accounts: positions, what they may do and whether they are used. Nothing that lets in. */
export const accounts = exportedList({
  fileName: "tai-khoan",
  may: mayManageUsers,
  schema: z.strictObject({}),
  read: async ({ viewer, locale, t }) => {
    const [found, departments] = await Promise.all([listAccounts(viewer), listDepartments()]);
    const disabled = found.filter((account) => account.disabled).length;
    const names = new Map(departments.map((each) => [each.code, catalogueName(each, locale)]));
    return {
      title: t("admin.users.title"),
      conditions: [],
      total: t("admin.users.count", { count: found.length, disabled }),
      columns: columnsIn(t, (code) => names.get(code) ?? code),
      pages: atOnce(found),
    };
  },
});

function columnsIn(t: Words, departmentName: (code: string) => string): ListColumn<Account>[] {
  return [
    {
      label: t("admin.users.displayName"),
      kind: "text",
      width: 34,
      value: ({ displayName }) => displayName,
    },
    { label: t("admin.users.login"), kind: "text", value: ({ login }) => login },
    { label: t("admin.users.role"), kind: "text", value: ({ role }) => t(`common.role.${role}`) },
    {
      label: t("admin.users.department"),
      kind: "text",
      width: 30,
      value: ({ departmentCode }) => departmentCode && departmentName(departmentCode),
    },
    {
      label: t("admin.users.lastSignIn"),
      kind: "instant",
      value: ({ lastSignInAt }) => lastSignInAt,
    },
    {
      label: t("admin.users.state"),
      kind: "text",
      width: 18,
      value: (account) => t(`admin.users.states.${accountStateOf(account)}`),
    },
  ];
}
