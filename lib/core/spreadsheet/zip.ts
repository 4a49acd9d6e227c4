import { crc32, createInflateRaw, deflateRawSync } from "node:zlib";
import { SPREADSHEET_LIMITS, SpreadsheetError } from "./schema.ts";

/*
 * Zip archives, as a workbook is one. What the archive says of itself is checked before anything
 * is unpacked, and what comes out of it is counted while it does: an archive can lie.
 */

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const ESCAPED = 0xffffffff;
const MOST_ENTRIES = 5000;
const MOST_COMMENT = 0xffff;

/** A file within an archive. */
export type ZipEntry = {
  name: string;
  /** Its record in the archive's directory, whole. */
  record: Uint8Array;
  method: number;
  crc: number;
  /** Bytes that it should unpack to. */
  size: number;
  /** Its bytes as they stand in the archive. */
  packed: Uint8Array;
};

const damaged = () => new SpreadsheetError("damaged");

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Reads numbers, little end first; what lies outside of the file is damage. */
function reader(bytes: Uint8Array) {
  const view = viewOf(bytes);
  const within = (at: number, length: number) => {
    if (at < 0 || at + length > bytes.length) throw damaged();
    return at;
  };
  return {
    short: (at: number) => view.getUint16(within(at, 2), true),
    word: (at: number) => view.getUint32(within(at, 4), true),
    long: (at: number) => Number(view.getBigUint64(within(at, 8), true)),
    slice: (at: number, length: number) => bytes.subarray(within(at, length), at + length),
  };
}
type Reader = ReturnType<typeof reader>;

/**
 * The files of an archive, in the directory's order. Nothing is unpacked.
 * @throws SpreadsheetError for what is damaged, locked, too large, or made to mislead (two files
 *   of one name or of the same bytes)
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const read = reader(bytes);
  const { count, start } = directoryOf(bytes, read);
  if (count > MOST_ENTRIES) throw new SpreadsheetError("unpacksTooLarge");
  const entries: ZipEntry[] = [];
  const ranges: (readonly [from: number, to: number])[] = [];
  const names = new Set<string>();
  let unpacked = 0;
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (read.word(at) !== LISTED) throw damaged();
    const length = 46 + read.short(at + 28) + read.short(at + 30) + read.short(at + 32);
    const { entry, from, to } = entryOf(read, read.slice(at, length));
    unpacked += entry.size;
    if (unpacked > SPREADSHEET_LIMITS.unpacked) throw new SpreadsheetError("unpacksTooLarge");
    if (names.has(entry.name.toLowerCase())) throw new SpreadsheetError("unsafe");
    names.add(entry.name.toLowerCase());
    entries.push(entry);
    ranges.push([from, to]);
    at += length;
  }
  ranges.sort(([a], [b]) => a - b);
  const overlapping = ranges.some(([, to], index) => to > (ranges[index + 1]?.[0] ?? start));
  if (overlapping) throw new SpreadsheetError("unsafe");
  return entries;
}

/** Where the directory begins and how many files it lists. */
function directoryOf(bytes: Uint8Array, read: Reader): { count: number; start: number } {
  const earliest = Math.max(0, bytes.length - 22 - MOST_COMMENT);
  for (let at = bytes.length - 22; at >= earliest; at -= 1) {
    if (read.word(at) !== END || at + 22 + read.short(at + 20) > bytes.length) continue;
    if (at >= 20 && read.word(at - 20) === END_64_LOCATOR) {
      const end = read.long(at - 12);
      if (read.word(end) !== END_64) throw damaged();
      return { count: read.long(end + 32), start: read.long(end + 48) };
    }
    return { count: read.short(at + 10), start: read.word(at + 16) };
  }
  throw damaged();
}

function entryOf(read: Reader, record: Uint8Array) {
  const listed = reader(record);
  const nameLength = listed.short(28);
  const extra = listed.slice(46 + nameLength, listed.short(30));
  const large = largeSizes(extra);
  const real = (at: number) => {
    const said = listed.word(at);
    return said === ESCAPED ? large() : said;
  };
  const size = real(24);
  const packedSize = real(20);
  const from = real(42);
  const method = listed.short(10);
  if (listed.short(8) & 1) throw new SpreadsheetError("encrypted");
  if (method !== STORED && method !== DEFLATED) throw damaged();
  if (read.word(from) !== LOCAL) throw damaged();
  const data = from + 30 + read.short(from + 26) + read.short(from + 28);
  const packed = read.slice(data, packedSize);
  const name = new TextDecoder().decode(listed.slice(46, nameLength)).replaceAll("\\", "/");
  const entry: ZipEntry = { name, record, method, crc: listed.word(16), size, packed };
  return { entry, from, to: data + packedSize };
}

/** The sizes that do not fit into 32 bits, one after the other (field 1 of the extra fields). */
function largeSizes(extra: Uint8Array): () => number {
  const read = reader(extra);
  let at = 0;
  while (at + 4 <= extra.length && read.short(at) !== 1) at += 4 + read.short(at + 2);
  let next = at + 4;
  return () => {
    const value = read.long(next);
    next += 8;
    return value;
  };
}

/**
 * What a file of the archive unpacks to, piece by piece.
 * @throws SpreadsheetError where it is damaged, or becomes larger than the archive said
 */
export async function* unpack(entry: ZipEntry): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0;
  let crc = 0;
  for await (const piece of piecesOf(entry)) {
    size += piece.length;
    if (size > entry.size) throw new SpreadsheetError("unpacksTooLarge");
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged();
}

async function* piecesOf({ method, packed }: ZipEntry): AsyncGenerator<Uint8Array> {
  if (method === STORED) {
    yield packed;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: 128 * 1024 });
  inflate.end(packed);
  const pieces = inflate[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await pieces.next().catch(() => {
        // What the inflater says of broken data is nothing that a person could use.
        throw damaged();
      });
      if (done) return;
      yield value;
    }
  } finally {
    inflate.destroy();
  }
}

/**
 * The archive again with some files changed; the others keep their bytes.
 * @param changed the new content of files by their names
 */
export function rewriteZip(
  entries: readonly ZipEntry[],
  changed: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = changed.get(entry.name);
    const now = content ? packedAnew(entry, content) : entry;
    const name = new TextEncoder().encode(entry.name);
    const common = commonFields(now, name.length);
    const local = joined([bytesOfWord(LOCAL), common, name, now.packed]);
    const listed = new Uint8Array(46);
    const view = viewOf(listed);
    view.setUint32(0, LISTED, true);
    view.setUint16(4, 20, true);
    listed.set(common, 6);
    view.setUint32(42, at, true);
    directory.push(listed, name);
    files.push(local);
    at += local.length;
  }
  const list = joined(directory);
  const end = new Uint8Array(22);
  const view = viewOf(end);
  view.setUint32(0, END, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(12, list.length, true);
  view.setUint32(16, at, true);
  return joined([...files, list, end]);
}

function packedAnew(entry: ZipEntry, content: Uint8Array): ZipEntry {
  const packed = deflateRawSync(content);
  return { ...entry, method: DEFLATED, crc: crc32(content), size: content.length, packed };
}

/** What a file's own header and its place in the directory say alike: version to lengths. */
function commonFields({ record, method, crc, size, packed }: ZipEntry, nameLength: number) {
  const fields = new Uint8Array(26);
  const view = viewOf(fields);
  view.setUint16(0, 20, true);
  // Names are written in UTF-8 whatever they were in; sizes stand in front, not behind the data.
  view.setUint16(2, 0x0800, true);
  view.setUint16(4, method, true);
  fields.set(record.subarray(12, 16), 6);
  view.setUint32(10, crc, true);
  view.setUint32(14, packed.length, true);
  view.setUint32(18, size, true);
  view.setUint16(22, nameLength, true);
  return fields;
}

function bytesOfWord(word: number): Uint8Array {
  const bytes = new Uint8Array(4);
  viewOf(bytes).setUint32(0, word, true);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
