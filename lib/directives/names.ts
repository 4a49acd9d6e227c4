import { catalogueName } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { Sector } from "#lib/fields/schema.ts";
import type { IssuingBody } from "./schema.ts";

/** Codes with what they are called in the reader's language, in the catalogue's order. */
export type DirectiveNames = {
  bodies: ReadonlyMap<string, string>;
  sectors: ReadonlyMap<string, string>;
};

export function directiveNamesOf(
  bodies: readonly IssuingBody[],
  sectors: readonly Sector[],
  locale: Locale,
): DirectiveNames {
  return {
    bodies: new Map(bodies.map(({ code, name }) => [code, name])),
    sectors: new Map(sectors.map((sector) => [sector.code, catalogueName(sector, locale)])),
  };
}
