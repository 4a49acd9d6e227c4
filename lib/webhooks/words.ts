import type { useTranslations } from "next-intl";
import type { Attempt, DeliveryEvent, WebhookEvent } from "./schema.ts";

type Translate = ReturnType<typeof useTranslations<"webhooks">>;

const NAMES = {
  "task.changed": "taskChanged",
  "task.commented": "taskCommented",
  "directive.registered": "directiveRegistered",
  "period.closed": "periodClosed",
  "period.reopened": "periodReopened",
  "import.applied": "importApplied",
  "import.undone": "importUndone",
  "webhook.test": "test",
} as const satisfies Record<DeliveryEvent, string>;

/** What an event is called. */
export function eventName(t: Translate, event: DeliveryEvent): string {
  return t(`events.${NAMES[event]}`);
}

/** Several events in a line. */
export function eventNames(t: Translate, events: readonly WebhookEvent[]): string {
  return events.map((event) => eventName(t, event)).join("; ");
}

/** How an attempt ended, in a sentence. */
export function attemptText(
  t: Translate,
  { status, problem, detail, milliseconds }: Attempt,
): string {
  const code = `${status ?? ""}`;
  const time = t("attempt.milliseconds", { milliseconds });
  if (problem === null) return t("attempt.arrived", { status: code, time });
  const reason = t(`attempt.problems.${problem}`, { status: code, detail });
  // An address stands in its sentence already.
  if (detail === "" || problem === "ADDRESS") return t("attempt.failed", { reason, time });
  return t("attempt.failedWith", { reason, detail, time });
}
