import Link from "next/link";
import { useTranslations } from "next-intl";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FormulaHint } from "#components/ui/formula-hint.tsx";
import type { Meaning } from "#components/ui/meaning.ts";
import { Panel } from "#components/ui/panel.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { catalogueName, formatMonth, formatRate, NO_VALUE } from "#lib/core/i18n/format.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import { expectedShare } from "#lib/indicators/rules.ts";
import {
  indicatorsHref,
  type TargetProgress,
  type TargetStanding,
} from "#lib/indicators/schema.ts";
import { Goal } from "./goal.tsx";
import type { ShownIndicators } from "./shown-indicators.ts";
import classes from "./targets-table.module.css";
import { writtenGoal, writtenWithUnit } from "./values.ts";

const MEANING: Record<TargetStanding, Meaning> = {
  MET: "done",
  NOT_YET: "dueSoon",
  MISSED: "overdue",
};

/** The year's targets: what is to be reached, from where, and how far it has come. */
export function TargetsTable({ shown }: { shown: ShownIndicators }) {
  const t = useTranslations("indicators.targets");
  const year = shown.month.slice(0, 4);
  const title = t("title", { year });
  const columns = ["goal", "baseline", "actual", "standing"] as const;
  return (
    <Panel
      title={title}
      hint={<FormulaHint name={title} formula={t("formula")} />}
      action={
        shown.targets.length > 0 && (
          <ExportMenu hrefs={exportHrefs("targets", `month=${shown.month}`)} whole />
        )
      }
    >
      {shown.targets.length === 0 ? (
        <EmptyState title={t("empty", { year })} explanation={t("emptyMeaning")} />
      ) : (
        <table className={classes.table}>
          <caption className="spoken">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("target")}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(column, { year: String(Number(year) - 1) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.targets.map((target) => (
              <TargetRow
                key={`${target.code} ${target.startMonth}`}
                shown={shown}
                target={target}
              />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function TargetRow({ shown, target }: { shown: ShownIndicators; target: TargetProgress }) {
  const t = useTranslations("indicators.targets");
  const { locale, filter, month } = shown;
  const name = catalogueName(target, locale);
  const { indicatorCode, standing } = target;
  return (
    <tr>
      <th scope="row">
        {indicatorCode ? (
          <Link
            href={indicatorsHref(shown.month, { ...filter, indicator: indicatorCode })}
            prefetch={false}
          >
            {name}
          </Link>
        ) : (
          name
        )}
      </th>
      <td data-label={t("goal")}>
        <span>
          <Goal target={target} locale={locale} />
        </span>
      </td>
      <td data-label={t("baseline", { year: String(Number(month.slice(0, 4)) - 1) })}>
        {target.baseline === null ? NO_VALUE : written(target.baseline, target.unit, locale)}
      </td>
      <td data-label={t("actual")}>
        <Actual shown={shown} target={target} />
      </td>
      <td data-label={t("standing")}>
        {standing === null ? (
          NO_VALUE
        ) : (
          <StatusMark meaning={MEANING[standing]}>{t(standing)}</StatusMark>
        )}
      </td>
    </tr>
  );
}

/** A number in the reader's way of writing, anything else as it stands. */
function written(baseline: string, unit: string, locale: ShownIndicators["locale"]): string {
  const value = Number(baseline);
  return Number.isNaN(value) ? baseline : writtenGoal(value, unit, locale);
}

function Actual({ shown, target }: { shown: ShownIndicators; target: TargetProgress }) {
  const t = useTranslations("indicators");
  const { actual, indicatorCode, unit, value, comparator } = target;
  const aggregation = shown.indicators.find(({ code }) => code === indicatorCode)?.aggregation;
  const expected = aggregation ? expectedShare(target, aggregation) : null;
  if (!actual) {
    const why = comparator === "QUALITATIVE" || !indicatorCode ? "unlinked" : "noValue";
    return <span className={classes.note}>{t(`targets.${why}`)}</span>;
  }
  const notes = [
    t("targets.at", { month: formatMonth(actual.month) }),
    ...(actual.missing > 0 ? [t("targets.missing", { count: actual.missing })] : []),
    ...(actual.demonstration ? [t("demonstration")] : []),
  ];
  return (
    <span className={classes.actual}>
      {writtenWithUnit(actual.value, unit, shown.locale)}
      <span className={classes.note}>{notes.join(" · ")}</span>
      {value !== null && value > 0 && (
        <>
          <span className={classes.progress} aria-hidden="true">
            <span style={{ width: `${Math.min(100, (100 * actual.value) / value)}%` }} />
            {expected !== null && <i style={{ left: `${100 * expected}%` }} />}
          </span>
          {expected !== null && (
            <span className={classes.note}>
              {t("targets.pace", {
                reached: formatRate(actual.value / value, shown.locale),
                expected: formatRate(expected, shown.locale),
              })}
            </span>
          )}
        </>
      )}
    </span>
  );
}
