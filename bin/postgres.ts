import type { ChildProcess } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import {
  type Ending,
  ended,
  followParent,
  hasEnded,
  type StopStep,
  startChild,
  stopChild,
} from "./child.ts";
import { takeLock } from "./lock.ts";
import {
  clearLeftovers,
  commandOf,
  initialise,
  keptPassword,
  lastLines,
  openLog,
  postgresEnvironment,
  SUPERUSER,
} from "./postgres-files.ts";
import { type PostgresIdentity, postgresIdentity } from "./postgres-identity.ts";

export const DATABASE_NAME = "executive_desk";
const OWNER = "executive_desk";
/** A database killed in the middle of much work first replays its log. */
const START_PATIENCE = 5 * 60_000;
/** What passes by itself: a port taken just now, a killed server's last backend. */
const PASSING = /Address already in use|shared memory block/;
const ATTEMPTS = 10;

export type PostgresOptions = {
  /** The product's data directory; the database's files go into `postgres` inside it. */
  dataDir: string;
  /** TCP port on 127.0.0.1; a free one when not given. */
  port?: number;
  /** For tests: nothing is synced to disk, and the files are removed when it stops. */
  temporary?: boolean;
  /** Further server settings, as `postgres -c name=value`. */
  settings?: Record<string, string>;
};

export type RunningPostgres = {
  /** Connection URL of the product's database, whose owner is not a superuser. */
  url: string;
  /** Connection URL of another database on the same server. */
  urlOf(database: string): string;
  port: number;
  /** The process number of the server. */
  pid: number;
  /** Settles when the server has ended, asked to or not. */
  exited: Promise<Ending>;
  /** Shuts the server down in order; safe to call twice. */
  stop(): Promise<void>;
};

/** The lock that says which process runs the database of a data directory. */
export function postgresLock(dataDir: string): string {
  return path.join(dataDir, "postgres.lock");
}

/** A TCP port that is free on 127.0.0.1 now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === "object") resolve(address.port);
        else reject(new Error("No free port"));
      });
    });
  });
}

type Address = { port: number; password: string };

function clientOf(address: Address): pg.Client {
  return new pg.Client({
    host: "127.0.0.1",
    port: address.port,
    user: SUPERUSER,
    password: address.password,
    database: "postgres",
  });
}

/** Waits until the server answers; false when it ended or did not in time. */
async function answers(address: Address, child: ChildProcess): Promise<boolean> {
  const limit = Date.now() + START_PATIENCE;
  while (!hasEnded(child) && Date.now() < limit) {
    const client = clientOf(address);
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      const code = (error as { code?: string }).code ?? "";
      // Refused or reset: not listening yet. 57P03: starting up. Anything else is final.
      if (!["ECONNREFUSED", "ECONNRESET", "57P03"].includes(code)) throw error;
      await delay(25);
    }
  }
  return false;
}

/** Creates the product's role and database where they are missing. */
async function ensureDatabase(address: Address): Promise<void> {
  const client = clientOf(address);
  await client.connect();
  try {
    const password = client.escapeLiteral(address.password);
    const roles = await client.query("select 1 from pg_roles where rolname = $1", [OWNER]);
    const verb = roles.rowCount ? "alter" : "create";
    await client.query(`${verb} role ${OWNER} login createdb password ${password}`);
    const found = await client.query("select 1 from pg_database where datname = $1", [
      DATABASE_NAME,
    ]);
    if (!found.rowCount) await client.query(`create database ${DATABASE_NAME} owner ${OWNER}`);
  } finally {
    await client.end();
  }
}

const STOPPING: StopStep[] = [
  { signal: "SIGINT", patience: 60_000 },
  { signal: "SIGQUIT", patience: 10_000 },
  { signal: "SIGKILL", patience: 5_000 },
];

/** The command line of the server with its settings. */
function serverCommand(
  identity: PostgresIdentity,
  port: number,
  options: PostgresOptions,
): string[] {
  const unsafe = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    ...(options.temporary ? unsafe : {}),
    ...options.settings,
  };
  return [
    ...followParent(commandOf(identity, "postgres"), "INT"),
    ...["-D", identity.cluster, "-p", String(port)],
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
}

/** Starts the server and waits until it answers, trying again after what passes by itself. */
async function bringUp(
  identity: PostgresIdentity,
  dataDir: string,
  password: string,
  options: PostgresOptions,
): Promise<{ running: ChildProcess; address: Address }> {
  const log = path.join(dataDir, "postgres.log");
  for (let attempt = 1; ; attempt += 1) {
    const address = { port: options.port ?? (await freePort()), password };
    const output = openLog(log);
    const logStart = statSync(log).size;
    const running = startChild(serverCommand(identity, address.port, options), {
      ...identity.user,
      cwd: "/",
      env: postgresEnvironment(),
      stdio: ["ignore", output, output],
    });
    closeSync(output);
    try {
      if (await answers(address, running)) return { running, address };
    } catch (error) {
      await stopChild(running, STOPPING);
      throw error;
    }
    await stopChild(running, STOPPING);
    const words = lastLines(log, logStart);
    if (attempt === ATTEMPTS || !PASSING.test(words)) {
      throw new Error(`The database did not start.\n${words}\n(${log})`);
    }
    await delay(300);
  }
}

/**
 * Starts the embedded Postgres of a data directory, creating it on the first start. It listens
 * on 127.0.0.1 only, with a password kept in the data directory, and in time zone UTC. The
 * server ends with this process, even a killed one where the system can do that.
 * @throws LockedError when another process runs it; Error with the log's end when it fails
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const temporary = options.temporary ?? false;
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const dataDir = realpathSync(options.dataDir);
  const unlock = takeLock(postgresLock(dataDir));
  let child: ChildProcess | undefined;
  let relocated: string | null = null;
  const clean = () => {
    if (temporary) {
      rmSync(path.join(dataDir, "postgres"), { recursive: true, force: true });
      if (relocated) rmSync(relocated, { recursive: true, force: true });
    }
    unlock();
  };
  try {
    const identity = postgresIdentity(dataDir, temporary);
    relocated = identity.relocated;
    await clearLeftovers(identity.cluster);
    const password = keptPassword(dataDir);
    if (!existsSync(path.join(identity.cluster, "PG_VERSION"))) {
      initialise(identity, password, temporary);
    }

    const { running, address } = await bringUp(identity, dataDir, password, options);
    child = running;
    await ensureDatabase(address);

    const { port } = address;
    const urlOf = (database: string) =>
      `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
    let stopping: Promise<void> | undefined;
    return {
      url: urlOf(DATABASE_NAME),
      urlOf,
      port,
      pid: running.pid ?? 0,
      exited: ended(running),
      stop() {
        stopping ??= stopChild(running, STOPPING).then(clean);
        return stopping;
      },
    };
  } catch (error) {
    if (child) await stopChild(child, STOPPING);
    clean();
    throw error;
  }
}

/** Starts a Postgres in a temporary directory of its own, which is gone when it has stopped. */
export async function startTemporaryPostgres(
  settings: Record<string, string> = {},
): Promise<RunningPostgres> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "executive-desk-"));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const postgres = await startPostgres({ dataDir, temporary: true, settings });
    return { ...postgres, stop: () => postgres.stop().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
