import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "#prisma/generated/client.ts";

// UTC: in any other zone the adapter shifts instants, invisibly in a round trip. Parallel plans
// and JIT cost our short queries more than they save.
const SESSION_OPTIONS = "-c TimeZone=UTC -c max_parallel_workers_per_gather=0 -c jit=off";

/**
 * Stands before a statement whose text never varies: each connection then plans it once and not
 * at every call. Not for lists, whose best plan depends on the values asked for.
 */
export const PREPARED = Prisma.raw("/* prepared */");

function statementName({ sql }: { sql: string }): string {
  if (!sql.trimStart().startsWith(PREPARED.sql)) return "";
  return createHash("sha1").update(sql).digest("base64url");
}

/** Milliseconds. What waits, waits for others' changes of the same thing, or on a busy machine. */
const PATIENCE = { maxWait: 15_000, timeout: 30_000 };

/** A client of the given database, its session set up as the product needs it. */
export function createDatabase(connectionString: string, maxConnections = 10): PrismaClient {
  const pool = {
    connectionString,
    options: SESSION_OPTIONS,
    max: maxConnections,
    connectionTimeoutMillis: 5_000,
  };
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementName });
  return new PrismaClient({ adapter, transactionOptions: PATIENCE });
}

const holder = globalThis as { database?: PrismaClient };

/**
 * The product's database (`DATABASE_URL`), one client for the whole process; made at its
 * first use, so that a build needs no database.
 */
export function database(): PrismaClient {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  holder.database ??= createDatabase(url);
  return holder.database;
}

export type Transaction = Prisma.TransactionClient;

/** What can be read from: the database, or one transaction's view of it. */
export type Reader = Pick<Transaction, "$queryRaw">;

/** A transaction as a reader of several things at once, whose one connection asks in turn. */
export function inTurn(transaction: Transaction): Reader {
  let last: Promise<unknown> = Promise.resolve();
  const ask = (...parameters: Parameters<Transaction["$queryRaw"]>) => {
    const answer = last.then(() => transaction.$queryRaw(...parameters));
    // Whoever asked is told what failed; the next one asks all the same.
    last = answer.catch(() => {});
    return answer;
  };
  return { $queryRaw: ask as Reader["$queryRaw"] };
}
export { Prisma };

const CONNECTION_FAILURES = [
  "P1001",
  "P1002",
  "P1017",
  "P2024",
  "ECONNREFUSED",
  "ECONNRESET",
  "57P01",
  "57P03",
];

/** Whether an error means that the database cannot be reached, as against a failed query. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return CONNECTION_FAILURES.includes(code) || isDatabaseAway(error.cause);
}
