import { expect, test } from "vitest";
import { database } from "./db.ts";
import { testDatabase } from "./testing.ts";

const { url } = await testDatabase();

test("a test file has a migrated database of its own", async () => {
  const rows = await database().$queryRaw<
    { name: string; zone: string }[]
  >`select current_database() as name, current_setting('TimeZone') as zone`;
  expect(rows).toEqual([{ name: url.split("/").at(-1), zone: "UTC" }]);
  const migrations = await database().$queryRaw<
    { count: number }[]
  >`select count(*)::int as count from _prisma_migrations where finished_at is not null`;
  expect(migrations[0]?.count).toBeGreaterThan(0);
});
