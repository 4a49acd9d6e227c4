import { ChevronDownIcon, ChevronLeftIcon, ChevronRightIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { type Span, type SpanKey, type Subject, scorecardHref } from "#lib/scorecards/schema.ts";
import classes from "./span-picker.module.css";
import { quarterLabel, spanTitle } from "./words.ts";

export type SpanYear = { year: string; quarters: SpanKey[]; months: SpanKey[] };

/**
 * Which month, quarter or year: one back or on, or any of the register. Made of links, so that it
 * works before the page's scripts do.
 */
export function SpanPicker({
  span,
  neighbours,
  years,
  subject,
  locale,
}: {
  span: Span;
  neighbours: { previous: SpanKey | null; next: SpanKey | null };
  years: readonly SpanYear[];
  /** Whose card stays open in another span. */
  subject: Subject;
  locale: Locale;
}) {
  const t = useTranslations("scorecard");
  const choice = (key: SpanKey, label: string) => (
    <Link
      key={key}
      href={scorecardHref(key, subject)}
      prefetch={false}
      aria-label={spanTitle(key, t, locale)}
      aria-current={key === span.key ? "true" : undefined}
    >
      {label}
    </Link>
  );
  const step = (direction: "previous" | "next", children: ReactNode) => {
    const key = neighbours[direction];
    if (key === null)
      return (
        <span className={classes.step} data-disabled>
          {children}
        </span>
      );
    const label = t(`span.${direction}`, { span: spanTitle(key, t, locale) });
    return (
      <Link
        href={scorecardHref(key, subject)}
        prefetch={false}
        className={classes.step}
        aria-label={label}
        data-tip={label}
      >
        {children}
      </Link>
    );
  };
  return (
    <div className={classes.picker} key={span.key}>
      {step("previous", <ChevronLeftIcon size={18} strokeWidth={1.75} aria-hidden />)}
      <button type="button" className={classes.current} popoverTarget="span-choice">
        {spanTitle(span.key, t, locale)}
        <ChevronDownIcon size={15} strokeWidth={1.75} aria-hidden />
        <span className="spoken">{t("span.choose")}</span>
      </button>
      {step("next", <ChevronRightIcon size={18} strokeWidth={1.75} aria-hidden />)}
      <div id="span-choice" popover="auto" className={classes.choice}>
        {years.map(({ year, quarters, months }) => (
          <div key={year} className={classes.year}>
            <h2>{year}</h2>
            <div className={classes.spans}>
              {choice(year, t("span.wholeYear"))}
              {quarters.map((key) => choice(key, quarterLabel(key, t, locale)))}
            </div>
            <div className={classes.spans} data-months>
              {months.map((key) => choice(key, key.slice(5)))}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
