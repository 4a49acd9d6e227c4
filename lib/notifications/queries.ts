import { database } from "#lib/core/db.ts";
import {
  NOTIFICATION_KINDS,
  type NotificationKind,
  type NotificationListState,
  type NotificationView,
  notificationDataSchema,
  notificationKindSchema,
} from "./schema.ts";

export const PAGE_SIZE = 50;

/** From here on it is only said that there are more: "99+". */
const COUNTED_UP_TO = 100;

/** Whose news it is; nobody reads another's. */
type Reader = { id: number };

type Slice = { unreadOnly: boolean; skip?: number; take: number; before?: number };

async function read(
  reader: Reader,
  { unreadOnly, skip = 0, take, before }: Slice,
): Promise<NotificationView[]> {
  const rows = await database().notification.findMany({
    where: {
      userId: reader.id,
      ...(unreadOnly && { readAt: null }),
      ...(before !== undefined && { id: { lt: before } }),
    },
    orderBy: { id: "desc" },
    skip,
    take,
    select: {
      id: true,
      kind: true,
      data: true,
      createdAt: true,
      readAt: true,
      task: { select: { id: true, code: true, title: true } },
    },
  });
  return rows.map(({ id, kind, data, createdAt, readAt, task }) => ({
    id: Number(id),
    kind: notificationKindSchema.parse(kind),
    task,
    data: notificationDataSchema.parse(data),
    at: createdAt,
    read: readAt !== null,
  }));
}

/** One page of the reader's news, the latest first, and how many there are on all pages. */
export async function listNotifications(
  reader: Reader,
  { unread, page = 1 }: NotificationListState,
): Promise<{ items: NotificationView[]; total: number }> {
  const unreadOnly = unread !== undefined;
  const [items, total] = await Promise.all([
    read(reader, { unreadOnly, skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE }),
    database().notification.count({
      where: { userId: reader.id, ...(unreadOnly && { readAt: null }) },
    }),
  ]);
  return { items, total };
}

/** How many are read at a time. */
const AT_ONCE = 1000;

/** All of the reader's news or the unread, the latest first, some at a time, and how many there are. */
export async function listAllNotifications(
  reader: Reader,
  { unread }: Pick<NotificationListState, "unread">,
): Promise<{ total: number; pages: AsyncIterable<NotificationView[]> }> {
  const unreadOnly = unread !== undefined;
  const total = await database().notification.count({
    where: { userId: reader.id, ...(unreadOnly && { readAt: null }) },
  });
  return { total, pages: allPages(reader, unreadOnly) };
}

async function* allPages(reader: Reader, unreadOnly: boolean): AsyncGenerator<NotificationView[]> {
  let before: number | undefined;
  for (;;) {
    const items = await read(reader, {
      unreadOnly,
      take: AT_ONCE,
      ...(before !== undefined && { before }),
    });
    yield items;
    before = items.at(-1)?.id;
    if (items.length < AT_ONCE) return;
  }
}

/** The last few of the reader's news. */
export function latestNotifications(reader: Reader, count = 6): Promise<NotificationView[]> {
  return read(reader, { unreadOnly: false, skip: 0, take: count });
}

/** How many of the reader's news are unread; 100 stands for more than 99. */
export function countUnread(reader: Reader): Promise<number> {
  return database().notification.count({
    where: { userId: reader.id, readAt: null },
    take: COUNTED_UP_TO,
  });
}

/** The kinds that the reader wants to know of, in their usual order. */
export async function wantedKinds(reader: Reader): Promise<NotificationKind[]> {
  const muted = await database().mutedNotification.findMany({
    where: { userId: reader.id },
    select: { kind: true },
  });
  const unwanted = new Set(muted.map(({ kind }) => kind));
  return NOTIFICATION_KINDS.filter((kind) => !unwanted.has(kind));
}
