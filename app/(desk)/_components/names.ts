import { catalogueName } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { Department } from "#lib/departments/schema.ts";
import type { Field, Sector } from "#lib/fields/schema.ts";

/** What a department or field is called where there is little room, and in full. */
export type Name = { label: string; full: string };

export type Names = {
  department: (code: string) => Name;
  field: (code: string) => Name;
  sector: (code: string) => string;
  /** Codes in the catalogue's order. */
  departmentCodes: readonly string[];
  fieldCodes: readonly string[];
};

/** The names of the catalogues in the reader's language; a code stands for itself where unknown. */
export function namesOf(
  {
    departments,
    fields,
    sectors,
  }: {
    departments: readonly Department[];
    fields: readonly Field[];
    sectors: readonly Sector[];
  },
  locale: Locale,
): Names {
  const lookup = (entries: readonly (Department | Field)[]) => {
    const byCode = new Map(
      entries.map((entry) => {
        const full = catalogueName(entry, locale);
        return [entry.code, { label: locale === "vi" ? entry.short : full, full }];
      }),
    );
    return (code: string) => byCode.get(code) ?? { label: code, full: code };
  };
  const sectorNames = new Map(sectors.map((each) => [each.code, catalogueName(each, locale)]));
  return {
    department: lookup(departments),
    field: lookup(fields),
    sector: (code) => sectorNames.get(code) ?? code,
    departmentCodes: departments.map(({ code }) => code),
    fieldCodes: fields.map(({ code }) => code),
  };
}
