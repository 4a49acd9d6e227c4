import { addMonths, businessToday, type CivilMonth } from "#lib/core/dates.ts";
import { database, Prisma, type Transaction } from "#lib/core/db.ts";
import {
  type FieldIssue,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  StaleError,
} from "#lib/core/errors.ts";
import { formatMonth } from "#lib/core/i18n/format.ts";
import { writeTypedNumber } from "#lib/core/typed-number.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { readPeriod } from "#lib/periods/rules.ts";
import type { Actor } from "#lib/users/schema.ts";
import { enteredFigure, type Measure, problemsOf, unusualOf, usualOf } from "./entry.ts";
import { enteredOf, HISTORY_MONTHS, STANDING_COLUMNS, standingOf } from "./entry-queries.ts";
import { mayEnterValue } from "./policy.ts";
import { visibleTo } from "./queries.ts";
import type { EnteredValue, RecordedValue, ValueOrigin } from "./schema.ts";
import { type RowEntry, rowPath, type SheetEntry, type StandingValue } from "./sheet.ts";

/** An indicator whose value is entered: as it stands, what is to stand there, and its past. */
export type ValueRow = Measure & {
  id: number;
  code: string;
  entry: RowEntry;
  standing: StandingValue;
  past: RowPast[];
};
type RowPast = ReturnType<typeof enteredOf> & { cumulative: boolean };

/**
 * Enters values of a month: all of them, or none. A row that says what stands there already
 * changes nothing. The month may be closed: its snapshot stays, and what is entered later is
 * listed as an adjustment.
 * @returns the codes whose values changed
 * @throws InvalidInputError, by `rowPath`: what is impossible, and once what is unlike the months
 *   before and has no note that explains it
 * @throws StaleError when someone else entered one of them meanwhile, with what stands there by
 *   `rowPath`
 * @throws NotFoundError, ForbiddenError
 */
export async function enterValues(
  actor: Actor,
  { month, rows: entries }: SheetEntry,
): Promise<string[]> {
  await checkMonth(month);
  return database().$transaction(async (transaction) => {
    const all = await lockRows(transaction, actor, month, entries);
    const rows = all.filter(({ entry, standing }) => !isSame(entry, standing));
    const issues = rows.flatMap(issuesOf);
    if (issues.length > 0) throw new InvalidInputError(issues);
    const stale = rows.filter(
      ({ entry, standing }) => entry.version !== undefined && entry.version !== standing.version,
    );
    if (stale.length > 0) {
      const current = stale.flatMap(({ code, standing }) => asTyped(code, standing));
      throw new StaleError({ key: "indicators.problems.changed" }, Object.fromEntries(current));
    }
    if (rows.length > 0) await writeValues(transaction, actor, month, rows);
    return rows.map(({ code }) => code);
  });
}

/** @throws InvalidInputError for a month before the register or yet to come */
export async function checkMonth(month: CivilMonth): Promise<void> {
  const settings = await getSettings();
  const read = readPeriod({ period: month }, settings, businessToday());
  if (read.ok) return;
  const first = formatMonth(settings.firstPeriod);
  const issue: FieldIssue =
    read.problem === "IN_FUTURE"
      ? { path: "month", key: "indicators.problems.monthAhead" }
      : { path: "month", key: "indicators.problems.monthBefore", values: { first } };
  throw new InvalidInputError([issue], issue);
}

/** The rows that are entered, locked: of two people who enter the same, one comes after the other. */
export async function lockRows(
  transaction: Transaction,
  actor: Actor,
  month: CivilMonth,
  entries: SheetEntry["rows"],
): Promise<ValueRow[]> {
  const codes = Object.keys(entries);
  const indicators = await transaction.indicator.findMany({
    where: { AND: [visibleTo(actor), { code: { in: codes } }] },
    orderBy: { position: "asc" },
    select: {
      id: true,
      code: true,
      unit: true,
      aggregation: true,
      departmentId: true,
      delegateId: true,
    },
  });
  if (indicators.length < codes.length) throw new NotFoundError();
  if (!indicators.every((indicator) => mayEnterValue(actor, indicator))) {
    throw new ForbiddenError({ key: "indicators.problems.mayNotEnter" });
  }
  const ids = indicators.map(({ id }) => id);
  // Always in the order of ids: two sheets locked in one order cannot wait for each other.
  await transaction.$queryRaw`
    select id from indicator where id in (${Prisma.join(ids)}) order by id for no key update`;
  const [values, changes] = await Promise.all([
    transaction.indicatorValue.findMany({
      where: {
        indicatorId: { in: ids },
        month: { gte: addMonths(month, -HISTORY_MONTHS), lte: month },
      },
      orderBy: { month: "asc" },
      select: { indicatorId: true, ...STANDING_COLUMNS },
    }),
    transaction.indicatorEvent.groupBy({
      by: ["indicatorId"],
      where: { indicatorId: { in: ids }, month },
      _count: true,
    }),
  ]);
  return indicators.map(({ id, code, unit, aggregation }) => {
    const own = values.filter(({ indicatorId }) => indicatorId === id);
    const changed = changes.find(({ indicatorId }) => indicatorId === id)?._count ?? 0;
    const entry = entries[code];
    if (!entry) throw new NotFoundError();
    return {
      id,
      code,
      unit,
      aggregation,
      entry,
      standing: standingOf(
        own.find((value) => value.month === month),
        changed,
      ),
      past: own
        .filter((value) => value.month < month)
        .map((value) => ({ ...enteredOf(value), cumulative: value.cumulative })),
    };
  });
}

/** Whether an entry says what stands there already; a percentage by its parts. */
export function isSame(entry: RowEntry, standing: StandingValue): boolean {
  if (entry.state === "NOT_REPORTED") return standing.state === "NOT_REPORTED";
  const typed = (value: EnteredValue & { note: string | null }) =>
    [value.state, value.value, value.numerator, value.denominator, value.note].join("|");
  return typed(entry) === typed(standing);
}

export function issuesOf({ code, entry, standing, past, ...measure }: ValueRow): FieldIssue[] {
  const problems = problemsOf(measure, entry);
  if (problems.length > 0) {
    return problems.map(({ part, problem }) => ({
      path: rowPath(code, part),
      key: `indicators.problems.${problem}`,
    }));
  }
  const unusual = unusualOf(measure, entry, usualOf(measure, past));
  const explained = entry.note !== null && entry.note !== standing.note;
  const sameFigure = enteredFigure(measure, entry) === enteredFigure(measure, standing);
  if (!unusual || explained || (sameFigure && entry.note !== null)) return [];
  return [
    {
      path: rowPath(code, "note"),
      key: `indicators.problems.${unusual.problem}`,
      values: { median: writeTypedNumber(Math.round(unusual.median * 10) / 10) },
    },
  ];
}

/** What stands there now, as the sheet writes it. */
function asTyped(code: string, standing: StandingValue): [string, string][] {
  const number = (value: number | null) => (value === null ? "" : writeTypedNumber(value));
  return Object.entries({
    version: `${standing.version}`,
    state: standing.state,
    value: number(standing.value),
    numerator: number(standing.numerator),
    denominator: number(standing.denominator),
    note: standing.note ?? "",
    enteredBy: standing.enteredBy ?? "",
  }).map(([part, text]) => [rowPath(code, part), text]);
}

/** Writes the values and their lines in the history. */
export async function writeValues(
  transaction: Transaction,
  actor: Actor,
  month: CivilMonth,
  rows: readonly ValueRow[],
  origin: ValueOrigin = "ENTERED",
): Promise<void> {
  const tokenId = actor.tokenId ?? null;
  const changes = rows.map((row) => ({ ...row, after: recordOf(row, origin) }));
  const by = { enteredById: actor.id, tokenId, enteredAt: new Date() };
  for (const { id, standing, after } of changes) {
    if (standing.origin === null) continue;
    const where = { indicatorId_month: { indicatorId: id, month } };
    if (after === null) await transaction.indicatorValue.delete({ where });
    else {
      const data = { ...after, ...by, version: standing.version + 1 };
      await transaction.indicatorValue.update({ where, data });
    }
  }
  await transaction.indicatorValue.createMany({
    data: changes.flatMap(({ id: indicatorId, standing, after }) =>
      standing.origin === null && after
        ? [{ indicatorId, month, ...after, ...by, version: standing.version + 1 }]
        : [],
    ),
  });
  await transaction.indicatorEvent.createMany({
    data: changes.map(({ after, standing, ...row }) => ({
      indicatorId: row.id,
      month,
      actorId: actor.id,
      tokenId,
      before: recordedOf(row, standing) ?? Prisma.DbNull,
      after: after ?? Prisma.DbNull,
    })),
  });
}

/** The figure as it is kept, with four decimals. */
function keptFigure(measure: Measure, entered: EnteredValue): number | null {
  const figure = enteredFigure(measure, entered) ?? entered.value;
  return figure === null ? null : Number(figure.toFixed(4));
}

/** What is kept of an entry; whether it covers the year so far is the indicator's habit. */
function recordOf(
  { entry, standing, past, ...measure }: ValueRow,
  origin: ValueOrigin,
): RecordedValue | null {
  const { state, numerator, denominator, note } = entry;
  if (state === "NOT_REPORTED") return null;
  const before = standing.origin === null ? past.at(-1) : standing;
  const cumulative = before?.cumulative ?? false;
  const value = keptFigure(measure, entry);
  return { state, value, numerator, denominator, cumulative, origin, note };
}

function recordedOf(measure: Measure, standing: StandingValue): RecordedValue | null {
  const { state, numerator, denominator, cumulative, note, origin } = standing;
  if (state === "NOT_REPORTED" || origin === null) return null;
  const value = keptFigure(measure, standing);
  return { state, value, numerator, denominator, cumulative, origin, note };
}
