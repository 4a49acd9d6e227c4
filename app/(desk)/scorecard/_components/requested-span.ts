import { type CivilDate, isCivilMonth } from "#lib/core/dates.ts";
import { invalidAddress } from "#lib/core/errors.ts";
import { formatMonthTitle } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { Settings } from "#lib/periods/schema.ts";
import type { Span, SpanKey } from "#lib/scorecards/schema.ts";
import { readSpan } from "#lib/scorecards/spans.ts";

/** The span that the page's address asks for; one that there is not ends the page with what is wrong. */
export function requestedSpan(
  key: SpanKey | undefined,
  settings: Pick<Settings, "periodFirstDay" | "firstPeriod">,
  today: CivilDate,
  locale: Locale,
): Span {
  const read = readSpan(key, settings, today);
  if (read.ok) return read.span;
  const asked = key ?? "";
  const value = isCivilMonth(asked) ? formatMonthTitle(asked, locale) : asked;
  switch (read.problem) {
    case "BEFORE_FIRST":
      return invalidAddress("beforeFirst", {
        first: formatMonthTitle(settings.firstPeriod, locale),
        value,
      });
    case "IN_FUTURE":
      return invalidAddress("inFuture", { value });
    case "NOT_A_SPAN":
      return invalidAddress("notOneOf", { name: "span", value });
  }
}
