import type { Transaction } from "#lib/core/db.ts";
import type { NotificationData, NotificationKind } from "./schema.ts";

/** What happened to a task, and who is to know. */
export type News = {
  kind: NotificationKind;
  taskId: number;
  userIds: readonly number[];
  data?: NotificationData;
};

/**
 * Tells people of something, in the transaction in which it happens: once each, and not whoever
 * does not want to know of this kind. Whoever did it is left out by the caller.
 */
export async function notify(transaction: Transaction, news: News): Promise<void> {
  const { kind, taskId, data = {} } = news;
  const users = await transaction.user.findMany({
    where: {
      id: { in: [...new Set(news.userIds)] },
      disabledAt: null,
      mutedNotifications: { none: { kind } },
    },
    select: { id: true },
  });
  if (users.length === 0) return;
  await transaction.notification.createMany({
    data: users.map(({ id }) => ({ userId: id, kind, taskId, data })),
    skipDuplicates: true,
  });
}
