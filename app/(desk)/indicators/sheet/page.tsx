import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { invalidAddress, NotFoundError } from "#lib/core/errors.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { catalogueName } from "#lib/core/i18n/format.ts";
import { readParameters, type SearchParameters } from "#lib/core/parameters.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listSectors } from "#lib/fields/queries.ts";
import { mayImport } from "#lib/imports/policy.ts";
import { getSheet } from "#lib/indicators/entry-queries.ts";
import { mayReadSheet } from "#lib/indicators/policy.ts";
import { sheetHref, sheetQuerySchema } from "#lib/indicators/schema.ts";
import { hasDesk } from "#lib/users/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import { IndicatorsHeader } from "../_components/indicators-header.tsx";
import { readMonth } from "../read-month.ts";
import { DepartmentChoice } from "./_components/department-choice.tsx";
import { SheetDesk } from "./_components/sheet-desk.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators.sheet"))("title") };
}

/** A department's month of indicators on one sheet, to be entered by keyboard alone. */
export default async function SheetPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const user = await requireUser(hasDesk);
  const asked = readParameters(sheetQuerySchema, await searchParams, {
    months: ["month"],
    codes: ["department"],
  });
  const [locale, t, imports, all, sectors] = await Promise.all([
    getLocale(),
    getTranslations("indicators.sheet"),
    getTranslations("imports.screen"),
    listDepartments(),
    listSectors(),
  ]);
  const departments = all.filter(({ id, active }) => active && mayReadSheet(user, id));
  const code = asked.department ?? user.departmentCode ?? departments[0]?.code;
  const department = all.find((each) => each.code === code);
  if (!department) {
    if (asked.department === undefined) throw new NotFoundError();
    invalidAddress("unknownCode", { name: "department", value: asked.department });
  }
  const period = await readMonth(asked.month, locale);
  const rows = await getSheet(user, department.id, period.month);
  const names = new Map(sectors.map((sector) => [sector.code, catalogueName(sector, locale)]));
  return (
    <ClientMessages namespaces={["indicators"]}>
      <IndicatorsHeader
        viewer={user}
        current="sheet"
        period={period}
        title={t("title")}
        details={catalogueName(department, locale)}
        hrefOf={(month) => sheetHref(month, department.code)}
        actions={
          <>
            {departments.length > 1 && (
              <DepartmentChoice
                month={period.month}
                current={department.code}
                departments={departments.map((each) => ({
                  code: each.code,
                  name: catalogueName(each, locale),
                }))}
              />
            )}
            {mayImport(user, "INDICATOR_VALUES") && (
              <Link href="/imports?kind=indicatorValues" prefetch={false}>
                {imports("open")}
              </Link>
            )}
          </>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t("empty")} explanation={t("emptyMeaning")} />
      ) : (
        <SheetDesk
          key={`${department.code} ${period.month}`}
          owner={user.login}
          department={department.code}
          month={period.month}
          closed={period.closed}
          rows={rows.map((row) => ({
            ...row,
            name: catalogueName(row, locale),
            sector: names.get(row.sectorCode) ?? row.sectorCode,
          }))}
        />
      )}
    </ClientMessages>
  );
}
