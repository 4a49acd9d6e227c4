import type { useTranslations } from "next-intl";
import { type CivilDate, isCivilMonth } from "#lib/core/dates.ts";
import { formatCivilDate, formatMonthTitle, formatNumber } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { SMALL } from "#lib/scorecards/rules.ts";
import type { Card, Line, SpanKey } from "#lib/scorecards/schema.ts";

export type Translate = ReturnType<typeof useTranslations<"scorecard">>;

const ROMAN = ["I", "II", "III", "IV"];

/** A month, quarter or year as a heading: "Tháng 10/2026", "Quý IV/2026", "Năm 2026". */
export function spanTitle(key: SpanKey, t: Translate, locale: Locale): string {
  if (isCivilMonth(key)) return formatMonthTitle(key, locale);
  const year = key.slice(0, 4);
  if (key.length === 4) return t("span.year", { year });
  return t("span.quarter", { quarter: quarterNumber(key, locale), year });
}

/** A quarter where its year is known: "Quý IV". */
export function quarterLabel(key: SpanKey, t: Translate, locale: Locale): string {
  return t("span.quarterOnly", { quarter: quarterNumber(key, locale) });
}

function quarterNumber(key: SpanKey, locale: Locale): string {
  const number = key.slice(6);
  return locale === "vi" ? (ROMAN[Number(number) - 1] ?? "") : number;
}

/** How a card is counted, sentence by sentence. */
export function methodOf(t: Translate): string[] {
  const parts = ["basis", "assigned", "a", "b", "c", "result", "whose", "limits"] as const;
  return parts.map((part) => t(`method.${part}`));
}

/** A worth in [0, 1], or a sum of such, with the decimals that it needs. */
export function worth(value: number, locale: Locale): string {
  const decimals = Number.isInteger(value) ? 0 : Number.isInteger(value * 2) ? 1 : 2;
  return formatNumber(value, locale, decimals);
}

/** What a line's product cost, and why. */
export function costOf(
  { product, quality, timeliness }: Line,
  t: Translate,
  locale: Locale,
): string {
  const { completedOn, status, returns, missed, excused } = product;
  const days = (deadlines: readonly CivilDate[]) =>
    deadlines.map((deadline) => formatCivilDate(deadline)).join(", ");
  if (completedOn === null) return t(status === "SUBMITTED" ? "cost.waiting" : "cost.open");
  const cost = (left: number) => worth(1 - left, locale);
  const costs = [
    returns > 0 && t("cost.returned", { times: returns, cost: cost(quality) }),
    missed.length > 0 &&
      t("cost.missed", { times: missed.length, days: days(missed), cost: cost(timeliness) }),
    excused.length > 0 && t("cost.excused", { days: days(excused) }),
  ].filter((words) => words !== false);
  return costs.length > 0 ? costs.join("; ") : t("cost.none");
}

/** What has to be known to judge a score by. */
export function remarkOf({ assigned }: Card, t: Translate): string {
  if (assigned === 0) return t("table.noData");
  return assigned < SMALL ? t("table.small") : "";
}
