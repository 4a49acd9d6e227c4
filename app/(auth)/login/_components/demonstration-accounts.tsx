"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ROLES, type Role } from "#lib/users/schema.ts";
import classes from "./demonstration-accounts.module.css";

export type OfferedAccount = { login: string; displayName: string; role: Role };

/** The accounts of a demonstration register: one of each role, on demand all. */
export function DemonstrationAccounts({
  accounts,
  password,
  chosen,
  onChoose,
}: {
  accounts: readonly OfferedAccount[];
  password: string;
  chosen: string;
  onChoose: (login: string) => void;
}) {
  const t = useTranslations("auth.demonstration");
  const roleName = useTranslations("common.role");
  const [all, setAll] = useState(false);
  const groups = ROLES.map((role) => ({
    role,
    members: accounts.filter((account) => account.role === role).slice(0, all ? undefined : 1),
  }));
  return (
    <section aria-labelledby="demonstration-accounts" className={classes.section}>
      <h2 id="demonstration-accounts" className={classes.title}>
        {t("title")}
      </h2>
      <p className={classes.explanation}>
        {t("explanation")} <code className={classes.password}>{password}</code>
      </p>
      <dl className={classes.list}>
        {groups.map(({ role, members }) => (
          <div key={role} className={classes.group}>
            <dt className={classes.role}>{roleName(role)}</dt>
            {members.map(({ login, displayName }) => (
              <dd key={login} className={classes.member}>
                <button
                  type="button"
                  className={classes.account}
                  aria-pressed={login === chosen}
                  onClick={() => onChoose(login)}
                >
                  {displayName}
                </button>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {!all && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t("more", { count: accounts.length })}
        </button>
      )}
    </section>
  );
}
