import { mkdirSync } from "node:fs";
import path from "node:path";
import { createStorage } from "unstorage";
import fileSystem from "unstorage/drivers/fs-lite";
import s3 from "unstorage/drivers/s3";
import { bucketOf } from "./storage-address.ts";

/** Keeps the contents of files; what they are called and whose they are stands in the database. */
export type FileStorage = {
  /** Keeps bytes under a key such as `3f/3f2a…`; a key is used once. */
  save(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes kept under a key, or null when there are none. */
  read(key: string): Promise<Uint8Array | null>;
  /** Forgets a key; it need not be there. */
  remove(key: string): Promise<void>;
};

/** Where files are kept: in a bucket when `url` names one, else in a folder. */
export type StoragePlace = { url: string | null; folder: string };

function driverOf({ url, folder }: StoragePlace) {
  if (url === null) {
    // The driver would make it readable for everybody on the machine.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return fileSystem({ base: folder });
  }
  const bucket = bucketOf(url);
  if (!bucket) throw new Error("STORAGE_URL is not the address of a bucket");
  return s3(bucket);
}

/** @throws Error when the address names no bucket, or the folder cannot be made */
export function openStorage(place: StoragePlace): FileStorage {
  const kept = createStorage({ driver: driverOf(place) });
  return {
    save: (key, bytes) => kept.setItemRaw(key, bytes),
    read: async (key) => {
      const found = await kept.getItemRaw<Uint8Array | ArrayBuffer | Error>(key);
      // The file system's driver answers an error where others throw it.
      if (found instanceof Error) throw found;
      return found && new Uint8Array(found);
    },
    remove: async (key) => {
      if (await kept.hasItem(key)) await kept.removeItem(key);
    },
  };
}

const holder = globalThis as { fileStorage?: FileStorage };

/** The product's storage (`STORAGE_URL`, else `DATA_DIR/files`), opened at its first use. */
export function storage(): FileStorage {
  holder.fileStorage ??= openStorage({
    url: process.env.STORAGE_URL || null,
    folder: path.resolve(process.env.DATA_DIR || "data", "files"),
  });
  return holder.fileStorage;
}
