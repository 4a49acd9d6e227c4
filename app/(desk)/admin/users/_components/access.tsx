"use client";

import { useTranslations } from "next-intl";
import { ConfirmedAction } from "#components/ui/confirmed-action.tsx";
import type { Account } from "#lib/users/schema.ts";
import { disableAccount, enableAccount, resetPassword, signOutAccount } from "../actions.ts";
import classes from "./access.module.css";
import { ShownOnce } from "./shown-once.tsx";

/** Who gets in with an account: sessions, password, and the account as a whole. */
export function Access({ account }: { account: Account }) {
  const t = useTranslations("admin.access");
  const fields = { id: account.id };
  return (
    <section className={classes.access} aria-labelledby="access">
      <h3 id="access" className={classes.title}>
        {t("title")}
      </h3>
      <ConfirmedAction
        text={t("signOut")}
        question={t("signOutNote", { count: account.openSessions })}
        action={signOutAccount}
        fields={fields}
        done={(count) => t("signedOut", { count })}
      />
      <ConfirmedAction
        text={t("reset")}
        question={t("resetNote")}
        action={resetPassword}
        fields={fields}
        done={(initial) => <ShownOnce initial={initial} />}
      />
      {account.disabled ? (
        <ConfirmedAction
          key="enable"
          text={t("enable")}
          question={t("enableNote")}
          action={enableAccount}
          fields={fields}
        />
      ) : (
        <ConfirmedAction
          key="disable"
          text={t("disable")}
          question={t("disableNote")}
          action={disableAccount}
          fields={fields}
        />
      )}
      <p role="status">{account.disabled && t("disabled")}</p>
    </section>
  );
}
