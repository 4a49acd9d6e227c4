import { useTranslations } from "next-intl";
import { FormulaHint } from "#components/ui/formula-hint.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatNumber, formatRate } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { SMALL } from "#lib/scorecards/rules.ts";
import type { Card } from "#lib/scorecards/schema.ts";
import classes from "./scorecard.module.css";

export type ScoreRow = {
  key: string;
  name: string;
  /** In full, where the name is short for it. */
  full?: string | undefined;
  /** The department of an officer, in a softer tone. */
  about?: string | undefined;
  href: string;
  card: Card;
};

/** Ranked by result; those with few tasks come after, and at last those without any. */
function ranked(rows: readonly ScoreRow[]): ScoreRow[] {
  const group = ({ card }: ScoreRow) => (card.assigned === 0 ? 2 : Number(card.assigned < SMALL));
  return [...rows].sort(
    (a, b) => group(a) - group(b) || (b.card.score?.result ?? 0) - (a.card.score?.result ?? 0),
  );
}

/** Cards one below the other: what was assigned and done, a, b, c, and the result. */
export function ScoreTable({
  title,
  head,
  rows,
  locale,
  note,
}: {
  title: string;
  head: string;
  rows: readonly ScoreRow[];
  locale: Locale;
  note?: string | undefined;
}) {
  const t = useTranslations("scorecard.table");
  const few = rows.some(({ card }) => card.assigned > 0 && card.assigned < SMALL);
  const none = rows.some(({ card }) => card.assigned === 0);
  const notes = [few && `* ${t("smallExplanation")}`, none && t("noDataExplanation"), note].filter(
    Boolean,
  );
  const columns = ["assigned", "completed", "a", "b", "c", "result"] as const;
  return (
    <Panel
      title={title}
      hint={<FormulaHint name={title} formula={t("explanation")} />}
      className={classes.long}
    >
      <table className={classes.table}>
        <caption className="spoken">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ranked(rows).map((row) => (
            <Row key={row.key} row={row} locale={locale} />
          ))}
        </tbody>
      </table>
      {notes.length > 0 && <p className={classes.footnote}>{notes.join(" ")}</p>}
    </Panel>
  );
}

function Row({ row, locale }: { row: ScoreRow; locale: Locale }) {
  const t = useTranslations("scorecard.table");
  const { name, full, about, href, card } = row;
  const { assigned, completed, score } = card;
  return (
    <tr>
      <th scope="row" data-tip={full === name ? undefined : full}>
        <a href={href}>{name}</a>
        {about && <span className={classes.about}> {about}</span>}
      </th>
      {score === null ? (
        <td colSpan={6} className={classes.noData}>
          {t("noData")}
        </td>
      ) : (
        <>
          <td data-label={t("assigned")}>{formatNumber(assigned, locale)}</td>
          <td data-label={t("completed")}>{formatNumber(completed, locale)}</td>
          {(["a", "b", "c"] as const).map((part) => (
            <td key={part} data-label={t(part)}>
              {formatRate(score[part], locale)}
            </td>
          ))}
          <td data-label={t("result")} data-result>
            {formatNumber(score.result, locale, 1)}
            {assigned < SMALL && (
              <>
                <span aria-hidden="true">*</span>
                <span className="spoken">({t("small")})</span>
              </>
            )}
          </td>
        </>
      )}
    </tr>
  );
}
