import { useTranslations } from "next-intl";
import { Instant } from "#components/ui/instant.tsx";
import type { Token } from "#lib/users/token-schema.ts";
import type { DepartmentChoice } from "../../users/_components/department-choice.ts";
import classes from "./token-table.module.css";

/** One line a token; on a phone one card. */
export function TokenTable({
  tokens,
  departments,
  onOpen,
}: {
  tokens: readonly Token[];
  departments: readonly DepartmentChoice[];
  onOpen: (id: number) => void;
}) {
  const t = useTranslations("tokens");
  const roleName = useTranslations("common.role");
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  const acting = ({ role, department }: Token) =>
    department === null
      ? roleName(role)
      : `${roleName(role)}, ${names.get(department) ?? department}`;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("role")}</th>
          <th scope="col">{t("created")}</th>
          <th scope="col">{t("lastUsed")}</th>
          <th scope="col" className={classes.number}>
            {t("limit")}
          </th>
          <th scope="col">{t("state")}</th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id} data-revoked={token.revokedAt !== null || undefined}>
            <th scope="row" className={classes.name}>
              {token.revokedAt === null ? (
                <button type="button" className={classes.open} onClick={() => onOpen(token.id)}>
                  {token.name}
                </button>
              ) : (
                token.name
              )}
            </th>
            <td>{acting(token)}</td>
            <td data-label={t("created")}>
              <Instant at={token.createdAt} />
              <span className={classes.by}>{token.createdBy ?? t("byOperator")}</span>
            </td>
            <td data-label={t("lastUsed")}>
              {token.lastUsedAt ? <Instant at={token.lastUsedAt} /> : t("never")}
            </td>
            <td className={classes.number} data-label={t("limit")}>
              {t("limitOf", { limit: token.rateLimit })}
            </td>
            <td className={classes.state}>
              {token.revokedAt === null ? (
                t("active")
              ) : (
                <>
                  {t("revokedAt")} <Instant at={token.revokedAt} />
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
