import { database, type Prisma } from "#lib/core/db.ts";
import { ForbiddenError, NotFoundError } from "#lib/core/errors.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { mayManageWebhooks } from "./policy.ts";
import { readProblem, stateOf } from "./rules.ts";
import {
  type DeliveryEvent,
  type DeliveryView,
  TEST_EVENT,
  WEBHOOK_EVENTS,
  type WebhookEvent,
  type WebhookView,
} from "./schema.ts";

export const PAGE_SIZE = 50;

type Row = Omit<WebhookView, "events" | "last"> & {
  events: string[];
  createdAt: Date | null;
  attempts: number | null;
  nextAttemptAt: Date | null;
  deliveredAt: Date | null;
};

function viewOf({ createdAt, attempts, nextAttemptAt, deliveredAt, ...webhook }: Row): WebhookView {
  const standing = { attempts: attempts ?? 0, nextAttemptAt, deliveredAt };
  return {
    ...webhook,
    events: WEBHOOK_EVENTS.filter((event) => webhook.events.includes(event)),
    last: createdAt && { ...standing, createdAt, state: stateOf(standing) },
  };
}

async function webhooksWith(id: number | null): Promise<WebhookView[]> {
  const rows = await database().$queryRaw<Row[]>`
    select w.id, w.name, w.url, w.events, w.active, last.created_at as "createdAt", last.attempts,
      last.next_attempt_at as "nextAttemptAt", last.delivered_at as "deliveredAt"
    from webhook w
    left join lateral (
      select * from webhook_delivery d where d.webhook_id = w.id
      order by d.created_at desc limit 1) last on true
    where w.removed_at is null and (${id}::int is null or w.id = ${id}::int)
    order by w.name, w.id`;
  return rows.map(viewOf);
}

/** All receivers by name, each with what became of its latest delivery. */
export async function listWebhooks(viewer: Viewer): Promise<WebhookView[]> {
  if (!mayManageWebhooks(viewer)) throw new ForbiddenError();
  return webhooksWith(null);
}

/** One receiver. @throws NotFoundError when it is not there, or was removed */
export async function getWebhook(viewer: Viewer, id: number): Promise<WebhookView> {
  if (!mayManageWebhooks(viewer)) throw new ForbiddenError();
  const [webhook] = await webhooksWith(id);
  if (!webhook) throw new NotFoundError();
  return webhook;
}

function eventOf(kind: string): DeliveryEvent {
  return WEBHOOK_EVENTS.find((event): event is WebhookEvent => event === kind) ?? TEST_EVENT;
}

const DELIVERY = {
  id: true,
  kind: true,
  body: true,
  createdAt: true,
  attempts: true,
  nextAttemptAt: true,
  deliveredAt: true,
  log: {
    orderBy: { id: "desc" },
    select: { id: true, at: true, status: true, error: true, milliseconds: true },
  },
} as const satisfies Prisma.WebhookDeliverySelect;
type DeliveryRow = Prisma.WebhookDeliveryGetPayload<{ select: typeof DELIVERY }>;

function deliveryOf({ kind, log, ...delivery }: DeliveryRow): DeliveryView {
  return {
    ...delivery,
    event: eventOf(kind),
    state: stateOf(delivery),
    log: log.map(({ id, error, ...attempt }) => ({
      ...attempt,
      ...readProblem(error),
      id: `${id}`,
    })),
  };
}

const LATEST_FIRST = [
  { createdAt: "desc" },
  { id: "desc" },
] as const satisfies Prisma.WebhookDeliveryOrderByWithRelationInput[];

/**
 * A receiver's deliveries of the last month, the latest first, with their attempts.
 * @param page from 1, of PAGE_SIZE each
 */
export async function listDeliveries(
  viewer: Viewer,
  webhookId: number,
  page = 1,
): Promise<{ items: DeliveryView[]; total: number }> {
  if (!mayManageWebhooks(viewer)) throw new ForbiddenError();
  const where = { webhookId, webhook: { removedAt: null } };
  const [total, rows] = await Promise.all([
    database().webhookDelivery.count({ where }),
    database().webhookDelivery.findMany({
      where,
      orderBy: [...LATEST_FIRST],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
      select: DELIVERY,
    }),
  ]);
  return { items: rows.map(deliveryOf), total };
}

/** How many are read at a time. */
const AT_ONCE = 500;

/** The same without pages, some at a time: those that there are when it begins. */
export async function listAllDeliveries(
  viewer: Viewer,
  webhookId: number,
): Promise<{ total: number; pages: AsyncIterable<DeliveryView[]> }> {
  if (!mayManageWebhooks(viewer)) throw new ForbiddenError();
  // The log is kept for a month: the ids of it are few, and what they name does not move.
  const all = await database().webhookDelivery.findMany({
    where: { webhookId, webhook: { removedAt: null } },
    orderBy: [...LATEST_FIRST],
    select: { id: true },
  });
  const ids = all.map(({ id }) => id);
  return { total: ids.length, pages: deliveryPages(ids) };
}

async function* deliveryPages(ids: readonly string[]): AsyncGenerator<DeliveryView[]> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = await database().webhookDelivery.findMany({
      where: { id: { in: ids.slice(from, from + AT_ONCE) } },
      orderBy: [...LATEST_FIRST],
      select: DELIVERY,
    });
    yield rows.map(deliveryOf);
  }
}
