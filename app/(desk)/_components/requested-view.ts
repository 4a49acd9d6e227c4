import type { CivilDate } from "#lib/core/dates.ts";
import { isCivilDate, isCivilMonth } from "#lib/core/dates.ts";
import { invalidAddress } from "#lib/core/errors.ts";
import { formatCivilDate, formatMonthTitle } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { IndicatorFilter } from "#lib/indicators/schema.ts";
import { readPeriod } from "#lib/periods/rules.ts";
import type { Period, Settings } from "#lib/periods/schema.ts";
import { dashboardSearchSchema, type Search, type Tab } from "./address.ts";

/** A month or day as people write it; what is neither as it was typed. */
function written(value: string, locale: Locale): string {
  if (isCivilMonth(value)) return formatMonthTitle(value, locale);
  return isCivilDate(value) ? formatCivilDate(value) : value;
}

/**
 * What the page's address asks for: a tab, a period, which indicators. One that asks for what
 * there is not ends the page with what is wrong with it.
 */
export function requestedView(
  search: Search,
  settings: Pick<Settings, "periodFirstDay" | "firstPeriod">,
  today: CivilDate,
  locale: Locale,
): { tab: Tab; period: Period; filter: IndicatorFilter } {
  const asked = dashboardSearchSchema.safeParse(search);
  if (!asked.success) {
    const name = String(asked.error.issues[0]?.path[0]);
    invalidAddress("notOneOf", { name, value: String(search[name]) });
  }
  const { tab, period, asOf, ...filter } = asked.data;
  const read = readPeriod({ period, asOf }, settings, today);
  if (read.ok) return { tab, period: read.period, filter };

  const value = period ?? asOf ?? today;
  switch (read.problem) {
    case "NOT_A_MONTH":
      return invalidAddress("notAMonth", { name: "period", value });
    case "NOT_A_DAY":
      return invalidAddress("notADay", { name: "asOf", value });
    case "BEFORE_FIRST":
      return invalidAddress("beforeFirst", {
        first: written(settings.firstPeriod, locale),
        value: written(value, locale),
      });
    case "IN_FUTURE":
      return invalidAddress("inFuture", { value: written(value, locale) });
    case "BOTH_GIVEN":
      return invalidAddress("bothGiven", {});
  }
}
