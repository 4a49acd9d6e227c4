import { useTranslations } from "next-intl";
import { formatMonth } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { Target } from "#lib/indicators/schema.ts";
import classes from "./targets-table.module.css";
import { writtenGoal } from "./values.ts";

/** What a target asks for, and by when if that is not the year. */
export function Goal({ target, locale }: { target: Target; locale: Locale }) {
  const t = useTranslations("indicators.targets");
  const { comparator, value, unit, span, startMonth } = target;
  const quarter = String(Math.ceil(Number(startMonth.slice(5)) / 3));
  return (
    <>
      {t(`comparator.${comparator}`, {
        value: value === null ? "" : writtenGoal(value, unit, locale),
      })}
      {span !== "YEAR" && (
        <span className={classes.note}>
          {t(`span.${span}`, {
            month: formatMonth(startMonth),
            quarter,
            year: startMonth.slice(0, 4),
          })}
        </span>
      )}
    </>
  );
}
