import { readRange } from "#lib/comparisons/rules.ts";
import type { Range } from "#lib/comparisons/schema.ts";
import { type CivilDate, isCivilDate, isCivilMonth } from "#lib/core/dates.ts";
import { invalidAddress } from "#lib/core/errors.ts";
import { formatCivilDate, formatMonthTitle } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { Settings } from "#lib/periods/schema.ts";

/** A month or day as people write it; what is neither as it was typed. */
function written(value: string, locale: Locale): string {
  if (isCivilMonth(value)) return formatMonthTitle(value, locale);
  return isCivilDate(value) ? formatCivilDate(value) : value;
}

/** The two days that the page's address asks for; one that there is not ends the page with what is wrong. */
export function requestedRange(
  asked: { from?: string | undefined; to?: string | undefined },
  settings: Pick<Settings, "periodFirstDay" | "firstPeriod">,
  today: CivilDate,
  locale: Locale,
): Range {
  const read = readRange(asked, settings, today);
  if (read.ok) return read.range;
  const { name, value, problem } = read;
  switch (problem) {
    case "BEFORE_FIRST":
      return invalidAddress("beforeFirst", {
        first: written(settings.firstPeriod, locale),
        value: written(value, locale),
      });
    case "IN_FUTURE":
      return invalidAddress("inFuture", { value: written(value, locale) });
    default:
      return invalidAddress("notADay", { name, value });
  }
}
