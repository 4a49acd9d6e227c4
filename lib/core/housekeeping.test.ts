import { expect, test } from "vitest";
import { database } from "./db.ts";
import { sweep } from "./housekeeping.ts";
import { testDatabase } from "./testing.ts";

await testDatabase();

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3600 * 1000);

test("only what is old is forgotten", async () => {
  await database().handledRequest.createMany({
    data: [
      { sender: "user:1", key: "old", at: daysAgo(8) },
      { sender: "user:1", key: "new", at: daysAgo(6) },
    ],
  });
  await database().outboxMessage.deleteMany();
  await database().outboxMessage.createMany({
    data: [
      { kind: "old", data: {}, createdAt: daysAgo(40), processedAt: daysAgo(31) },
      { kind: "waiting", data: {}, createdAt: daysAgo(40) },
      { kind: "new", data: {}, processedAt: daysAgo(29) },
    ],
  });
  await sweep();
  const requests = await database().handledRequest.findMany({ select: { key: true } });
  expect(requests).toEqual([{ key: "new" }]);
  const kinds = await database().outboxMessage.findMany({ select: { kind: true } });
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(["new", "waiting"]);
});
