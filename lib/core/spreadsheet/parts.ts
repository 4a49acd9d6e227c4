import { SpreadsheetError } from "./schema.ts";
import { attribute, isOn, type XmlHandler, XmlScanner } from "./xml.ts";
import { readZip, unpack, type ZipEntry } from "./zip.ts";

/* The parts of a workbook's package: which there are, what they are to each other, their XML. */

/** The parts by their names, in lower case and without a leading slash: so they are compared. */
export type Parts = ReadonlyMap<string, ZipEntry>;

/** @throws SpreadsheetError as `readZip` does */
export function partsOf(bytes: Uint8Array): { entries: ZipEntry[]; parts: Parts } {
  const entries = readZip(bytes);
  return { entries, parts: new Map(entries.map((entry) => [entry.name.toLowerCase(), entry])) };
}

/**
 * Reads a part of XML through, piece by piece.
 * @throws SpreadsheetError for a DTD, for what is damaged, and what the handler throws
 */
export async function scanPart(entry: ZipEntry, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(handler);
  for await (const text of textOf(entry)) scanner.push(text);
  scanner.end();
}

/** A part's whole text. @throws SpreadsheetError as `scanPart` does, but for the XML itself */
export async function wholePart(entry: ZipEntry): Promise<string> {
  const pieces: string[] = [];
  for await (const text of textOf(entry)) pieces.push(text);
  return pieces.join("");
}

/**
 * Looks whether a part begins with a DTD, as far as one can stand there.
 * @throws SpreadsheetError "unsafe" where it does
 */
export async function refuseDtd(entry: ZipEntry): Promise<void> {
  const scanner = new XmlScanner({});
  for await (const text of textOf(entry)) {
    scanner.push(text);
    if (scanner.rootSeen) return;
  }
}

/** The encodings of XML that are read; any other could hide what is looked for. */
const ENCODING = /^<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/;
const READ_ENCODINGS = ["utf-8", "utf8", "utf-16", "us-ascii", "ascii"];

async function* textOf(entry: ZipEntry): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  try {
    for await (const piece of unpack(entry)) {
      if (piece.length === 0) continue;
      const isFirst = decoder === null;
      decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
      const text = decoder.decode(piece, { stream: true });
      const said = isFirst ? ENCODING.exec(text)?.[1]?.toLowerCase() : undefined;
      if (said !== undefined && !READ_ENCODINGS.includes(said))
        throw new SpreadsheetError("unsafe");
      yield text;
    }
    if (decoder) yield decoder.decode();
  } catch (error) {
    // The decoder says with an error of its own that bytes are no text.
    if (error instanceof TypeError) throw new SpreadsheetError("damaged");
    throw error;
  }
}

/** By its first bytes: a mark of the byte order, or every other byte of "<?" being nothing. */
function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}

type Relationship = { id: string; type: string; target: string };

/** What a part refers to within the package; the package itself: an empty name. */
export async function relationshipsOf(parts: Parts, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const entry = parts.get(`${folder}_rels/${part.slice(slash)}.rels`);
  if (!entry) return [];
  const found: Relationship[] = [];
  await scanPart(entry, {
    open(name, attributes) {
      if (name !== "Relationship" || attribute(attributes, "TargetMode") === "External") return;
      found.push({
        id: attribute(attributes, "Id") ?? "",
        // Strict workbooks name the same kinds by other addresses.
        type: (attribute(attributes, "Type") ?? "").split("/").at(-1) ?? "",
        target: resolved(folder, attribute(attributes, "Target") ?? ""),
      });
    },
  });
  return found;
}

function resolved(folder: string, target: string): string {
  const path = target.startsWith("/") ? target : `/${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/").toLowerCase();
}

/** A sheet as the workbook lists it. */
export type ListedSheet = { name: string; hidden: boolean; part: ZipEntry };

export type Workbook = {
  sheets: ListedSheet[];
  /** Days are counted from 1904 and not from 1900. */
  from1904: boolean;
  sharedStrings: ZipEntry | null;
  styles: ZipEntry | null;
};

/**
 * The workbook of a package: its sheets of cells in their order.
 * @throws SpreadsheetError "notASpreadsheet" for a package of something else
 */
export async function workbookOf(parts: Parts): Promise<Workbook> {
  const main = (await relationshipsOf(parts, "")).find(({ type }) => type === "officeDocument");
  const entry = main && parts.get(main.target);
  if (!main || !entry || !main.target.endsWith(".xml")) {
    throw new SpreadsheetError("notASpreadsheet");
  }
  const related = await relationshipsOf(parts, main.target);
  const worksheets = new Map(
    related.filter(({ type }) => type === "worksheet").map(({ id, target }) => [id, target]),
  );
  const sheets: ListedSheet[] = [];
  let isWorkbook = false;
  let from1904 = false;
  await scanPart(entry, {
    open(name, attributes) {
      if (name === "workbook") isWorkbook = true;
      if (name === "workbookPr") from1904 = isOn(attributes, "date1904");
      if (name !== "sheet") return;
      const target = worksheets.get(attribute(attributes, "id") ?? "");
      // Sheets of charts hold no cells.
      if (target === undefined) return;
      const part = parts.get(target);
      if (!part) throw new SpreadsheetError("damaged");
      const state = attribute(attributes, "state") ?? "visible";
      sheets.push({
        name: attribute(attributes, "name") ?? "",
        hidden: state !== "visible",
        part,
      });
    },
  });
  if (!isWorkbook) throw new SpreadsheetError("notASpreadsheet");
  const partOf = (kind: string) =>
    parts.get(related.find(({ type }) => type === kind)?.target ?? "") ?? null;
  return { sheets, from1904, sharedStrings: partOf("sharedStrings"), styles: partOf("styles") };
}
