import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
} from "@prisma/driver-adapter-utils";
import type * as Engine from "@prisma/schema-engine-wasm";
import pg from "pg";

/**
 * Applies and drafts migrations in Prisma's own format, with the schema engine that comes as
 * WebAssembly in an npm package: the usual one is a binary that Prisma downloads, which a
 * machine without a way out cannot. `prisma migrate deploy` works on the same folder.
 */
const SCHEMA = new URL("schema.prisma", import.meta.url);
const MIGRATIONS = new URL("migrations/", import.meta.url);
/** The schema that the migrations so far add up to; the next migration is drafted against it. */
const SNAPSHOT = new URL("schema.snapshot.prisma", MIGRATIONS);
const NO_FILTERS: Engine.SchemaFilter = { externalTables: [], externalEnums: [] };

let loading: Promise<typeof Engine> | undefined;

/** The engine forgets the timer of its ten-second lock limit; it must not keep a command alive. */
function withIdleTimers(imports: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  for (const [name, value] of Object.entries(imports)) {
    if (!name.startsWith("__wbg_setTimeout") || typeof value !== "function") continue;
    imports[name] = (...parameters: unknown[]) => {
      const timer = Reflect.apply(value, undefined, parameters) as NodeJS.Timeout;
      return timer.unref();
    };
  }
  return imports;
}

/** The engine's module, instantiated by hand: Node does not import .wasm files as it expects. */
function loadEngine(): Promise<typeof Engine> {
  loading ??= (async () => {
    const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
    const folder = path.dirname(
      createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"),
    );
    const code = await readFile(path.join(folder, "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(code, {
      "./schema_engine_bg.js": withIdleTimers({ ...glue }),
    });
    glue.__wbg_set_wasm(instance.exports);
    const start = instance.exports.__wbindgen_start;
    if (typeof start === "function") start();
    return glue;
  })();
  return loading;
}

/** The migration folders in order, as the engine takes them. */
async function migrationsList(folder: URL): Promise<Engine.MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: fileURLToPath(folder),
    lockfile: {
      path: "./migration_lock.toml",
      content: await readFile(new URL("migration_lock.toml", folder), "utf8").catch(() => null),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(new URL(`${name}/migration.sql`, folder), "utf8"),
          },
        },
      })),
    ),
  };
}

/**
 * The pg adapter, but a script goes to the database whole: the adapter cuts scripts at every
 * semicolon, also inside function bodies. Sent whole it is also one transaction, so a failed
 * migration leaves nothing behind.
 */
class ScriptAwareAdapter extends PrismaPg {
  readonly #connected: { dispose(): Promise<void> }[] = [];

  /** Ends the connections; the engine does not, and one of them holds Prisma's own lock. */
  async close(): Promise<void> {
    await Promise.all(this.#connected.map((adapter) => adapter.dispose()));
  }

  override async connect() {
    const adapter = await super.connect();
    this.#connected.push(adapter);
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        throw new DriverAdapterError({
          kind: "postgres",
          code: error.code ?? "",
          severity: error.severity ?? "ERROR",
          message: error.message,
          detail: error.detail,
          column: error.column,
          hint: error.hint,
        });
      }
    };
    return adapter;
  }
}

async function withEngine<Result>(
  url: string,
  use: (engine: Engine.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  const { SchemaEngine } = await loadEngine();
  const adapter = new ScriptAwareAdapter({ connectionString: url, options: "-c TimeZone=UTC" });
  const engine = await SchemaEngine.new(
    { datamodels: [[fileURLToPath(SCHEMA), await readFile(SCHEMA, "utf8")]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  try {
    return await use(engine);
  } finally {
    engine.free();
    await adapter.close();
  }
}

/** Holds a lock in the database while `use` runs, so that two starts migrate one after the other. */
async function withMigrationLock<Result>(url: string, use: () => Promise<Result>): Promise<Result> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('executive_desk.migrate'))");
    return await use();
  } finally {
    await client.end();
  }
}

/**
 * Applies the migrations that the database does not have yet, each in the order of its folder
 * and each in one transaction. One that was cut off earlier (a power failure) is tried again.
 * @param url connection URL of the database, whose user owns it
 * @param folder where the migrations are; the product's own unless given
 * @returns the names of the migrations applied now
 * @throws Error with the database's own words when one fails
 */
export async function migrate(url: string, folder: URL = MIGRATIONS): Promise<string[]> {
  const list = await migrationsList(folder);
  return withMigrationLock(url, () =>
    withEngine(url, async (engine) => {
      const state = await engine.diagnoseMigrationHistory({
        migrationsList: list,
        optInToShadowDatabase: false,
        filters: NO_FILTERS,
      });
      // Nothing of a failed migration was kept, and nobody else is at work: the lock is ours.
      for (const migrationName of state.failedMigrationNames) {
        await engine.markMigrationRolledBack({ migrationName });
      }
      const result = await engine.applyMigrations({ migrationsList: list, filters: NO_FILTERS });
      return result.appliedMigrationNames;
    }),
  );
}

/** The SQL that turns the schema the migrations add up to into the present one; empty if none. */
async function pendingSql(url: string): Promise<string> {
  const schemaOf = async (file: URL): Promise<Engine.DiffTarget> => ({
    tag: "schemaDatamodel",
    files: [{ path: fileURLToPath(file), content: await readFile(file, "utf8") }],
  });
  const [from, to] = await Promise.all([schemaOf(SNAPSHOT), schemaOf(SCHEMA)]);
  return withEngine(url, async (engine) => {
    const parameters = { from, to, script: true, exitCode: true, filters: NO_FILTERS };
    const { exitCode, stdout } = await engine.diff(parameters);
    return exitCode === 2 ? (stdout ?? "") : "";
  });
}

/** True when every change of schema.prisma has its migration; the engine wants some database. */
export async function isSchemaMigrated(url: string): Promise<boolean> {
  return (await pendingSql(url)) === "";
}

/**
 * Drafts the migration of what changed in schema.prisma since the last one, to be read and
 * completed by hand (triggers, checks, moving of data).
 * @param name what the migration does, in snake case
 * @param url connection URL of any Postgres: the engine asks its version and changes nothing
 * @returns the path of the SQL file, or null when the schema did not change
 */
export async function draftMigration(name: string, url: string): Promise<string | null> {
  const sql = await pendingSql(url);
  if (sql === "") return null;
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = new URL(`${stamp}_${name}/`, MIGRATIONS);
  await mkdir(folder);
  await writeFile(new URL("migration.sql", folder), sql);
  await copyFile(SCHEMA, SNAPSHOT);
  return fileURLToPath(new URL("migration.sql", folder));
}
