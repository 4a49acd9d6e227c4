import { useLocale, useTranslations } from "next-intl";
import { isCivilDate, isCivilMonth } from "#lib/core/dates.ts";
import { formatCivilDate, formatMonth, formatNumber } from "#lib/core/i18n/format.ts";
import { catalogueOf } from "#lib/imports/corrections.ts";
import type { Entry } from "#lib/imports/schema.ts";
import type { Vocabulary } from "./vocabulary.ts";

const NUMBERS: readonly Entry[] = ["value", "numerator", "denominator"];

/** The most decimals that a value has. */
const MOST_DECIMALS = 4;

/** Says what an entry holds as people do: codes by their names, days as dd/MM/yyyy, states in words. */
export function useEntryWords(
  names: Vocabulary["names"],
): (entry: Entry, value: string | null) => string {
  const t = useTranslations();
  const locale = useLocale();
  const inCatalogue = (entry: Entry, value: string): string | null => {
    const catalogue = catalogueOf(entry);
    if (catalogue === null) return null;
    return value
      .split(", ")
      .map((code) => names[catalogue].get(code) ?? code)
      .join(", ");
  };
  /** A state or kind of an entry that has only a few. */
  const choice = (entry: Entry, value: string): string | null => {
    const key = `${CHOICES[entry] ?? ""}.${value}`;
    if (entry === "priority")
      return t(`tasks.detail.change.${value === "HIGH" ? "high" : "normal"}`);
    return CHOICES[entry] && t.has(key as never) ? t(key as never) : null;
  };
  return (entry, value) => {
    if (value === null) {
      return entry === "dueOn" ? t("tasks.deadline.none") : t("imports.screen.rows.nothing");
    }
    if (isCivilDate(value)) return formatCivilDate(value);
    if (isCivilMonth(value)) return formatMonth(value);
    if (entry === "progress") return `${value}\u00a0%`;
    if (NUMBERS.includes(entry)) return formatNumber(Number(value), locale, decimalsOf(value));
    return inCatalogue(entry, value) ?? choice(entry, value) ?? `“${value}”`;
  };
}

const CHOICES: Partial<Record<Entry, string>> = {
  status: "tasks.status",
  type: "directives.type",
  urgency: "directives.urgency",
  role: "common.role",
  state: "indicators.sheet.states",
};

function decimalsOf(value: string): number {
  return Math.min(value.split(".")[1]?.length ?? 0, MOST_DECIMALS);
}
