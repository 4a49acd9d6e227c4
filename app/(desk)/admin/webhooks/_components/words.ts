import type { Meaning } from "#components/ui/meaning.ts";
import type { DeliveryState } from "#lib/webhooks/schema.ts";

export const MEANING_OF_STATE = {
  delivered: "done",
  waiting: "none",
  retrying: "dueSoon",
  givenUp: "overdue",
} as const satisfies Record<DeliveryState, Meaning>;
