import { createHash, randomUUID } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { database, Prisma, type Transaction } from "#lib/core/db.ts";
import { ForbiddenError, InvalidInputError } from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import { storage } from "#lib/core/storage.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { mayUploadFiles } from "./policy.ts";
import { allowedExtension, cleanFileName, contentAgrees, type FileProblem } from "./rules.ts";
import { FILE_LIMITS, type FileTarget, type FileView, MEDIA_TYPES } from "./schema.ts";

export type { FileTarget } from "./schema.ts";

const MEGABYTE = 1024 * 1024;

/** The refusal of one upload, with what its message names. */
export function refusedFile(problem: FileProblem): InvalidInputError {
  const key = `files.problems.${problem}` as const;
  const values = { limit: FILE_LIMITS.bytes / MEGABYTE };
  return new InvalidInputError([{ path: "files", key, values }], { key, values });
}

/** What a content really is; a damaged one is nothing. */
async function detect(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime ?? null;
  } catch (error) {
    log.info({ event: "file.unreadable", reason: error instanceof Error ? error.message : "" });
    return null;
  }
}

/**
 * Keeps an upload until a form says what it belongs to.
 * @throws ForbiddenError for who does not upload, InvalidInputError at `files` for a file that
 *   is empty, too large, of a kind not taken, or not what its name says
 */
export async function storeFile(
  actor: Pick<CurrentUser, "id" | "login"> & Parameters<typeof mayUploadFiles>[0],
  given: { name: string; bytes: Uint8Array },
): Promise<FileView> {
  if (!mayUploadFiles(actor)) throw new ForbiddenError({ key: "files.problems.mayNot" });
  const { bytes } = given;
  const name = cleanFileName(given.name);
  if (name === "") throw refusedFile("nameless");
  if (bytes.length === 0) throw refusedFile("empty");
  if (bytes.length > FILE_LIMITS.bytes) throw refusedFile("tooLarge");
  const extension = allowedExtension(name);
  if (extension === null) throw refusedFile("typeNotAllowed");
  if (!contentAgrees(extension, await detect(bytes), bytes)) throw refusedFile("contentDiffers");

  const id = randomUUID();
  const storageKey = `${id.slice(0, 2)}/${id}`;
  const view = { id, name, mediaType: MEDIA_TYPES[extension], size: bytes.length };
  // The content first: a row always has its content, and content without a row is only rubbish.
  await storage().save(storageKey, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  try {
    await database().storedFile.create({
      data: { ...view, storageKey, sha256, uploadedById: actor.id },
      select: { id: true },
    });
  } catch (error) {
    await forget(storageKey);
    throw error;
  }
  log.info({ event: "file.stored", actor: actor.login, file: id, size: bytes.length });
  return view;
}

/** Removes a content whose row is gone; when that fails it is rubbish, and the log says so. */
async function forget(storageKey: string): Promise<void> {
  try {
    await storage().remove(storageKey);
  } catch (error) {
    log.error({ err: error, storageKey }, "file content left behind");
  }
}

/**
 * Says what uploads belong to, in the transaction that makes or changes it. Each must have been
 * uploaded by the actor and belong to nothing yet; a file belongs to one thing for good.
 * @throws InvalidInputError at `files`
 */
export async function linkFiles(
  transaction: Transaction,
  actorId: number | null,
  fileIds: readonly string[],
  target: FileTarget,
): Promise<void> {
  const ids = [...new Set(fileIds)].sort();
  if (ids.length === 0) return;
  if (ids.length > FILE_LIMITS.files) {
    throw new InvalidInputError([{ path: "files", key: "files.problems.tooMany" }]);
  }
  // Locked in one order: of two forms with the same file the second waits, and then has none.
  const locked = Prisma.sql`select id from stored_file
    where id in (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))})
      and uploaded_by_id = ${actorId} order by id for update`;
  const own = await transaction.$queryRaw<{ id: string }[]>(locked);
  const linked = await transaction.fileLink.count({ where: { fileId: { in: ids } } });
  if (own.length < ids.length || linked > 0) {
    throw new InvalidInputError([{ path: "files", key: "files.problems.notThere" }]);
  }
  await transaction.fileLink.createMany({ data: ids.map((fileId) => ({ fileId, ...target })) });
}

/**
 * Removes uploads that no form ever claimed.
 * @param olderThan those uploaded before; forms left open meanwhile lose theirs
 * @returns how many
 */
export async function sweepUnlinkedFiles(olderThan: Date): Promise<number> {
  // The row first: if a form claims the file right now, the foreign key decides for the form.
  const removed = await database().$queryRaw<{ storageKey: string }[]>`
    delete from stored_file as file using (
      select id from stored_file
      where uploaded_at < ${olderThan}
        and not exists (select from file_link where file_link.file_id = stored_file.id)
      for update skip locked
    ) as unclaimed where file.id = unclaimed.id
    returning file.storage_key as "storageKey"`;
  for (const { storageKey } of removed) await forget(storageKey);
  if (removed.length > 0) log.info({ event: "file.swept", count: removed.length });
  return removed.length;
}
