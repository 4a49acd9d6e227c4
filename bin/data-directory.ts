import { randomBytes } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

const NEEDED_BYTES = 300 * 1024 * 1024;

/** The folder itself, or the nearest one above it that exists. */
function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(path.dirname(folder));
}

/**
 * Makes sure that the data directory exists and can be written.
 * @throws Error that says what to do otherwise
 */
export function prepareDataDirectory(dataDir: string): void {
  const probe = path.join(dataDir, `.probe-${process.pid}`);
  try {
    accessSync(nearestFolder(dataDir), constants.W_OK);
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Error(
      `The data directory ${dataDir} cannot be written (${code}). ` +
        "Give this user the right to write there, or choose another with DATA_DIR=….",
    );
  }
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < NEEDED_BYTES) {
    const free = Math.round((bavail * bsize) / 1024 / 1024);
    throw new Error(
      `The disk of the data directory ${dataDir} is nearly full (${free} MB left, 300 needed).`,
    );
  }
}

/** The secret that signs sessions, made at the first start and kept for its owner's eyes only. */
export function keptAuthSecret(dataDir: string): string {
  const file = path.join(dataDir, "auth-secret");
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}

const urlFile = (dataDir: string) => path.join(dataDir, "database-url");

/** Leaves the running database's URL for other commands; answers how to take it away. */
export function publishDatabaseUrl(dataDir: string, url: string): () => void {
  const file = urlFile(dataDir);
  rmSync(file, { force: true });
  writeFileSync(file, url, { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/** The URL of the database that a running start left, or null. */
export function publishedDatabaseUrl(dataDir: string): string | null {
  const file = urlFile(dataDir);
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}
