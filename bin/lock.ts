import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";

/** Who holds a lock: the process, and a mark that tells it from a later one of the same number. */
type Holder = { pid: number; identity: string };

/** Another live process holds the lock. */
export class LockedError extends Error {
  readonly pid: number;

  constructor(path: string, pid: number) {
    super(`${path} is held by process ${pid}`);
    this.pid = pid;
  }
}

/**
 * A mark of a live process that a recycled process number does not share (its start time),
 * or null when no such process runs.
 */
export function processIdentity(pid: number): string | null {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (fields[0] === "Z" || fields[0] === "X") return null;
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      return `${boot} ${fields[19]}`;
    }
    process.kill(pid, 0);
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return null;
  }
}

/** The live process that holds the lock at `path`, or null. */
export function lockHolder(path: string): number | null {
  try {
    const holder = JSON.parse(readFileSync(path, "utf8")) as Partial<Holder>;
    if (typeof holder.pid !== "number") return null;
    return processIdentity(holder.pid) === holder.identity ? holder.pid : null;
  } catch {
    return null;
  }
}

/**
 * Takes the lock at `path` for this process and answers how to give it back. A lock left by
 * a process that is gone is taken over.
 * @throws LockedError when a live process holds it
 */
export function takeLock(path: string): () => void {
  const content = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) });
  for (;;) {
    try {
      writeFileSync(path, content, { flag: "wx", mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = lockHolder(path);
    if (holder !== null) throw new LockedError(path, holder);
    rmSync(path, { force: true });
  }
}
