import { beforeEach, describe, expect, test } from "vitest";
import { database } from "#lib/core/db.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { givenAccount } from "#lib/users/testing/accounts.ts";
import { countUnread, latestNotifications, listNotifications, wantedKinds } from "./queries.ts";
import { NOTIFICATION_KINDS, type NotificationKind, wantedKindsSchema } from "./schema.ts";
import { chooseKinds, markAllRead, markRead, notify } from "./service.ts";

await testDatabase();

const reader = await givenAccount();
const stranger = await givenAccount();

async function tell(kind: NotificationKind, ...userIds: number[]) {
  const data = { by: "Chánh Văn phòng" };
  await database().notification.createMany({
    data: userIds.map((userId) => ({ userId, kind, data })),
  });
}

beforeEach(async () => {
  await database().notification.deleteMany();
  await database().mutedNotification.deleteMany();
});

describe("reading", () => {
  test("the latest comes first, and only the reader's own", async () => {
    await tell("ASSIGNED", reader.id, stranger.id);
    await tell("RETURNED", reader.id);
    const { items, total } = await listNotifications(reader, {});
    expect(items.map(({ kind }) => kind)).toEqual(["RETURNED", "ASSIGNED"]);
    expect(items[0]).toMatchObject({ task: null, data: { by: "Chánh Văn phòng" }, read: false });
    expect(total).toBe(2);
    expect(await countUnread(stranger)).toBe(1);
    expect(await latestNotifications(reader, 1)).toEqual(items.slice(0, 1));
  });

  test("comes in pages, all or the unread alone", async () => {
    for (let count = 0; count < 51; count += 1) await tell("MENTIONED", reader.id);
    const [last] = await latestNotifications(reader);
    await markRead(reader, last?.id ?? 0);
    const second = await listNotifications(reader, { page: 2 });
    expect(second).toMatchObject({ total: 51, items: [{ read: false }] });
    const unread = await listNotifications(reader, { unread: "1" });
    expect(unread.total).toBe(50);
    expect(unread.items).toHaveLength(50);
  });

  test("counts no further than people read a number", async () => {
    await database().notification.createMany({
      data: Array.from({ length: 130 }, () => ({ userId: reader.id, kind: "ASSIGNED" })),
    });
    expect(await countUnread(reader)).toBe(100);
  });
});

describe("marking as read", () => {
  test("one's own, and again without harm", async () => {
    await tell("ASSIGNED", reader.id);
    const [news] = await latestNotifications(reader);
    await markRead(reader, news?.id ?? 0);
    await markRead(reader, news?.id ?? 0);
    expect(await countUnread(reader)).toBe(0);
  });

  test("somebody else's is not there", async () => {
    await tell("ASSIGNED", stranger.id);
    const [news] = await latestNotifications(stranger);
    await expect(markRead(reader, news?.id ?? 0)).rejects.toThrow(NotFoundError);
    await expect(markRead(reader, 999_999)).rejects.toThrow(NotFoundError);
    await markAllRead(reader);
    expect(await countUnread(stranger)).toBe(1);
  });
});

describe("choosing kinds", () => {
  test("leaves the others unsaid from then on", async () => {
    expect(await wantedKinds(reader)).toEqual(NOTIFICATION_KINDS);
    await chooseKinds(reader, ["OVERDUE", "ASSIGNED"]);
    await chooseKinds(reader, ["OVERDUE", "MENTIONED"]);
    expect(await wantedKinds(reader)).toEqual(["OVERDUE", "MENTIONED"]);
    expect(await wantedKinds(stranger)).toEqual(NOTIFICATION_KINDS);
  });

  test("a kind that nobody knows is refused, none at all is not", () => {
    expect(wantedKindsSchema.safeParse({ kinds: "OVERDUE,EVERYTHING" }).success).toBe(false);
    expect(wantedKindsSchema.safeParse({}).success).toBe(false);
    expect(wantedKindsSchema.parse({ kinds: ",OVERDUE" })).toEqual({ kinds: ["OVERDUE"] });
    expect(wantedKindsSchema.parse({ kinds: "" })).toEqual({ kinds: [] });
  });
});

test("whoever does not want a kind, or is locked out, is not told", async () => {
  const gone = await givenAccount({ disabledAt: new Date() });
  const department = await database().department.create({
    data: { code: "A", name: "A", short: "A", nameEn: "A", kind: "OTHER", position: 1 },
  });
  const field = await database().field.create({
    data: { code: "A", name: "A", short: "A", nameEn: "A", position: 1 },
  });
  const task = await database().task.create({
    data: {
      code: "T-1",
      title: "Báo cáo",
      leadDepartmentId: department.id,
      fieldId: field.id,
      assignedOn: new Date("2026-11-01"),
    },
  });
  await chooseKinds(stranger, []);
  const userIds = [reader.id, reader.id, stranger.id, gone.id];
  await database().$transaction((transaction) =>
    notify(transaction, { kind: "ASSIGNED", taskId: task.id, userIds }),
  );
  const told = await database().notification.findMany({ select: { userId: true } });
  expect(told).toEqual([{ userId: reader.id }]);
  expect((await latestNotifications(reader))[0]?.task).toEqual({
    id: task.id,
    code: "T-1",
    title: "Báo cáo",
  });
});
