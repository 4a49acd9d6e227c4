import pg from "pg";
import type { Environment } from "#lib/core/env.ts";
import { migrate } from "#prisma/migrate.ts";
import { publishDatabaseUrl, publishedDatabaseUrl } from "./data-directory.ts";
import { lockHolder } from "./lock.ts";
import { postgresLock, type RunningPostgres, startPostgres } from "./postgres.ts";
import type { Shutdown } from "./shutdown.ts";

/** A migrated database: its URL, and the server when this process runs it. */
export type OpenDatabase = { url: string; postgres: RunningPostgres | null; migrations: string[] };

/** The process that runs the embedded database of the data directory now, or null. */
export function databaseHolder(dataDir: string): number | null {
  return lockHolder(postgresLock(dataDir));
}

/** @throws Error that says where the database was looked for, without its password */
async function assertReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const { host, pathname } = new URL(url);
    const reason = error instanceof AggregateError ? error.errors[0] : error;
    throw new Error(
      `The database ${pathname.slice(1)} on ${host} (DATABASE_URL) cannot be reached: ` +
        `${reason instanceof Error ? reason.message : reason}. Is it running, and are user and password right?`,
    );
  }
}

/**
 * Opens the product's database and brings its schema up to date: the external one, or the
 * embedded one, which is started here and stopped by `shutdown`.
 */
export async function openDatabase(
  environment: Environment,
  shutdown: Shutdown,
): Promise<OpenDatabase> {
  if (environment.database.kind === "external") {
    const { url } = environment.database;
    await assertReachable(url);
    return { url, postgres: null, migrations: await migrate(url) };
  }
  const { dataDir } = environment;
  const starting = startPostgres({ dataDir });
  shutdown.add(() => starting.then((postgres) => postgres.stop()).catch(() => {}));
  const postgres = await starting;
  const migrations = await migrate(postgres.url);
  shutdown.add(publishDatabaseUrl(dataDir, postgres.url));
  return { url: postgres.url, postgres, migrations };
}

/**
 * The database for a command beside the server: the running server's own where there is one,
 * else opened (and stopped again) by the command.
 */
export async function borrowDatabase(
  environment: Environment,
  shutdown: Shutdown,
): Promise<OpenDatabase> {
  const { database, dataDir } = environment;
  if (database.kind === "embedded" && databaseHolder(dataDir) !== null) {
    const url = publishedDatabaseUrl(dataDir);
    if (url === null) {
      throw new Error("The product is just starting or stopping: try again in a moment.");
    }
    return { url, postgres: null, migrations: [] };
  }
  return openDatabase(environment, shutdown);
}
