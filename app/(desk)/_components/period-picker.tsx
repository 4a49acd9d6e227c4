import { ChevronDownIcon, ChevronLeftIcon, ChevronRightIcon, LockIcon } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { addMonths, type CivilDate, type CivilMonth } from "#lib/core/dates.ts";
import { formatDayAndMonth, formatMonthTitle } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { Period } from "#lib/periods/schema.ts";
import { type Tab, tabHref } from "./address.ts";
import { PendingMark } from "./pending-mark.tsx";
import classes from "./period-picker.module.css";

/**
 * Which month, or which day, is looked at: a month back or on, any month of the register, or
 * any day. Made of links and a form, so that it works before the page's scripts do.
 */
export function PeriodPicker({
  period,
  first,
  last,
  today,
  closed,
  tab,
  locale,
}: {
  period: Period;
  /** The first and the last month that can be chosen. */
  first: CivilMonth;
  last: CivilMonth;
  today: CivilDate;
  closed: boolean;
  tab: Tab;
  locale: Locale;
}) {
  const t = useTranslations("dashboard.period");
  const previous = addMonths(period.month, -1);
  const next = addMonths(period.month, 1);
  const title = (month: CivilMonth) => formatMonthTitle(month, locale);
  const years = yearsOf(first, last);
  const day = formatDayAndMonth(period.asOf);
  const running = period.asOf === today && period.asOf < period.to;
  return (
    <div className={classes.picker} key={`${period.month} ${period.asOf}`}>
      <Step
        href={previous >= first ? tabHref(tab, { period: previous }) : null}
        label={t("previous", { month: title(previous) })}
      >
        <ChevronLeftIcon size={18} strokeWidth={1.75} aria-hidden />
      </Step>
      <button type="button" className={classes.current} popoverTarget="period-choice">
        <span className={classes.month}>{title(period.month)}</span>
        {period.asOf < period.to && (
          <span className={classes.day}>{t(running ? "running" : "asOf", { day })}</span>
        )}
        {closed && (
          <span className={classes.closed}>
            <LockIcon size={14} strokeWidth={1.75} aria-hidden />
            {t("closed")}
          </span>
        )}
        <ChevronDownIcon size={15} strokeWidth={1.75} aria-hidden />
        <span className="spoken">{t("choose")}</span>
      </button>
      <Step
        href={next <= last ? tabHref(tab, { period: next }) : null}
        label={t("next", { month: title(next) })}
      >
        <ChevronRightIcon size={18} strokeWidth={1.75} aria-hidden />
      </Step>

      <div id="period-choice" popover="auto" className={classes.choice}>
        {years.map(({ year, months }) => (
          <div key={year} className={classes.year}>
            <h2>{year}</h2>
            <ul>
              {months.map((month) => (
                <li key={month}>
                  <Link
                    href={tabHref(tab, { period: month })}
                    prefetch={false}
                    aria-label={title(month)}
                    aria-current={month === period.month ? "true" : undefined}
                  >
                    {month.slice(5)}
                    <PendingMark />
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <Form action="/" className={classes.form}>
          {tab === "indicators" && <input type="hidden" name="tab" value={tab} />}
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
      </div>
    </div>
  );
}

function Step({
  href,
  label,
  children,
}: {
  href: string | null;
  label: string;
  children: React.ReactNode;
}) {
  return href ? (
    <Link href={href} className={classes.step} aria-label={label} data-tip={label} prefetch={false}>
      {children}
      <PendingMark />
    </Link>
  ) : (
    <span className={classes.step} data-disabled>
      {children}
    </span>
  );
}

/** The months that can be chosen, by year, the newest year first. */
function yearsOf(first: CivilMonth, last: CivilMonth) {
  const months: CivilMonth[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return [...Map.groupBy(months, (month) => month.slice(0, 4))]
    .reverse()
    .map(([year, ofYear]) => ({ year, months: ofYear }));
}
