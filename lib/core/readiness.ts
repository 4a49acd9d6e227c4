import { readdir } from "node:fs/promises";
import path from "node:path";
import { database } from "./db.ts";

/** Why the product cannot work just now. */
export type Unreadiness =
  | "DATABASE_UNREACHABLE"
  | "SESSION_TIME_ZONE_NOT_UTC"
  | "MIGRATIONS_UNREADABLE"
  | "MIGRATIONS_MISSING"
  | "MIGRATIONS_UNKNOWN";

const PATIENCE_MS = 2_000;

const MIGRATIONS = path.join(process.cwd(), "prisma", "migrations");

/** The names of the migrations that this version of the product comes with. */
async function ownMigrations(): Promise<string[] | null> {
  try {
    const entries = await readdir(MIGRATIONS, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch {
    return null;
  }
}

/** The migrations of the connected database that were completed and not taken back. */
async function appliedMigrations(): Promise<string[]> {
  const [table] = await database().$queryRaw<{ present: boolean }[]>`
    select to_regclass('_prisma_migrations') is not null as present`;
  if (!table?.present) return [];
  const rows = await database().$queryRaw<{ migration_name: string }[]>`
    select migration_name from _prisma_migrations
    where finished_at is not null and rolled_back_at is null`;
  return rows.map((row) => row.migration_name);
}

/** Whether instants come back as they were stored; Prisma shifts them in any other time zone. */
async function sessionIsUtc(): Promise<boolean> {
  const [row] = await database().$queryRaw<{ zone: string }[]>`
    select current_setting('TimeZone') as zone`;
  return row?.zone === "UTC";
}

async function databaseProblems(): Promise<Unreadiness[]> {
  const [utc, own, applied] = await Promise.all([
    sessionIsUtc(),
    ownMigrations(),
    appliedMigrations(),
  ]);
  const problems: Unreadiness[] = [];
  if (!utc) problems.push("SESSION_TIME_ZONE_NOT_UTC");
  if (own === null) problems.push("MIGRATIONS_UNREADABLE");
  if (own?.some((name) => !applied.includes(name))) problems.push("MIGRATIONS_MISSING");
  if (own && applied.some((name) => !own.includes(name))) problems.push("MIGRATIONS_UNKNOWN");
  return problems;
}

/**
 * What keeps the product from working: nothing when the database answers within two seconds
 * (or `patienceMs`), its sessions are in UTC, and it has exactly the migrations of this version.
 */
export async function readinessProblems(patienceMs = PATIENCE_MS): Promise<Unreadiness[]> {
  let timer: NodeJS.Timeout | undefined;
  const outOfPatience = new Promise<Unreadiness[]>((resolve) => {
    timer = setTimeout(() => resolve(["DATABASE_UNREACHABLE"]), patienceMs);
  });
  const answer = databaseProblems().catch((): Unreadiness[] => ["DATABASE_UNREACHABLE"]);
  try {
    return await Promise.race([answer, outOfPatience]);
  } finally {
    clearTimeout(timer);
  }
}
