import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** The earliest day that a ZIP archive can say something was made on. */
const EARLIEST = Date.UTC(1980, 0, 2);

const DATED_PART = "docProps/core.xml";
const DATES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;

/**
 * An office file as if it had been made at a given time: libraries write the time of the clock
 * into it, and the same report shall have the same bytes.
 * @param changes what becomes of parts of the file, by their names
 */
export function atTime(
  file: Uint8Array,
  at: Date,
  changes: Readonly<Record<string, (part: string) => string>> = {},
): Uint8Array {
  const mtime = new Date(Math.max(at.getTime(), EARLIEST));
  const stamp = `${mtime.toISOString().slice(0, 19)}Z`;
  const parts: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(file))) {
    const change =
      name === DATED_PART ? (part: string) => part.replace(DATES, `$1${stamp}$2`) : changes[name];
    parts[name] = change ? strToU8(change(strFromU8(content))) : content;
  }
  return zipSync(parts, { mtime, level: 6 });
}
