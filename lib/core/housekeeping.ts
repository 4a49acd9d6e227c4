import { database } from "./db.ts";

const DAY_MS = 24 * 3600 * 1000;
const REQUESTS_KEPT_DAYS = 7;
const MESSAGES_KEPT_DAYS = 30;

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

/** Forgets the keys of requests that nobody will send again, and messages long done with. */
export async function sweep(): Promise<void> {
  await database().handledRequest.deleteMany({
    where: { at: { lt: daysAgo(REQUESTS_KEPT_DAYS) } },
  });
  await database().outboxMessage.deleteMany({
    where: { processedAt: { lt: daysAgo(MESSAGES_KEPT_DAYS) } },
  });
}
