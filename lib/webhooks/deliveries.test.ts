import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { givenSignedIn } from "#lib/users/testing/accounts.ts";
import { claimNow, deliverWebhooks, sendDue, sweepDeliveries } from "./deliveries.ts";
import { processOutbox } from "./outbox.ts";
import { listDeliveries } from "./queries.ts";
import { RETRY_AFTER_SECONDS } from "./rules.ts";
import type { WebhookEvent } from "./schema.ts";
import { createWebhook, switchWebhook } from "./service.ts";
import { receiver, verified } from "./testing/receiver.ts";

await testDatabase();
vi.stubEnv("AUTH_SECRET", "a".repeat(40));
vi.stubEnv("WEBHOOK_PRIVATE_NETWORKS", "1");
vi.stubEnv("APP_URL", "https://desk.example");

const admin = await givenSignedIn({ role: "ADMIN" });
const [target, other] = await Promise.all([receiver(), receiver()]);
afterAll(() => Promise.all([target.close(), other.close()]));

/** Long before the database's own clock, so that what is compared with it would be seen. */
const NOW = new Date("2026-11-20T02:00:00Z");

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  await database().outboxMessage.deleteMany();
  await database().webhook.deleteMany();
  for (const each of [target, other]) {
    each.received.length = 0;
    each.answers();
  }
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000);

async function givenWebhook(events: WebhookEvent[] = ["task.changed"], url = target.url) {
  const { secret } = await createWebhook(admin, { name: "hanoiwork", url, events });
  const { id } = await database().webhook.findFirstOrThrow({ orderBy: { id: "desc" } });
  return { id, secret };
}

async function givenMessages(count: number, kind = "task.changed", first = 1): Promise<void> {
  await database().outboxMessage.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      kind,
      data: { taskId: 42, sequence: first + index, event: "ASSIGNED" },
      createdAt: NOW,
    })),
  });
}

const sequences = (received: readonly { body: string }[]) =>
  received.map(({ body }) => JSON.parse(body).data.sequence);

const standings = () =>
  database().webhookDelivery.findMany({
    orderBy: { createdAt: "asc" },
    select: { id: true, attempts: true, nextAttemptAt: true, deliveredAt: true },
  });

async function onlyStanding() {
  const [standing, second] = await standings();
  if (!standing || second) throw new Error("not exactly one delivery");
  return standing;
}

describe("messages become deliveries", () => {
  test("for each active receiver that wants their kind, and are done with", async () => {
    const tasks = await givenWebhook();
    const periods = await givenWebhook(["period.closed", "period.reopened"], other.url);
    const off = await givenWebhook();
    await switchWebhook(admin, { id: off.id, active: false });
    await givenMessages(2);
    await givenMessages(1, "period.closed");
    await givenMessages(1, "directive.registered");
    expect(await processOutbox()).toBe(4);
    const made = await database().webhookDelivery.groupBy({
      by: ["webhookId", "kind"],
      _count: true,
    });
    expect(new Set(made)).toEqual(
      new Set([
        { webhookId: tasks.id, kind: "task.changed", _count: 2 },
        { webhookId: periods.id, kind: "period.closed", _count: 1 },
      ]),
    );
    expect(await database().outboxMessage.count({ where: { processedAt: null } })).toBe(0);
    expect(await processOutbox()).toBe(0);
  });

  test("once, also when several processes see them", async () => {
    await givenWebhook();
    await givenMessages(1_201);
    const counts = await Promise.all([processOutbox(), processOutbox(), processOutbox()]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1_201);
    const bodies = await database().webhookDelivery.findMany({ select: { body: true } });
    expect(sequences(bodies).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 1_201 }, (_, index) => index + 1),
    );
  });

  test("all of a batch or nothing: what fails halfway is there again", async () => {
    await givenWebhook();
    await givenMessages(3);
    await database().$executeRaw`alter table outbox_message
      add constraint failing check (processed_at is null or (data->>'sequence')::int < 3)`;
    await expect(processOutbox()).rejects.toThrow();
    expect(await database().webhookDelivery.count()).toBe(0);
    expect(await database().outboxMessage.count({ where: { processedAt: null } })).toBe(3);
    await database().$executeRaw`alter table outbox_message drop constraint failing`;
    expect(await processOutbox()).toBe(3);
    expect(await database().webhookDelivery.count()).toBe(3);
  });

  test("not for one who is switched off at the same moment", async () => {
    const { id } = await givenWebhook();
    await givenMessages(1);
    await Promise.all([processOutbox(), switchWebhook(admin, { id, active: false })]);
    const waiting = await database().webhookDelivery.count({
      where: { nextAttemptAt: { not: null } },
    });
    expect(waiting).toBe(0);
  });
});

describe("deliveries are sent", () => {
  test("signed with the receiver's key, in their order, each once", async () => {
    const { id, secret } = await givenWebhook();
    await givenMessages(20);
    await deliverWebhooks();
    await deliverWebhooks();
    expect(sequences(target.received)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    const [first] = target.received;
    if (!first) throw new Error("nothing arrived");
    expect(verified(secret, first)).toEqual({
      id: first.headers["webhook-id"],
      event: "task.changed",
      createdAt: NOW.toISOString(),
      data: {
        taskId: 42,
        sequence: 1,
        change: "ASSIGNED",
        url: "https://desk.example/api/v1/tasks/42",
      },
    });
    const { items, total } = await listDeliveries(admin, id);
    expect(total).toBe(20);
    expect(new Set(items.map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(
      new Set(["delivered 1"]),
    );
    expect(items[0]?.log).toMatchObject([{ status: 204, problem: null, at: NOW }]);
  });

  test("once, also when two workers are at it", async () => {
    await givenWebhook();
    await givenWebhook(["task.changed"], other.url);
    await givenMessages(40);
    await processOutbox();
    const made = await Promise.all([sendDue(), sendDue()]);
    expect(made[0] + made[1]).toBe(80);
    for (const { received } of [target, other]) {
      expect(new Set(sequences(received)).size).toBe(40);
      expect(received).toHaveLength(40);
    }
  });

  test("again after 500, later each time, until they arrive: always with the same id", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    await givenWebhook();
    await givenMessages(1);
    target.answers((response) => response.writeHead(500).end("Lỗi máy chủ"));
    await deliverWebhooks();
    expect(await onlyStanding()).toMatchObject({
      attempts: 1,
      nextAttemptAt: new Date(NOW.getTime() + 10_000),
    });
    later(9);
    await deliverWebhooks();
    expect(target.received).toHaveLength(1);
    later(1);
    await deliverWebhooks();
    expect(target.received).toHaveLength(2);
    target.answers();
    later(60);
    await deliverWebhooks();
    expect(await onlyStanding()).toMatchObject({ attempts: 3, nextAttemptAt: null });
    expect(new Set(target.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    const log = await database().webhookAttempt.findMany({ orderBy: { id: "asc" } });
    expect(log.map(({ status, error }) => ({ status, error }))).toEqual([
      { status: 500, error: "STATUS Lỗi máy chủ" },
      { status: 500, error: "STATUS Lỗi máy chủ" },
      { status: 204, error: null },
    ]);
  });

  test("until the eighth attempt; then they are given up", async () => {
    await givenWebhook();
    await givenMessages(1);
    target.answers((response) => response.writeHead(500).end());
    await deliverWebhooks();
    for (const seconds of RETRY_AFTER_SECONDS) {
      later(seconds * 1.2);
      await deliverWebhooks();
    }
    expect(await onlyStanding()).toMatchObject({
      attempts: 8,
      nextAttemptAt: null,
      deliveredAt: null,
    });
    later(30 * 24 * 3_600);
    await deliverWebhooks();
    expect(target.received).toHaveLength(8);
  });

  test("later when nobody listens or answers, and one after the other then waits too", async () => {
    const closed = await receiver();
    await closed.close();
    await givenWebhook(["task.changed"], closed.url);
    await givenMessages(2);
    await deliverWebhooks();
    target.answers(() => {});
    await database().webhook.updateMany({ data: { url: target.url } });
    later(60);
    expect(await sendDue({ timeout: 100 })).toBe(1);
    const errors = await database().webhookAttempt.findMany({ orderBy: { id: "asc" } });
    expect(errors.map(({ error }) => error)).toEqual(["REFUSED ECONNREFUSED", "TIMEOUT"]);
    target.answers();
    later(300);
    await deliverWebhooks();
    expect((await standings()).filter(({ deliveredAt }) => deliveredAt)).toHaveLength(2);
  });

  test("to the others while one keeps its sender waiting", async () => {
    await givenWebhook();
    await givenWebhook(["task.changed"], other.url);
    await givenMessages(30);
    await processOutbox();
    const kept = Promise.withResolvers<void>();
    target.answers((response) => kept.promise.then(() => response.end()));
    const sending = sendDue();
    await vi.waitFor(() => expect(other.received).toHaveLength(30), { timeout: 20_000 });
    expect(target.received).toHaveLength(1);
    kept.resolve();
    await sending;
    expect(target.received).toHaveLength(30);
  });

  test("again when their sender died before it could say how that ended", async () => {
    await givenWebhook();
    await givenMessages(1);
    await processOutbox();
    const { id } = await onlyStanding();
    expect(await claimNow(id)).toMatchObject({ attempts: 1 });
    later(59);
    expect(await sendDue()).toBe(0);
    later(1);
    expect(await sendDue()).toBe(1);
    expect(await onlyStanding()).toMatchObject({ attempts: 2, nextAttemptAt: null });
    expect(target.received[0]?.headers["webhook-id"]).toBe(id);
  });

  test("though the account that entered the receiver has been disabled", async () => {
    const leaving = await givenSignedIn({ role: "ADMIN" });
    await createWebhook(leaving, { name: "x", url: target.url, events: ["task.changed"] });
    await database().user.update({ where: { id: leaving.id }, data: { disabledAt: new Date() } });
    await givenMessages(1);
    await deliverWebhooks();
    expect(target.received).toHaveLength(1);
  });
});

describe("a receiver that is switched off", () => {
  test("is sent nothing, and nothing old once it is back", async () => {
    const { id } = await givenWebhook();
    await givenMessages(1);
    await processOutbox();
    await switchWebhook(admin, { id, active: false });
    await givenMessages(1);
    await deliverWebhooks();
    await switchWebhook(admin, { id, active: true });
    await givenMessages(1, "task.changed", 7);
    await deliverWebhooks();
    expect(sequences(target.received)).toEqual([7]);
  });

  test("in the middle of an attempt is not tried again", async () => {
    const { id } = await givenWebhook();
    await givenMessages(1);
    await processOutbox();
    target.answers(async (response) => {
      await switchWebhook(admin, { id, active: false });
      response.writeHead(500).end();
    });
    await sendDue();
    expect(await onlyStanding()).toMatchObject({ attempts: 1, nextAttemptAt: null });
  });
});

test("one that is swept away in the middle of its attempt keeps nobody else waiting", async () => {
  await givenWebhook();
  await givenMessages(2);
  await processOutbox();
  target.answers(async (response) => {
    target.answers();
    await database().webhookDelivery.deleteMany({ where: { attempts: 1 } });
    response.end();
  });
  expect(await sendDue()).toBe(2);
  expect(await onlyStanding()).toMatchObject({ attempts: 1, deliveredAt: NOW });
});

test("deliveries are forgotten after a month, with their attempts", async () => {
  const { id } = await givenWebhook();
  await givenMessages(2);
  await deliverWebhooks();
  const [old, kept] = await standings();
  await database().webhookDelivery.update({
    where: { id: `${old?.id}` },
    data: { createdAt: new Date(NOW.getTime() - 31 * 24 * 3_600_000) },
  });
  await sweepDeliveries();
  const { items } = await listDeliveries(admin, id);
  expect(items.map((delivery) => delivery.id)).toEqual([kept?.id]);
  expect(await database().webhookAttempt.count()).toBe(1);
});
