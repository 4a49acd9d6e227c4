import Link from "next/link";
import { useTranslations } from "next-intl";
import { Instant } from "#components/ui/instant.tsx";
import { PlainTable } from "#components/ui/plain-table.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { formatMonth, formatMonthTitle } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { MonthView } from "#lib/reports/policy.ts";
import type { ReportMonth } from "#lib/snapshots/schema.ts";
import classes from "./month-list.module.css";

/** A line for each month: whether it is closed, and what can be opened of it. */
export function MonthList({
  months,
  views,
  locale,
}: {
  months: readonly ReportMonth[];
  views: readonly MonthView[];
  locale: Locale;
}) {
  const t = useTranslations("periods");
  const others = views.filter((view) => view !== "report");
  return (
    <PlainTable caption={t("title")}>
      <thead>
        <tr>
          <th scope="col">{t("month")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("open")}</th>
        </tr>
      </thead>
      <tbody>
        {months.map((each) => (
          <tr key={each.month}>
            <th scope="row" data-nowrap>
              <Link href={`/reports/${each.month}`} prefetch={false}>
                {formatMonthTitle(each.month, locale)}
              </Link>
            </th>
            <td>
              <MonthState month={each} />
            </td>
            <td>
              <ul
                className={classes.ways}
                aria-label={t("views.label", { month: formatMonth(each.month) })}
              >
                {others
                  .filter((view) => view !== "adjustments" || each.closing)
                  .map((view) => (
                    <li key={view}>
                      <Link href={`/reports/${each.month}/${view}`} prefetch={false}>
                        {t(`views.${view}`)}
                      </Link>
                    </li>
                  ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}

function MonthState({ month: { closing, over, reopened } }: { month: ReportMonth }) {
  const t = useTranslations("periods");
  if (!closing) {
    return (
      <>
        <StatusMark meaning={over ? "dueSoon" : "none"}>
          {t(over ? "notClosed" : "running")}
        </StatusMark>
        {reopened > 0 && (
          <span className={classes.note}>{t("reopenedTimes", { count: reopened })}</span>
        )}
      </>
    );
  }
  return (
    <>
      <StatusMark meaning="done">{t("closed")}</StatusMark>
      <span className={classes.note}>
        {t.rich("closedBy", { by: closing.closedBy, at: () => <Instant at={closing.closedAt} /> })}
      </span>
    </>
  );
}
