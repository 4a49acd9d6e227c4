import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { businessToday } from "#lib/core/dates.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { exportHrefs } from "#lib/exports/schema.ts";
import { mayPlan, mayPlanFor } from "#lib/recurrences/policy.ts";
import { listRecurrences } from "#lib/recurrences/queries.ts";
import { getCatalogueChoices } from "#lib/tasks/choice-queries.ts";
import { requireUser } from "#lib/users/session.ts";
import { RecurringDesk } from "./_components/recurring-desk.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("recurring"))("title") };
}

/** The tasks that recur: of all departments, or of those that a vice-chairman is in charge of. */
export default async function RecurringPage() {
  const user = await requireUser(mayPlan);
  const locale = await getLocale();
  const [recurrences, choices, t] = await Promise.all([
    listRecurrences(user),
    getCatalogueChoices(locale, (departmentId) => mayPlanFor(user, departmentId)),
    getTranslations("recurring"),
  ]);
  const going = recurrences.filter(({ stopped }) => !stopped).length;
  return (
    <ClientMessages namespaces={["recurring", "work"]}>
      <PageHeader
        title={t("title")}
        details={t("count", { count: going })}
        actions={recurrences.length > 0 && <ExportMenu hrefs={exportHrefs("recurring")} whole />}
      />
      <RecurringDesk recurrences={recurrences} today={businessToday()} choices={choices} />
    </ClientMessages>
  );
}
