import { z } from "zod";
import type { Explanation } from "#lib/core/errors.ts";

/** How much one may upload: bytes of a file, files of a form, characters of a file's name. */
export const FILE_LIMITS = { bytes: 25 * 1024 * 1024, files: 10, nameLength: 200 } as const;

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** What may be uploaded, by extension; the content must be what the extension says. */
export const MEDIA_TYPES = {
  pdf: "application/pdf",
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  txt: "text/plain",
  csv: "text/csv",
  zip: "application/zip",
} as const;
export type FileExtension = keyof typeof MEDIA_TYPES;
export type MediaType = (typeof MEDIA_TYPES)[FileExtension];

/** Media types that a browser shows in place, the others being for download only. */
export const PREVIEWED: readonly string[] = [
  MEDIA_TYPES.pdf,
  MEDIA_TYPES.png,
  MEDIA_TYPES.jpg,
  MEDIA_TYPES.webp,
];

/** A file as those see it who may see what it belongs to. */
export type FileView = {
  id: string;
  name: string;
  mediaType: string;
  /** In bytes. */
  size: number;
};

/** What a file belongs to; a task's file perhaps to one event of its history. */
export type FileTarget =
  | { directiveId: number }
  | { taskId: number; eventSequence?: number }
  | { extensionId: number };

/** The message that says what is wrong with an entry. */
const says = (key: Explanation["key"]) => ({ error: key });

/**
 * The files of a form, uploaded before it was sent: their ids separated by commas, or a list.
 * None is an empty list.
 */
export const fileIdsSchema = z
  .union([z.string().transform((ids) => ids.split(",").filter(Boolean)), z.array(z.string())])
  .default([])
  .transform((ids) => [...new Set(ids)])
  .pipe(
    z
      .array(z.uuid(says("files.problems.notThere")))
      .max(FILE_LIMITS.files, says("files.problems.tooMany")),
  );
