import { ArrowDownRightIcon, ArrowUpRightIcon, MinusIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { Change, type Verdict } from "#components/ui/change.tsx";
import { catalogueName, formatMonth } from "#lib/core/i18n/format.ts";
import type { Indicator, IndicatorValue } from "#lib/indicators/schema.ts";
import classes from "./sector-indicators.module.css";
import { indicatorsHref, type ShownIndicators } from "./shown-indicators.ts";
import { latestOf, slotOf, writtenValue } from "./values.ts";

/** The indicators of one sector: as cards with their months drawn, or a row of numbers each. */
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
              <th scope="col">{t("latest")}</th>
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
  const { filter, locale } = shown;
  const name = catalogueName(indicator, locale);
  const { latest } = latestOf(indicator);
  return (
    <tr data-open={filter.indicator === indicator.code || undefined}>
      <th scope="row">
        <Link
          href={indicatorsHref(shown, { ...filter, indicator: indicator.code })}
          prefetch={false}
        >
          {name}
        </Link>
        {indicator.direction !== "NONE" && <DirectionMark indicator={indicator} />}
      </th>
      <td className={classes.latest}>
        {latest && <Latest shown={shown} indicator={indicator} latest={latest} />}
        <Sparkline slots={indicator.months.map(slotOf)} />
      </td>
      {indicator.months.slice(0, -1).map((value) => (
        <td key={value.month} className={classes.month}>
          <ValueText value={value} unit={indicator.unit} locale={locale} />
        </td>
      ))}
    </tr>
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
        {latest.value !== null && <span className={classes.unit}> {unit}</span>}
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
