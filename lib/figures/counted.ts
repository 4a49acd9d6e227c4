import { addDays, addMonths, type CivilDate } from "#lib/core/dates.ts";
import { database, type Reader } from "#lib/core/db.ts";
import { dueSoonUntil, isClosed } from "#lib/periods/queries.ts";
import { periodOf } from "#lib/periods/rules.ts";
import type { Period, Settings } from "#lib/periods/schema.ts";
import {
  countLate,
  countNear,
  countNewlyOverdue,
  countPendingExtensions,
  countUpcoming,
  readTally,
} from "./counts.ts";
import {
  type Counted,
  DAYS_OF_A_WEEK_AHEAD,
  TREND_MONTHS,
  weeksAfter,
  yearOf,
} from "./derivation.ts";

/** Counts a period in the register as it is now, whether the month is closed or not. */
export async function countLive(
  period: Period,
  settings: Settings,
  reader: Reader = database(),
): Promise<Counted> {
  const months = Array.from({ length: TREND_MONTHS }, (_, index) => {
    const month = addMonths(period.month, index + 1 - TREND_MONTHS);
    return { ...periodOf(month, settings, period.asOf), bucket: index + 1 };
  });
  const before = addDays(period.from, -1);
  const near = async (on: CivilDate) => ({
    on,
    dueSoonUntil: await dueSoonUntil(on, settings),
    dueWithinWeekUntil: addDays(on, DAYS_OF_A_WEEK_AHEAD),
  });
  const starts = months.map(({ from }) => from);
  const firstYear = yearOf(months[0]?.asOf ?? period.asOf);
  const { asOf } = period;
  const [late, tally, newly, nearRows, pending, upcoming] = await Promise.all([
    countLate(period, reader),
    readTally({ asOf, starts, firstYear }, settings, reader),
    countNewlyOverdue(asOf, starts, reader),
    Promise.all([near(asOf), near(before)]).then((moments) => countNear(moments, reader)),
    countPendingExtensions([before, asOf], reader),
    countUpcoming(asOf, weeksAfter(asOf), reader),
  ]);
  return { period, months, late, tally, newly, near: nearRows, pending, upcoming, closed: false };
}

/** The counts that a standing closing froze; null while the month is open. */
export async function readFrozen(period: Period): Promise<Counted | null> {
  const [row] = await database().$queryRaw<{ counted: Counted }[]>`
    select figures.figures -> 'counted' as counted
    from period_closing as closing
    join snapshot_figures as figures on figures.closing_id = closing.id
    where closing.month = ${period.month} and closing.reopened_at is null`;
  return row ? { ...row.counted, closed: true } : null;
}

/**
 * What was counted for a period: frozen where the month is closed and looked at on its last
 * day, live otherwise (domain rules "Closing a month").
 */
export async function getCounted(period: Period, settings: Settings): Promise<Counted> {
  const frozen = period.asOf === period.to ? await readFrozen(period) : null;
  if (frozen) return frozen;
  const [live, closed] = await Promise.all([countLive(period, settings), isClosed(period.month)]);
  return { ...live, closed };
}
