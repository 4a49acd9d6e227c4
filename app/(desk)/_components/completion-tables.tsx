import { useTranslations } from "next-intl";
import { CountLink } from "#components/charts/count-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatCivilDate, formatNumber, formatRate } from "#lib/core/i18n/format.ts";
import type { CompletionFigures } from "#lib/figures/schema.ts";
import { Block } from "./block.tsx";
import classes from "./completion-tables.module.css";
import type { Shown } from "./shown.ts";

type Group = { department?: string; level?: Level };
type Level = Shown["dashboard"]["summary"]["completion"]["byLevel"][number]["code"];
type Row = {
  key: string;
  label: string;
  full: string;
  group: Group;
  own?: boolean;
  figures: CompletionFigures;
};

const COUNTS = [
  "assigned",
  "completed",
  "onTime",
  "late",
  "noDeadline",
  "open",
  "overdue",
  "awaitingConfirmation",
] as const;

/** With fewer tasks than this a rate says little; it is marked and does not rank. */
const SMALL = 5;

/** Each rate with what it is divided from and by. */
const RATES = [
  { rate: "completionRate", parts: ({ completed, assigned }) => [completed, assigned] },
  {
    rate: "onTimeRate",
    parts: ({ onTime, completed, noDeadline }) => [onTime, completed - noDeadline],
  },
  {
    rate: "onTimeRateOriginalDeadline",
    parts: ({ onTimeByOriginalDeadline, completed, noDeadline }) => [
      onTimeByOriginalDeadline,
      completed - noDeadline,
    ],
  },
  { rate: "settledRate", parts: ({ completed, overdue }) => [completed, completed + overdue] },
] as const satisfies readonly {
  rate: keyof CompletionFigures;
  parts: (figures: CompletionFigures) => readonly [number, number];
}[];

/** Departments ranked by completion rate; those with few tasks come after, unranked. */
export function CompletionByDepartment({ shown }: { shown: Shown }) {
  const t = useTranslations("dashboard.completion");
  const { dashboard, names, ownDepartment } = shown;
  const ranked = [...dashboard.summary.completion.byDepartment]
    .filter(({ assigned }) => assigned > 0)
    .sort(
      (a, b) =>
        Number(a.assigned < SMALL) - Number(b.assigned < SMALL) ||
        (b.completionRate ?? 0) - (a.completionRate ?? 0) ||
        b.assigned - a.assigned,
    );
  const rows = ranked.map((figures): Row => {
    const { label, full } = names.department(figures.code);
    const own = figures.code === ownDepartment;
    return { key: figures.code, label, full, own, group: { department: figures.code }, figures };
  });
  return (
    <CompletionTable shown={shown} title={t("byDepartment")} head={t("department")} rows={rows} />
  );
}

/** The same by the level of whoever assigned the tasks. */
export function CompletionByLevel({ shown }: { shown: Shown }) {
  const t = useTranslations("dashboard.completion");
  const rows = shown.dashboard.summary.completion.byLevel
    .filter(({ assigned }) => assigned > 0)
    .map((figures): Row => {
      const label = t(`level.${figures.code}`);
      return { key: figures.code, label, full: label, group: { level: figures.code }, figures };
    });
  return <CompletionTable shown={shown} title={t("byLevel")} head={t("levelHead")} rows={rows} />;
}

function CompletionTable({
  shown,
  title,
  head,
  rows,
}: {
  shown: Shown;
  title: string;
  head: string;
  rows: readonly Row[];
}) {
  const t = useTranslations("dashboard.completion");
  const { total } = shown.dashboard.summary.completion;
  const day = formatCivilDate(shown.dashboard.summary.asOf);
  const totals: Row = {
    key: "total",
    label: t("total"),
    full: t("total"),
    group: {},
    figures: total,
  };
  const anySmall = rows.some(({ figures }) =>
    RATES.some(({ parts }) => isSmall(parts(figures)[1])),
  );
  return (
    <Block title={title} formula={t("explanation", { day })}>
      {rows.length === 0 ? (
        <EmptyState title={t("empty")} explanation={t("emptyMeaning")} />
      ) : (
        <table className={classes.table}>
          <caption className="spoken">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {COUNTS.map((count) => (
                <th key={count} scope="col">
                  {t(count)}
                </th>
              ))}
              {RATES.map(({ rate }) => (
                <th key={rate} scope="col">
                  {t(rate)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CompletionRow key={row.key} shown={shown} row={row} />
            ))}
          </tbody>
          <tfoot>
            <CompletionRow shown={shown} row={totals} />
          </tfoot>
        </table>
      )}
      {anySmall && <p className={classes.footnote}>* {t("smallExplanation")}</p>}
    </Block>
  );
}

function isSmall(denominator: number): boolean {
  return denominator > 0 && denominator < SMALL;
}

function CompletionRow({ shown, row }: { shown: Shown; row: Row }) {
  const t = useTranslations("dashboard.completion");
  const { links, locale } = shown;
  const { figures, group, label, full, own } = row;
  return (
    <tr data-own={own || undefined}>
      <th scope="row" data-tip={full === label ? undefined : full}>
        {label}
      </th>
      {COUNTS.map((count) => (
        <td key={count} data-label={t(count)}>
          <CountLink
            cell={{
              count: figures[count],
              text: figures[count] === 0 ? "·" : formatNumber(figures[count], locale),
              href: figures[count] === 0 ? null : links.completion(count, group),
            }}
          />
        </td>
      ))}
      {RATES.map(({ rate, parts }) => {
        const [numerator, denominator] = parts(figures);
        const written = formatRate(figures[rate], locale);
        const division = `${formatNumber(numerator, locale)} ÷ ${formatNumber(denominator, locale)} = ${written}`;
        return (
          <td key={rate} data-label={t(rate)} data-rate>
            <span data-tip={`${t(rate)}: ${division}`}>
              {written}
              {isSmall(denominator) && (
                <>
                  <span aria-hidden="true">*</span>
                  <span className="spoken">({t("small")})</span>
                </>
              )}
            </span>
          </td>
        );
      })}
    </tr>
  );
}
