import type { CivilDate, CivilMonth } from "#lib/core/dates.ts";
import { invalidAddress } from "#lib/core/errors.ts";
import { formatMonthTitle } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { readPeriod } from "#lib/periods/rules.ts";
import type { Period, Settings } from "#lib/periods/schema.ts";

/** The period of the month asked for; one that there is not ends the page with what is wrong. */
export function requestedPeriod(
  month: CivilMonth,
  settings: Pick<Settings, "periodFirstDay" | "firstPeriod">,
  today: CivilDate,
  locale: Locale,
): Period {
  const read = readPeriod({ period: month }, settings, today);
  if (read.ok) return read.period;
  const value = formatMonthTitle(month, locale);
  if (read.problem === "BEFORE_FIRST") {
    invalidAddress("beforeFirst", { first: formatMonthTitle(settings.firstPeriod, locale), value });
  }
  return invalidAddress("inFuture", { value });
}
