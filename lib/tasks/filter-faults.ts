import type { CivilDate } from "#lib/core/dates.ts";
import { periodOf, readPeriod } from "#lib/periods/rules.ts";
import type { PeriodProblem, Settings } from "#lib/periods/schema.ts";
import type { TaskFilter } from "./filters.ts";

/** What a filter asks for that there is not. */
export type FilterFault = {
  parameter: keyof TaskFilter;
  /** A code of no catalogue, a period that cannot be asked for, or what only `late` gives a meaning. */
  problem: "UNKNOWN_CODE" | "OUTSIDE_PERIOD" | "NEEDS_LATE" | PeriodProblem;
};

type Entry = { code: string };
export type FilterCatalogues = {
  departments: readonly Entry[];
  fields: readonly Entry[];
  sectors: readonly Entry[];
};

/**
 * What is wrong with a filter that is well formed, the first thing only; null when it can be
 * asked. A list is refused rather than silently empty.
 */
export function filterFaultOf(
  filter: TaskFilter,
  catalogues: FilterCatalogues,
  settings: Pick<Settings, "periodFirstDay" | "firstPeriod">,
  today: CivilDate,
): FilterFault | null {
  return unknownCodeOf(filter, catalogues) ?? periodFaultOf(filter, settings, today);
}

function unknownCodeOf(filter: TaskFilter, catalogues: FilterCatalogues): FilterFault | null {
  const { departments, fields, sectors } = catalogues;
  const asked = [
    ["department", departments],
    ["cooperating", departments],
    ["field", fields],
    ["sector", sectors],
  ] as const;
  for (const [parameter, entries] of asked) {
    const code = filter[parameter];
    if (code !== undefined && !entries.some((entry) => entry.code === code)) {
      return { parameter, problem: "UNKNOWN_CODE" };
    }
  }
  return null;
}

function periodFaultOf(
  { late, lateKind, endedBy, asOf }: TaskFilter,
  settings: Pick<Settings, "periodFirstDay" | "firstPeriod">,
  today: CivilDate,
): FilterFault | null {
  if (late === undefined) {
    if (lateKind !== undefined) return { parameter: "lateKind", problem: "NEEDS_LATE" };
    if (endedBy !== undefined) return { parameter: "endedBy", problem: "NEEDS_LATE" };
    const read = readPeriod({ asOf }, settings, today);
    return read.ok ? null : { parameter: "asOf", problem: read.problem };
  }
  const read = readPeriod({ period: late }, settings, today);
  if (!read.ok) return { parameter: "late", problem: read.problem };
  const { from, asOf: last } = periodOf(late, settings, today);
  const within = asOf === undefined || (asOf >= from && asOf <= last);
  return within ? null : { parameter: "asOf", problem: "OUTSIDE_PERIOD" };
}
