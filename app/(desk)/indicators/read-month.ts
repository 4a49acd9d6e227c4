import { addMonths, businessToday, type CivilMonth } from "#lib/core/dates.ts";
import { invalidAddress } from "#lib/core/errors.ts";
import { formatMonthTitle } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { getSettings, isClosed } from "#lib/periods/queries.ts";
import { monthContaining } from "#lib/periods/rules.ts";

/** A month of the register, and what of it can be chosen. */
export type ShownMonth = {
  month: CivilMonth;
  first: CivilMonth;
  last: CivilMonth;
  closed: boolean;
  locale: Locale;
};

/**
 * The month that an address asks for; without one the last that is over, whose values are being
 * entered. One before the register or yet to come ends the page.
 */
export async function readMonth(
  asked: CivilMonth | undefined,
  locale: Locale,
): Promise<ShownMonth> {
  const settings = await getSettings();
  const first = settings.firstPeriod;
  const last = monthContaining(businessToday(), settings);
  const month = asked ?? (last > first ? addMonths(last, -1) : last);
  const value = formatMonthTitle(month, locale);
  if (month < first) {
    invalidAddress("beforeFirst", { first: formatMonthTitle(first, locale), value });
  }
  if (month > last) invalidAddress("inFuture", { value });
  return { month, first, last, closed: await isClosed(month), locale };
}
