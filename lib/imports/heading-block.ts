import { createHash } from "node:crypto";
import type { ReadCell, ReadRow, ReadSheet } from "#lib/core/spreadsheet/schema.ts";
import { fitOf } from "./contents.ts";
import { claimsOf, foldHeading, type HeadingPath, LEAST_CLAIM } from "./headings.ts";
import { foldWords, textOfCell } from "./readings.ts";
import type { Columns, Entry, ImportKind } from "./schema.ts";

/** Lines that may be the heading of a table, read by columns. */
export type HeadingBlock = {
  fromLine: number;
  toLine: number;
  /** Its rows in `sheet.rows`, from and to, both included. */
  from: number;
  to: number;
  paths: readonly HeadingPath[];
  shape: string;
};

/** Headings have at most this many lines, and stand among the first of these rows. */
const MOST_LINES = 4;
const SEARCHED_ROWS = 60;
/** Rows under the heading by which a column's contents are judged. */
const SAMPLE = 40;
/** Texts longer than this are contents. */
const LONGEST_HEADING = 160;

/** Every block of lines near the top of a sheet that may be a heading. */
export function headingBlocks(sheet: ReadSheet): HeadingBlock[] {
  const blocks = new Map<string, HeadingBlock>();
  const last = Math.min(sheet.rows.length, SEARCHED_ROWS);
  const top = withMergesTo(sheet, sheet.rows[last + MOST_LINES]?.line ?? Number.POSITIVE_INFINITY);
  for (let from = 0; from < last; from++) {
    for (let height = 1; height <= MOST_LINES && from + height <= last; height++) {
      const [first, end] = closedUnderMerges(top, from, from + height - 1);
      const key = `${first} ${end}`;
      if (blocks.has(key) || end - first >= MOST_LINES + 2) continue;
      const block = blockOf(top, first, end);
      if (block !== null) blocks.set(key, block);
    }
  }
  return [...blocks.values()];
}

/** The block whose last line is chosen by a person: the best of those that end there. */
export function blocksEndingAt(sheet: ReadSheet, toLine: number): HeadingBlock[] {
  const to = sheet.rows.findIndex(({ line }) => line === toLine);
  if (to < 0) return [];
  const blocks: HeadingBlock[] = [];
  const top = withMergesTo(sheet, toLine);
  for (let from = to; from >= Math.max(0, to - MOST_LINES - 1); from--) {
    const [first] = closedUnderMerges(top, from, to);
    const block = blockOf(top, first, to);
    if (block !== null) blocks.push(block);
  }
  return blocks;
}

/** The sheet with the joined cells that begin no lower than a line: a long sheet may have very many. */
function withMergesTo(sheet: ReadSheet, line: number): ReadSheet {
  return { ...sheet, merges: sheet.merges.filter(({ fromLine }) => fromLine <= line) };
}

/** No cell that is joined down may be cut by the edge of a heading. */
function closedUnderMerges(sheet: ReadSheet, from: number, to: number): [number, number] {
  const { rows } = sheet;
  let [first, last] = [from, to];
  for (const { fromLine, toLine } of sheet.merges) {
    if (fromLine === toLine || toLine - fromLine >= MOST_LINES + 2) continue;
    const startLine = rows[first]?.line ?? 0;
    const endLine = rows[last]?.line ?? 0;
    if (toLine < startLine || fromLine > endLine) continue;
    while (first > 0 && (rows[first - 1]?.line ?? 0) >= fromLine) first--;
    while (last < rows.length - 1 && (rows[last + 1]?.line ?? 0) <= toLine) last++;
  }
  return [first, last];
}

function blockOf(sheet: ReadSheet, from: number, to: number): HeadingBlock | null {
  const rows = sheet.rows.slice(from, to + 1);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return null;
  const lines = rows.filter((row) => !isNumbering(row)).map((row) => textsOf(sheet, row));
  // A line with one text is a title or a sub-heading.
  if (lines.some((line) => new Set(line.filter(Boolean)).size < 2)) return null;
  spreadRight(lines);
  const width = Math.max(0, ...lines.map((line) => line.length));
  const paths = Array.from({ length: width }, (_, column) => {
    const path: string[] = [];
    for (const line of lines) {
      const text = line[column] ?? "";
      if (text !== "" && text !== path.at(-1)) path.push(text);
    }
    return path;
  });
  while (paths.length > 0 && paths.at(-1)?.length === 0) paths.pop();
  if (paths.filter((path) => path.length > 0).length < 2) return null;
  return { fromLine: first.line, toLine: last.line, from, to, paths, shape: shapeOf(paths) };
}

/** The texts of a line by column; a joined cell's text stands in all of its columns and lines. */
function textsOf(sheet: ReadSheet, row: ReadRow): string[] {
  const texts = row.cells.map((cell) => textOfCell(cell).replace(/\s+/g, " ").trim());
  for (const merge of sheet.merges) {
    if (row.line < merge.fromLine || row.line > merge.toLine) continue;
    const start = sheet.rows.find(({ line }) => line === merge.fromLine);
    const text = textOfCell(start?.cells[merge.fromColumn] ?? null)
      .replace(/\s+/g, " ")
      .trim();
    if (text === "") continue;
    const toColumn = Math.min(merge.toColumn, merge.fromColumn + 200);
    for (let column = merge.fromColumn; column <= toColumn; column++) texts[column] = text;
  }
  return Array.from(texts, (text) => text ?? "");
}

/**
 * Where nothing is joined (a CSV has no joined cells), a heading with headings below it reaches to the
 * right as far as nothing else stands in its line and something stands below.
 */
function spreadRight(lines: string[][]): void {
  for (const [index, line] of lines.entries()) {
    const below = lines.slice(index + 1);
    const hasBelow = (column: number) => below.some((other) => (other[column] ?? "") !== "");
    const width = Math.max(line.length, ...below.map((other) => other.length));
    let heading = "";
    for (let column = 0; column < width; column++) {
      const text = line[column] ?? "";
      if (text !== "") heading = hasBelow(column) ? text : "";
      else if (heading !== "" && hasBelow(column)) line[column] = heading;
      else heading = "";
    }
  }
}

/** "(1) (2) (3)", "A B 1 2 3", "1 2 3=1+2": the line that numbers the columns. */
export function isNumbering(row: ReadRow): boolean {
  const texts = row.cells.map(textOfCell).filter((text) => text.trim() !== "");
  const numbered = texts.filter((text) =>
    /^\s*[([]?\s*(?:\d{1,2}|[A-ZĐ]|[a-z])\s*[)\]]?\s*(?:=[\d\s+\-*/:()%,.]+)?$/.test(text),
  );
  if (texts.length < 3 || numbered.length < texts.length) return false;
  // Columns are numbered upwards; a row of figures is not.
  const numbers = numbered
    .map((text) => /\d+/.exec(text)?.[0])
    .filter((text) => text !== undefined)
    .map(Number);
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}

/** What the annotated copy of a file adds must not make it another shape. */
const ADDED = foldWords("Lỗi cần sửa");

/** SHA-256 of the headings, folded, by column. */
function shapeOf(paths: readonly HeadingPath[]): string {
  const folded = paths
    .map((path) => foldWords(path.join(" ")))
    .map((text) => (text === ADDED ? "" : text));
  while (folded.at(-1) === "") folded.pop();
  return createHash("sha256").update(JSON.stringify(folded)).digest("hex");
}

/** The heading of a column in words. */
export const headingText = (path: HeadingPath): string => path.join(" ");

/** Two columns that claim an entry as well as this are left to the person. */
const ALIKE = 0.015;
const EMPTY_COLUMN = 0.9;

export type Recognised = { columns: Columns; score: number; known: number };

/** Which columns of a block are which entries, by their headings alone. */
export function columnsByHeadings(block: HeadingBlock, kind: ImportKind): Recognised {
  return columnsOf(block, { rows: [] }, kind);
}

/** Which columns of a block are which entries, by their headings and by what stands under them. */
export function columnsOf(
  block: HeadingBlock,
  sheet: Pick<ReadSheet, "rows">,
  kind: ImportKind,
): Recognised {
  const sample = sheet.rows
    .slice(block.to + 1, block.to + 1 + SAMPLE)
    .filter((row) => !isNumbering(row));
  const claims: { column: number; entry: Entry | null; score: number }[] = [];
  for (const [column, path] of block.paths.entries()) {
    const cells = sample.map((row) => row.cells[column] ?? null);
    for (const { entry, score } of claimsOf(path, kind)) {
      const weighed = score * weightOf(entry, cells, sample.length);
      if (weighed >= LEAST_CLAIM) claims.push({ column, entry, score: weighed });
    }
  }
  claims.sort((a, b) => b.score - a.score || a.column - b.column);
  const columns: Record<number, Entry> = {};
  const takenColumns = new Set<number>();
  const takenEntries = new Set<Entry>();
  let total = 0;
  let known = 0;
  for (const { column, entry, score } of claims) {
    if (takenColumns.has(column)) continue;
    if (entry === null) {
      takenColumns.add(column);
      known++;
      continue;
    }
    if (takenEntries.has(entry)) continue;
    const rival = claims.find(
      (other) =>
        other.entry === entry &&
        other.column !== column &&
        !takenColumns.has(other.column) &&
        score - other.score < ALIKE &&
        isSameHeading(block.paths[column], block.paths[other.column]),
    );
    takenEntries.add(entry);
    if (rival !== undefined) continue;
    takenColumns.add(column);
    columns[column] = entry;
    total += score;
  }
  return { columns, score: total, known };
}

function isSameHeading(a: HeadingPath | undefined, b: HeadingPath | undefined): boolean {
  return foldHeading(headingText(a ?? [])) === foldHeading(headingText(b ?? []));
}

function weightOf(entry: Entry | null, cells: readonly ReadCell[], rows: number): number {
  if (entry === null || rows === 0) return 1;
  if (cells.every((cell) => cell === null)) return EMPTY_COLUMN;
  const fit = fitOf(entry, cells);
  return fit === null ? 1 : 0.55 + 0.45 * fit;
}

/** What makes a block an unlikely heading: many lines, figures and long texts in it. */
export function doubtsOf(block: HeadingBlock, sheet: ReadSheet): number {
  const rows = sheet.rows.slice(block.from, block.to + 1).filter((row) => !isNumbering(row));
  const cells = rows.flatMap((row) => row.cells);
  const contents = cells.filter(
    (cell) => cell !== null && (typeof cell !== "string" || cell.length > LONGEST_HEADING),
  ).length;
  return 0.15 * (rows.length - 1) + 0.5 * contents + (isContinued(block, sheet) ? 0.6 : 0);
}

/** Whether the line below goes on with the heading: it begins further right, with texts that have no heading yet. */
function isContinued(block: HeadingBlock, sheet: ReadSheet): boolean {
  const next = sheet.rows[block.to + 1]?.cells ?? [];
  const begins = next[0] === null && next[1] === null;
  return (
    begins &&
    next.some(
      (cell, column) => typeof cell === "string" && (block.paths[column] ?? []).length === 0,
    )
  );
}
