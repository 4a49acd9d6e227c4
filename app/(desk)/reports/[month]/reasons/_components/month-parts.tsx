import { ChevronLeftIcon, ChevronRightIcon, LockIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { addMonths, businessDayOf, type CivilMonth } from "#lib/core/dates.ts";
import { formatCivilDate, formatMonthTitle } from "#lib/core/i18n/format.ts";
import type { ClosedBy } from "#lib/narratives/schema.ts";
import classes from "./month-parts.module.css";

/** The same page of the month before and after. */
export function MonthSteps({
  month,
  first,
  last,
  hrefOf,
}: {
  month: CivilMonth;
  /** The first and the last month that there are. */
  first: CivilMonth;
  last: CivilMonth;
  hrefOf: (month: CivilMonth) => string;
}) {
  const t = useTranslations("narratives.months");
  const locale = useLocale();
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)];
  return (
    <nav className={classes.steps} aria-label={t("label")}>
      {before >= first && (
        <Link
          href={hrefOf(before)}
          prefetch={false}
          className={classes.step}
          aria-label={t("previous")}
        >
          <ChevronLeftIcon size={18} strokeWidth={1.8} aria-hidden />
        </Link>
      )}
      <span className={classes.month}>{formatMonthTitle(month, locale)}</span>
      {after <= last && (
        <Link href={hrefOf(after)} prefetch={false} className={classes.step} aria-label={t("next")}>
          <ChevronRightIcon size={18} strokeWidth={1.8} aria-hidden />
        </Link>
      )}
    </nav>
  );
}

/** Says that a month is closed, by whom, and what to do about it. */
export function ClosedNotice({ month, closing }: { month: CivilMonth; closing: ClosedBy }) {
  const t = useTranslations("narratives");
  const locale = useLocale();
  return (
    <p className={classes.closed}>
      <LockIcon size={16} strokeWidth={1.8} aria-hidden />
      {t("closed", {
        month: formatMonthTitle(month, locale).toLowerCase(),
        by: closing.by,
        on: formatCivilDate(businessDayOf(closing.at)),
      })}
    </p>
  );
}
