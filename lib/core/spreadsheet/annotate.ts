import { inUtf8, NOTES_HEADING, type SheetHeading, type SheetNote } from "./annotate-schema.ts";
import { type SheetNotes, withNotes } from "./annotate-sheet.ts";
import { withNoteStyles } from "./annotate-styles.ts";
import { csvRecords, delimiterOf } from "./csv.ts";
import { utf8Text } from "./encoding.ts";
import { harmlessText } from "./harmless.ts";
import { partsOf, wholePart, workbookOf } from "./parts.ts";
import type { ReadSheet } from "./schema.ts";
import { tidyText } from "./text.ts";
import { readXlsxSheets } from "./xlsx.ts";
import { rewriteZip } from "./zip.ts";

/**
 * The same workbook with words beside rows, in one column more at the right of each sheet that has
 * any, and those rows tinted for as long as the words stand there. Notes of an earlier time are
 * replaced. All else stays as it is, to the byte but for the parts that are written anew.
 * @param headings where the added column gets its heading; else above the sheet's first note
 * @throws SpreadsheetError as reading does
 */
export async function annotateXlsx(
  bytes: Uint8Array,
  notes: readonly SheetNote[],
  headings: readonly SheetHeading[] = [],
): Promise<Uint8Array> {
  const sheets = await readXlsxSheets(bytes);
  const { entries, parts } = partsOf(bytes);
  const workbook = await workbookOf(parts);
  const changed = new Map<string, Uint8Array>();
  const encode = (xml: string) => new TextEncoder().encode(xml);
  const styled = workbook.styles && withNoteStyles(await wholePart(workbook.styles));
  if (workbook.styles && styled) {
    changed.set(workbook.styles.name, encode(inUtf8(styled.xml)));
  }
  for (const [index, { name, part }] of workbook.sheets.entries()) {
    const own = notes.filter(({ sheet }) => sheet === name);
    const read = sheets[index];
    if (!read || (own.length === 0 && notesColumn(read) === null)) continue;
    const line = headings.find(({ sheet }) => sheet === name)?.line;
    const placed: SheetNotes = {
      ...placeOfNotes(read, own, line),
      notes: new Map(own.map(({ line: at, words }) => [at, words])),
      styles: styled?.styles ?? null,
    };
    changed.set(part.name, encode(withNotes(await wholePart(part), placed)));
  }
  return rewriteZip(entries, changed);
}

/** Where notes stand from an earlier time. */
function notesColumn({
  rows,
}: Pick<ReadSheet, "rows">): { column: number; heading: number } | null {
  for (const { line, cells } of rows) {
    const column = cells.indexOf(NOTES_HEADING);
    if (column !== -1) return { column, heading: line };
  }
  return null;
}

function placeOfNotes(sheet: ReadSheet, notes: readonly SheetNote[], line: number | undefined) {
  const earlier = notesColumn(sheet);
  if (earlier) return earlier;
  const joined = sheet.merges
    .map(({ toColumn }) => toColumn)
    .filter((column) => column < MOST_JOINED);
  const used = sheet.rows.map(({ cells }) => cells.length - 1);
  const column = [...joined, ...used].reduce((a, b) => Math.max(a, b), -1) + 1;
  const first = notes.reduce((least, note) => Math.min(least, note.line), Number.POSITIVE_INFINITY);
  return { column, heading: line ?? Math.max(1, first - 1) };
}

/** Merges that go further are of whole rows, and the table does not. */
const MOST_JOINED = 1000;

/**
 * The same CSV with words beside lines, in one column more at the right, in UTF-8 with a mark by
 * which Excel knows it. Quotes stand where they are needed; the delimiter stays.
 * @param notes their `sheet` does not matter: there is only one
 * @throws SpreadsheetError as reading does
 */
export function annotateCsv(
  bytes: Uint8Array,
  notes: readonly Omit<SheetNote, "sheet">[],
  headingLine = Math.max(1, Math.min(...notes.map(({ line }) => line)) - 1),
): Uint8Array {
  const text = utf8Text(bytes);
  const delimiter = delimiterOf(text);
  const records = [...csvRecords(text, delimiter)];
  const earlier = notesColumn({
    rows: records.map(({ line, fields }) => ({ line, cells: fields.map(tidyText), hidden: false })),
  });
  const widest = records.reduce((most, { fields }) => Math.max(most, usedFields(fields)), 0);
  const { column, heading } = earlier ?? { column: widest, heading: headingLine };
  const words = new Map(notes.map((note) => [note.line, harmlessText(note.words)]));
  words.set(heading, NOTES_HEADING);
  const lines = /^sep=/i.test(text) ? [`sep=${delimiter}`] : [];
  for (const { line, fields } of records) {
    while (lines.length < line - 1) lines.push("");
    const note = words.get(line);
    const padded = Array.from({ length: column }, (_, index) => fields[index] ?? "");
    const rest = fields.slice(column + 1);
    const own = line >= heading ? [note ?? ""] : fields.slice(column, column + 1);
    lines.push([...padded, ...own, ...rest].map((field) => quotedField(field)).join(delimiter));
  }
  return new TextEncoder().encode(`\ufeff${lines.join("\r\n")}\r\n`);
}

/** How many fields there are to the last that has something in it. */
function usedFields(fields: readonly string[]): number {
  return fields.findLastIndex((field) => field.trim() !== "") + 1;
}

function quotedField(field: string): string {
  return /["\r\n;,\t]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
