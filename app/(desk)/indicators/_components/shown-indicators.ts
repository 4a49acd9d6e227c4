import type { CivilMonth } from "#lib/core/dates.ts";
import { invalidAddress } from "#lib/core/errors.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { Indicator, IndicatorFilter, TargetProgress } from "#lib/indicators/schema.ts";
import type { TaskNames } from "#lib/tasks/names.ts";

/** Everything that the indicators' page is made from. */
export type ShownIndicators = {
  month: CivilMonth;
  indicators: readonly Indicator[];
  targets: readonly TargetProgress[];
  filter: IndicatorFilter;
  locale: Locale;
  /** The blocks that the reader prefers as tables. */
  tables: readonly string[];
  names: TaskNames;
};

export { filtered } from "#lib/indicators/rules.ts";

/** Ends the page where a filter names what there is not, or not for this reader. */
export function assertKnown(
  filter: IndicatorFilter,
  known: {
    indicators: readonly { code: string }[];
    sectors: readonly { code: string }[];
    departments: readonly { code: string }[];
  },
): void {
  const named = [
    ["indicator", known.indicators],
    ["sector", known.sectors],
    ["department", known.departments],
  ] as const;
  for (const [name, entries] of named) {
    const value = filter[name];
    if (value && !entries.some(({ code }) => code === value)) {
      invalidAddress("unknownCode", { name, value });
    }
  }
}
