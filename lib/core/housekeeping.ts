import { database } from "./db.ts";

const DAY_MS = 24 * 3600 * 1000;
const REQUESTS_KEPT_DAYS = 7;
const MESSAGES_KEPT_DAYS = 30;
const BATCH = 500;

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

/**
 * Takes the messages that wait to leave the product, oldest first. Nobody outside subscribes to
 * any of them yet, so that each is done with as soon as it is seen.
 * @returns how many there were
 */
export async function processOutbox(): Promise<number> {
  for (let total = 0; ; ) {
    const waiting = await database().outboxMessage.findMany({
      where: { processedAt: null },
      orderBy: { id: "asc" },
      take: BATCH,
      select: { id: true },
    });
    const { count } = await database().outboxMessage.updateMany({
      where: { id: { in: waiting.map(({ id }) => id) }, processedAt: null },
      data: { processedAt: new Date(), attempts: { increment: 1 } },
    });
    total += count;
    if (waiting.length < BATCH) return total;
  }
}

/** Forgets the keys of requests that nobody will send again, and messages long done with. */
export async function sweep(): Promise<void> {
  await database().handledRequest.deleteMany({
    where: { at: { lt: daysAgo(REQUESTS_KEPT_DAYS) } },
  });
  await database().outboxMessage.deleteMany({
    where: { processedAt: { lt: daysAgo(MESSAGES_KEPT_DAYS) } },
  });
}
