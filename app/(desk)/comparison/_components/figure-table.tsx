import { useTranslations } from "next-intl";
import { CountLink } from "#components/charts/count-link.tsx";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { Change } from "#components/ui/change.tsx";
import { FormulaHint } from "#components/ui/formula-hint.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { comparedFigures, differenceOf, isRate } from "#lib/comparisons/rules.ts";
import type { DayFigure } from "#lib/comparisons/schema.ts";
import { formatCivilDate, formatNumber, formatRate } from "#lib/core/i18n/format.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import { figureLinks } from "#lib/figures/links.ts";
import type { Period } from "#lib/periods/schema.ts";
import classes from "./comparison.module.css";
import { queryOf, type Shown } from "./shown.ts";

/** Whether more of it is good news (1), bad news (-1) or neither. */
const VERDICTS: Record<DayFigure, 1 | -1 | 0> = {
  late: -1,
  carriedOver: -1,
  newlyOverdue: -1,
  outstanding: -1,
  completed: 1,
  completionRate: 1,
  onTimeRate: 1,
  dueWithinWeek: 0,
  awaitingConfirmation: 0,
};

/** The key figures on both days and the difference between them. */
export function FigureTable({ shown }: { shown: Shown }) {
  const t = useTranslations("comparison.figures");
  const { range } = shown.comparison;
  return (
    <Panel
      title={t("title")}
      hint={<FormulaHint name={t("title")} formula={t("explanation")} />}
      action={<ExportMenu hrefs={exportHrefs("comparison-figures", queryOf(range))} whole />}
      className={classes.panel}
    >
      <table className={classes.table}>
        <caption className="spoken">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("figure")}</th>
            <th scope="col">{formatCivilDate(range.from.asOf)}</th>
            <th scope="col">{formatCivilDate(range.to.asOf)}</th>
            <th scope="col">{t("difference")}</th>
          </tr>
        </thead>
        <tbody>
          {comparedFigures(range).map((figure) => (
            <FigureRow key={figure} shown={shown} figure={figure} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function FigureRow({ shown, figure }: { shown: Shown; figure: DayFigure }) {
  const t = useTranslations("comparison.figures");
  const { comparison, locale } = shown;
  const rate = isRate(figure);
  const [before, after] = [comparison.before[figure], comparison.after[figure]];
  const cell = (value: number | null, period: Period) =>
    rate ? (
      formatRate(value, locale)
    ) : (
      <CountLink
        cell={{
          count: value,
          text: formatNumber(value ?? 0, locale),
          href: value ? listOf(shown, period, figure) : null,
        }}
      />
    );
  return (
    <tr>
      <th scope="row">{t(figure)}</th>
      <td>{cell(before, comparison.range.from)}</td>
      <td>{cell(after, comparison.range.to)}</td>
      <td>
        {before !== null && after !== null && (
          <Difference
            difference={differenceOf(figure, before, after)}
            decimals={rate ? 1 : 0}
            good={VERDICTS[figure]}
            locale={locale}
          />
        )}
      </td>
    </tr>
  );
}

function Difference({
  difference,
  decimals,
  good,
  locale,
}: {
  difference: number;
  decimals: 0 | 1;
  good: 1 | -1 | 0;
  locale: Shown["locale"];
}) {
  const better = Math.sign(difference) === good;
  return (
    <Change
      direction={difference === 0 ? "same" : difference > 0 ? "up" : "down"}
      amount={formatNumber(Math.abs(difference), locale, decimals)}
      verdict={good === 0 || difference === 0 ? null : better ? "better" : "worse"}
    />
  );
}

/** The list of what a figure of a day counts, where the reader may open it. */
function listOf({ access }: Shown, { month, from, to, asOf }: Period, figure: DayFigure) {
  const links = figureLinks({ period: month, from, to, asOf }, access);
  switch (figure) {
    case "late":
    case "carriedOver":
    case "newlyOverdue":
    case "outstanding":
      return links.late(figure);
    case "completed":
      return links.completion(figure);
    case "dueWithinWeek":
    case "awaitingConfirmation":
      return links.waiting(figure);
    default:
      return null;
  }
}
