import { ChevronDownIcon, ChevronLeftIcon, ChevronRightIcon, LockIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { addMonths, type CivilMonth } from "#lib/core/dates.ts";
import { formatMonthTitle } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import classes from "./month-picker.module.css";
import { PendingMark } from "./pending-mark.tsx";

/**
 * Which month is looked at: a month back or on, or any that can be chosen. Made of links, so
 * that it works before the page's scripts do.
 */
export function MonthPicker({
  month,
  first,
  last,
  closed,
  hrefOf,
  locale,
  day,
  choose,
  children,
}: {
  month: CivilMonth;
  /** The first and the last month that can be chosen. */
  first: CivilMonth;
  last: CivilMonth;
  closed: boolean;
  hrefOf: (month: CivilMonth) => string;
  locale: Locale;
  /** In words, as of which day of the month. */
  day?: string | undefined;
  /** What the list of months is for, if not for months alone. */
  choose?: string;
  /** What else can be chosen, below the months. */
  children?: ReactNode;
}) {
  const t = useTranslations("common.month");
  const id = useId();
  const previous = addMonths(month, -1);
  const next = addMonths(month, 1);
  const title = (each: CivilMonth) => formatMonthTitle(each, locale);
  return (
    <div className={classes.picker} key={`${month} ${day}`}>
      <Step
        href={previous >= first ? hrefOf(previous) : null}
        label={t("previous", { month: title(previous) })}
      >
        <ChevronLeftIcon size={18} strokeWidth={1.75} aria-hidden />
      </Step>
      <button type="button" className={classes.current} popoverTarget={id}>
        <span className={classes.month}>{title(month)}</span>
        {day && <span className={classes.day}>{day}</span>}
        {closed && (
          <span className={classes.closed}>
            <LockIcon size={14} strokeWidth={1.75} aria-hidden />
            {t("closed")}
          </span>
        )}
        <ChevronDownIcon size={15} strokeWidth={1.75} aria-hidden />
        <span className="spoken">{choose ?? t("choose")}</span>
      </button>
      <Step href={next <= last ? hrefOf(next) : null} label={t("next", { month: title(next) })}>
        <ChevronRightIcon size={18} strokeWidth={1.75} aria-hidden />
      </Step>

      <div id={id} popover="auto" className={classes.choice}>
        {yearsOf(first, last).map(({ year, months }) => (
          <div key={year} className={classes.year}>
            <h2>{year}</h2>
            <ul>
              {months.map((each) => (
                <li key={each}>
                  <Link
                    href={hrefOf(each)}
                    prefetch={false}
                    aria-label={title(each)}
                    aria-current={each === month ? "true" : undefined}
                  >
                    {each.slice(5)}
                    <PendingMark />
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
        {children}
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
  children: ReactNode;
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
