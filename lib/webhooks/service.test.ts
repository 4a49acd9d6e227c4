import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#lib/core/errors.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { ROLES } from "#lib/users/schema.ts";
import { givenDepartment, givenSignedIn } from "#lib/users/testing/accounts.ts";
import { sendDue } from "./deliveries.ts";
import { processOutbox } from "./outbox.ts";
import { getWebhook, listDeliveries, listWebhooks } from "./queries.ts";
import { newWebhookSchema } from "./schema.ts";
import {
  changeWebhook,
  createWebhook,
  removeWebhook,
  renewSecret,
  sendAgain,
  sendTest,
  switchWebhook,
} from "./service.ts";
import { receiver, verified } from "./testing/receiver.ts";

await testDatabase();
vi.stubEnv("AUTH_SECRET", "a".repeat(40));

const admin = await givenSignedIn({ role: "ADMIN" });
const target = await receiver();
afterAll(target.close);

const entered = { name: "hanoiwork", url: target.url, events: ["period.closed" as const] };

beforeEach(async () => {
  vi.stubEnv("WEBHOOK_PRIVATE_NETWORKS", "1");
  await database().webhook.deleteMany();
  await database().outboxMessage.deleteMany();
  target.received.length = 0;
  target.answers();
});

async function given() {
  const { secret } = await createWebhook(admin, entered);
  const [webhook] = await listWebhooks(admin);
  if (!webhook) throw new Error("no webhook");
  return { id: webhook.id, secret };
}

/** A delivery of a closed month that was refused once. */
async function givenRefused(): Promise<string> {
  await database().outboxMessage.create({ data: { kind: "period.closed", data: {} } });
  target.answers((response) => response.writeHead(500).end());
  await processOutbox();
  await sendDue();
  const { id } = await database().webhookDelivery.findFirstOrThrow();
  return id;
}

describe("what is entered", () => {
  const read = (change: Record<string, string>) =>
    newWebhookSchema.safeParse({
      name: "Không gian làm việc số",
      url: "https://hanoiwork.example/hook",
      events: "task.changed,period.closed",
      ...change,
    });

  test("is read with its events once each, the address without a fragment", () => {
    const url = "https://hanoiwork.example/hook?of=xa#top";
    expect(read({ url, events: "period.closed,period.closed" }).data).toEqual({
      name: "Không gian làm việc số",
      url: "https://hanoiwork.example/hook?of=xa",
      events: ["period.closed"],
    });
  });

  test.each([
    { url: "ftp://hanoiwork.example/" },
    { url: "file:///etc/passwd" },
    { url: "hanoiwork.example" },
    { url: "https://user:password@hanoiwork.example/" },
    { url: `https://hanoiwork.example/${"x".repeat(2_000)}` },
    { events: "" },
    { events: "task.deleted" },
    { name: "  " },
    { name: "x".repeat(121) },
  ])("%j is refused at its field", (change) => {
    const { error } = read(change);
    expect(error?.issues.map(({ path }) => path[0])).toContain(Object.keys(change)[0]);
    expect(error?.issues.every(({ message }) => message.startsWith("webhooks.problems."))).toBe(
      true,
    );
  });

  test("an address of one's own network is refused at once, unless the operator opens it", async () => {
    vi.stubEnv("WEBHOOK_PRIVATE_NETWORKS", "0");
    const problem = { issues: [{ path: "url", key: "webhooks.problems.private" }] };
    await expect(createWebhook(admin, entered)).rejects.toMatchObject(problem);
    const url = "http://169.254.169.254/latest/meta-data";
    vi.stubEnv("WEBHOOK_PRIVATE_NETWORKS", "1");
    await expect(createWebhook(admin, { ...entered, url })).rejects.toMatchObject(problem);
    const { id } = await given();
    await expect(changeWebhook(admin, { id, ...entered, url })).rejects.toMatchObject(problem);
    expect((await getWebhook(admin, id)).url).toBe(entered.url);
  });
});

describe("a receiver", () => {
  test("is listed without its key, which is stored encrypted", async () => {
    const { id, secret } = await given();
    expect(await listWebhooks(admin)).toEqual([{ id, ...entered, active: true, last: null }]);
    const stored = await database().webhook.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(stored)).not.toContain(secret.slice("whsec_".length));
    expect(stored.createdById).toBe(admin.id);
  });

  test("signs with its new key once it has one", async () => {
    const { id, secret } = await given();
    const renewed = await renewSecret(admin, id);
    await sendTest(admin, id);
    const [got] = target.received;
    if (!got) throw new Error("nothing arrived");
    expect(verified(renewed.secret, got)).toMatchObject({ event: "webhook.test", data: {} });
    expect(() => verified(secret, got)).toThrow("No matching signature");
  });

  test("that was removed is gone, with its key and what waited for it", async () => {
    const { id } = await given();
    await givenRefused();
    await removeWebhook(admin, id);
    expect(await listWebhooks(admin)).toEqual([]);
    expect(await database().webhook.findUnique({ where: { id } })).toMatchObject({ secret: "" });
    const waiting = { where: { nextAttemptAt: { not: null } } };
    expect(await database().webhookDelivery.count(waiting)).toBe(0);
    const attempts = [
      () => getWebhook(admin, id),
      () => changeWebhook(admin, { id, ...entered }),
      () => switchWebhook(admin, { id, active: true }),
      () => renewSecret(admin, id),
      () => sendTest(admin, id),
      () => removeWebhook(admin, id),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("a test", () => {
  test("is sent there and then, and not again when it fails", async () => {
    const { id } = await given();
    target.answers((response) => response.writeHead(404).end("không có"));
    expect(await sendTest(admin, id)).toMatchObject({ status: 404, detail: "không có" });
    const [webhook] = await listWebhooks(admin);
    expect(webhook?.last).toMatchObject({ state: "givenUp", attempts: 1 });
    target.answers();
    expect(await sendTest(admin, id)).toMatchObject({ status: 204, problem: null });
    const { items } = await listDeliveries(admin, id);
    expect(items.map(({ event, state }) => ({ event, state }))).toEqual([
      { event: "webhook.test", state: "delivered" },
      { event: "webhook.test", state: "givenUp" },
    ]);
  });

  test("is not sent to one who is switched off", async () => {
    const { id } = await given();
    await switchWebhook(admin, { id, active: false });
    await expect(sendTest(admin, id)).rejects.toBeInstanceOf(ConflictError);
    expect((await listDeliveries(admin, id)).total).toBe(0);
  });
});

describe("sent again by hand", () => {
  test("a delivery arrives there and then, with the id that it had", async () => {
    await given();
    const id = await givenRefused();
    target.answers();
    expect(await sendAgain(admin, id)).toMatchObject({ status: 204 });
    expect(target.received.map(({ headers }) => headers["webhook-id"])).toEqual([id, id]);
    const delivery = await database().webhookDelivery.findUniqueOrThrow({ where: { id } });
    expect(delivery).toMatchObject({ attempts: 1, nextAttemptAt: null });
    expect(delivery.deliveredAt).not.toBeNull();
  });

  test("one that fails begins its attempts anew", async () => {
    await given();
    const id = await givenRefused();
    await database().webhookDelivery.update({
      where: { id },
      data: { attempts: 8, nextAttemptAt: null },
    });
    await sendAgain(admin, id);
    const delivery = await database().webhookDelivery.findUniqueOrThrow({ where: { id } });
    expect(delivery).toMatchObject({ attempts: 1, nextAttemptAt: expect.any(Date) });
  });

  test("not while its receiver is off, nor one that is not there", async () => {
    const webhook = await given();
    const id = await givenRefused();
    await switchWebhook(admin, { id: webhook.id, active: false });
    await expect(sendAgain(admin, id)).rejects.toBeInstanceOf(ConflictError);
    const other = "00000000-0000-4000-8000-000000000000";
    await expect(sendAgain(admin, other)).rejects.toBeInstanceOf(NotFoundError);
    expect(target.received).toHaveLength(1);
  });
});

test.each(ROLES.filter((role) => role !== "ADMIN"))(
  "%s has nothing to do with it",
  async (role) => {
    const { id } = await given();
    const delivery = await givenRefused();
    const actor = await givenSignedIn({ role, departmentId: await givenDepartment() });
    const attempts = [
      () => listWebhooks(actor),
      () => getWebhook(actor, id),
      () => listDeliveries(actor, id),
      () => createWebhook(actor, entered),
      () => changeWebhook(actor, { id, ...entered }),
      () => switchWebhook(actor, { id, active: false }),
      () => removeWebhook(actor, id),
      () => renewSecret(actor, id),
      () => sendTest(actor, id),
      () => sendAgain(actor, delivery),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toBeInstanceOf(ForbiddenError);
    expect(target.received).toHaveLength(1);
  },
);
