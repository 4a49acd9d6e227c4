import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ColorSchemeSwitch } from "#components/layout/color-scheme-switch.tsx";
import { ConfirmedAction } from "#components/ui/confirmed-action.tsx";
import { LanguageSwitch } from "#components/ui/language-switch.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { PasswordChangeForm } from "#components/ui/password-change-form.tsx";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { listDepartments } from "#lib/departments/queries.ts";
import { hasCalendarSecret } from "#lib/users/calendar-secret.ts";
import { hasDesk } from "#lib/users/policy.ts";
import { ownSessions } from "#lib/users/queries.ts";
import { PASSWORD_LENGTH } from "#lib/users/rules.ts";
import { requireUser } from "#lib/users/session.ts";
import { CalendarLink } from "./_components/calendar-link.tsx";
import { OpenSessions } from "./_components/open-sessions.tsx";
import { Summary } from "./_components/summary.tsx";
import { changePassword, saveColorScheme, saveLocale, signOutEverywhere } from "./actions.ts";
import classes from "./page.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage() {
  const user = await requireUser();
  const [sessions, departments, hasFeed, t, agenda] = await Promise.all([
    ownSessions(user),
    listDepartments(),
    hasCalendarSecret(user),
    getTranslations("account"),
    getTranslations("agenda.feed"),
  ]);
  return (
    <ClientMessages namespaces={["account", "agenda"]}>
      <PageHeader title={t("title")} />
      <div className={classes.panels}>
        <Panel title={user.displayName}>
          <Summary user={user} departments={departments} />
        </Panel>
        <Panel title={t("preferences.title")}>
          <p className={classes.label}>{t("preferences.language")}</p>
          <div className={classes.languages}>
            <LanguageSwitch choose={saveLocale} />
          </div>
          <ColorSchemeSwitch saved={user.colorScheme} save={saveColorScheme} />
        </Panel>
        <Panel title={t("password.title")}>
          <PasswordChangeForm
            login={user.login}
            minimumLength={PASSWORD_LENGTH.min}
            submitText={t("password.submit")}
            action={changePassword}
          />
        </Panel>
        {hasDesk(user) && (
          <Panel title={agenda("title")}>
            <CalendarLink exists={hasFeed} />
          </Panel>
        )}
        <Panel title={t("sessions.title")}>
          <OpenSessions sessions={sessions} />
          <ConfirmedAction
            text={t("sessions.signOutEverywhere")}
            question={t("sessions.confirm")}
            action={signOutEverywhere}
          />
        </Panel>
      </div>
    </ClientMessages>
  );
}
