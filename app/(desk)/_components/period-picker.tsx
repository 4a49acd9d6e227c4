import Form from "next/form";
import { useTranslations } from "next-intl";
import { MonthPicker } from "#components/ui/month-picker.tsx";
import { addMonths, type CivilDate, type CivilMonth } from "#lib/core/dates.ts";
import { formatDayAndMonth } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { Period } from "#lib/periods/schema.ts";
import { dashboardHref } from "./address.ts";
import classes from "./period-picker.module.css";

/** Which month of the register, or which day, is looked at. */
export function PeriodPicker({
  period,
  first,
  last,
  today,
  closed,
  locale,
}: {
  period: Period;
  /** The first and the last month that can be chosen. */
  first: CivilMonth;
  last: CivilMonth;
  today: CivilDate;
  closed: boolean;
  locale: Locale;
}) {
  const t = useTranslations("dashboard.period");
  const running = period.asOf === today && period.asOf < period.to;
  const day = t(running ? "running" : "asOf", { day: formatDayAndMonth(period.asOf) });
  return (
    <MonthPicker
      month={period.month}
      first={first}
      last={last}
      closed={closed}
      hrefOf={(month) => dashboardHref({ period: month })}
      locale={locale}
      day={period.asOf < period.to ? day : undefined}
      choose={t("choose")}
    >
      <Form action="/" className={classes.form}>
        <label htmlFor="period-day">{t("atDay")}</label>
        <input
          id="period-day"
          type="date"
          name="asOf"
          required
          min={`${addMonths(first, -1)}-01`}
          max={today}
          defaultValue={period.asOf}
        />
        <button type="submit">{t("showDay")}</button>
      </Form>
    </MonthPicker>
  );
}
