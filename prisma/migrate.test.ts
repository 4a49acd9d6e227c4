import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "#lib/core/testing.ts";
import { isSchemaMigrated, migrate } from "./migrate.ts";

const { url } = await testDatabase();
const client = new pg.Client(url);
let folder: URL;

async function writeMigration(name: string, sql: string): Promise<void> {
  const place = new URL(`${name}/`, folder);
  await mkdir(place, { recursive: true });
  await writeFile(new URL("migration.sql", place), sql);
}

async function tables(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_name like 'probe%'",
  );
  return rows.map((row) => row.name).sort();
}

beforeAll(async () => {
  await client.connect();
  await client.query("drop schema public cascade; create schema public");
  folder = pathToFileURL(`${await mkdtemp(path.join(tmpdir(), "migrations-"))}/`);
  await writeFile(new URL("migration_lock.toml", folder), 'provider = "postgresql"\n');
});

afterAll(async () => {
  await client.end();
  await rm(folder, { recursive: true });
});

test("every change of the schema has its migration", async () => {
  expect(await isSchemaMigrated(url)).toBe(true);
});

test("a script with semicolons inside a function is applied once and whole", async () => {
  await writeMigration(
    "1_function",
    `create table probe_one (id int);
     create function probe() returns int language plpgsql as $$ begin perform 1; return 2; end $$;`,
  );
  expect(await migrate(url, folder)).toEqual(["1_function"]);
  expect((await client.query("select probe()")).rows).toEqual([{ probe: 2 }]);
  expect(await migrate(url, folder)).toEqual([]);
});

test("a failed migration says why, leaves nothing behind, and is tried again", async () => {
  await writeMigration("2_wrong", "create table probe_two (id int); select 1 / 0;");
  await expect(migrate(url, folder)).rejects.toThrow(/division by zero/);
  expect(await tables()).toEqual(["probe_one"]);
  await writeMigration("2_wrong", "create table probe_two (id int);");
  expect(await migrate(url, folder)).toEqual(["2_wrong"]);
  expect(await tables()).toEqual(["probe_one", "probe_two"]);
});

test("two starts at once apply each migration once", async () => {
  await writeMigration("3_both", "create table probe_three (id int);");
  const applied = await Promise.all([migrate(url, folder), migrate(url, folder)]);
  expect(applied.flat()).toEqual(["3_both"]);
});
