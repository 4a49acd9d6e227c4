import { randomUUID } from "node:crypto";
import { database, type Transaction } from "#lib/core/db.ts";
import { bodyOf, type Message } from "./rules.ts";

const BATCH = 500;

type Waiting = Message & { id: bigint };

/** The address that people type; without one, what is sent has paths only. */
const origin = () => process.env.APP_URL ?? "";

/** Those who are told, and stay as they are until this transaction has ended. */
function receivers(transaction: Transaction): Promise<{ id: number; events: string[] }[]> {
  return transaction.$queryRaw`
    select id, events from webhook where active and removed_at is null order by id for share`;
}

async function oneBatch(transaction: Transaction): Promise<number> {
  const messages = await transaction.$queryRaw<Waiting[]>`
    select id, kind, data, created_at as "createdAt" from outbox_message
    where processed_at is null order by id limit ${BATCH} for update skip locked`;
  if (messages.length === 0) return 0;
  const webhooks = await receivers(transaction);
  const letters = messages.flatMap((message) =>
    webhooks
      .filter(({ events }) => events.includes(message.kind))
      .map((webhook) => ({ webhookId: webhook.id, message })),
  );
  const now = Date.now();
  await transaction.webhookDelivery.createMany({
    data: letters.map(({ webhookId, message }, index) => {
      const id = randomUUID();
      // A millisecond apart, so that they leave in their order as long as nothing fails.
      const at = new Date(now - (letters.length - index));
      const body = bodyOf(id, message, origin());
      return { id, webhookId, kind: message.kind, body, createdAt: at, nextAttemptAt: at };
    }),
  });
  await transaction.outboxMessage.updateMany({
    where: { id: { in: messages.map(({ id }) => id) } },
    data: { processedAt: new Date(now), attempts: { increment: 1 } },
  });
  return messages.length;
}

/**
 * Makes of every message that waits to leave the product, oldest first, a delivery to each
 * receiver that wants its kind. A message is done with in the transaction that makes its
 * deliveries: whatever happens in between, it is sent on once.
 * @returns how many messages there were
 */
export async function processOutbox(): Promise<number> {
  for (let total = 0; ; ) {
    const count = await database().$transaction(oneBatch);
    total += count;
    if (count < BATCH) return total;
  }
}
