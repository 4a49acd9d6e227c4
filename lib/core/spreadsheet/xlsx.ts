import { type Meaning, meaningOfBuiltIn, meaningOfCode } from "./formats.ts";
import { partsOf, refuseDtd, scanPart, workbookOf } from "./parts.ts";
import { type ReadSheet, SPREADSHEET_LIMITS, SpreadsheetError } from "./schema.ts";
import { type Shared, sheetReader } from "./sheet.ts";
import { tidyXlsxText } from "./text.ts";
import { attribute } from "./xml.ts";
import type { ZipEntry } from "./zip.ts";

/**
 * The sheets of an .xlsx. What is in memory at a time is the file as sent, a piece of the part
 * that is read, and the cells with something in them.
 * @throws SpreadsheetError for what is not read
 */
export async function readXlsxSheets(bytes: Uint8Array): Promise<ReadSheet[]> {
  const { entries, parts } = partsOf(bytes);
  const workbook = await workbookOf(parts);
  if (workbook.sheets.length > SPREADSHEET_LIMITS.sheets) {
    throw new SpreadsheetError("tooManySheets", { most: SPREADSHEET_LIMITS.sheets });
  }
  const read = new Set([...workbook.sheets.map(({ part }) => part), workbook.sharedStrings]);
  for (const entry of entries) {
    // What is read is looked at on the way.
    if (/\.(xml|rels|vml)$/i.test(entry.name) && !read.has(entry)) await refuseDtd(entry);
  }
  const shared: Shared = {
    strings: workbook.sharedStrings ? await sharedStringsOf(workbook.sharedStrings) : [],
    meanings: workbook.styles ? await meaningsOf(workbook.styles) : [],
    from1904: workbook.from1904,
    left: SPREADSHEET_LIMITS.cells,
  };
  const sheets: ReadSheet[] = [];
  for (const { name, hidden, part } of workbook.sheets) {
    const { handler, sheet } = sheetReader(name, hidden, shared);
    await scanPart(part, handler);
    sheets.push(sheet());
  }
  return sheets;
}

async function sharedStringsOf(entry: ZipEntry): Promise<string[]> {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = 0;
  await scanPart(entry, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") phonetic += 1;
      else if (name === "t") inText = phonetic === 0;
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") phonetic -= 1;
      else if (name === "si") {
        if (strings.length >= SPREADSHEET_LIMITS.cells) {
          throw new SpreadsheetError("unpacksTooLarge");
        }
        strings.push(tidyXlsxText(text));
      }
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return strings;
}

/** What numbers mean by the number of their cell's style. */
async function meaningsOf(entry: ZipEntry): Promise<Meaning[]> {
  const codes = new Map<number, Meaning>();
  const meanings: Meaning[] = [];
  let inFormats = false;
  await scanPart(entry, {
    open(name, attributes) {
      if (name === "cellXfs") inFormats = true;
      else if (name === "numFmt") {
        const id = Number(attribute(attributes, "numFmtId"));
        codes.set(id, meaningOfCode(attribute(attributes, "formatCode") ?? ""));
      } else if (name === "xf" && inFormats) {
        const id = Number(attribute(attributes, "numFmtId") ?? 0);
        meanings.push(codes.get(id) ?? meaningOfBuiltIn(id));
      }
    },
    close(name) {
      if (name === "cellXfs") inFormats = false;
    },
  });
  return meanings;
}
