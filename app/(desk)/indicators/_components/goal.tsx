import { useTranslations } from "next-intl";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { Target } from "#lib/indicators/schema.ts";
import { spanValues, writtenGoal } from "#lib/indicators/written.ts";
import classes from "./targets-table.module.css";

/** What a target asks for, and by when if that is not the year. */
export function Goal({ target, locale }: { target: Target; locale: Locale }) {
  const t = useTranslations("indicators.targets");
  const { comparator, value, unit, span } = target;
  return (
    <>
      {t(`comparator.${comparator}`, {
        value: value === null ? "" : writtenGoal(value, unit, locale),
      })}
      {span !== "YEAR" && (
        <span className={classes.note}>{t(`span.${span}`, spanValues(target))}</span>
      )}
    </>
  );
}
