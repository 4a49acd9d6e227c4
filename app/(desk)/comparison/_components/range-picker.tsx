import { ChevronDownIcon } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Preset } from "#lib/comparisons/rules.ts";
import { comparisonHref, type Range } from "#lib/comparisons/schema.ts";
import type { CivilDate, CivilMonth } from "#lib/core/dates.ts";
import { formatCivilDate, formatMonth, formatMonthTitle } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { PrintButton } from "./print-button.tsx";
import classes from "./range-picker.module.css";

/**
 * Which two days or months: those often asked for, and any others. Made of links and forms, so
 * that it works before the page's scripts do.
 */
export function RangePicker({
  range,
  presets,
  months,
  first,
  today,
  locale,
}: {
  range: Range;
  presets: readonly Preset[];
  /** The months that can be chosen, the newest first. */
  months: readonly CivilMonth[];
  first: CivilDate;
  today: CivilDate;
  locale: Locale;
}) {
  const t = useTranslations("comparison.picker");
  const { from, to } = range;
  const label = range.months
    ? `${formatMonth(from.month)} → ${formatMonth(to.month)}`
    : `${formatCivilDate(from.asOf)} → ${formatCivilDate(to.asOf)}`;
  const chosen = (preset: Preset) =>
    range.months
      ? preset.from === from.month && preset.to === to.month
      : preset.from === from.asOf && preset.to === to.asOf;
  return (
    <>
      <nav className={classes.presets} aria-label={t("presets")} key={label}>
        {presets.map((preset) => (
          <Link
            key={preset.name}
            href={comparisonHref(preset.from, preset.to)}
            prefetch={false}
            aria-current={chosen(preset) ? "true" : undefined}
          >
            {t(preset.name)}
          </Link>
        ))}
        <button type="button" className={classes.current} popoverTarget="range-choice">
          {label}
          <ChevronDownIcon size={15} strokeWidth={1.75} aria-hidden />
          <span className="spoken">{t("choose")}</span>
        </button>
      </nav>
      <PrintButton label={t("print")} />
      <div id="range-choice" popover="auto" className={classes.choice}>
        <Form action="/comparison" className={classes.form}>
          <h2>{t("days")}</h2>
          {(["from", "to"] as const).map((name) => (
            <label key={name}>
              {t(name)}
              <input
                type="date"
                name={name}
                required
                min={first}
                max={today}
                defaultValue={range[name].asOf}
              />
            </label>
          ))}
          <button type="submit">{t("show")}</button>
        </Form>
        <Form action="/comparison" className={classes.form}>
          <h2>{t("months")}</h2>
          {(["from", "to"] as const).map((name) => (
            <label key={name}>
              {t(name)}
              <select name={name} defaultValue={range[name].month}>
                {months.map((month) => (
                  <option key={month} value={month}>
                    {formatMonthTitle(month, locale)}
                  </option>
                ))}
              </select>
            </label>
          ))}
          <button type="submit">{t("show")}</button>
        </Form>
      </div>
    </>
  );
}
