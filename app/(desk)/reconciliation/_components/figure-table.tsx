import { useLocale, useTranslations } from "next-intl";
import { formatNumber, NO_VALUE } from "#lib/core/i18n/format.ts";
import type { ShownGroup, ShownRow } from "#lib/reconciliations/groups.ts";
import { entryName, type ReconciledFigure, seenName } from "#lib/reconciliations/schema.ts";
import classes from "./reconciliation.module.css";

type Issues = Record<string, string>;

/** Reported above computed, figure by figure; with `issues` the reported ones are to be typed. */
export function FigureTable({
  groups,
  issues,
}: {
  groups: readonly ShownGroup[];
  issues: Issues | null;
}) {
  const t = useTranslations("reconciliation");
  return groups.map((group) => (
    <table key={group.key} className={classes.table} data-group={group.key}>
      <caption>{group.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t("table.name")}</th>
          {group.rows[0]?.figures.map(({ measure }) => (
            <th key={measure} scope="col">
              {t(`measures.${measure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {group.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {row.figures.map((figure) => (
              <FigureCell key={figure.code} row={row} figure={figure} issues={issues} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  ));
}

function FigureCell({
  row,
  figure,
  issues,
}: {
  row: ShownRow;
  figure: ReconciledFigure;
  issues: Issues | null;
}) {
  const t = useTranslations("reconciliation");
  const locale = useLocale();
  const { code, measure, reported, computed, difference, decimals } = figure;
  const write = (value: number | null) =>
    value === null ? NO_VALUE : formatNumber(value, locale, decimals);
  const apart = difference !== null && difference !== 0;
  const issue = issues?.[entryName(code)];
  const typed = reported === null ? "" : `${reported}`.replace(".", locale === "vi" ? "," : ".");
  return (
    <td data-measure={t(`measures.${measure}`)} data-apart={apart || undefined}>
      {issues ? (
        <>
          <input type="hidden" name={seenName(code)} value={reported ?? ""} />
          <input
            name={entryName(code)}
            defaultValue={typed}
            inputMode="decimal"
            autoComplete="off"
            aria-label={t("table.reportedOf", {
              name: row.name,
              measure: t(`measures.${measure}`),
            })}
            aria-invalid={issue ? true : undefined}
          />
          {issue && <small className={classes.issue}>{issue}</small>}
        </>
      ) : (
        <span className={classes.reported}>{write(reported)}</span>
      )}
      <small className={classes.computed}>
        {t("table.computedIs", { value: write(computed) })}
      </small>
      {!issues && <Comparison difference={difference} written={write} />}
    </td>
  );
}

/** Whether the two agree, in a word as well. */
function Comparison({
  difference,
  written,
}: {
  difference: number | null;
  written: (value: number) => string;
}) {
  const t = useTranslations("reconciliation.table");
  if (difference === null) return null;
  if (difference === 0) return <small className={classes.agrees}>{t("agrees")}</small>;
  const sign = difference > 0 ? "+" : "−";
  return (
    <small className={classes.apart}>
      {t("difference", { value: `${sign}${written(Math.abs(difference))}` })}
    </small>
  );
}
