import { database, Prisma } from "#lib/core/db.ts";
import { log } from "#lib/core/log.ts";
import { processOutbox } from "./outbox.ts";
import { nextAttemptAfter, writtenProblem } from "./rules.ts";
import type { Attempt } from "./schema.ts";
import { type Letter, type SendOptions, send } from "./send.ts";

/** How many receivers are sent to at the same time; each gets one delivery after the other. */
const LANES = 8;
/** How long a run takes up deliveries: it ends before the next one's time has come. */
const RUN_MS = 40_000;
/** How long a delivery belongs to whoever took it up; longer than an attempt can take. */
const CLAIM_MS = 60_000;
const KEPT_DAYS = 30;

export type Claimed = Letter & { webhookId: number; attempts: number };

/**
 * Takes up one delivery. Should this process die before it says how that ended, the claim runs
 * out and the delivery is sent again: with the same id, by which a receiver knows it.
 */
async function claim(wanted: Prisma.Sql): Promise<Claimed | null> {
  const until = new Date(Date.now() + CLAIM_MS);
  const [claimed] = await database().$queryRaw<Claimed[]>`
    update webhook_delivery d
    set attempts = attempts + 1, next_attempt_at = ${until}
    from webhook w
    where w.id = d.webhook_id and w.active and w.removed_at is null and d.id = (${wanted})
    returning d.id, d.webhook_id as "webhookId", d.body, d.attempts, w.url, w.secret`;
  return claimed ?? null;
}

const claimDue = (webhookId: number) =>
  claim(Prisma.sql`
    select id from webhook_delivery
    where webhook_id = ${webhookId} and next_attempt_at <= ${new Date()}
    order by next_attempt_at, created_at limit 1 for update skip locked`);

/** Takes up a certain delivery, due or not. */
export const claimNow = (id: string) => claim(Prisma.sql`select ${id}::uuid`);

/** Says how an attempt ended: it arrived, is tried again later, or is given up. */
async function conclude({ id, attempts }: Claimed, attempt: Attempt): Promise<void> {
  const now = new Date();
  const arrived = attempt.problem === null;
  await database().$transaction([
    // One that was swept away meanwhile has no log any more.
    database().$executeRaw`
      insert into webhook_attempt (delivery_id, at, status, error, milliseconds)
      select id, ${now}, ${attempt.status}, ${writtenProblem(attempt)}, ${attempt.milliseconds}
      from webhook_delivery where id = ${id}::uuid`,
    arrived
      ? database().webhookDelivery.updateMany({
          where: { id, deliveredAt: null },
          data: { deliveredAt: now, nextAttemptAt: null },
        })
      : // Whoever switched the receiver off, or took the delivery up since, has the last word.
        database().webhookDelivery.updateMany({
          where: { id, attempts, deliveredAt: null, nextAttemptAt: { not: null } },
          data: { nextAttemptAt: nextAttemptAfter(attempts, now, Math.random()) },
        }),
  ]);
}

/** Makes an attempt at a delivery that was taken up, and writes down how it ended. */
export async function attempt(claimed: Claimed, options: SendOptions = {}): Promise<Attempt> {
  const result = await send(claimed, options);
  await conclude(claimed, result);
  const { webhookId, id, attempts } = claimed;
  const { status, problem, milliseconds } = result;
  if (problem !== null) {
    const event = "webhook.failed";
    log.warn({ event, webhookId, deliveryId: id, attempts, status, problem, milliseconds });
  }
  return result;
}

/** Receivers with something due, those that wait longest first. */
async function receiversDue(): Promise<number[]> {
  const rows = await database().$queryRaw<{ id: number }[]>`
    select d.webhook_id as id from webhook_delivery d
    join webhook w on w.id = d.webhook_id and w.active and w.removed_at is null
    where d.next_attempt_at <= ${new Date()}
    group by d.webhook_id order by min(d.next_attempt_at)`;
  return rows.map(({ id }) => id);
}

/**
 * Sends what is due, to eight receivers at a time and to each in turn, so that a slow one holds
 * nobody up. One that does not answer at all is let be until the next run.
 * @param until when nothing more is taken up, in milliseconds since 1970
 * @returns how many attempts were made
 */
export async function sendDue(
  options: SendOptions = {},
  until = Date.now() + RUN_MS,
): Promise<number> {
  const queue = await receiversDue();
  let made = 0;
  const lane = async () => {
    for (let id = queue.shift(); id !== undefined && Date.now() < until; id = queue.shift()) {
      const claimed = await claimDue(id);
      if (!claimed) continue;
      const { status } = await attempt(claimed, options);
      made += 1;
      if (status !== null) queue.push(id);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return made;
}

/** Passes on what has happened since the last time, and what is to be tried again by now. */
export async function deliverWebhooks(): Promise<void> {
  await processOutbox();
  await sendDue();
}

/** Forgets deliveries of more than a month ago, with their attempts. */
export async function sweepDeliveries(): Promise<void> {
  await database().webhookDelivery.deleteMany({
    where: { createdAt: { lt: new Date(Date.now() - KEPT_DAYS * 24 * 3_600_000) } },
  });
}
