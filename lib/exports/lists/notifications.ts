import { NotFoundError } from "#lib/core/errors.ts";
import { listAllNotifications } from "#lib/notifications/queries.ts";
import { type NotificationView, notificationListSchema } from "#lib/notifications/schema.ts";
import { newsText } from "#lib/notifications/words.ts";
import { hasDesk } from "#lib/users/policy.ts";
import { exportedList, type ListColumn } from "../list.ts";
import { type Words, within } from "../words.ts";

/** One's own news: all or the unread, the latest first. */
export const notifications = exportedList({
  fileName: "thong-bao",
  may: hasDesk,
  schema: notificationListSchema.omit({ page: true }),
  read: async ({ person, locale, t }, filter) => {
    // Nobody reads another's news: there is no such list for a machine.
    if (!person) throw new NotFoundError();
    const { total, pages } = await listAllNotifications(person, filter);
    const { notifications: own } = within(locale);
    return {
      title: t("notifications.title"),
      conditions: filter.unread ? [t("notifications.unread")] : [],
      total: t("exports.news", { count: total }),
      columns: columnsIn(t, (news) => newsText(news, own)),
      pages,
    };
  },
});

function columnsIn(
  t: Words,
  textOf: (news: NotificationView) => string,
): ListColumn<NotificationView>[] {
  return [
    { label: t("exports.columns.at"), kind: "instant", value: ({ at }) => at },
    { label: t("exports.columns.news"), kind: "text", width: 40, value: textOf },
    {
      label: t("tasks.columns.code"),
      kind: "text",
      width: 14,
      value: ({ task }) => task?.code ?? null,
    },
    {
      label: t("tasks.columns.title"),
      kind: "text",
      width: 46,
      value: ({ task }) => (task ? task.title : t("notifications.noTask")),
    },
    {
      label: t("exports.columns.note"),
      kind: "text",
      width: 36,
      value: ({ data }) => data.note ?? null,
    },
    {
      label: t("exports.columns.read"),
      kind: "text",
      width: 12,
      value: ({ read }) => t(read ? "exports.columns.isRead" : "notifications.unread"),
    },
  ];
}
