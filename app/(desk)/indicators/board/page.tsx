import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { readParameters, type SearchParameters } from "#lib/core/parameters.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import { getCompleteness } from "#lib/indicators/entry-queries.ts";
import { mayReadCompleteness } from "#lib/indicators/policy.ts";
import { boardHref, boardQuerySchema } from "#lib/indicators/schema.ts";
import { taskNamesOf } from "#lib/tasks/names.ts";
import { requireUser } from "#lib/users/session.ts";
import { IndicatorsHeader } from "../_components/indicators-header.tsx";
import { readMonth } from "../read-month.ts";
import { CompletenessTable } from "./_components/completeness-table.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators.board"))("title") };
}

/** Which department has reported a month's indicators, and what is missing from whom. */
export default async function BoardPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const viewer = await requireUser(mayReadCompleteness);
  const asked = readParameters(boardQuerySchema, await searchParams, { months: ["month"] });
  const [locale, t, departments] = await Promise.all([
    getLocale(),
    getTranslations("indicators.board"),
    listDepartments(),
  ]);
  const period = await readMonth(asked.month, locale);
  const rows = await getCompleteness(viewer, period.month);
  const missing = rows.reduce((sum, row) => sum + row.missing.length, 0);
  const behind = rows.filter((row) => row.missing.length > 0).length;
  const names = taskNamesOf({ departments, fields: [], sectors: [] }, locale);
  return (
    <>
      <IndicatorsHeader
        viewer={viewer}
        current="board"
        period={period}
        title={t("title")}
        details={t("summary", { missing, behind, departments: rows.length })}
        hrefOf={boardHref}
        actions={
          rows.length > 0 && (
            <ExportMenu hrefs={exportHrefs("indicator-board", `month=${period.month}`)} whole />
          )
        }
      />
      <CompletenessTable rows={rows} month={period.month} locale={locale} names={names} />
    </>
  );
}
