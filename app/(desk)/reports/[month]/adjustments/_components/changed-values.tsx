import { useLocale, useTranslations } from "next-intl";
import { Instant } from "#components/ui/instant.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { PlainTable } from "#components/ui/plain-table.tsx";
import { formatMonth, formatNumber } from "#lib/core/i18n/format.ts";
import type { IndicatorValue } from "#lib/indicators/schema.ts";
import type { ChangedValue } from "#lib/snapshots/schema.ts";
import classes from "./adjustments.module.css";

/** Indicator values that were entered, changed or taken away since. */
export function ChangedValues({ values }: { values: readonly ChangedValue[] }) {
  const t = useTranslations("periods.adjustments");
  const states = useTranslations("indicators.state");
  const locale = useLocale();
  if (values.length === 0) return null;
  const said = (value: IndicatorValue | null) => {
    if (!value || value.value === null) {
      return states(value?.state === "NOTHING_AROSE" ? "NOTHING_AROSE" : "NOT_REPORTED");
    }
    return formatNumber(value.value, locale, Number.isInteger(value.value) ? 0 : 2);
  };
  return (
    <Panel title={t("values")} className={classes.part}>
      <PlainTable caption={t("values")}>
        <thead>
          <tr>
            <th scope="col">{t("indicator")}</th>
            <th scope="col">{t("was")}</th>
            <th scope="col">{t("is")}</th>
            <th scope="col">{t("edits")}</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ code, name, unit, month, before, after, edits }) => (
            <tr key={`${code}/${month}`}>
              <th scope="row" data-text>
                {name} ({unit}), {formatMonth(month)}
              </th>
              <td data-nowrap>{said(before)}</td>
              <td data-nowrap>{said(after)}</td>
              <td>
                {edits.map(({ at, by }) => (
                  <div key={at.toISOString()}>
                    {by ?? t("system")}, <Instant at={at} />
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </Panel>
  );
}
