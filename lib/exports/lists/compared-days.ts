import { getComparison } from "#lib/comparisons/queries.ts";
import { readRange } from "#lib/comparisons/rules.ts";
import type { Comparison } from "#lib/comparisons/schema.ts";
import { daysBetween } from "#lib/core/dates.ts";
import { ConflictError } from "#lib/core/errors.ts";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import { figureAccessOf } from "#lib/figures/links.ts";
import { getSettings } from "#lib/periods/queries.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import { PROBLEMS } from "#lib/tasks/request-faults.ts";
import { type Asking, refuse } from "../list.ts";
import { readNames } from "../words.ts";

/** The comparison of the two days that an address asks for, and which they are in words. */
export async function readComparison(
  { viewer, locale, t, today }: Asking,
  asked: { from?: string | undefined; to?: string | undefined },
): Promise<{ comparison: Comparison; names: TaskNames; conditions: string[] }> {
  const settings = await getSettings();
  const read = readRange(asked, settings, today);
  if (!read.ok) refuse(read.name, PROBLEMS[read.problem], { first: settings.firstPeriod });
  const [from, to] = [read.range.from.asOf, read.range.to.asOf];
  const days = { from: formatCivilDate(from), to: formatCivilDate(to) };
  if (from === to) {
    const values = { day: days.to };
    throw new ConflictError({ key: "comparison.same.explanation", values });
  }
  const { names, departments } = await readNames(locale);
  const access = figureAccessOf(viewer, departments);
  const [opened] = access.totals ? [] : access.departments;
  return {
    comparison: await getComparison(viewer, read.range),
    names,
    conditions: [
      t("comparison.range", days),
      t("comparison.days", { days: daysBetween(from, to) }),
      ...(opened ? [t("comparison.own", { department: names.department(opened).full })] : []),
    ],
  };
}
