import { useLocale, useTranslations } from "next-intl";
import type { IndicatorValue } from "#lib/indicators/schema.ts";
import { writtenValue } from "../../_components/values.ts";
import classes from "./sheet.module.css";

/** What an earlier month was, with the parts of a percentage. */
export function MonthBefore({ value, unit }: { value: IndicatorValue; unit: string }) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  if (value.state !== "REPORTED" || value.value === null) {
    return (
      <span className={classes.soft}>
        {t(`state.${value.state === "REPORTED" ? "NOT_REPORTED" : value.state}`)}
      </span>
    );
  }
  const { numerator, denominator } = value;
  return (
    <>
      {writtenValue(value.value, unit, locale)}
      {numerator !== null && denominator !== null && (
        <span className={classes.about}>
          {t("parts", {
            numerator: writtenValue(numerator, "", locale),
            denominator: writtenValue(denominator, "", locale),
          })}
        </span>
      )}
    </>
  );
}
