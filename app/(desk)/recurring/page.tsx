import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "#components/ui/page-header.tsx";
import { businessToday } from "#lib/core/dates.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { catalogueName } from "#lib/core/i18n/format.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { mayPlan, mayPlanFor } from "#lib/recurrences/policy.ts";
import { listRecurrences } from "#lib/recurrences/queries.ts";
import { listLeaders } from "#lib/users/queries.ts";
import { requireUser } from "#lib/users/session.ts";
import { RecurringDesk } from "./_components/recurring-desk.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("recurring"))("title") };
}

/** The tasks that recur: of all departments, or of those that a vice-chairman is in charge of. */
export default async function RecurringPage() {
  const user = await requireUser(mayPlan);
  const [recurrences, departments, fields, sectors, leaders, locale, t] = await Promise.all([
    listRecurrences(user),
    listDepartments(),
    listFields(),
    listSectors(),
    listLeaders(),
    getLocale(),
    getTranslations("recurring"),
  ]);
  const choice = (entry: { code: string; name: string; nameEn: string }) => ({
    value: entry.code,
    label: catalogueName(entry, locale),
  });
  const active = departments.filter((department) => department.active);
  const going = recurrences.filter(({ stopped }) => !stopped).length;
  return (
    <ClientMessages namespaces={["recurring", "work"]}>
      <PageHeader title={t("title")} details={t("count", { count: going })} />
      <RecurringDesk
        recurrences={recurrences}
        today={businessToday()}
        choices={{
          departments: active.map(choice),
          leadDepartments: active.filter(({ id }) => mayPlanFor(user, id)).map(choice),
          fields: fields.filter((field) => field.active).map(choice),
          sectors: sectors.map(choice),
          leaders: leaders.map(({ id, name }) => ({ value: `${id}`, label: name })),
        }}
      />
    </ClientMessages>
  );
}
