import { database, Prisma, type Transaction } from "#lib/core/db.ts";
import {
  type Explanation,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
} from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import {
  type IndicatorChange,
  type NewIndicator,
  type NewTarget,
  spanOfPart,
  type TargetChange,
} from "./catalogue.ts";
import { mayEditIndicators } from "./policy.ts";

const refused = (path: string, key: Explanation["key"]) => new InvalidInputError([{ path, key }]);

/** One change of the catalogue and its line in the log. @throws ForbiddenError */
async function editing(
  actor: CurrentUser,
  change: string,
  taken: InvalidInputError,
  write: (transaction: Transaction) => Promise<string>,
): Promise<void> {
  if (!mayEditIndicators(actor)) throw new ForbiddenError();
  try {
    const code = await database().$transaction(write);
    log.info({ event: `indicators.${change}`, actor: actor.login, code });
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error;
    if (error.code === "P2002") throw taken;
    throw error.code === "P2025" ? new NotFoundError() : error;
  }
}

/** What an indicator refers to. @throws InvalidInputError for what there is not */
async function columnsOf(
  transaction: Transaction,
  { department, sector, delegate, ...content }: Omit<NewIndicator, "code">,
) {
  const [owner, area] = await Promise.all([
    transaction.department.findUnique({ where: { code: department }, select: { id: true } }),
    transaction.sector.findUnique({ where: { code: sector }, select: { id: true } }),
  ]);
  if (!owner) throw refused("department", "work.problems.unknownDepartment");
  if (!area) throw refused("sector", "work.problems.unknownSector");
  if (delegate !== null) {
    const officer = {
      id: delegate,
      role: "OFFICER",
      departmentId: owner.id,
      disabledAt: null,
    } as const;
    const found = await transaction.user.count({ where: officer });
    if (found === 0) throw refused("delegate", "indicators.catalogue.problems.delegate");
  }
  return { ...content, departmentId: owner.id, sectorId: area.id, delegateId: delegate };
}

const CODE_TAKEN = refused("code", "indicators.catalogue.problems.codeTaken");

/** Adds an indicator at the end of the catalogue. @throws InvalidInputError for a code that is taken */
export async function addIndicator(
  actor: CurrentUser,
  { code, ...content }: NewIndicator,
): Promise<void> {
  await editing(actor, "added", CODE_TAKEN, async (transaction) => {
    const columns = await columnsOf(transaction, content);
    const last = await transaction.indicator.aggregate({ _max: { position: true } });
    const position = (last._max.position ?? 0) + 1;
    await transaction.indicator.create({ data: { ...columns, code, position } });
    return code;
  });
}

/**
 * Changes an indicator. Once it has values, its unit and how months make a year stay: they would
 * mean something else.
 */
export async function changeIndicator(
  actor: CurrentUser,
  { code, active, ...content }: IndicatorChange,
): Promise<void> {
  await editing(actor, "changed", CODE_TAKEN, async (transaction) => {
    const before = await transaction.indicator.findUnique({
      where: { code },
      select: { unit: true, aggregation: true, values: { take: 1, select: { month: true } } },
    });
    if (!before) throw new NotFoundError();
    if (before.values.length > 0) {
      const key = "indicators.catalogue.problems.used";
      if (before.unit !== content.unit) throw refused("unit", key);
      if (before.aggregation !== content.aggregation) throw refused("aggregation", key);
    }
    const columns = await columnsOf(transaction, content);
    await transaction.indicator.update({ where: { code }, data: { ...columns, active } });
    return code;
  });
}

const TARGET_TAKEN = refused("part", "indicators.catalogue.problems.targetTaken");

/** A target's own columns; measured by an indicator it has that one's unit. */
async function targetColumns(transaction: Transaction, given: NewTarget) {
  const { indicator: code, year, part, unit, ...content } = given;
  const span = spanOfPart(year, part);
  if (code === null) return { ...content, ...span, unit, indicatorId: null };
  const indicator = await transaction.indicator.findUnique({
    where: { code },
    select: { id: true, unit: true },
  });
  if (!indicator) throw refused("indicator", "work.problems.choose");
  return { ...content, ...span, unit: indicator.unit, indicatorId: indicator.id };
}

/** @throws InvalidInputError where another target has the same indicator for the same span */
async function mustBeTheOnlyOne(
  transaction: Transaction,
  { indicatorId, span, startMonth }: Awaited<ReturnType<typeof targetColumns>>,
  id: number | null,
): Promise<void> {
  if (indicatorId === null) return;
  const others = await transaction.target.findMany({
    where: { indicatorId, span, startMonth },
    select: { id: true },
  });
  if (others.some((other) => other.id !== id)) throw TARGET_TAKEN;
}

/** Adds a target: one for each span of an indicator. */
export async function addTarget(actor: CurrentUser, target: NewTarget): Promise<void> {
  await editing(actor, "targetAdded", TARGET_TAKEN, async (transaction) => {
    const columns = await targetColumns(transaction, target);
    await mustBeTheOnlyOne(transaction, columns, null);
    const last = await transaction.target.aggregate({ _max: { position: true, id: true } });
    const position = (last._max.position ?? 0) + 1;
    const code = target.indicator ?? `CT_${(last._max.id ?? 0) + 1}`;
    await transaction.target.create({ data: { ...columns, code, position } });
    return code;
  });
}

/** Changes a target. @throws NotFoundError when it was removed meanwhile */
export async function changeTarget(
  actor: CurrentUser,
  { id, ...target }: TargetChange,
): Promise<void> {
  await editing(actor, "targetChanged", TARGET_TAKEN, async (transaction) => {
    const columns = await targetColumns(transaction, target);
    await mustBeTheOnlyOne(transaction, columns, id);
    return (await transaction.target.update({ where: { id }, data: columns })).code;
  });
}

/** Takes a target out. @throws NotFoundError */
export async function removeTarget(actor: CurrentUser, { id }: { id: number }): Promise<void> {
  await editing(actor, "targetRemoved", TARGET_TAKEN, async (transaction) => {
    return (await transaction.target.delete({ where: { id } })).code;
  });
}
