import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { TypedRows } from "./kept-sheet.ts";
import classes from "./sheet.module.css";
import { SheetLine } from "./sheet-line.tsx";
import type { ShownRow } from "./typed-rows.ts";
import type { useSheet } from "./use-sheet.ts";

const HEADS = [
  "lastMonth",
  "lastYear",
  "state",
  "number",
  "denominator",
  "percentage",
  "note",
] as const;

/** What is refused is said until the row is typed otherwise. */
const NONE = {};

/** The rows of a sheet under their sectors. */
export function SheetTable({
  rows,
  sheet,
  sent,
  issues,
  current,
}: {
  rows: readonly ShownRow[];
  sheet: ReturnType<typeof useSheet>;
  /** The rows as they were sent last. */
  sent: TypedRows;
  /** What the service has refused of them, by path. */
  issues: Readonly<Record<string, string>>;
  /** What stands now where someone else was faster, by code. */
  current: Readonly<Record<string, Readonly<Record<string, string>>>>;
}) {
  const t = useTranslations("indicators.sheet");
  return (
    <table className={classes.table}>
      <caption className="spoken">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("indicator")}</th>
          {HEADS.map((head) => (
            <th key={head} scope="col" data-head={head}>
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Fragment key={row.code}>
            {row.sector !== rows[index - 1]?.sector && (
              <tr className={classes.sector}>
                <th scope="colgroup" colSpan={HEADS.length + 1}>
                  {row.sector}
                </th>
              </tr>
            )}
            <SheetLine
              row={row}
              index={index}
              typed={sheet.typed(row)}
              onChange={(to) => sheet.change(row, to)}
              issues={sent[row.code] === sheet.typed(row) ? issues : NONE}
              current={current[row.code]}
            />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
