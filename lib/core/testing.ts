import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { database } from "./db.ts";

/** The test run's own Postgres, started once by the run itself (bin/test-database.ts). */
export type TestServer = {
  /** Connection URL of the server, without a database's name. */
  server: string;
  /** The migrated, empty database that the tests' databases are copies of. */
  template: string;
};

declare module "vitest" {
  interface ProvidedContext {
    postgres: TestServer;
  }
}

async function onServer<Result>(use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(`${inject("postgres").server}/postgres`);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Removes a database of the test run, unless a test still holds a connection to it. */
async function drop(name: string): Promise<void> {
  await onServer((client) => client.query(`drop database if exists ${name}`)).catch((error) => {
    const inUse = error instanceof pg.DatabaseError && error.code === "55006";
    if (!inUse) throw error;
  });
}

/**
 * Gives the test file a migrated, empty database of its own and makes it the product's
 * (`database()` and `DATABASE_URL`) for the rest of the file. Call it once, at the top:
 * `const { url } = await testDatabase();`. It is removed after the file's last test.
 * @returns its connection URL
 */
export async function testDatabase(): Promise<{ url: string }> {
  const { server, template } = inject("postgres");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer((client) => client.query(`create database ${name} template ${template}`));
  const url = `${server}/${name}`;
  process.env.DATABASE_URL = url;
  afterAll(async () => {
    await database().$disconnect();
    await drop(name);
  });
  return { url };
}
