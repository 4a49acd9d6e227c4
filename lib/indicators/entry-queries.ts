import { addMonths, type CivilMonth } from "#lib/core/dates.ts";
import { database, type Prisma } from "#lib/core/db.ts";
import { ForbiddenError, NotFoundError } from "#lib/core/errors.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { usualOf } from "./entry.ts";
import { mayEnterValue, mayReadCompleteness, mayReadSheet, type Person } from "./policy.ts";
import { reportedOf, VALUE_COLUMNS, visibleTo } from "./queries.ts";
import type { DepartmentCompleteness, EnteredValue } from "./schema.ts";
import type { SheetRow, StandingValue } from "./sheet.ts";

/** How many months back the past of a value is looked at. */
export const HISTORY_MONTHS = 24;

export const STANDING_COLUMNS = {
  ...VALUE_COLUMNS,
  note: true,
  version: true,
  enteredAt: true,
  enteredBy: { select: { displayName: true } },
  token: { select: { name: true } },
} satisfies Prisma.IndicatorValueSelect;

type ValueRow = Prisma.IndicatorValueGetPayload<{ select: typeof VALUE_COLUMNS }>;
type StandingRow = Prisma.IndicatorValueGetPayload<{ select: typeof STANDING_COLUMNS }>;

/** A value as it was entered: a percentage by its parts where it has them. */
export function enteredOf({
  state,
  value,
  numerator,
  denominator,
}: Pick<ValueRow, "state" | "value" | "numerator" | "denominator">): EnteredValue {
  const parts = numerator !== null && denominator !== null;
  return {
    state,
    value: parts ? null : (value?.toNumber() ?? null),
    numerator: numerator?.toNumber() ?? null,
    denominator: denominator?.toNumber() ?? null,
  };
}

/**
 * What stands for a month; without a row it is not reported.
 * @param changes how often it was changed: a version never comes back once a value was taken out
 */
export function standingOf(row: StandingRow | undefined, changes: number): StandingValue {
  if (!row) {
    return {
      state: "NOT_REPORTED",
      value: null,
      numerator: null,
      denominator: null,
      cumulative: false,
      note: null,
      version: changes,
      origin: null,
      enteredBy: null,
      enteredAt: null,
    };
  }
  const { cumulative, note, version, origin, enteredBy, token, enteredAt } = row;
  return {
    ...enteredOf(row),
    cumulative,
    note,
    version,
    origin,
    enteredBy: enteredBy?.displayName ?? token?.name ?? null,
    enteredAt,
  };
}

/**
 * A department's indicators in a month: what stands, the month before and the same a year
 * earlier, and what is usual; in the report's order.
 * @throws NotFoundError for a department whose sheet the person may not read
 */
export async function getSheet(
  person: Person,
  departmentId: number,
  month: CivilMonth,
): Promise<SheetRow[]> {
  if (!mayReadSheet(person, departmentId)) throw new NotFoundError();
  const [rows, changes] = await Promise.all([
    database().indicator.findMany({
      where: { AND: [visibleTo(person), { departmentId }] },
      orderBy: [{ sector: { position: "asc" } }, { position: "asc" }],
      select: {
        id: true,
        code: true,
        name: true,
        nameEn: true,
        unit: true,
        direction: true,
        aggregation: true,
        departmentId: true,
        delegateId: true,
        delegate: { select: { displayName: true } },
        sector: { select: { code: true } },
        values: {
          where: { month: { gte: addMonths(month, -HISTORY_MONTHS), lte: month } },
          orderBy: { month: "asc" },
          select: STANDING_COLUMNS,
        },
      },
    }),
    changesOf({ indicator: { departmentId } }, month),
  ]);
  return rows.map(({ id, departmentId: _, delegateId, delegate, sector, values, ...row }) => {
    const at = (asked: CivilMonth) => values.find((value) => value.month === asked);
    const reported = (asked: CivilMonth) => reportedOf(row.unit, asked, at(asked));
    return {
      ...row,
      sectorCode: sector.code,
      delegate: delegate?.displayName ?? null,
      mayEnter: mayEnterValue(person, { departmentId, delegateId }),
      standing: standingOf(at(month), changes.get(id) ?? 0),
      lastMonth: reported(addMonths(month, -1)),
      lastYear: reported(addMonths(month, -12)),
      usual: usualOf(row, values.filter((value) => value.month < month).map(enteredOf)),
    };
  });
}

/** How often the values of a month were changed, by the ids of their indicators. */
async function changesOf(
  where: Prisma.IndicatorEventWhereInput,
  month: CivilMonth,
): Promise<Map<number, number>> {
  const counts = await database().indicatorEvent.groupBy({
    by: ["indicatorId"],
    where: { AND: [where, { month }] },
    _count: true,
  });
  return new Map(counts.map(({ indicatorId, _count }) => [indicatorId, _count]));
}

/** Whether someone may enter an indicator's values. @throws NotFoundError, ForbiddenError where not */
export async function mustMayEnter(person: Person, code: string): Promise<void> {
  const indicator = await database().indicator.findFirst({
    where: { AND: [visibleTo(person), { code }] },
    select: { departmentId: true, delegateId: true },
  });
  if (!indicator) throw new NotFoundError();
  if (!mayEnterValue(person, indicator)) {
    throw new ForbiddenError({ key: "indicators.problems.mayNotEnter" });
  }
}

/** What each department has reported of a month, for whoever watches over all. @throws ForbiddenError */
export async function getCompleteness(
  viewer: Viewer,
  month: CivilMonth,
): Promise<DepartmentCompleteness[]> {
  if (!mayReadCompleteness(viewer)) throw new ForbiddenError();
  const departments = await database().department.findMany({
    where: { indicators: { some: { active: true } } },
    orderBy: { position: "asc" },
    select: {
      id: true,
      code: true,
      users: {
        where: { role: "DEPARTMENT_HEAD", disabledAt: null },
        select: { displayName: true },
      },
      indicators: {
        where: { active: true },
        orderBy: { position: "asc" },
        select: {
          code: true,
          name: true,
          nameEn: true,
          delegate: { select: { displayName: true } },
          values: { where: { month }, select: { state: true, enteredAt: true } },
        },
      },
    },
  });
  return departments.map(({ id, code, users, indicators }) => {
    const values = indicators.flatMap((indicator) => indicator.values);
    const count = (state: "REPORTED" | "NOTHING_AROSE") =>
      values.filter((value) => value.state === state).length;
    const times = values.map(({ enteredAt }) => enteredAt.getTime());
    return {
      departmentId: id,
      code,
      heads: users.map(({ displayName }) => displayName),
      reported: count("REPORTED"),
      nothingArose: count("NOTHING_AROSE"),
      missing: indicators
        .filter((indicator) => indicator.values.length === 0)
        .map(({ delegate, values: _, ...indicator }) => ({
          ...indicator,
          delegate: delegate?.displayName ?? null,
        })),
      lastEnteredAt: times.length === 0 ? null : new Date(Math.max(...times)),
    };
  });
}
