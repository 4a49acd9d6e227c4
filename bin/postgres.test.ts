import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { LockedError } from "./lock.ts";
import { startPostgres, startTemporaryPostgres } from "./postgres.ts";

// Real databases on a real disk, which may be busy.
vi.setConfig({ testTimeout: 120_000 });

const folders: string[] = [];
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "desk-postgres-"));
  folders.push(dataDir);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

test("keeps its data, lets nobody in without the password, and leaves nothing behind", async () => {
  const first = await startPostgres({ dataDir });
  await query(first.url, "create table kept as select 'đất đai' as words");
  const stranger = first.url.replace(/:[^:@]*@/, ":wrong@");
  await expect(query(stranger, "select 1")).rejects.toThrow(/password authentication failed/);
  await first.stop();
  expect((await first.exited).code).toBe(0);
  expect(existsSync(path.join(dataDir, "postgres/postmaster.pid"))).toBe(false);
  expect(existsSync(path.join(dataDir, "postgres.lock"))).toBe(false);
  expect(statSync(path.join(dataDir, "postgres.password")).mode & 0o077).toBe(0);

  const second = await startPostgres({ dataDir });
  expect(await query(second.url, "select words from kept")).toEqual([{ words: "đất đai" }]);
  await second.stop();
});

test("offers what the schema needs, to an owner who is no superuser", async () => {
  const postgres = await startTemporaryPostgres();
  try {
    await query(
      postgres.url,
      `create extension unaccent; create extension pg_trgm; create extension btree_gist;
       create table word (text text collate "vi-x-icu");
       insert into word values ('đê'), ('dân'), ('Ân'), ('an'), ('ăn');`,
    );
    expect(await query(postgres.url, "select text from word order by text")).toEqual(
      ["an", "ăn", "Ân", "dân", "đê"].map((text) => ({ text })),
    );
    expect(
      await query(
        postgres.url,
        `select current_setting('TimeZone') as zone, current_setting('server_encoding') as encoding,
         lower('ĐẤT') as lower, (select rolsuper from pg_roles where rolname = current_user) as super`,
      ),
    ).toEqual([{ zone: "UTC", encoding: "UTF8", lower: "đất", super: false }]);
  } finally {
    await postgres.stop();
  }
});

test("a second start on the same data says who holds it", async () => {
  const first = await startPostgres({ dataDir });
  await expect(startPostgres({ dataDir })).rejects.toThrow(LockedError);
  await first.stop();
});

test("starts again after the server was killed", async () => {
  const first = await startPostgres({ dataDir });
  await query(first.url, "create table kept as select 1 as number");
  process.kill(first.pid, "SIGKILL");
  expect((await first.exited).signal).toBe("SIGKILL");
  await first.stop();

  const second = await startPostgres({ dataDir });
  expect(await query(second.url, "select number from kept")).toEqual([{ number: 1 }]);
  await second.stop();
});

test("a process file that names another live process does not stand in the way", async () => {
  const first = await startPostgres({ dataDir });
  const file = path.join(dataDir, "postgres/postmaster.pid");
  const lines = readFileSync(file, "utf8").split("\n");
  process.kill(first.pid, "SIGKILL");
  await first.exited;
  await first.stop();
  // As after a restart of a container, where numbers come again.
  writeFileSync(file, [String(process.ppid), ...lines.slice(1)].join("\n"));
  const second = await startPostgres({ dataDir });
  await second.stop();
});
