import type { CivilMonth } from "#lib/core/dates.ts";
import { database, type Prisma } from "#lib/core/db.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { enteredFigure, isComputed } from "./entry.ts";
import { STANDING_COLUMNS, standingOf } from "./entry-queries.ts";
import { visibleTo } from "./queries.ts";
import type { Aggregation, Direction } from "./schema.ts";
import type { StandingValue } from "./sheet.ts";

/** A month's value as machines read it, its figure computed where it is a percentage. */
export type ListedValue = StandingValue & { month: CivilMonth; figure: number | null };

/** An indicator of the catalogue as machines read it. */
export type ListedIndicator = {
  code: string;
  name: string;
  nameEn: string;
  unit: string;
  direction: Direction;
  aggregation: Aggregation;
  /** Entered as numerator and denominator, never as a value. */
  computed: boolean;
  department: string;
  sector: string;
  value?: ListedValue;
};

/** The value that stands for an indicator's month, as machines read it. */
export function listedValue(
  measure: { unit: string; aggregation: Aggregation },
  month: CivilMonth,
  standing: StandingValue,
): ListedValue {
  const figure = enteredFigure(measure, standing) ?? standing.value;
  return { month, ...standing, figure };
}

/**
 * The active indicators that a viewer may read, in the order in which they were made, from the
 * one after a given id on.
 * @param month whose values are wanted too
 * @returns at most `limit` of them, and the id of the last one where there are more
 */
export async function listIndicators(
  viewer: Viewer,
  { month, department }: { month?: CivilMonth | undefined; department?: string | undefined },
  { after, limit }: { after: number; limit: number },
): Promise<{ items: ListedIndicator[]; last: number | null }> {
  const owned: Prisma.IndicatorWhereInput = department ? { department: { code: department } } : {};
  const rows = await database().indicator.findMany({
    where: { AND: [visibleTo(viewer), owned, { id: { gt: after } }] },
    orderBy: { id: "asc" },
    take: limit + 1,
    select: {
      id: true,
      code: true,
      name: true,
      nameEn: true,
      unit: true,
      direction: true,
      aggregation: true,
      department: { select: { code: true } },
      sector: { select: { code: true } },
      values: { where: { month: month ?? "" }, select: STANDING_COLUMNS },
      events: { where: { month: month ?? "" }, select: { id: true } },
    },
  });
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ id: _, values, events, department: owner, sector, ...row }) => ({
      ...row,
      computed: isComputed(row),
      department: owner.code,
      sector: sector.code,
      ...(month && { value: listedValue(row, month, standingOf(values[0], events.length)) }),
    })),
    last: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** An indicator's value of a month for whoever may read it. @throws NotFoundError */
export async function getValue(
  viewer: Viewer,
  code: string,
  month: CivilMonth,
): Promise<ListedValue> {
  const indicator = await database().indicator.findFirst({
    where: { AND: [visibleTo(viewer), { code }] },
    select: {
      unit: true,
      aggregation: true,
      values: { where: { month }, select: STANDING_COLUMNS },
      events: { where: { month }, select: { id: true } },
    },
  });
  if (!indicator) throw new NotFoundError();
  const { values, events, ...measure } = indicator;
  return listedValue(measure, month, standingOf(values[0], events.length));
}
