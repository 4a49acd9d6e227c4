import { readCsvRows } from "./csv.ts";
import { utf8Text } from "./encoding.ts";
import { type ReadSpreadsheet, SPREADSHEET_LIMITS, SpreadsheetError } from "./schema.ts";
import { readXlsxSheets } from "./xlsx.ts";

/**
 * Reads a spreadsheet, .xlsx or .csv, told apart by what is in the file and not by its name.
 * Nothing of it is run: neither macros nor formulas, whose results count as the file has them.
 * @param name the file's name, by which the only sheet of a CSV is called
 * @throws SpreadsheetError with what is wrong, before much is unpacked or kept
 */
export async function readSpreadsheet(bytes: Uint8Array, name: string): Promise<ReadSpreadsheet> {
  if (bytes.length > SPREADSHEET_LIMITS.bytes) {
    throw new SpreadsheetError("tooLarge", { megabytes: SPREADSHEET_LIMITS.bytes / 1024 / 1024 });
  }
  const format = formatOf(bytes);
  const sheets =
    format === "xlsx" ? await readXlsxSheets(bytes) : [readCsv(utf8Text(bytes), sheetName(name))];
  if (sheets.every(({ rows }) => rows.length === 0)) throw new SpreadsheetError("nothingInIt");
  return { format, sheets };
}

function readCsv(text: string, name: string) {
  return { name, hidden: false, rows: readCsvRows(text, name), merges: [] };
}

/** A file's name without folders and extension. */
function sheetName(name: string): string {
  return name.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "") || "CSV";
}

const startsWith = (bytes: Uint8Array, ...start: number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/** What a file is by its first bytes. @throws SpreadsheetError for what is neither of the two */
export function formatOf(bytes: Uint8Array): "xlsx" | "csv" {
  if (bytes.length === 0) throw new SpreadsheetError("empty");
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return "xlsx";
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    throw new SpreadsheetError(kindOfOldContainer(bytes));
  }
  // The records with which sheets of Excel 2 to 4 begin, which had no container.
  if (bytes[0] === 9 && [0, 2, 4].includes(bytes[1] ?? -1) && [4, 6].includes(bytes[2] ?? -1)) {
    throw new SpreadsheetError("oldExcel");
  }
  const beginning = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart();
  if (beginning.startsWith("<") && beginning.includes('progid="Excel.Sheet"')) {
    throw new SpreadsheetError("oldExcel");
  }
  // Pages that other systems hand out as .xls; documents; pictures; programs.
  if (/^(<|%PDF|\{\\rtf|PK|GIF8|MZ|\u007fELF)/.test(beginning)) {
    throw new SpreadsheetError("notASpreadsheet");
  }
  return "csv";
}

/** Told by the names of its streams, which stand in the container's directory in UTF-16. */
function kindOfOldContainer(bytes: Uint8Array): "encrypted" | "oldExcel" | "notASpreadsheet" {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string) => container.includes(Buffer.from(stream, "utf16le"));
  if (holds("EncryptedPackage")) return "encrypted";
  return holds("Workbook") || holds("Book\0") ? "oldExcel" : "notASpreadsheet";
}
