import { PrismaPg } from "@prisma/adapter-pg";
import { describe, expect, it } from "vitest";
import { PrismaClient } from "#prisma/generated/client.ts";
import { createDatabase, database } from "./db.ts";
import { readinessProblems } from "./readiness.ts";
import { testDatabase } from "./testing.ts";

const { url } = await testDatabase();

/** As asked on a machine that is busy with other tests. */
const problems = () => readinessProblems(30_000);

/** What the product says of its readiness while another client is its database. */
async function problemsWith(other: PrismaClient): Promise<string[]> {
  const holder = globalThis as { database?: PrismaClient };
  const own = database();
  holder.database = other;
  try {
    return await problems();
  } finally {
    await other.$disconnect();
    holder.database = own;
  }
}

describe("readiness", () => {
  it("has nothing against a migrated database", async () => {
    expect(await problems()).toEqual([]);
  });

  it("misses a migration that was not applied, or not to the end", async () => {
    await database().$executeRaw`update _prisma_migrations set finished_at = null
      where migration_name like '%_core'`;
    expect(await problems()).toEqual(["MIGRATIONS_MISSING"]);
    await database().$executeRaw`update _prisma_migrations set finished_at = now()`;
    expect(await problems()).toEqual([]);
  });

  it("does not trust a database that is ahead of the product", async () => {
    await database().$executeRaw`insert into _prisma_migrations
      (id, checksum, migration_name, finished_at) values ('1', '', '29990101000000_later', now())`;
    expect(await problems()).toEqual(["MIGRATIONS_UNKNOWN"]);
    await database().$executeRaw`delete from _prisma_migrations where id = '1'`;
  });

  it("finds every migration missing in an empty database", async () => {
    const empty = new URL(url);
    empty.pathname = "/postgres";
    expect(await problemsWith(createDatabase(empty.href))).toEqual(["MIGRATIONS_MISSING"]);
  });

  it("does not trust sessions in another time zone", async () => {
    const adapter = new PrismaPg({
      connectionString: url,
      options: "-c TimeZone=Asia/Ho_Chi_Minh",
    });
    expect(await problemsWith(new PrismaClient({ adapter }))).toEqual([
      "SESSION_TIME_ZONE_NOT_UTC",
    ]);
  });

  it("says when the database is away, and recovers by itself", async () => {
    const nowhere = "postgresql://nobody@127.0.0.1:1/nothing";
    expect(await problemsWith(createDatabase(nowhere))).toEqual(["DATABASE_UNREACHABLE"]);
    expect(await problems()).toEqual([]);
  });

  it("does not wait for a database that does not answer", async () => {
    const locked = database().$transaction(async (transaction) => {
      await transaction.$executeRaw`lock table _prisma_migrations`;
      return readinessProblems(50);
    });
    expect(await locked).toEqual(["DATABASE_UNREACHABLE"]);
  });
});
