import type { ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Environment } from "#lib/core/env.ts";
import { NEXT, ROOT } from "./build.ts";
import { type Ending, ended, followParent, hasEnded, startChild, stopChild } from "./child.ts";

/** A running web server of the product. */
export type RunningServer = {
  exited: Promise<Ending>;
  stop(): Promise<void>;
};

/** The variables that the web server runs with: those of this process, with all settings made definite. */
export function serverEnvironment(
  environment: Environment,
  databaseUrl: string,
  authSecret: string,
): Record<string, string> {
  return {
    HOST: environment.host,
    PORT: String(environment.port),
    APP_URL: environment.appUrl,
    NEXTAUTH_URL: environment.appUrl,
    AUTH_SECRET: authSecret,
    NEXTAUTH_SECRET: authSecret,
    DATA_DIR: environment.dataDir,
    DATABASE_URL: databaseUrl,
    DATABASE_EMBEDDED: environment.database.kind === "embedded" ? "1" : "0",
    DEMO: environment.demo ? "1" : "0",
    SEED: environment.seed,
    BUSINESS_TODAY: environment.businessToday ?? "",
    SMTP_URL: environment.smtpUrl ?? "",
    STORAGE_URL: environment.storageUrl ?? "",
    WORKER: environment.worker,
    WEBHOOK_PRIVATE_NETWORKS: environment.webhookPrivateNetworks ? "1" : "0",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** The address to reach a server that listens on `host`. */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

/** @throws Error that says what to do when nothing can listen there */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const code = await new Promise<string | null>((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)));
  });
  if (code === null) return;
  const other = `choose another one: PORT=${port + 1} npm start`;
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program. Stop it, or ${other}`,
    EACCES: `Port ${port} is not open to this user: choose one from 1024 on, such as PORT=3000.`,
    EADDRNOTAVAIL: `HOST=${host} is not an address of this machine.`,
    ENOTFOUND: `HOST=${host} is not a name that this machine knows.`,
  };
  throw new Error(reasons[code] ?? `Port ${port} on ${host} cannot be used (${code}).`);
}

/** Waits until the server answers that it lives. */
async function alive(url: string, child: ChildProcess, patience: number): Promise<boolean> {
  const limit = Date.now() + patience;
  while (!hasEnded(child) && Date.now() < limit) {
    try {
      const response = await fetch(`${url}/livez`, { signal: AbortSignal.timeout(10_000) });
      await response.body?.cancel();
      if (response.status === 200) return true;
    } catch {
      // Not listening yet.
    }
    await delay(50);
  }
  return false;
}

/**
 * Starts the web server and waits until it answers.
 * @param mode `start` for the production build in `distDir`, `dev` for development
 * @throws Error with what it printed when it does not come up
 */
export async function startServer(options: {
  mode: "start" | "dev";
  host: string;
  port: number;
  distDir: string;
  env: Record<string, string>;
}): Promise<RunningServer> {
  const { mode, host, port } = options;
  const command = [...NEXT, mode, "--hostname", host, "--port", String(port)];
  const child = startChild(followParent(command, "TERM"), {
    cwd: ROOT,
    env: {
      ...process.env,
      ...options.env,
      NODE_ENV: mode === "start" ? "production" : "development",
      NEXT_DIST_DIR: options.distDir,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // Next's own greeting is kept back; from then on the server's output is this command's.
  let greeting: string | null = mode === "start" ? "" : null;
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from?.setEncoding("utf8").on("data", (chunk: string) => {
      if (greeting === null) to.write(chunk);
      else greeting += chunk;
    });
  }
  const stop = () => stopChild(child);
  if (!(await alive(`http://${reachable(host)}:${port}`, child, 120_000))) {
    await stop();
    const words = (greeting ?? "").trim().split("\n").slice(-30).join("\n");
    throw new Error(`The web server did not answer on ${host}:${port}.\n${words}`);
  }
  greeting = null;
  return { exited: ended(child), stop };
}
