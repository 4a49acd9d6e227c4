import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { PostgresIdentity } from "./postgres-identity.ts";

/** The role that administers the embedded server; the product itself is not one. */
export const SUPERUSER = "postgres";
const LOG_LIMIT = 10 * 1024 * 1024;

/** The password kept in the data directory, made at the first call. */
export function keptPassword(dataDir: string): string {
  const file = path.join(dataDir, "postgres.password");
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}

/** The environment for Postgres programs: the caller's own PG* settings must not reach them. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  for (const name of Object.keys(environment)) {
    if (name.startsWith("PG")) delete environment[name];
  }
  return environment;
}

/** The command line that runs one of the Postgres programs as its identity says. */
export function commandOf(identity: PostgresIdentity, program: "initdb" | "postgres"): string[] {
  return [...identity.prefix, path.join(identity.binaries, program)];
}

/** Creates the database's files, completely or not at all. */
export function initialise(identity: PostgresIdentity, password: string, temporary: boolean): void {
  const fresh = `${identity.cluster}.new`;
  const passwordFile = path.join(fresh, "..", `.password-${process.pid}`);
  const failures: string[] = [];
  try {
    // The C locale everywhere but in character classes, so that a database sorts the same on
    // every machine; Vietnamese order comes from ICU collations on the columns.
    for (const characters of ["C.UTF-8", "en_US.UTF-8", "C"]) {
      rmSync(fresh, { recursive: true, force: true });
      mkdirSync(fresh, { mode: 0o700 });
      writeFileSync(passwordFile, password, { mode: 0o600 });
      if (identity.user) {
        for (const file of [fresh, passwordFile]) {
          chownSync(file, identity.user.uid, identity.user.gid);
        }
      }
      const [program = "", ...prefix] = commandOf(identity, "initdb");
      const result = spawnSync(
        program,
        [
          ...prefix,
          `--pgdata=${fresh}`,
          `--username=${SUPERUSER}`,
          `--pwfile=${passwordFile}`,
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale=C",
          `--lc-ctype=${characters}`,
          ...(temporary ? ["--no-sync"] : []),
        ],
        { ...identity.user, cwd: "/", env: postgresEnvironment(), encoding: "utf8" },
      );
      if (result.status === 0) {
        renameSync(fresh, identity.cluster);
        return;
      }
      failures.push((result.stderr || String(result.error ?? "initdb failed")).trim());
    }
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
  throw new Error(`The database could not be created.\n${failures[0]}`);
}

function commandLineOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/**
 * Puts right what a killed start left behind: a server still running on these files is shut
 * down, and a process file that names some other process no longer stands in the way. Called
 * with the lock held, so no live start owns the server.
 */
export async function clearLeftovers(cluster: string): Promise<void> {
  const file = path.join(cluster, "postmaster.pid");
  if (!existsSync(file)) return;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return;
  const runs = () => commandLineOf(pid).includes(cluster);
  if (runs()) process.kill(pid, "SIGINT");
  for (let waited = 0; runs(); waited += 50) {
    if (waited === 20_000) process.kill(pid, "SIGQUIT");
    if (waited === 30_000)
      throw new Error(`The database server ${pid} of ${cluster} does not stop.`);
    await delay(50);
  }
  // The number may be another program's by now, or a dead child's that nobody has fetched.
  // Postgres takes its own parent's number for stale, and still checks that no old backend is
  // attached to the shared memory.
  if (existsSync(file)) writeFileSync(file, [String(process.pid), ...lines.slice(1)].join("\n"));
}

/** The log, kept from growing for ever: one older part is left. */
export function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

export function lastLines(file: string, start: number): string {
  const text = readFileSync(file).subarray(start).toString("utf8").trimEnd();
  return text.split("\n").slice(-12).join("\n");
}
