import { catalogueName } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { Department } from "#lib/departments/schema.ts";
import type { IssuingBody } from "#lib/directives/schema.ts";
import type { Field, Sector } from "#lib/fields/schema.ts";
import type { Catalogue } from "#lib/imports/schema.ts";

export type CatalogueChoice = { value: string; label: string };

/** What codes are called, and what can be chosen instead of a spelling. */
export type Vocabulary = {
  names: Record<Catalogue, ReadonlyMap<string, string>>;
  choices: Record<Catalogue, readonly CatalogueChoice[]>;
};

/** The catalogues in the reader's language. */
export function vocabularyOf(
  {
    departments,
    fields,
    sectors,
    bodies,
  }: {
    departments: readonly Department[];
    fields: readonly Field[];
    sectors: readonly Sector[];
    bodies: readonly IssuingBody[];
  },
  locale: Locale,
): Vocabulary {
  const entries = {
    department: departments,
    field: fields,
    sector: sectors,
    issuingBody: bodies,
  } satisfies Record<Catalogue, readonly { code: string; name: string; active?: boolean }[]>;
  const choicesOf = (each: readonly { code: string; name: string; active?: boolean }[]) =>
    each
      .filter(({ active = true }) => active)
      .map((entry) => ({ value: entry.code, label: catalogueName(entry, locale) }));
  const namesOf = (each: readonly { code: string; name: string }[]) =>
    new Map(each.map((entry) => [entry.code, catalogueName(entry, locale)]));
  return {
    names: {
      department: namesOf(entries.department),
      field: namesOf(entries.field),
      sector: namesOf(entries.sector),
      issuingBody: namesOf(entries.issuingBody),
    },
    choices: {
      department: choicesOf(entries.department),
      field: choicesOf(entries.field),
      sector: choicesOf(entries.sector),
      issuingBody: choicesOf(entries.issuingBody),
    },
  };
}
