import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { formatMonth } from "#lib/core/i18n/format.ts";
import { mayChangeSettings } from "#lib/periods/policy.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { requireUser } from "#lib/users/session.ts";
import { SettingsForm } from "./_components/settings-form.tsx";
import classes from "./page.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.settings"))("title") };
}

/** What the commune sets for everyone: that which may change, and that which is set once. */
export default async function SettingsPage() {
  await requireUser(mayChangeSettings);
  const [settings, t] = await Promise.all([getSettings(), getTranslations("admin.settings")]);
  const { communeName, dueSoonWorkingDays, officeConfirms, periodFirstDay, firstPeriod } = settings;
  return (
    <ClientMessages namespaces={["account", "admin"]}>
      <PageHeader title={t("title")} />
      <div className={classes.panels}>
        <Panel title={t("change")}>
          <SettingsForm settings={{ communeName, dueSoonWorkingDays, officeConfirms }} />
        </Panel>
        <Panel title={t("fixed")}>
          <Facts>
            <Fact name={t("periodFirstDay")}>
              {t("periodFirstDayValue", { day: periodFirstDay })}
            </Fact>
            <Fact name={t("firstPeriod")}>{formatMonth(firstPeriod)}</Fact>
          </Facts>
          <p className={classes.note}>{t("fixedNote")}</p>
        </Panel>
      </div>
    </ClientMessages>
  );
}
