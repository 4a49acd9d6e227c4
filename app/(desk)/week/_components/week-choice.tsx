import { ChevronLeftIcon, ChevronRightIcon } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { addWeeks, type CivilWeek } from "#lib/agenda/rules.ts";
import { weekHref } from "#lib/agenda/schema.ts";
import { PrintButton } from "./print-button.tsx";
import classes from "./week-choice.module.css";

/** Which week of whose calendar. */
export function WeekChoice({
  week,
  thisWeek,
  calendar,
  calendars,
}: {
  week: CivilWeek;
  thisWeek: CivilWeek;
  calendar: string;
  calendars: readonly { code: string; name: string }[];
}) {
  const t = useTranslations("agenda");
  return (
    <>
      <nav className={classes.weeks} aria-label={t("title")}>
        <Link
          href={weekHref(addWeeks(week, -1), calendar)}
          prefetch={false}
          className={classes.step}
          aria-label={t("previous")}
        >
          <ChevronLeftIcon size={18} strokeWidth={1.8} aria-hidden />
        </Link>
        <Link
          href={weekHref(thisWeek, calendar)}
          prefetch={false}
          className={classes.step}
          aria-current={week === thisWeek ? "page" : undefined}
        >
          {t("thisWeek")}
        </Link>
        <Link
          href={weekHref(addWeeks(week, 1), calendar)}
          prefetch={false}
          className={classes.step}
          aria-label={t("next")}
        >
          <ChevronRightIcon size={18} strokeWidth={1.8} aria-hidden />
        </Link>
      </nav>
      {calendars.length > 1 && (
        <Form action="/week" className={classes.whose}>
          <input type="hidden" name="week" value={week} />
          <select
            key={calendar}
            name="department"
            className={classes.select}
            aria-label={t("whose")}
            defaultValue={calendar}
          >
            {calendars.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
          <button type="submit" className={classes.show}>
            {t("show")}
          </button>
        </Form>
      )}
      <PrintButton />
    </>
  );
}
