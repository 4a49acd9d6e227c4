import { useTranslations } from "next-intl";
import { Instant } from "#components/ui/instant.tsx";
import { accountStateOf } from "#lib/users/rules.ts";
import type { Account } from "#lib/users/schema.ts";
import classes from "./account-table.module.css";
import type { DepartmentChoice } from "./department-choice.ts";

/** One line an account; on a phone one card. */
export function AccountTable({
  accounts,
  departments,
  onOpen,
}: {
  accounts: readonly Account[];
  departments: readonly DepartmentChoice[];
  onOpen: (id: number) => void;
}) {
  const t = useTranslations("admin.users");
  const roleName = useTranslations("common.role");
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t("displayName")}</th>
          <th scope="col">{t("login")}</th>
          <th scope="col">{t("role")}</th>
          <th scope="col">{t("department")}</th>
          <th scope="col">{t("lastSignIn")}</th>
          <th scope="col">{t("state")}</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => {
          const { id, login, displayName, role, departmentCode, lastSignInAt } = account;
          return (
            <tr key={id} data-disabled={account.disabled || undefined}>
              <th scope="row" className={classes.position}>
                <button type="button" className={classes.open} onClick={() => onOpen(id)}>
                  {displayName}
                </button>
              </th>
              <td className={classes.login}>{login}</td>
              <td className={classes.role}>{roleName(role)}</td>
              <td className={classes.department}>
                {departmentCode && (names.get(departmentCode) ?? departmentCode)}
              </td>
              <td className={classes.at} data-label={t("lastSignIn")}>
                {lastSignInAt ? <Instant at={lastSignInAt} /> : t("never")}
              </td>
              <td className={classes.state}>{t(`states.${accountStateOf(account)}`)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
