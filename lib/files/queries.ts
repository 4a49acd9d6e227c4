import { createHash } from "node:crypto";
import { storage } from "#lib/core/storage.ts";

/** What leads to a file's content; `getFile` of tasks gives it to those who may see the file. */
export type StoredContent = { storageKey: string; sha256: string };

/**
 * The content of a file. Nothing here asks who is looking: whoever found the file did.
 * @throws Error when the storage has lost or changed it
 */
export async function readContent({ storageKey, sha256 }: StoredContent): Promise<Uint8Array> {
  const bytes = await storage().read(storageKey);
  if (!bytes) throw new Error(`The storage has lost ${storageKey}`);
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
    throw new Error(`The storage has changed ${storageKey}`);
  }
  return bytes;
}
