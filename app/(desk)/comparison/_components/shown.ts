import type { Comparison, Range } from "#lib/comparisons/schema.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { FigureAccess } from "#lib/figures/links.ts";
import type { TaskNames } from "#lib/tasks/names.ts";

/** The two days, or months, as the addresses of their files have them. */
export function queryOf({ from, to, months }: Range): string {
  return months ? `from=${from.month}&to=${to.month}` : `from=${from.asOf}&to=${to.asOf}`;
}

/** Everything that the parts of the comparison are made from. */
export type Shown = {
  comparison: Comparison;
  names: TaskNames;
  /** Whose figures the reader may open. */
  access: FigureAccess;
  locale: Locale;
};
