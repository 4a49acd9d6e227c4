import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import type { CivilMonth } from "#lib/core/dates.ts";
import { catalogueName, NO_VALUE } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { type DepartmentCompleteness, sheetHref } from "#lib/indicators/schema.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import classes from "./completeness-table.module.css";

const COLUMNS = ["reported", "nothingArose", "missing"] as const;

/** A row a department, with the names of what is missing; each leads to its sheet. */
export function CompletenessTable({
  rows,
  month,
  locale,
  names,
}: {
  rows: readonly DepartmentCompleteness[];
  month: CivilMonth;
  locale: Locale;
  names: TaskNames;
}) {
  const t = useTranslations("indicators.board");
  if (rows.length === 0) return <EmptyState title={t("empty")} explanation={t("emptyMeaning")} />;
  return (
    <table className={classes.table}>
      <caption className="spoken">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("department")}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={classes.number}>
              {t(column)}
            </th>
          ))}
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("which")}</th>
          <th scope="col">{t("last")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th scope="row">
              <Link href={sheetHref(month, row.code)} prefetch={false}>
                {names.department(row.code).full}
              </Link>
              <span className={classes.about}>{row.heads.join(", ") || t("nobody")}</span>
            </th>
            <td className={classes.number} data-label={t("reported")}>
              {row.reported}
            </td>
            <td className={classes.number} data-label={t("nothingArose")}>
              {row.nothingArose}
            </td>
            <td className={classes.number} data-label={t("missing")}>
              {row.missing.length}
            </td>
            <td data-label={t("state")}>
              <State row={row} />
            </td>
            <td data-label={t("which")} className={classes.which}>
              <Missing row={row} locale={locale} />
            </td>
            <td data-label={t("last")}>
              {row.lastEnteredAt ? <Instant at={row.lastEnteredAt} /> : NO_VALUE}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function State({ row: { reported, nothingArose, missing } }: { row: DepartmentCompleteness }) {
  const t = useTranslations("indicators.board.states");
  if (missing.length === 0) return <StatusMark meaning="done">{t("complete")}</StatusMark>;
  return reported + nothingArose === 0 ? (
    <StatusMark meaning="overdue">{t("silent")}</StatusMark>
  ) : (
    <StatusMark meaning="dueSoon">{t("partial")}</StatusMark>
  );
}

/** So many names stand there at once; the rest open. */
const NAMED = 3;

function Missing({ row: { missing }, locale }: { row: DepartmentCompleteness; locale: Locale }) {
  const t = useTranslations("indicators.board");
  if (missing.length === 0) return NO_VALUE;
  const name = (each: (typeof missing)[number]) => (
    <li key={each.code}>
      {catalogueName(each, locale)}
      {each.delegate && <span className={classes.about}>{each.delegate}</span>}
    </li>
  );
  if (missing.length <= NAMED) return <ul>{missing.map(name)}</ul>;
  return (
    <details>
      <summary>{t("names", { count: missing.length })}</summary>
      <ul>{missing.map(name)}</ul>
    </details>
  );
}
