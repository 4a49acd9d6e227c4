import { database, type Transaction } from "#lib/core/db.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import { NOTIFICATION_KINDS, type NotificationData, type NotificationKind } from "./schema.ts";

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

/** Whose news it is. */
export type Reader = { id: number };

/**
 * Marks one of the reader's own news as read; one read before stays as it is.
 * @throws NotFoundError when there is no such news, or it is somebody else's
 */
export async function markRead(reader: Reader, id: number): Promise<void> {
  const own = { id, userId: reader.id };
  const { count } = await database().notification.updateMany({
    where: { ...own, readAt: null },
    data: { readAt: new Date() },
  });
  if (count === 0 && (await database().notification.count({ where: own })) === 0) {
    throw new NotFoundError();
  }
}

/** Marks all of the reader's news as read. */
export async function markAllRead(reader: Reader): Promise<void> {
  await database().notification.updateMany({
    where: { userId: reader.id, readAt: null },
    data: { readAt: new Date() },
  });
}

/** Sets of which kinds the reader wants to be told from now on. */
export async function chooseKinds(
  reader: Reader,
  wanted: readonly NotificationKind[],
): Promise<void> {
  const muted = NOTIFICATION_KINDS.filter((kind) => !wanted.includes(kind));
  await database().$transaction([
    database().mutedNotification.deleteMany({ where: { userId: reader.id } }),
    database().mutedNotification.createMany({
      data: muted.map((kind) => ({ userId: reader.id, kind })),
      skipDuplicates: true,
    }),
  ]);
}
