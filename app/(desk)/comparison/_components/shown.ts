import type { Comparison } from "#lib/comparisons/schema.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { FigureAccess } from "#lib/figures/links.ts";
import type { TaskNames } from "#lib/tasks/names.ts";

/** Everything that the parts of the comparison are made from. */
export type Shown = {
  comparison: Comparison;
  names: TaskNames;
  /** Whose figures the reader may open. */
  access: FigureAccess;
  locale: Locale;
};
