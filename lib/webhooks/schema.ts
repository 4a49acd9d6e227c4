import { z } from "zod";
import { idSchema, requiredText, says, TEXT_LIMITS } from "#lib/core/entries.ts";

/** What other systems can be told of: kinds of the outbox's messages. */
export const WEBHOOK_EVENTS = [
  "task.changed",
  "task.commented",
  "directive.registered",
  "period.closed",
  "period.reopened",
  "import.applied",
  "import.undone",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What "send a test" sends; nobody subscribes to it. */
export const TEST_EVENT = "webhook.test";

export type DeliveryEvent = WebhookEvent | typeof TEST_EVENT;

const LONGEST_NAME = 120;
const LONGEST_ADDRESS = 2_000;

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  const web = protocol === "https:" || protocol === "http:";
  return web && hostname !== "" && username === "" && password === "";
}

const addressSchema = z
  .string()
  .trim()
  .max(LONGEST_ADDRESS, says("webhooks.problems.address"))
  .refine(isWebAddress, says("webhooks.problems.address"))
  .transform((text) => {
    const address = new URL(text);
    address.hash = "";
    return address.href;
  });

const eventsSchema = z
  .string()
  .transform((events) => [...new Set(events.split(",").filter(Boolean))])
  .pipe(
    z
      .array(z.enum(WEBHOOK_EVENTS, says("webhooks.problems.events")))
      .min(1, says("webhooks.problems.events")),
  );

/** A receiver as it is entered: the events parted by commas. */
export const newWebhookSchema = z.object({
  name: requiredText(TEXT_LIMITS.short, "webhooks.problems.name").pipe(
    z.string().max(LONGEST_NAME, says("webhooks.problems.name")),
  ),
  url: addressSchema,
  events: eventsSchema,
});
export type NewWebhook = z.output<typeof newWebhookSchema>;

export const webhookIdSchema = z.object({ id: idSchema });

export const webhookChangeSchema = newWebhookSchema.extend(webhookIdSchema.shape);
export type WebhookChange = z.output<typeof webhookChangeSchema>;

export const webhookSwitchSchema = webhookIdSchema.extend({
  active: z.enum(["true", "false"]).transform((text) => text === "true"),
});

export const deliveryIdSchema = z.object({ id: z.uuid() });

/** The deliveries of one receiver that a page shows. */
export const deliveryListSchema = z.strictObject({
  page: z.coerce.number().int().min(1).max(10_000).optional(),
});

/**
 * Why a delivery did not arrive: its address is in a network that is not sent to; its name is not
 * known; nobody listens there; no answer in time; no valid certificate; the connection broke; the
 * answer was not 2xx; its key cannot be read any more.
 */
export const SEND_PROBLEMS = [
  "ADDRESS",
  "NAME",
  "REFUSED",
  "TIMEOUT",
  "CERTIFICATE",
  "NETWORK",
  "STATUS",
  "SECRET",
] as const;
export type SendProblem = (typeof SEND_PROBLEMS)[number];

/** How one attempt ended. */
export type Attempt = {
  /** The HTTP status of the answer; null when there was none. */
  status: number | null;
  /** Null when it arrived. */
  problem: SendProblem | null;
  /** What is known beyond that: the beginning of the answer, or the system's code; may be empty. */
  detail: string;
  milliseconds: number;
};

export const DELIVERY_STATES = ["delivered", "waiting", "retrying", "givenUp"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Where a delivery stands. */
export type DeliveryStanding = {
  attempts: number;
  /** When it is tried next; null when never. */
  nextAttemptAt: Date | null;
  deliveredAt: Date | null;
};

/** A receiver in the list. */
export type WebhookView = {
  id: number;
  name: string;
  url: string;
  events: readonly WebhookEvent[];
  active: boolean;
  /** Its latest delivery; null when there was none yet. */
  last: (DeliveryStanding & { state: DeliveryState; createdAt: Date }) | null;
};

/** A delivery with its attempts, the latest first. */
export type DeliveryView = DeliveryStanding & {
  id: string;
  event: DeliveryEvent;
  createdAt: Date;
  state: DeliveryState;
  /** What was or will be sent. */
  body: string;
  log: readonly (Attempt & { id: string; at: Date })[];
};
