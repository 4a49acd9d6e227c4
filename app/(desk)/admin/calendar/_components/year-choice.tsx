import { ChevronLeftIcon, ChevronRightIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { CALENDAR_YEARS } from "#lib/periods/schema.ts";
import classes from "./year-choice.module.css";

const hrefOf = (year: number) => `/admin/calendar?year=${year}`;

/** The year shown, between the one before and the one after. */
export function YearChoice({ year }: { year: number }) {
  const t = useTranslations("admin.calendar");
  return (
    <nav className={classes.years} aria-label={t("years")}>
      {year > CALENDAR_YEARS.first && (
        <Link
          href={hrefOf(year - 1)}
          prefetch={false}
          className={classes.step}
          aria-label={t("goTo", { year: `${year - 1}` })}
        >
          <ChevronLeftIcon size={18} strokeWidth={1.8} aria-hidden />
        </Link>
      )}
      <span className={classes.year}>{year}</span>
      {year < CALENDAR_YEARS.last && (
        <Link
          href={hrefOf(year + 1)}
          prefetch={false}
          className={classes.step}
          aria-label={t("goTo", { year: `${year + 1}` })}
        >
          <ChevronRightIcon size={18} strokeWidth={1.8} aria-hidden />
        </Link>
      )}
    </nav>
  );
}
