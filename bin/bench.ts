import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { addMonths, type CivilDate, civilDate, firstDayOf } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { readEnvironment } from "#lib/core/env.ts";
import { getDashboard, getSummary } from "#lib/figures/queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { monthContaining, periodOf } from "#lib/periods/rules.ts";
import type { Period } from "#lib/periods/schema.ts";
import { listTasks } from "#lib/tasks/queries.ts";
import { rebuildTally } from "#lib/tasks/tally.ts";
import { createApiToken } from "#lib/users/tokens.ts";
import { migrate } from "#prisma/migrate.ts";
import { seed } from "#prisma/seed/index.ts";
import { benchClosing } from "./bench/closing.ts";
import { benchExports } from "./bench/exports.ts";
import { benchImports } from "./bench/imports.ts";
import { benchLists } from "./bench/lists.ts";
import { type Timing, timed, timedRequests } from "./bench/measure.ts";
import { plainStatements, type Statement } from "./bench/plain.ts";
import { signInForBench } from "./bench/sign-in.ts";
import { distDirOf, ensureBuild } from "./build.ts";
import { ended, startChild, stopChild } from "./child.ts";
import { freePort, startTemporaryPostgres } from "./postgres.ts";
import { serverEnvironment, startServer } from "./server.ts";
import { runCommand, type Shutdown } from "./shutdown.ts";

const HELP = `npm run bench -- [--sizes 2000,100000,1000000] [--no-http]

Loads registers of these sizes into a scratch database and times the dashboard's queries
beside plain SQL for the same figures, and the pages over HTTP. Size 0, which comes with any other,
is an empty register into which 10,000 tasks are brought. Changes nothing else.`;

const TODAY = civilDate("2026-10-31");
const CHAIRMAN = { role: "CHAIRMAN", departmentId: null, portfolioDepartmentIds: [] } as const;
const SERVER_SETTINGS = {
  shared_buffers: "1GB",
  max_wal_size: "8GB",
  maintenance_work_mem: "512MB",
};

function show(label: string, { p50, p95 }: Timing, note = ""): void {
  const milliseconds = (value: number) => value.toFixed(1).padStart(9);
  console.log(
    `| ${label.padEnd(58)} | ${milliseconds(p50)} | ${milliseconds(p95)} | ${note.padEnd(14)} |`,
  );
}

/** Fills a migrated, catalogued database with a register of so many tasks. */
async function load(url: string, tasks: number): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const sql = readFileSync(new URL("bench/register.sql", import.meta.url), "utf8");
    await client.query(sql.replaceAll("{tasks}", String(tasks)).replaceAll("{today}", TODAY));
    await client.query(
      `update setting set value = '"${addMonths("2026-10", -24)}"' where key = 'firstPeriod'`,
    );
    await rebuildTally(database());
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}

/** The statements that a piece of work sends to Postgres, as they go over the wire. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function query(this: pg.Client, ...given: unknown[]) {
    const [config, values] = given as [Partial<Statement> | string, unknown[] | undefined];
    const { text = "", values: bound = values ?? [] } =
      typeof config === "string" ? { text: config } : config;
    if (/^\s*(\/\* prepared \*\/)?\s*(select|with)/i.test(text)) seen.push({ text, values: bound });
    return Reflect.apply(original, this, given);
  } as typeof original;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  return seen;
}

/** Runs statements at once through plain connections, as the product runs its own. */
function runner(pool: pg.Pool, statements: readonly Statement[]): () => Promise<unknown> {
  return () =>
    Promise.all(
      statements.map((statement, index) =>
        pool.query({ ...statement, name: `${index}:${statement.text.length}` }),
      ),
    );
}

async function benchQueries(url: string, period: Period): Promise<void> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    options: "-c TimeZone=UTC -c max_parallel_workers_per_gather=0 -c jit=off",
  });
  const plainPool = new pg.Pool({ connectionString: url, max: 10 });
  const year = period.asOf.slice(0, 4);
  const monthStarts = Array.from({ length: 12 }, (_, index) =>
    firstDayOf(addMonths(period.month, index - 11)),
  );
  const plain = plainStatements({
    ...period,
    yearStart: `${year}-01-01` as CivilDate,
    monthStarts,
    oldestYearStart: `${monthStarts[0]?.slice(0, 4)}-01-01` as CivilDate,
  });
  const summary = () => getSummary(CHAIRMAN, period);
  const statements = await statementsOf(summary);
  const rounds = 40;

  const direct = await timed(rounds, runner(plainPool, plain));
  const same = await timed(rounds, runner(pool, statements));
  const product = await timed(rounds, summary);
  show("plain SQL on the tables, same figures", direct, `${plain.length} statements`);
  show(
    "the product's statements through plain connections",
    same,
    `${statements.length} statements`,
  );
  show("the product: getSummary", product, `${(product.p50 / same.p50).toFixed(2)} × plain`);
  show("the product: getDashboard", await timed(rounds, () => getDashboard(CHAIRMAN, period)));
  show(
    "task list, one page: outstanding of a department",
    await timed(rounds, () =>
      listTasks(CHAIRMAN, { late: period.month, lateKind: "outstanding", department: "PHONG_KT" }),
    ),
  );
  show(
    "task list, one page: search",
    await timed(rounds, () => listTasks(CHAIRMAN, { q: "quy hoach 77" })),
  );
  await Promise.all([pool.end(), plainPool.end()]);
}

async function benchHttp(
  url: string,
  period: Period,
  secret: string,
  shutdown: Shutdown,
): Promise<void> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const environment = readEnvironment({
    PORT: String(port),
    APP_URL: address,
    DATABASE_URL: url,
    AUTH_SECRET: secret,
    BUSINESS_TODAY: TODAY,
    DEMO: "1",
  });
  const server = await startServer({
    mode: "start",
    host: "127.0.0.1",
    port,
    distDir: distDirOf(process.env),
    env: {
      ...serverEnvironment(environment, url, secret),
      BUSINESS_TODAY: TODAY,
      LOG_LEVEL: "error",
      // Nothing else is to use the processor meanwhile.
      WORKER: "separate",
    },
  });
  shutdown.add(() => server.stop());
  const token = await createApiToken({ name: "bench", role: "CHAIRMAN" });
  const session = await signInForBench();
  for (const connections of [1, 16]) {
    const pages: [string, string, Record<string, string>][] = [
      [
        "GET /api/v1/summary",
        `/api/v1/summary?period=${period.month}`,
        { authorization: `Bearer ${token}` },
      ],
      ["GET / (dashboard page)", `/?period=${period.month}`, { cookie: session }],
      ["GET /tasks (late of the month)", `/tasks?late=${period.month}`, { cookie: session }],
    ];
    for (const [label, path, headers] of pages) {
      const timing = await timedRequests(address + path, headers, connections);
      show(`${label}, ${connections} at once`, timing, `${timing.requestsPerSecond.toFixed(0)} /s`);
    }
  }
  await server.stop();
}

function heading(what: string): void {
  console.log(`\n${what} (milliseconds)`);
  console.log(
    `| ${"".padEnd(58)} | ${"p50".padStart(9)} | ${"p95".padStart(9)} | ${"".padEnd(14)} |`,
  );
  console.log(`|${"-".repeat(60)}|----------:|----------:|${"-".repeat(16)}|`);
}

/** Imports begin with an empty register, in a process that has done nothing else: its memory is theirs. */
async function benchEmptyRegister(shutdown: Shutdown): Promise<void> {
  process.env.BUSINESS_TODAY = TODAY;
  const folder = await mkdtemp(path.join(tmpdir(), "executive-desk-bench-"));
  shutdown.add(() => rm(folder, { recursive: true, force: true }));
  process.env.DATA_DIR = folder;
  const postgres = await startTemporaryPostgres(SERVER_SETTINGS);
  shutdown.add(() => postgres.stop());
  process.env.DATABASE_URL = postgres.url;
  await migrate(postgres.url);
  await seed("catalogues");
  heading("An empty register");
  await benchImports(TODAY, show);
  await database().$disconnect();
}

async function benchSize(size: number, withHttp: boolean, shutdown: Shutdown): Promise<void> {
  process.env.BUSINESS_TODAY = TODAY;
  process.env.NEXTAUTH_SECRET = randomBytes(32).toString("base64");
  const postgres = await startTemporaryPostgres(SERVER_SETTINGS);
  shutdown.add(() => postgres.stop());
  process.env.DATABASE_URL = postgres.url;
  await migrate(postgres.url);
  await seed("catalogues");
  await load(postgres.url, size);
  const settings = await getSettings();
  const period = periodOf(monthContaining(TODAY, settings), settings, TODAY);
  heading(`${size.toLocaleString("en")} tasks, 24 months`);
  await benchQueries(postgres.url, period);
  await benchClosing(period, show);
  await benchExports(period, show);
  await benchLists(period, show);
  if (withHttp) await benchHttp(postgres.url, period, process.env.NEXTAUTH_SECRET, shutdown);
  await database().$disconnect();
}

await runCommand(async (shutdown) => {
  const { values } = parseArgs({
    options: {
      sizes: { type: "string", default: "2000,100000,1000000" },
      "no-http": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const sizes = values.sizes.split(",");
  if (sizes.some((size) => !/^(?:0|[1-9]\d{1,6})$/.test(size))) throw new Error(HELP);
  const withHttp = !values["no-http"];
  if (withHttp) await ensureBuild(distDirOf(process.env), shutdown.signal);
  const [size = "", ...others] = sizes;
  if (others.length > 0) {
    // One process a size: the product's connections belong to one database.
    for (const each of ["0", ...sizes]) {
      const command = [process.execPath, import.meta.filename, "--sizes", each];
      const child = startChild(withHttp ? command : [...command, "--no-http"], {
        stdio: "inherit",
      });
      shutdown.add(() => stopChild(child));
      const { code } = await ended(child);
      if (code !== 0) return code ?? 1;
    }
    return 0;
  }
  if (size === "0") await benchEmptyRegister(shutdown);
  else await benchSize(Number(size), withHttp, shutdown);
  return 0;
});
