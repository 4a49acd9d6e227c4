import { createHash, randomUUID } from "node:crypto";
import { InvalidInputError } from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import { readSpreadsheet } from "#lib/core/spreadsheet/read.ts";
import { type ReadSpreadsheet, SpreadsheetError } from "#lib/core/spreadsheet/schema.ts";
import { storage } from "#lib/core/storage.ts";
import type { Check } from "./schema.ts";

/* What is kept of an import beside its rows in the database: the file itself, and its last check. */

/**
 * A file as a spreadsheet.
 * @throws InvalidInputError at `file` that says why it is not read, and what to do
 */
export async function readFile(bytes: Uint8Array, name: string): Promise<ReadSpreadsheet> {
  try {
    return await readSpreadsheet(bytes, name);
  } catch (error) {
    if (!(error instanceof SpreadsheetError)) throw error;
    const explanation = { key: `imports.files.${error.problem}`, values: error.values } as const;
    throw new InvalidInputError([{ path: "file", ...explanation }], explanation);
  }
}

export type StoredSpreadsheet = { storageKey: string; size: number; sha256: string };

/** Keeps a file as it came. */
export async function keepFile(bytes: Uint8Array): Promise<StoredSpreadsheet> {
  const storageKey = `imports/${randomUUID()}`;
  await storage().save(storageKey, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { storageKey, size: bytes.length, sha256 };
}

/** @throws Error when it is not there: the database says that it is */
export async function keptFile(storageKey: string): Promise<Uint8Array> {
  const bytes = await storage().read(storageKey);
  if (!bytes) throw new Error(`The file ${storageKey} is gone`);
  return bytes;
}

/** Keeps a check under a key of its own. */
export async function keepCheck(check: Check): Promise<string> {
  const key = `imports/check-${randomUUID()}`;
  await storage().save(key, new TextEncoder().encode(JSON.stringify(check)));
  return key;
}

export async function keptCheck(key: string): Promise<Check> {
  return JSON.parse(new TextDecoder().decode(await keptFile(key)));
}

/** Forgets what is needed no more; when that fails it is rubbish, and the log says so. */
export async function forget(key: string | null): Promise<void> {
  if (key === null) return;
  try {
    await storage().remove(key);
  } catch (error) {
    log.error({ err: error, key }, "content of an import left behind");
  }
}
