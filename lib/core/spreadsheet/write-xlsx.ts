import { strToU8, Zip, ZipDeflate } from "fflate";
import { sheetFrame } from "./write-frame.ts";
import { rowWriter } from "./write-rows.ts";
import type { WrittenTable } from "./write-schema.ts";

/** Excel's own limit. */
const MOST_ROWS = 1_048_576;
/** Files take about a tenth more room than with the best level, in a third of the time. */
const LEVEL = 3;

/** A table with more rows than a sheet can have. */
export class TooManyRowsError extends Error {}

/**
 * A table as .xlsx, a sheet with title, notes, frozen headings, a filter and pages of A4. The
 * library writes everything but the rows, and those are put in its sheet as they come, so that
 * memory does not grow with them (docs/decisions/0009). Numbers, days and shares can be counted
 * with; texts are stored as texts, whatever they begin with.
 * @param at when it is made, as the file says of itself
 * @returns the file a piece at a time, as far as it is asked for
 * @throws TooManyRowsError
 */
export async function* xlsxOf(table: WrittenTable, at: Date): AsyncGenerator<Uint8Array> {
  const frame = await sheetFrame(table, at);
  const made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(chunk);
  });
  const sheet = fileIn(zip, frame.sheetPath, at);
  sheet.push(strToU8(frame.before));
  const write = rowWriter(table.columns, frame.styles);
  let line = frame.firstRow;
  for await (const rows of table.pages) {
    if (line + rows.length > MOST_ROWS) throw new TooManyRowsError();
    sheet.push(strToU8(rows.map((row, index) => write(row, line + index)).join("")));
    line += rows.length;
    yield* made.splice(0);
  }
  sheet.push(strToU8(frame.after(line - 1)), true);
  for (const [path, content] of frame.others) fileIn(zip, path, at).push(content, true);
  zip.end();
  yield* made.splice(0);
}

function fileIn(zip: Zip, path: string, at: Date): ZipDeflate {
  const file = new ZipDeflate(path, { level: LEVEL });
  file.mtime = at;
  zip.add(file);
  return file;
}
