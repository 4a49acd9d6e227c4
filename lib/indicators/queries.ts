import { addMonths, type CivilMonth } from "#lib/core/dates.ts";
import { database, type Prisma } from "#lib/core/db.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { indicatorScopeOf } from "./policy.ts";
import { figureOf, progressOf, yearToDateOf } from "./rules.ts";
import type { Indicator, IndicatorValue, Target, TargetProgress } from "./schema.ts";

const MONTHS_SHOWN = 12;

/** The active indicators that a viewer may read. */
export function visibleTo(viewer: Viewer): Prisma.IndicatorWhereInput {
  const scope = indicatorScopeOf(viewer);
  switch (scope.kind) {
    case "all":
      return { active: true };
    case "department":
      return { active: true, departmentId: scope.departmentId };
    case "none":
      return { id: { in: [] } };
  }
}

export const VALUE_COLUMNS = {
  month: true,
  state: true,
  value: true,
  numerator: true,
  denominator: true,
  cumulative: true,
  origin: true,
} satisfies Prisma.IndicatorValueSelect;

export const TARGET_COLUMNS = {
  code: true,
  name: true,
  nameEn: true,
  span: true,
  startMonth: true,
  comparator: true,
  value: true,
  unit: true,
  baseline: true,
} satisfies Prisma.TargetSelect;

type TargetRow = Prisma.TargetGetPayload<{ select: typeof TARGET_COLUMNS }>;

/**
 * The indicators that a viewer may read, in the report's order of sectors: the twelve months
 * to the given one, the same months a year earlier, and where the year's targets stand.
 */
export async function getIndicators(
  viewer: Viewer,
  month: CivilMonth,
): Promise<{ indicators: Indicator[]; targets: TargetProgress[] }> {
  const history = monthsTo(month, 2 * MONTHS_SHOWN);
  const rows = await database().indicator.findMany({
    where: visibleTo(viewer),
    orderBy: [{ sector: { position: "asc" } }, { position: "asc" }],
    select: {
      code: true,
      name: true,
      nameEn: true,
      unit: true,
      direction: true,
      aggregation: true,
      department: { select: { code: true } },
      sector: { select: { code: true } },
      values: {
        where: { month: { gte: addMonths(month, 1 - 2 * MONTHS_SHOWN), lte: month } },
        select: VALUE_COLUMNS,
      },
    },
  });
  const targets = (await listTargets(viewer, month)).map(({ indicator, ...row }) =>
    targetOf(row, indicator?.code ?? null),
  );

  const indicators = rows.map(({ values, department, sector, ...row }) => {
    const byMonth = new Map(values.map((value) => [value.month, value]));
    const all = history.map((each) => reportedOf(row.unit, each, byMonth.get(each)));
    return {
      ...row,
      departmentCode: department.code,
      sectorCode: sector.code,
      history: all,
      targets: targets.filter(({ indicatorCode }) => indicatorCode === row.code),
    };
  });
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  return {
    indicators: indicators.map(({ history: all, ...indicator }) => ({
      ...indicator,
      yearBefore: all.slice(0, MONTHS_SHOWN),
      months: all.slice(MONTHS_SHOWN),
      yearToDate: yearToDateOf(indicator.aggregation, all, history.slice(MONTHS_SHOWN)),
    })),
    targets: targets.map((target) =>
      progressOf(target, month, byCode.get(target.indicatorCode ?? "") ?? null),
    ),
  };
}

/** The targets of the month's year: those of indicators that the viewer may read, and those of none. */
async function listTargets(viewer: Viewer, month: CivilMonth) {
  const year = month.slice(0, 4);
  if (indicatorScopeOf(viewer).kind === "none") return [];
  return database().target.findMany({
    where: {
      startMonth: { gte: `${year}-01`, lte: `${year}-12` },
      OR: [{ indicatorId: null }, { indicator: visibleTo(viewer) }],
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { ...TARGET_COLUMNS, indicator: { select: { code: true } } },
  });
}

/** A target as the product speaks of it. */
export function targetOf(row: TargetRow, indicatorCode: string | null): Target {
  return {
    ...row,
    startMonth: row.startMonth as CivilMonth,
    value: row.value?.toNumber() ?? null,
    indicatorCode,
  };
}

function monthsTo(month: CivilMonth, count: number): CivilMonth[] {
  return Array.from({ length: count }, (_, index) => addMonths(month, index + 1 - count));
}

/** A month's value as the product speaks of it; without a row it was not reported. */
export function reportedOf(
  unit: string,
  month: CivilMonth,
  row: Prisma.IndicatorValueGetPayload<{ select: typeof VALUE_COLUMNS }> | undefined,
): IndicatorValue {
  const numerator = row?.numerator?.toNumber() ?? null;
  const denominator = row?.denominator?.toNumber() ?? null;
  const value = row?.value?.toNumber() ?? null;
  return {
    month,
    state: row?.state ?? "NOT_REPORTED",
    value: figureOf({ unit, value, numerator, denominator }),
    numerator,
    denominator,
    cumulative: row?.cumulative ?? false,
    demonstration: row?.origin === "DEMONSTRATION",
  };
}

/** An indicator whose month has not been reported, and who reports it. */
export type MissingValue = { code: string; name: string; departmentCode: string };

/**
 * The active indicators for which nothing stands in a month, neither a value nor that nothing
 * arose, in the order of departments. For the checklist before closing, whatever the viewer may
 * read: whoever calls it has checked the right to close.
 */
export async function missingValues(month: CivilMonth): Promise<MissingValue[]> {
  const rows = await database().indicator.findMany({
    where: { active: true, values: { none: { month } } },
    orderBy: [{ department: { position: "asc" } }, { position: "asc" }],
    select: { code: true, name: true, department: { select: { code: true } } },
  });
  return rows.map(({ department, ...row }) => ({ ...row, departmentCode: department.code }));
}
