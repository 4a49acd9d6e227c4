import { catalogueName } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { Department } from "#lib/departments/schema.ts";
import type { Field, Sector } from "#lib/fields/schema.ts";

export type Catalogues = {
  departments: readonly Department[];
  fields: readonly Field[];
  sectors: readonly Sector[];
};

/** What an entry is called where there is little room, and in full. */
export type Name = { label: string; full: string };

export type TaskNames = {
  department: (code: string) => Name;
  field: (code: string) => Name;
  sector: (code: string) => string;
  /** Codes in the catalogue's order. */
  departmentCodes: readonly string[];
  fieldCodes: readonly string[];
  sectorCodes: readonly string[];
  /** By the ids that a history holds. */
  departmentById: (id: number) => string;
  fieldById: (id: number) => string;
};

/** The names of what tasks refer to, in the reader's language; a code stands for itself where unknown. */
export function taskNamesOf(
  { departments, fields, sectors }: Catalogues,
  locale: Locale,
): TaskNames {
  const lookup = (entries: readonly (Department | Field)[]) => {
    const byCode = new Map(
      entries.map((entry) => {
        const full = catalogueName(entry, locale);
        return [entry.code, { label: locale === "vi" ? entry.short : entry.shortEn, full }];
      }),
    );
    return (code: string) => byCode.get(code) ?? { label: code, full: code };
  };
  const fullNames = (entries: readonly (Department | Field)[]) => {
    const byId = new Map(entries.map((entry) => [entry.id, catalogueName(entry, locale)]));
    return (id: number) => byId.get(id) ?? `${id}`;
  };
  const sectorNames = new Map(sectors.map((each) => [each.code, catalogueName(each, locale)]));
  return {
    department: lookup(departments),
    field: lookup(fields),
    sector: (code) => sectorNames.get(code) ?? code,
    departmentCodes: departments.map(({ code }) => code),
    fieldCodes: fields.map(({ code }) => code),
    sectorCodes: sectors.map(({ code }) => code),
    departmentById: fullNames(departments),
    fieldById: fullNames(fields),
  };
}
