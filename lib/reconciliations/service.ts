import { businessToday } from "#lib/core/dates.ts";
import { database, Prisma } from "#lib/core/db.ts";
import { ConflictError, ForbiddenError, InvalidInputError } from "#lib/core/errors.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { readPeriod } from "#lib/periods/rules.ts";
import type { Actor } from "#lib/users/schema.ts";
import { mayEnterReported } from "./policy.ts";
import { reportedCatalogue } from "./queries.ts";
import { catalogueOf } from "./rules.ts";
import { entryName, type ReportedChange } from "./schema.ts";

/** No other lock of the product begins with it; the second key is the month. */
const LOCK = 20_260_430;

/**
 * Enters what a report stated for a month: all changes or none.
 * @returns how many figures were changed
 * @throws ForbiddenError for all but the Office
 * @throws InvalidInputError for a month of no period yet, or a figure that there is not
 * @throws ConflictError where somebody else has changed one of the figures meanwhile
 */
export async function enterReported(
  actor: Actor,
  { month, source, changes }: ReportedChange,
): Promise<{ changed: number }> {
  if (!mayEnterReported(actor)) throw new ForbiddenError();
  const [settings, catalogue] = await Promise.all([getSettings(), reportedCatalogue()]);
  if (!readPeriod({ period: month }, settings, businessToday()).ok) {
    throw new InvalidInputError([{ path: "month", key: "reconciliation.problems.month" }]);
  }
  const known = new Set(catalogueOf(catalogue).map(({ code }) => code));
  const unknown = changes.filter(({ code }) => !known.has(code));
  if (unknown.length > 0) {
    throw new InvalidInputError(
      unknown.map(({ code }) => ({
        path: entryName(code),
        key: "reconciliation.problems.unknownCode",
      })),
    );
  }
  return database().$transaction(async (transaction) => {
    const key = Number(month.replace("-", ""));
    await transaction.$executeRaw`select pg_advisory_xact_lock(${LOCK}::int, ${key}::int)`;
    const rows = await transaction.reportedFigure.findMany({
      where: { month },
      select: { figure: true, value: true },
    });
    const stored = new Map(rows.map(({ figure, value }) => [figure, value.toNumber()]));
    if (changes.some(({ code, seen }) => (stored.get(code) ?? null) !== seen)) {
      throw new ConflictError({ key: "reconciliation.problems.changed" });
    }
    const gone = changes.filter(({ value }) => value === null).map(({ code }) => code);
    await transaction.reportedFigure.deleteMany({ where: { month, figure: { in: gone } } });
    for (const { code, value } of changes) {
      if (value === null) continue;
      const entry = {
        value: new Prisma.Decimal(value),
        source,
        enteredById: actor.id,
        enteredAt: new Date(),
      };
      await transaction.reportedFigure.upsert({
        where: { month_figure: { month, figure: code } },
        create: { month, figure: code, ...entry },
        update: entry,
      });
    }
    // The source is one for the month.
    await transaction.reportedFigure.updateMany({ where: { month }, data: { source } });
    return { changed: changes.length };
  });
}
