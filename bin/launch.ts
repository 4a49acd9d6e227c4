import type { Environment } from "#lib/core/env.ts";
import { distDirOf, ensureBuild } from "./build.ts";
import type { Ending } from "./child.ts";
import { keptAuthSecret, prepareDataDirectory } from "./data-directory.ts";
import { databaseHolder, openDatabase } from "./database.ts";
import { loadEnvironment } from "./environment.ts";
import { Progress, secondsSince } from "./progress.ts";
import { type Account, seedDatabase } from "./seeding.ts";
import { assertPortFree, serverEnvironment, startServer } from "./server.ts";
import type { Shutdown } from "./shutdown.ts";

/** @throws Error that says what to do, before anything is started */
async function assertStartable(environment: Environment): Promise<void> {
  prepareDataDirectory(environment.dataDir);
  const holder = environment.database.kind === "embedded" && databaseHolder(environment.dataDir);
  if (holder) {
    throw new Error(
      `The data directory ${environment.dataDir} is in use: the product already runs as process ` +
        `${holder}. Stop it, or start this one with DATA_DIR=… and PORT=… of its own.`,
    );
  }
  await assertPortFree(environment.host, environment.port);
}

/** One account of each role, and how many more there are. */
function accountLines(accounts: Account[]): string[] {
  const shown = accounts.filter(
    ({ role }, index) => accounts.findIndex((account) => account.role === role) === index,
  );
  const width = (key: keyof Account) => Math.max(...shown.map((account) => account[key].length));
  const [loginWidth, passwordWidth] = [width("login"), width("password")];
  return [
    "Demonstration accounts (login, password, role):",
    ...shown.map(
      ({ login, password, role }) =>
        `  ${login.padEnd(loginWidth)}  ${password.padEnd(passwordWidth)}  ${role}`,
    ),
    ...(accounts.length > shown.length
      ? [`  and ${accounts.length - shown.length} more, all on the sign-in page`]
      : []),
  ];
}

function welcome(environment: Environment, accounts: Account[]): string {
  const lines = ["", `Ready: ${environment.appUrl}`];
  if (environment.demo && accounts.length > 0) lines.push("", ...accountLines(accounts));
  if (environment.database.kind === "embedded") {
    lines.push("", `Ctrl+C stops it. The data stays in ${environment.dataDir}`);
  }
  return lines.join("\n");
}

/** Waits for the first of them to end, which none should, and says so. */
async function firstEnd(parts: Record<string, Promise<Ending>>): Promise<string> {
  return Promise.race(
    Object.entries(parts).map(async ([name, end]) => {
      const { code, signal } = await end;
      return `${name} ended unexpectedly (${signal ?? `code ${code}`}).`;
    }),
  );
}

/**
 * Brings the product up and keeps it running: database, data, build and web server.
 * @returns the exit code, 1, when a part of it ended by itself
 */
export async function launch(mode: "start" | "dev", shutdown: Shutdown): Promise<number> {
  const begun = Date.now();
  const environment = loadEnvironment();
  await assertStartable(environment);
  const authSecret = environment.authSecret ?? keptAuthSecret(environment.dataDir);
  const distDir = distDirOf(process.env);
  const progress = new Progress(mode === "start" ? 4 : 3);

  // The build needs no database: both go on at the same time.
  const building = mode === "start" ? ensureBuild(distDir, shutdown.signal) : null;
  // Its failure is reported when its turn comes, below.
  building?.catch(() => {});
  shutdown.add(() => building?.then(() => {}).catch(() => {}));
  const database = await progress.step(
    "Database",
    openDatabase(environment, shutdown),
    ({ postgres, migrations }) =>
      `${postgres ? `embedded, port ${postgres.port}` : "external"}, ${migrations.length} migrations applied`,
  );
  const env = serverEnvironment(environment, database.url, authSecret);
  const { accounts } = await progress.step(
    "Data",
    seedDatabase(env, shutdown.signal),
    ({ seeded }) => (seeded ? `filled with ${environment.seed}` : "as it was"),
  );
  if (building) {
    await progress.step("Build", building, (built) => (built ? "built" : "up to date"));
  }
  const starting = startServer({ mode, ...environment, distDir, env });
  shutdown.add(() => starting.then((server) => server.stop()).catch(() => {}));
  const server = await progress.step("Web server", starting);
  console.log(`${welcome(environment, accounts)}\n(${secondsSince(begun)})`);

  const parts: Record<string, Promise<Ending>> = { "The web server": server.exited };
  if (database.postgres) parts["The database"] = database.postgres.exited;
  const end = await firstEnd(parts);
  if (!shutdown.signal.aborted) console.error(`${end} Stopping the rest.`);
  return 1;
}
