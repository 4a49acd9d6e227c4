import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { rememberedTables, TABLES_COOKIE } from "#components/charts/remembered-tables.ts";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { readParameters, type SearchParameters } from "#lib/core/parameters.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { getIndicators } from "#lib/indicators/queries.ts";
import { indicatorsHref, indicatorsQuerySchema } from "#lib/indicators/schema.ts";
import { taskNamesOf } from "#lib/tasks/names.ts";
import { hasDesk } from "#lib/users/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import { IndicatorsHeader } from "./_components/indicators-header.tsx";
import { IndicatorsView } from "./_components/indicators-view.tsx";
import { assertKnown } from "./_components/shown-indicators.ts";
import { readMonth } from "./read-month.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators"))("title") };
}

/** The indicators of a month by sector, each beside what it is measured by, and the year's targets. */
export default async function IndicatorsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const viewer = await requireUser(hasDesk);
  const { month: asked, ...filter } = readParameters(indicatorsQuerySchema, await searchParams, {
    months: ["month"],
    codes: ["sector", "department", "indicator"],
  });
  const [locale, t, jar] = await Promise.all([
    getLocale(),
    getTranslations("indicators"),
    cookies(),
  ]);
  const period = await readMonth(asked, locale);
  const { month } = period;
  const [found, departments, fields, sectors] = await Promise.all([
    getIndicators(viewer, month),
    listDepartments(),
    listFields(),
    listSectors(),
  ]);
  assertKnown(filter, { ...found, sectors, departments });
  const names = taskNamesOf({ departments, fields, sectors }, locale);
  const tables = rememberedTables(jar.get(TABLES_COOKIE)?.value);
  return (
    <>
      <IndicatorsHeader
        viewer={viewer}
        current="overview"
        period={period}
        title={t("title")}
        hrefOf={(each) => indicatorsHref(each, filter)}
        actions={
          found.indicators.length > 0 && (
            <ExportMenu
              hrefs={exportHrefs(
                "indicators",
                indicatorsHref(month, { ...filter, indicator: undefined }).split("?")[1],
              )}
            />
          )
        }
      />
      <IndicatorsView shown={{ ...found, month, filter, names, locale, tables }} />
    </>
  );
}
