import { ArrowDownRightIcon, ArrowUpRightIcon, MinusIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { Change, type Verdict } from "#components/ui/change.tsx";
import type { Meaning } from "#components/ui/meaning.ts";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { catalogueName, formatMonth, NO_VALUE } from "#lib/core/i18n/format.ts";
import { type Judgement, judgementOf } from "#lib/indicators/rules.ts";
import {
  type Indicator,
  type IndicatorValue,
  indicatorsHref,
  type Target,
} from "#lib/indicators/schema.ts";
import { Goal } from "./goal.tsx";
import classes from "./sector-indicators.module.css";
import type { ShownIndicators } from "./shown-indicators.ts";
import { latestOf, slotOf, writtenValue } from "./values.ts";

/** The indicators of one sector, a row each: this month beside what it is measured by, or twelve months. */
export function SectorIndicators({
  shown,
  sector,
  indicators,
}: {
  shown: ShownIndicators;
  sector: string;
  indicators: readonly Indicator[];
}) {
  const t = useTranslations("indicators.overview");
  const id = useId();
  const months = indicators[0]?.months ?? [];
  return (
    <section aria-labelledby={id} className={classes.sector}>
      <h3 id={id}>{shown.names.sector(sector)}</h3>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("indicator")}</th>
              <th scope="col" className={classes.number}>
                {t("latest")}
              </th>
              <th scope="col" className={`${classes.number} ${classes.measure}`}>
                {t("yearBefore")}
              </th>
              <th scope="col" className={`${classes.number} ${classes.measure}`}>
                {t("yearToDate")}
              </th>
              <th scope="col" className={classes.measure}>
                {t("target")}
              </th>
              <th scope="col" className={classes.measure} data-light>
                {t("light")}
              </th>
              <th scope="col" className={classes.drawing}>
                {t("months")}
              </th>
              {months.slice(0, -1).map(({ month }) => (
                <th key={month} scope="col" className={classes.month}>
                  {formatMonth(month)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {indicators.map((indicator) => (
              <IndicatorRow key={indicator.code} shown={shown} indicator={indicator} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function IndicatorRow({ shown, indicator }: { shown: ShownIndicators; indicator: Indicator }) {
  const t = useTranslations("indicators.overview");
  const { filter, locale, targets } = shown;
  const { unit, months, yearBefore, yearToDate } = indicator;
  const latest = months.at(-1);
  const before = yearBefore.at(-1);
  const sum = yearToDate.at(-1);
  return (
    <tr data-open={filter.indicator === indicator.code || undefined}>
      <th scope="row">
        <Link
          href={indicatorsHref(shown.month, { ...filter, indicator: indicator.code })}
          prefetch={false}
        >
          {catalogueName(indicator, locale)}
        </Link>
        <span className={classes.about}>
          {unit}
          {indicator.direction !== "NONE" && <DirectionMark indicator={indicator} />}
        </span>
      </th>
      <td className={classes.number} data-label={t("latest")}>
        {latest && <Latest shown={shown} indicator={indicator} latest={latest} />}
      </td>
      <td className={`${classes.number} ${classes.measure}`} data-label={t("yearBefore")}>
        {before && <ValueText value={before} unit={unit} locale={locale} />}
      </td>
      <td className={`${classes.number} ${classes.measure}`} data-label={t("yearToDate")}>
        {indicator.aggregation !== "LAST" && sum && sum.value !== null
          ? writtenValue(sum.value, unit, locale)
          : NO_VALUE}
        {indicator.aggregation !== "LAST" && sum && sum.missing > 0 && (
          <span className={classes.note}>{t("missing", { count: sum.missing })}</span>
        )}
      </td>
      <td className={classes.measure} data-label={t("target")}>
        <Goals shown={shown} targets={indicator.targets} />
      </td>
      <td className={classes.measure} data-label={t("light")} data-light>
        <Light judgement={judgementOf(indicator, targets)} />
      </td>
      <td className={classes.drawing}>
        <Sparkline slots={months.map(slotOf)} />
      </td>
      {months.slice(0, -1).map((value) => (
        <td key={value.month} className={classes.month}>
          <ValueText value={value} unit={unit} locale={locale} />
        </td>
      ))}
    </tr>
  );
}

function Goals({ shown, targets }: { shown: ShownIndicators; targets: readonly Target[] }) {
  if (targets.length === 0) return NO_VALUE;
  return targets.map((target) => (
    <span key={`${target.code} ${target.startMonth}`} className={classes.goal}>
      <Goal target={target} locale={shown.locale} />
    </span>
  ));
}

const MEANINGS: Record<Judgement["light"], Meaning> = {
  GOOD: "done",
  WATCH: "dueSoon",
  BAD: "overdue",
};

/** How good the month is, as a colour, an icon and in words. */
function Light({ judgement }: { judgement: Judgement | null }) {
  const t = useTranslations("indicators.light");
  if (!judgement) return NO_VALUE;
  return (
    <StatusMark meaning={MEANINGS[judgement.light]}>
      {t(`${judgement.by}.${judgement.light}`)}
    </StatusMark>
  );
}

function Latest({
  shown,
  indicator,
  latest,
}: {
  shown: ShownIndicators;
  indicator: Indicator;
  latest: IndicatorValue;
}) {
  const t = useTranslations("indicators");
  const { locale } = shown;
  const { unit } = indicator;
  const { difference } = latestOf(indicator);
  const { numerator, denominator } = latest;
  const notes = [
    ...(numerator !== null && denominator !== null && unit === "%"
      ? [
          t("parts", {
            numerator: writtenValue(numerator, "", locale),
            denominator: writtenValue(denominator, "", locale),
          }),
        ]
      : []),
    ...(latest.cumulative ? [t("cumulative")] : []),
    ...(latest.demonstration ? [t("demonstration")] : []),
  ];
  return (
    <span className={classes.figure}>
      <span className={classes.value} data-state={latest.state}>
        <ValueText value={latest} unit={unit} locale={locale} />
      </span>
      {difference !== null && (
        <Change
          direction={difference === 0 ? "same" : difference > 0 ? "up" : "down"}
          amount={writtenValue(Math.abs(difference), unit, locale)}
          verdict={verdictOf(indicator.direction, difference)}
        />
      )}
      {notes.length > 0 && <span className={classes.notes}>{notes.join(" · ")}</span>}
    </span>
  );
}

function verdictOf(direction: Indicator["direction"], difference: number): Verdict {
  if (direction === "NONE" || difference === 0) return null;
  return difference > 0 === (direction === "UP") ? "better" : "worse";
}

/** A month's figure, or in words why there is none. */
export function ValueText({
  value,
  unit,
  locale,
}: {
  value: IndicatorValue;
  unit: string;
  locale: ShownIndicators["locale"];
}) {
  const t = useTranslations("indicators.state");
  if (value.state !== "REPORTED") return <em>{t(value.state)}</em>;
  return value.value === null ? null : writtenValue(value.value, unit, locale);
}

const DIRECTION_ICONS = { UP: ArrowUpRightIcon, DOWN: ArrowDownRightIcon, NONE: MinusIcon };

/** Whether more or less of it is good, as an icon and in words. */
export function DirectionMark({ indicator: { direction } }: { indicator: Indicator }) {
  const t = useTranslations("indicators.direction");
  const Icon = DIRECTION_ICONS[direction];
  return (
    <span className={classes.direction}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {t(direction)}
    </span>
  );
}
