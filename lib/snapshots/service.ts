import { businessToday, type CivilMonth, isCivilMonth, toDatabaseDate } from "#lib/core/dates.ts";
import { database, inTurn, Prisma, type Transaction } from "#lib/core/db.ts";
import { dayMonthYear } from "#lib/core/entries.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import { countLive } from "#lib/figures/counted.ts";
import { sectionsOf } from "#lib/narratives/queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { periodOf } from "#lib/periods/rules.ts";
import type { Period, Settings } from "#lib/periods/schema.ts";
import type { Actor } from "#lib/users/schema.ts";
import { mayClose, mayReopen } from "./policy.ts";
import {
  contentHash,
  getChecklist,
  getClosing,
  getReportNames,
  indicatorsForReport,
  livePeriodTasks,
} from "./queries.ts";
import type { Closing, FrozenMonth } from "./schema.ts";

/** Milliseconds; a month of a hundred thousand tasks takes some seconds. */
const LONGEST_CLOSING = 120_000;

/**
 * The period of a month of the register that can be closed: its last day is over or has come.
 * @throws NotFoundError for what is no month of the register, ConflictError while it runs
 */
function closablePeriod(month: string, settings: Settings): Period {
  const today = businessToday();
  if (!isCivilMonth(month) || month < settings.firstPeriod) throw new NotFoundError();
  const period = periodOf(month, settings, today);
  if (period.to > today) {
    throw new ConflictError({
      key: "periods.problems.running",
      values: { month: monthYear(period.month), to: dayMonthYear(period.to) },
    });
  }
  return period;
}

/** "04/2026" */
function monthYear(month: CivilMonth): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`;
}

function alreadyClosed(month: CivilMonth): ConflictError {
  return new ConflictError({
    key: "periods.problems.alreadyClosed",
    values: { month: monthYear(month) },
  });
}

/**
 * Closes a month: freezes, in one transaction and as of one moment, every figure and each task
 * behind them, with a hash over both (domain rules "Closing a month").
 * @throws ForbiddenError to whoever does not close, ConflictError when it is closed already or
 * still running, NotFoundError for what is no month of the register
 */
export async function closePeriod(actor: Actor, month: string): Promise<Closing> {
  if (!mayClose(actor)) throw new ForbiddenError();
  const settings = await getSettings();
  const period = closablePeriod(month, settings);
  if (await getClosing(period.month)) throw alreadyClosed(period.month);
  const started = performance.now();
  await database()
    .$transaction((transaction) => freeze(transaction, actor, period, settings), {
      timeout: LONGEST_CLOSING,
      isolationLevel: "RepeatableRead",
    })
    .catch((error) => {
      // Of two at once the unique index lets one in.
      if (isUniqueViolation(error)) throw alreadyClosed(period.month);
      throw error;
    });
  const closing = await getClosing(period.month);
  if (!closing) throw new ConflictError({ key: "periods.problems.reopenedMeanwhile" });
  const milliseconds = Math.round(performance.now() - started);
  log.info({ month, closing: closing.id, by: actor.displayName, milliseconds }, "month closed");
  return closing;
}

function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2002" || JSON.stringify(error.meta ?? {}).includes("23505");
}

/** The whole closing is one statement: the hash is over exactly the rows that it writes. */
async function freeze(
  transaction: Transaction,
  actor: Actor,
  period: Period,
  settings: Settings,
): Promise<void> {
  const { month, from, to } = period;
  // Whoever writes a reason or a section meanwhile comes before the closing or is refused after it.
  await transaction.$executeRaw`lock table late_reason, narrative_section in share mode`;
  await transaction.period.upsert({
    where: { month },
    create: { month, fromOn: toDatabaseDate(from), toOn: toDatabaseDate(to) },
    update: {},
  });
  const figures = JSON.stringify(await frozenMonth(transaction, period, settings));
  const tasks = await livePeriodTasks(period, "all", settings);
  const hash = contentHash(Prisma.sql`(select figures from figures)`, Prisma.sql`content`);
  await transaction.$executeRaw`
    with figures as materialized (select ${figures}::jsonb as figures),
    content as materialized (${tasks}),
    closing as (
      insert into period_closing (month, closed_by_id, closed_by_token_id, content_hash)
      select ${month}, ${actor.id}::int, ${actor.tokenId ?? null}::int, ${hash}
      returning id
    ),
    kept_figures as (
      insert into snapshot_figures (closing_id, figures)
      select closing.id, figures.figures from closing cross join figures
    ),
    kept_tasks as (
      insert into snapshot_task (closing_id, task_id, sequence, content)
      select closing.id, content.task_id, content.sequence, content.content
      from closing cross join content
    )
    insert into outbox_message (kind, data)
    select 'period.closed', jsonb_build_object('month', ${month}::text, 'closing', closing.id)
    from closing`;
}

async function frozenMonth(
  transaction: Transaction,
  period: Period,
  settings: Settings,
): Promise<FrozenMonth> {
  const reader = inTurn(transaction);
  const [counted, { indicators, targets }, sections, names, checklist] = await Promise.all([
    countLive(period, settings, reader),
    indicatorsForReport(period.month),
    sectionsOf(period.month, reader),
    getReportNames(),
    getChecklist(period, settings, reader),
  ]);
  return { counted, settings, indicators, targets, sections, names, checklist };
}

/**
 * Opens a closed month again. What was frozen stays, with the reason, and the next closing
 * freezes anew.
 * @throws ForbiddenError to whoever does not reopen, ConflictError when the month is not closed
 */
export async function reopenPeriod(actor: Actor, month: string, reason: string): Promise<void> {
  if (!mayReopen(actor)) throw new ForbiddenError();
  if (!isCivilMonth(month)) throw new NotFoundError();
  await database().$transaction(async (transaction) => {
    const { count } = await transaction.periodClosing.updateMany({
      where: { month, reopenedAt: null },
      data: {
        reopenedAt: new Date(),
        reopenedById: actor.id,
        reopenedByTokenId: actor.tokenId ?? null,
        reopenReason: reason,
      },
    });
    if (count === 0) {
      throw new ConflictError({
        key: "periods.problems.notClosed",
        values: { month: monthYear(month) },
      });
    }
    await transaction.outboxMessage.create({ data: { kind: "period.reopened", data: { month } } });
  });
  log.info({ month, by: actor.displayName }, "month reopened");
}
