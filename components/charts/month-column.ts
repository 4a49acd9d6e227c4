import type { CivilMonth } from "#lib/core/dates.ts";
import { formatMonth } from "#lib/core/i18n/format.ts";

/** A month's place in a `TrendTable`, named "04" and "/26". */
export function monthColumn(month: CivilMonth, index: number) {
  const text = formatMonth(month);
  const label = [text.slice(0, 2), `/${text.slice(5)}`] as const;
  return { key: month, label, startsYear: index === 0 || month.endsWith("-01") };
}
