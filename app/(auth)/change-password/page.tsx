import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PasswordChangeForm } from "#components/ui/password-change-form.tsx";
import { PASSWORD_LENGTH } from "#lib/users/rules.ts";
import { requireUserChangingPassword } from "#lib/users/session.ts";
import { signOut } from "../../(desk)/account/actions.ts";
import { replaceInitialPassword } from "./actions.ts";
import classes from "./page.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.changePassword"))("title") };
}

export default async function ChangePasswordPage() {
  const user = await requireUserChangingPassword();
  if (!user.mustChangePassword) redirect("/account");
  const t = await getTranslations("auth.changePassword");
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{t("title")}</h1>
      <p>{user.displayName}</p>
      <p className={classes.explanation}>{t("explanation")}</p>
      <PasswordChangeForm
        login={user.login}
        minimumLength={PASSWORD_LENGTH.min}
        submitText={t("submit")}
        action={replaceInitialPassword}
      />
      <form action={signOut}>
        <button type="submit" className={classes.leave}>
          {t("signOut")}
        </button>
      </form>
    </div>
  );
}
