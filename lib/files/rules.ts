import { FILE_LIMITS, type FileExtension, MEDIA_TYPES } from "./schema.ts";

/** What is wrong with an upload: the messages `files.problems.*`. */
export type FileProblem = "nameless" | "empty" | "tooLarge" | "typeNotAllowed" | "contentDiffers";

/**
 * The name that a file is kept under: composed letters (a name from a Mac comes decomposed),
 * no folder, no invisible characters (some turn the reading direction and so hide an
 * extension), at most 200 characters with the extension kept whole.
 * @returns an empty text when nothing is left of it
 */
export function cleanFileName(given: string): string {
  const name = given
    .normalize("NFC")
    .replace(/^.*[/\\]/s, "")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const characters = [...name];
  if (characters.length <= FILE_LIMITS.nameLength) return name;
  const extension = [...(name.match(/\.[^.]{1,10}$/)?.[0] ?? "")];
  const stem = characters.slice(0, FILE_LIMITS.nameLength - extension.length).join("");
  return stem.trimEnd() + extension.join("");
}

/** The extension of a name if files of its kind are taken, else null. */
export function allowedExtension(name: string): FileExtension | null {
  const extension = name.match(/[^.]\.([a-z]+)$/i)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(MEDIA_TYPES, extension) ? (extension as FileExtension) : null;
}

const UTF_16_MARKS = { "255,254": "utf-16le", "254,255": "utf-16be" } as const;

/** Whether bytes are text: no control characters but those of lines, in whatever 8-bit letters. */
function isText(bytes: Uint8Array): boolean {
  const mark = bytes.slice(0, 2).join() as keyof typeof UTF_16_MARKS;
  const text = new TextDecoder(UTF_16_MARKS[mark] ?? "latin1").decode(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
  return !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
}

/** Whether the old office format holds a stream of this name; names stand in it in UTF-16. */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (
    let at = bytes.indexOf(wanted[0] ?? 0);
    at >= 0;
    at = bytes.indexOf(wanted[0] ?? 0, at + 1)
  ) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

const OLD_OFFICE = "application/x-cfb";

/**
 * Whether the content is what the extension says.
 * @param detected the media type that the bytes themselves show, null when they show none
 */
export function contentAgrees(
  extension: FileExtension,
  detected: string | null,
  bytes: Uint8Array,
): boolean {
  switch (extension) {
    case "txt":
    case "csv":
      return isText(bytes);
    case "doc":
      return detected === OLD_OFFICE && holdsStream(bytes, "WordDocument");
    case "xls":
      return (
        detected === OLD_OFFICE && (holdsStream(bytes, "Workbook") || holdsStream(bytes, "Book"))
      );
    default:
      return detected === MEDIA_TYPES[extension];
  }
}
