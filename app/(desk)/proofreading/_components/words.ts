import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "#lib/core/i18n/format.ts";
import type { Explanation, Figure } from "#lib/proofreading/schema.ts";

/** So many parts of a sum are told; of more, their beginning. */
const MOST_PARTS = 14;

/** Says findings in the reader's language. */
export function useFindingWords() {
  const t = useTranslations("proofreading");
  const locale = useLocale();

  function figure({ value, decimals, unit }: Figure): string {
    const number = formatNumber(value, locale, decimals);
    return unit === "%" ? `${number}%` : unit ? `${number} ${unit}` : number;
  }

  function sum(figures: readonly Figure[]): string {
    const shown = figures.slice(0, MOST_PARTS).map((each, index) => {
      const [sign, size] = each.value < 0 ? ["−", { ...each, value: -each.value }] : ["+", each];
      return index === 0 ? figure(each) : `${sign} ${figure(size)}`;
    });
    return [...shown, ...(figures.length > MOST_PARTS ? ["+ …"] : [])].join(" ");
  }

  function explain({ key, values }: Explanation): string {
    const texts = Object.entries(values).map(([name, value]) => {
      if (typeof value === "string") return [name, value];
      return [name, "value" in value ? figure(value) : sum(value)];
    });
    return t(`explanations.${key}`, Object.fromEntries(texts));
  }
  return { t, figure, explain };
}
