import { randomUUID } from "node:crypto";
import { database, type Transaction } from "#lib/core/db.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
} from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { isRefusedAddress, literalAddress } from "./addresses.ts";
import { attempt, claimNow } from "./deliveries.ts";
import { mayManageWebhooks } from "./policy.ts";
import { bodyOf } from "./rules.ts";
import { type Attempt, type NewWebhook, TEST_EVENT, type WebhookChange } from "./schema.ts";
import { newSecret, sealed } from "./secrets.ts";
import type { SendOptions } from "./send.ts";

/** A receiver's key, to be entered there; it cannot be shown again. */
export type ShownSecret = { name: string; secret: string };

function checkRight(actor: CurrentUser): void {
  if (!mayManageWebhooks(actor)) throw new ForbiddenError();
}

/** Says at once what would be refused at every attempt; names are looked at when they are resolved. */
function checkAddress(url: string): void {
  const address = literalAddress(new URL(url).hostname);
  if (address !== null && isRefusedAddress(address)) {
    throw new InvalidInputError([{ path: "url", key: "webhooks.problems.private" }]);
  }
}

function record(actor: CurrentUser, change: string, webhookId: number): void {
  log.info({ event: `webhook.${change}`, actor: actor.login, webhookId });
}

/** Changes a receiver that is there. @throws NotFoundError when it is not, or was removed */
async function change(
  actor: CurrentUser,
  verb: string,
  id: number,
  write: (transaction: Transaction, webhook: { name: string }) => Promise<unknown>,
): Promise<{ name: string }> {
  checkRight(actor);
  const webhook = await database().$transaction(async (transaction) => {
    const [row] = await transaction.$queryRaw<{ name: string }[]>`
      select name from webhook where id = ${id} and removed_at is null for update`;
    if (!row) throw new NotFoundError();
    await write(transaction, row);
    return row;
  });
  record(actor, verb, id);
  return webhook;
}

/** Lets what was not delivered rest: nothing old arrives once the receiver is back. */
function giveUpWaiting(transaction: Transaction, webhookId: number) {
  return transaction.webhookDelivery.updateMany({
    where: { webhookId, nextAttemptAt: { not: null } },
    data: { nextAttemptAt: null },
  });
}

/** Lets a system be told of events from now on. @throws InvalidInputError for a refused address */
export async function createWebhook(
  actor: CurrentUser,
  { name, url, events }: NewWebhook,
): Promise<ShownSecret> {
  checkRight(actor);
  checkAddress(url);
  const secret = newSecret();
  const { id } = await database().webhook.create({
    data: { name, url, events, secret: sealed(secret), createdById: actor.id },
    select: { id: true },
  });
  record(actor, "created", id);
  return { name, secret };
}

/** Changes name, address or events; what is on its way goes to the new address. */
export async function changeWebhook(
  actor: CurrentUser,
  { id, name, url, events }: WebhookChange,
): Promise<void> {
  checkRight(actor);
  checkAddress(url);
  await change(actor, "changed", id, (transaction) =>
    transaction.webhook.update({ where: { id }, data: { name, url, events } }),
  );
}

/** Stops telling a receiver, what waits for it included, or begins again. */
export async function switchWebhook(
  actor: CurrentUser,
  { id, active }: { id: number; active: boolean },
): Promise<void> {
  await change(actor, active ? "switched-on" : "switched-off", id, async (transaction) => {
    await transaction.webhook.update({ where: { id }, data: { active } });
    if (!active) await giveUpWaiting(transaction, id);
  });
}

/** Removes a receiver for good; its key is forgotten, its deliveries are kept for their month. */
export async function removeWebhook(actor: CurrentUser, id: number): Promise<void> {
  await change(actor, "removed", id, async (transaction) => {
    const data = { active: false, removedAt: new Date(), secret: "" };
    await transaction.webhook.update({ where: { id }, data });
    await giveUpWaiting(transaction, id);
  });
}

/** Gives a receiver a new key; the old one signs nothing more. */
export async function renewSecret(actor: CurrentUser, id: number): Promise<ShownSecret> {
  const secret = newSecret();
  const { name } = await change(actor, "secret-renewed", id, (transaction) =>
    transaction.webhook.update({ where: { id }, data: { secret: sealed(secret) } }),
  );
  return { name, secret };
}

/** Sends a delivery there and then. @throws ConflictError while its receiver is switched off */
async function sendNow(id: string, options: SendOptions): Promise<Attempt> {
  const claimed = await claimNow(id);
  if (!claimed) throw new ConflictError({ key: "webhooks.problems.off" });
  return attempt(claimed, options);
}

/** Sends an event of no meaning to see whether it arrives; one that does not is not tried again. */
export async function sendTest(
  actor: CurrentUser,
  webhookId: number,
  options: SendOptions = {},
): Promise<Attempt> {
  checkRight(actor);
  const id = randomUUID();
  const body = bodyOf(id, { kind: TEST_EVENT, data: {}, createdAt: new Date() }, "");
  await database().$transaction(async (transaction) => {
    const webhook = await transaction.webhook.findUnique({
      where: { id: webhookId, removedAt: null },
      select: { active: true },
    });
    if (!webhook) throw new NotFoundError();
    if (!webhook.active) throw new ConflictError({ key: "webhooks.problems.off" });
    await transaction.webhookDelivery.create({ data: { id, webhookId, kind: TEST_EVENT, body } });
  });
  const result = await sendNow(id, options);
  await database().webhookDelivery.updateMany({
    where: { id, deliveredAt: null },
    data: { nextAttemptAt: null },
  });
  return result;
}

/** Sends a delivery again, whatever became of it; if that fails, its attempts begin anew. */
export async function sendAgain(
  actor: CurrentUser,
  id: string,
  options: SendOptions = {},
): Promise<Attempt> {
  checkRight(actor);
  const { count } = await database().webhookDelivery.updateMany({
    where: { id, webhook: { removedAt: null, active: true } },
    data: { attempts: 0, deliveredAt: null, nextAttemptAt: new Date() },
  });
  if (count === 0) {
    const known = await database().webhookDelivery.count({
      where: { id, webhook: { removedAt: null } },
    });
    if (known === 0) throw new NotFoundError();
  }
  return sendNow(id, options);
}
