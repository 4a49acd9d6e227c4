import { harmlessText } from "./harmless.ts";
import { writableText } from "./text.ts";
import { momentText } from "./write-moment.ts";
import type { WrittenCell, WrittenColumn, WrittenTable } from "./write-schema.ts";

/** By it Excel knows that the file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";
const encoder = new TextEncoder();

/**
 * A table as .csv for other software (RFC 4180): the headings, then the rows, parted by commas;
 * days and months as `YYYY-MM-DD` and `YYYY-MM`, numbers with a decimal point, shares as
 * fractions. Texts that a spreadsheet would calculate begin with an apostrophe, numbers do not.
 * @returns the file a piece at a time, as far as it is asked for
 */
export async function* csvOf({ columns, pages }: WrittenTable): AsyncGenerator<Uint8Array> {
  const heads = columns.map(({ label }) => quoted(harmlessText(label)));
  yield encoder.encode(`${BYTE_ORDER_MARK}${heads.join(",")}\r\n`);
  for await (const rows of pages) {
    yield encoder.encode(rows.map((row) => lineOf(row, columns)).join(""));
  }
}

function lineOf(row: readonly WrittenCell[], columns: readonly WrittenColumn[]): string {
  const cells = columns.map(({ kind }, index) => cellText(row[index] ?? null, kind));
  return `${cells.join(",")}\r\n`;
}

function cellText(value: WrittenCell, kind: WrittenColumn["kind"]): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  if (value instanceof Date) return momentText(value);
  return kind === "text" ? quoted(harmlessText(writableText(value))) : value;
}

/** What readers may part fields by stands in quotes, so that none takes it for the comma's part. */
function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
