import { businessDayOf, type CivilMonth } from "#lib/core/dates.ts";
import type { Transaction } from "#lib/core/db.ts";
import { ConflictError } from "#lib/core/errors.ts";
import { formatCivilDate, formatMonth } from "#lib/core/i18n/format.ts";
import { closingOf } from "./queries.ts";

/**
 * Before a month's reasons or sections are written.
 *
 * A closing that is under way locks these tables in share mode; waiting for it first, a writer
 * either stands in the closed figures or is refused, and is never saved in between.
 * @throws ConflictError when the month is closed, saying by whom and since when
 */
export async function refuseClosed(transaction: Transaction, month: CivilMonth): Promise<void> {
  await transaction.$executeRaw`lock table late_reason, narrative_section in row exclusive mode`;
  const closing = await closingOf(month, transaction);
  if (!closing) return;
  throw new ConflictError({
    key: "narratives.problems.closed",
    values: {
      month: formatMonth(month),
      by: closing.by,
      on: formatCivilDate(businessDayOf(closing.at)),
    },
  });
}
