import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { readZip, rewriteZip } from "../zip.ts";
import { MAIN, type PartTexts, workbookParts } from "./workbook-parts.ts";

/* The folder of awkward files, and those that are too large to keep and made when they are asked for. */

const FOLDER = new URL("./awkward/", import.meta.url);

/** A file of the folder. */
export function awkward(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, FOLDER)));
}

/** A package of parts, with one time for all so that the same parts are the same bytes. */
export function packed(parts: PartTexts | Record<string, Uint8Array>): Uint8Array {
  const files = Object.entries(parts).map(([name, content]) => [
    name,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(files), { mtime: "2026-01-01T00:00:00Z", level: 9 });
}

const SHEET = "xl/worksheets/sheet1.xml";

/** A workbook of one sheet with this content. */
function workbookOf(sheet: Uint8Array): Uint8Array {
  const empty = packed(workbookParts([{ name: "A", xml: "" }]));
  return rewriteZip(readZip(empty), new Map([[SHEET, sheet]]));
}

/** A workbook of one sheet with these rows of XML. */
export function workbookOfRows(rows: string, { before = "", after = "" } = {}): Uint8Array {
  return workbookOf(
    strToU8(
      `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    ),
  );
}

/** Rows with nothing in them, as a sheet has that was formatted to its end; the last says a word. */
export function emptyRows(count: number): Uint8Array {
  const rows = Array.from({ length: count }, (_, index) => `<row r="${index + 1}" s="1"/>`);
  rows.push(
    `<row r="${count + 1}"><c r="B${count + 1}" t="inlineStr"><is><t>Cuối</t></is></c></row>`,
  );
  return workbookOfRows(rows.join(""));
}

/** A workbook whose sheet unpacks to so many megabytes of nothing. */
export function bomb(megabytes: number): Uint8Array {
  return workbookOf(new Uint8Array(megabytes * 1024 * 1024).fill(32));
}

/** The archive, its directory saying that every file unpacks to so many bytes at most. */
export function lying(archive: Uint8Array, most: number): Uint8Array {
  return patched(archive, (view, at) => {
    view.setUint32(at + 24, Math.min(most, view.getUint32(at + 24, true)), true);
  });
}

/** The archive, all of its directory pointing to the first file's bytes. */
export function overlapping(archive: Uint8Array): Uint8Array {
  return patched(archive, (view, at) => view.setUint32(at + 42, 0, true));
}

/** The archive, its files marked as locked by a password. */
export function locked(archive: Uint8Array): Uint8Array {
  return patched(archive, (view, at) => {
    view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
  });
}

/** The archive with every record of its directory changed. */
function patched(archive: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  let at = view.getUint32(copy.length - 22 + 16, true);
  while (view.getUint32(at, true) === 0x02014b50) {
    change(view, at);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
  }
  return copy;
}
