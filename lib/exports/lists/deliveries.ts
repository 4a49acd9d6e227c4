import { z } from "zod";
import { idSchema } from "#lib/core/entries.ts";
import { mayManageWebhooks } from "#lib/webhooks/policy.ts";
import { getWebhook, listAllDeliveries } from "#lib/webhooks/queries.ts";
import type { DeliveryView } from "#lib/webhooks/schema.ts";
import { attemptText, eventName } from "#lib/webhooks/words.ts";
import { exportedList, type ListColumn } from "../list.ts";
import { type Words, within } from "../words.ts";

/** What was sent to one receiver in the last month, the latest first. */
export const deliveries = exportedList({
  fileName: "su-kien-da-gui",
  may: mayManageWebhooks,
  schema: z.strictObject({ webhook: idSchema }),
  read: async ({ viewer, locale, t }, { webhook: id }) => {
    const webhook = await getWebhook(viewer, id);
    const { total, pages } = await listAllDeliveries(viewer, webhook.id);
    return {
      title: t("webhooks.log.title"),
      conditions: [webhook.name, t("webhooks.log.hint")],
      total: t("exports.deliveries", { count: total }),
      columns: columnsIn(t, within(locale).webhooks),
      pages,
    };
  },
});

function columnsIn(
  t: Words,
  own: ReturnType<typeof within>["webhooks"],
): ListColumn<DeliveryView>[] {
  return [
    { label: t("exports.columns.at"), kind: "instant", value: ({ createdAt }) => createdAt },
    {
      label: t("exports.columns.event"),
      kind: "text",
      width: 32,
      value: ({ event }) => eventName(own, event),
    },
    {
      label: t("tasks.columns.status"),
      kind: "text",
      width: 14,
      value: ({ state }) => t(`webhooks.states.${state}`),
    },
    { label: t("exports.columns.attempts"), kind: "count", value: ({ attempts }) => attempts },
    {
      label: t("exports.columns.lastAttempt"),
      kind: "instant",
      value: ({ log: [last] }) => last?.at ?? null,
    },
    {
      label: t("exports.columns.outcome"),
      kind: "text",
      width: 40,
      value: ({ log: [last] }) => (last ? attemptText(own, last) : null),
    },
    {
      label: t("exports.columns.deliveredAt"),
      kind: "instant",
      value: ({ deliveredAt }) => deliveredAt,
    },
    { label: t("exports.columns.body"), kind: "text", width: 50, value: ({ body }) => body },
  ];
}
