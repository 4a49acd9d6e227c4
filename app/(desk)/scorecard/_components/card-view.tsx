import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FormulaHint } from "#components/ui/formula-hint.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatCivilDate, formatNumber, formatRate } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { RESULT_POINTS, SMALL } from "#lib/scorecards/rules.ts";
import type { Card, Line } from "#lib/scorecards/schema.ts";
import classes from "./scorecard.module.css";
import { costOf, worth } from "./words.ts";

const PARTS = ["a", "b", "c"] as const;
const WORTH = { a: "quantity", b: "quality", c: "timeliness" } as const;

/** One card: how a, b, c and the result come about, and every task behind them with what it cost. */
export function CardView({ card, locale }: { card: Card; locale: Locale }) {
  const t = useTranslations("scorecard");
  const { assigned, score, lines } = card;
  if (score === null) {
    return <EmptyState title={t("card.noData")} explanation={t("card.noDataMeaning")} />;
  }
  const sums = (part: (typeof PARTS)[number]) =>
    lines.reduce((sum, line) => sum + line[WORTH[part]], 0);
  const [a, b, c] = PARTS.map((part) => formatRate(score[part], locale));
  const heads = ["code", "task", "due", "completedOn", "cost", ...PARTS, "lineResult"] as const;
  return (
    <>
      <dl className={classes.facts}>
        {PARTS.map((part) => (
          <div key={part}>
            <dt>{t(`table.${part}`)}</dt>
            <dd>
              {t("card.of", {
                sum: worth(sums(part), locale),
                assigned: formatNumber(assigned, locale),
                rate: formatRate(score[part], locale),
              })}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t("table.result")}</dt>
          <dd>
            {t("card.resultOf", { a: a ?? "", b: b ?? "", c: c ?? "" })} ={" "}
            <strong>{formatNumber(score.result, locale, 1)}</strong>
            {assigned < SMALL && ` (${t("table.small")})`}
          </dd>
        </div>
      </dl>
      <Panel
        title={t("card.lines")}
        className={classes.long}
        hint={
          <FormulaHint
            name={t("card.lines")}
            formula={t("card.explanation", {
              most: formatNumber(RESULT_POINTS / assigned, locale, 2),
            })}
          />
        }
      >
        <table className={classes.lines}>
          <caption className="spoken">{t("card.lines")}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`card.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRow key={line.product.id} line={line} locale={locale} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={5}>
                {t("table.result")}
              </th>
              {PARTS.map((part) => (
                <td key={part} data-label={t(`card.${part}`)}>
                  {worth(sums(part), locale)}
                </td>
              ))}
              <td data-label={t("card.lineResult")}>{formatNumber(score.result, locale, 1)}</td>
            </tr>
          </tfoot>
        </table>
      </Panel>
    </>
  );
}

function LineRow({ line, locale }: { line: Line; locale: Locale }) {
  const t = useTranslations("scorecard");
  const { product, points } = line;
  const { id, code, title, visible, dueOn, completedOn } = product;
  const whole = line.quantity + line.quality + line.timeliness === 3;
  return (
    <tr data-whole={whole || undefined}>
      <td className={classes.code}>{code}</td>
      <td className={classes.task}>
        {visible ? (
          <a href={`/tasks/${id}`} title={title}>
            {title}
          </a>
        ) : (
          <span title={title}>{title}</span>
        )}
      </td>
      <td data-label={t("card.due")}>{formatCivilDate(dueOn)}</td>
      <td data-label={t("card.completedOn")}>{formatCivilDate(completedOn)}</td>
      <td className={classes.cost}>{costOf(line, t, locale)}</td>
      {PARTS.map((part) => (
        <td key={part} data-part>
          {worth(line[WORTH[part]], locale)}
        </td>
      ))}
      <td data-label={t("card.lineResult")}>{formatNumber(points, locale, 2)}</td>
    </tr>
  );
}
