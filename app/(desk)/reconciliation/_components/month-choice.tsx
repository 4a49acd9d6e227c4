import { ChevronLeftIcon, ChevronRightIcon } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { addMonths, type CivilMonth } from "#lib/core/dates.ts";
import { formatMonthTitle } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { MonthSelect } from "./month-select.tsx";
import classes from "./reconciliation.module.css";

/** Which month: one back or on, or any of the register. */
export function MonthChoice({
  month,
  first,
  last,
  locale,
}: {
  month: CivilMonth;
  first: CivilMonth;
  last: CivilMonth;
  locale: Locale;
}) {
  const t = useTranslations("reconciliation.month");
  const [previous, next] = [addMonths(month, -1), addMonths(month, 1)];
  const months: { value: string; label: string }[] = [];
  for (let each = last; each >= first; each = addMonths(each, -1)) {
    months.push({ value: each, label: formatMonthTitle(each, locale) });
  }
  return (
    <div className={classes.months}>
      {previous >= first && (
        <Link
          href={`/reconciliation?month=${previous}`}
          prefetch={false}
          aria-label={t("previous")}
        >
          <ChevronLeftIcon size={18} strokeWidth={1.75} aria-hidden />
        </Link>
      )}
      <Form action="/reconciliation" key={month}>
        <MonthSelect month={month} months={months} label={t("choose")} />
      </Form>
      {next <= last && (
        <Link href={`/reconciliation?month=${next}`} prefetch={false} aria-label={t("next")}>
          <ChevronRightIcon size={18} strokeWidth={1.75} aria-hidden />
        </Link>
      )}
    </div>
  );
}
