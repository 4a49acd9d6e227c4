import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { FigureLinks } from "#lib/figures/links.ts";
import {
  type Column,
  type Content,
  onPaper,
  staysWhole,
  type Table,
} from "#lib/reports/content.ts";
import classes from "./report-table.module.css";
import { Words } from "./words.tsx";

/** More rows than this would make the page too heavy to read; the files have them all. */
const MOST_ROWS = 500;

/** A table of the report, which repeats its header on every printed page. */
export function ReportTable({ table, links }: { table: Table; links: FigureLinks }) {
  const t = useTranslations("reports.preview");
  const shown = { ...table, rows: table.rows.slice(0, MOST_ROWS) };
  const { columns, groups, total } = onPaper(shown);
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <>
      <section
        className={classes.around}
        aria-label={t("scroll", { title: table.title })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled sideways by keyboard too
        tabIndex={0}
      >
        <table
          className={classes.table}
          data-table={table.id}
          data-whole={staysWhole(table) || undefined}
        >
          <colgroup>
            {columns.map(({ key, width }) => (
              <col key={key} style={{ width: `${(width / shares) * 100}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ title, rows }) => (
              <Fragment key={title}>
                {title !== null && (
                  <tr className={classes.group}>
                    <th colSpan={columns.length} scope="colgroup">
                      {title}
                    </th>
                  </tr>
                )}
                {rows.map((row, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows neither move nor change
                  <Row key={index} row={row} columns={columns} links={links} />
                ))}
              </Fragment>
            ))}
          </tbody>
          {total && (
            <tfoot>
              <Row row={total} columns={columns} links={links} />
            </tfoot>
          )}
        </table>
      </section>
      {table.rows.length > MOST_ROWS && (
        <p className={classes.shortened}>
          {t("shortened", { shown: MOST_ROWS, total: table.rows.length })}
        </p>
      )}
    </>
  );
}

function Row({
  row,
  columns,
  links,
}: {
  row: Content;
  columns: readonly Column[];
  links: FigureLinks;
}) {
  return (
    <tr>
      {row.map((value, index) => (
        <td key={columns[index]?.key} data-align={columns[index]?.align}>
          <Words value={value} links={links} />
        </td>
      ))}
    </tr>
  );
}
