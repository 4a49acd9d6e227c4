import type { CivilMonth } from "#lib/core/dates.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { Indicator, IndicatorFilter, TargetProgress } from "#lib/indicators/schema.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import { type AddressPeriod, tabHref } from "../address.ts";

/** Everything that the indicators' tab is made from. */
export type ShownIndicators = {
  month: CivilMonth;
  /** The period as the address names it. */
  period: AddressPeriod;
  indicators: readonly Indicator[];
  targets: readonly TargetProgress[];
  filter: IndicatorFilter;
  locale: Locale;
  /** The blocks that the reader prefers as tables. */
  tables: readonly string[];
  names: TaskNames;
};

/** The indicators that a filter leaves. */
export function filtered(
  indicators: readonly Indicator[],
  { sector, department, withTarget }: IndicatorFilter,
): Indicator[] {
  return indicators.filter(
    (indicator) =>
      (!sector || indicator.sectorCode === sector) &&
      (!department || indicator.departmentCode === department) &&
      (!withTarget || indicator.targets.length > 0),
  );
}

/** The address of the tab with another filter, or with an indicator opened. */
export function indicatorsHref({ period }: ShownIndicators, filter: IndicatorFilter): string {
  const address = tabHref("indicators", period, filter);
  return filter.indicator ? `${address}#indicator` : address;
}
