import type { CivilMonth } from "#lib/core/dates.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { FigureLinks } from "#lib/figures/links.ts";
import type { Dashboard } from "#lib/figures/schema.ts";
import type { TaskNames } from "#lib/tasks/names.ts";

/** Everything that the blocks of the dashboard are made from. */
export type Shown = {
  dashboard: Dashboard;
  links: FigureLinks;
  names: TaskNames;
  locale: Locale;
  /** The reader's own department, whose rows stand out. */
  ownDepartment: string | null;
  /** The charts that the reader prefers as tables. */
  tables: readonly string[];
  firstPeriod: CivilMonth;
};
