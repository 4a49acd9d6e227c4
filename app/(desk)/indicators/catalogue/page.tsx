import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { catalogueName } from "#lib/core/i18n/format.ts";
import { readParameters, type SearchParameters } from "#lib/core/parameters.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listSectors } from "#lib/fields/queries.ts";
import { catalogueQuerySchema } from "#lib/indicators/catalogue.ts";
import {
  listCatalogue,
  listDelegates,
  listYearTargets,
} from "#lib/indicators/catalogue-queries.ts";
import { mayEditIndicators } from "#lib/indicators/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import { IndicatorsHeader } from "../_components/indicators-header.tsx";
import { readMonth } from "../read-month.ts";
import { IndicatorsDesk } from "./_components/indicators-desk.tsx";
import { TargetsDesk } from "./_components/targets-desk.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators.catalogue"))("title") };
}

/** The indicators and targets that the Office keeps. */
export default async function CataloguePage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const user = await requireUser(mayEditIndicators);
  const asked = readParameters(catalogueQuerySchema, await searchParams, { numbers: ["year"] });
  const [locale, t] = await Promise.all([getLocale(), getTranslations("indicators.catalogue")]);
  const period = await readMonth(undefined, locale);
  const year = asked.year ?? Number(period.month.slice(0, 4));
  const [indicators, targets, delegates, departments, sectors] = await Promise.all([
    listCatalogue(user),
    listYearTargets(user, year),
    listDelegates(user),
    listDepartments(),
    listSectors(),
  ]);
  const choice = (entry: { code: string; name: string; nameEn: string }) => ({
    value: entry.code,
    label: catalogueName(entry, locale),
  });
  const retired = indicators.filter(({ active }) => !active).length;
  return (
    <ClientMessages namespaces={["account", "indicators", "work"]}>
      <IndicatorsHeader
        viewer={user}
        current="catalogue"
        period={period}
        title={t("title")}
        details={t("summary", { count: indicators.length, retired })}
      />
      <IndicatorsDesk
        indicators={indicators}
        choices={{
          departments: departments.filter(({ active }) => active).map(choice),
          sectors: sectors.map(choice),
          delegates,
        }}
      />
      <TargetsDesk
        key={year}
        year={year}
        targets={targets}
        indicators={indicators
          .filter(({ active }) => active)
          .map((each) => ({ ...choice(each), unit: each.unit }))}
      />
    </ClientMessages>
  );
}
