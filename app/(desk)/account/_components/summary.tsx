import { useLocale, useTranslations } from "next-intl";
import { catalogueName } from "#lib/core/i18n/format.ts";
import type { Department } from "#lib/departments/schema.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import classes from "./summary.module.css";

/** What the account is, which only the administrator changes. */
export function Summary({
  user,
  departments,
}: {
  user: CurrentUser;
  departments: readonly Department[];
}) {
  const t = useTranslations("account.summary");
  const roleName = useTranslations("common.role");
  const locale = useLocale();
  const own = departments.filter(({ id }) => id === user.departmentId);
  const portfolio = departments.filter(({ id }) => user.portfolioDepartmentIds.includes(id));
  const lines = [
    { term: t("login"), values: [user.login] },
    { term: t("role"), values: [roleName(user.role)] },
    { term: t("department"), values: own.map((entry) => catalogueName(entry, locale)) },
    { term: t("portfolio"), values: portfolio.map((entry) => catalogueName(entry, locale)) },
  ];
  return (
    <>
      <dl className={classes.lines}>
        {lines
          .filter(({ values }) => values.length > 0)
          .map(({ term, values }) => (
            <div key={term} className={classes.line}>
              <dt className={classes.term}>{term}</dt>
              {values.map((value) => (
                <dd key={value} className={classes.value}>
                  {value}
                </dd>
              ))}
            </div>
          ))}
      </dl>
      <p className={classes.note}>{t("note")}</p>
    </>
  );
}
