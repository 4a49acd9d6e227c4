import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readEnvironment } from "#lib/core/env.ts";
import { migrate } from "#prisma/migrate.ts";
import { ROOT } from "./build.ts";
import { type Outcome, runChild } from "./child.ts";
import { findChromium } from "./chromium.ts";
import { freePort, startTemporaryPostgres } from "./postgres.ts";
import { seedDatabase } from "./seeding.ts";
import { serverEnvironment, startServer } from "./server.ts";
import type { Shutdown } from "./shutdown.ts";
import { playwrightTally, type Tally } from "./tally.ts";

/** The day that the end-to-end tests take for today, so that they see the same figures always. */
const TODAY = "2026-11-20";

function reportOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/**
 * Runs the Playwright tests against the production build in `distDir`, on a server of their
 * own with the demonstration register in a Postgres of its own.
 * @param parameters for `playwright test`: files, `--grep` and the like
 */
export async function runEndToEnd(
  distDir: string,
  parameters: string[],
  shutdown: Shutdown,
): Promise<{ tally: Tally; outcome: Outcome }> {
  const { signal } = shutdown;
  const chromium = await findChromium(signal);
  const folder = mkdtempSync(path.join(tmpdir(), "executive-desk-e2e-"));
  shutdown.add(() => rmSync(folder, { recursive: true, force: true }));
  const starting = startTemporaryPostgres();
  shutdown.add(() => starting.then((postgres) => postgres.stop()).catch(() => {}));
  const postgres = await starting;
  await migrate(postgres.url);

  const port = await freePort();
  const appUrl = `http://127.0.0.1:${port}`;
  const environment = readEnvironment({
    PORT: String(port),
    APP_URL: appUrl,
    DATA_DIR: folder,
    BUSINESS_TODAY: process.env.BUSINESS_TODAY || TODAY,
  });
  const secret = randomBytes(32).toString("hex");
  const env = {
    ...serverEnvironment(environment, postgres.url, secret),
    LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
  };
  await seedDatabase(env, signal);
  const serving = startServer({ mode: "start", host: "127.0.0.1", port, distDir, env });
  shutdown.add(() => serving.then((server) => server.stop()).catch(() => {}));
  await serving;

  const report = path.join(folder, "report.json");
  const command = [process.execPath, path.join(ROOT, "node_modules/@playwright/test/cli.js")];
  const outcome = await runChild([...command, "test", ...parameters], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...env,
      NODE_ENV: "test",
      CHROMIUM_PATH: chromium,
      E2E_BASE_URL: appUrl,
      E2E_REPORT: report,
      FORCE_COLOR: "0",
    },
    signal,
  });
  const content = reportOf(report);
  const tally = content ? playwrightTally(content, outcome.code) : { passed: 0, failed: 1 };
  return { tally, outcome };
}
