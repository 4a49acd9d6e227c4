import { textMeant } from "./harmless.ts";
import { type ReadCell, type ReadRow, SPREADSHEET_LIMITS, SpreadsheetError } from "./schema.ts";
import { tidyText } from "./text.ts";

/*
 * Tables as text. The package for CSV goes sign by sign and takes over a minute for a single field
 * of 20 MB; and it passes quotes over or refuses them without saying where they were opened.
 */

export const DELIMITERS = [";", ",", "\t"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The fields of a text, record by record. */
export type CsvRecord = {
  /** From 1, as a spreadsheet numbers it: new lines within quotes do not count. */
  line: number;
  fields: string[];
};

const SAMPLE = 64 * 1024;

/** What parts the fields: said in the first line (`sep=;`), or what most of the first lines have. */
export function delimiterOf(text: string): Delimiter {
  const said = /^sep=([;,\t])\r?\n/i.exec(text)?.[1];
  if (said !== undefined) return said as Delimiter;
  const bare = text.slice(0, SAMPLE).replace(/"[^"]*(?:"|$)/g, "");
  const lines = bare.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
  const score = (delimiter: Delimiter) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(delimiter).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    // Lines that agree in how often it occurs; where two do alike, the one that parts more.
    return Math.max(0, ...[...counts].map(([count, alike]) => alike + Math.min(count, 99) / 100));
  };
  return DELIMITERS.reduce((best, each) => (score(each) > score(best) ? each : best));
}

/**
 * The records of a text one after the other, those without any sign left out.
 * @throws SpreadsheetError "wrongQuote" with the line in which a quote was opened and not closed,
 *   or closed and followed by something
 */
export function* csvRecords(text: string, delimiter: Delimiter): Generator<CsvRecord, void> {
  let at = /^sep=[;,\t]\r?\n/i.exec(text)?.[0].length ?? 0;
  let line = at === 0 ? 1 : 2;
  let fields: string[] = [];
  const end = fieldEnd(text, delimiter);
  while (at < text.length) {
    if (fields.length === 0) {
      const skipped = emptyLine(text, at);
      if (skipped > at) {
        at = skipped;
        line += 1;
        continue;
      }
    }
    if (text[at] === '"') {
      const [field, behind] = quoted(text, at, line);
      fields.push(field);
      at = behind;
      if (end(at) !== at) throw new SpreadsheetError("wrongQuote", { line });
    } else {
      const to = end(at);
      fields.push(text.slice(at, to));
      at = to;
    }
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      fields.push("");
    }
    yield { line, fields };
    line += 1;
    fields = [];
    at = emptyLine(text, at);
  }
}

/** The place behind a line break that stands here; the place itself where none does. */
function emptyLine(text: string, at: number): number {
  if (text[at] === "\n") return at + 1;
  if (text[at] !== "\r") return at;
  return text[at + 1] === "\n" ? at + 2 : at + 1;
}

/** Where a field without quotes ends that begins at a place: what ends one is looked for once. */
function fieldEnd(text: string, delimiter: Delimiter): (at: number) => number {
  const signs = [delimiter, "\n", "\r"].map((sign) => ({ sign, next: -1 }));
  return (at) => {
    let end = text.length;
    for (const each of signs) {
      if (each.next < at) {
        const found = text.indexOf(each.sign, at);
        each.next = found === -1 ? text.length : found;
      }
      end = Math.min(end, each.next);
    }
    return end;
  };
}

/** A field in quotes, and the place behind it. */
function quoted(text: string, at: number, line: number): [field: string, behind: number] {
  const pieces: string[] = [];
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) throw new SpreadsheetError("wrongQuote", { line });
    pieces.push(text.slice(from, quote));
    if (text[quote + 1] !== '"') return [pieces.join('"'), quote + 1];
    from = quote + 2;
  }
}

/**
 * The rows of a text that have something in them.
 * @throws SpreadsheetError for a wrong quote, and beyond `SPREADSHEET_LIMITS`
 */
export function readCsvRows(text: string, sheet: string): ReadRow[] {
  const rows: ReadRow[] = [];
  let left: number = SPREADSHEET_LIMITS.cells;
  for (const { line, fields } of csvRecords(text, delimiterOf(text))) {
    const cells: ReadCell[] = fields.map((field) =>
      field === "" ? null : tidyText(textMeant(field)) || null,
    );
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    if (cells.length === 0) continue;
    if (cells.length > SPREADSHEET_LIMITS.columns) {
      throw new SpreadsheetError("tooManyColumns", { sheet, most: SPREADSHEET_LIMITS.columns });
    }
    left -= cells.length;
    if (rows.length >= SPREADSHEET_LIMITS.rows || left < 0) {
      throw new SpreadsheetError("tooManyRows", { sheet, most: SPREADSHEET_LIMITS.rows });
    }
    rows.push({ line, cells, hidden: false });
  }
  return rows;
}
