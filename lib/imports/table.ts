import type { ReadSheet, ReadSpreadsheet } from "#lib/core/spreadsheet/schema.ts";
import {
  blocksEndingAt,
  columnsByHeadings,
  columnsOf,
  doubtsOf,
  type HeadingBlock,
  headingBlocks,
  headingText,
  isNumbering,
  type Recognised,
} from "./heading-block.ts";
import { type Columns, type ImportKind, NEEDED, type Table } from "./schema.ts";
import { rowsUnder } from "./table-rows.ts";

/** What someone said of files with such headings (`import_mapping`); null where nobody has. */
export type Remembered = (shape: string) => Columns | null;

type Found = { block: HeadingBlock; columns: Columns; score: number };

/**
 * The table of a sheet: its heading of one to four lines below titles, which column is which entry, and
 * its rows, without sub-headings, totals, repeated headings and what stands below. Null where no heading is
 * recognised or remembered; a person may then point at it (`tableUnder`).
 */
export function recogniseTable(
  sheet: ReadSheet,
  kind: ImportKind,
  remembered: Remembered,
): Table | null {
  const found = find(sheet, kind, remembered);
  return found === null ? null : tableOf(sheet, found.block, found.columns);
}

/**
 * The sheet that looks most like a register of the kind, with its table; of sheets that look alike the
 * one with the most rows. Hidden sheets only where no other has a table.
 */
export function chooseSheet(
  spreadsheet: ReadSpreadsheet,
  kind: ImportKind,
  remembered: Remembered,
): Table | null {
  for (const hidden of [false, true]) {
    const candidates = spreadsheet.sheets
      .filter((sheet) => sheet.hidden === hidden)
      .flatMap((sheet) => {
        const found = find(sheet, kind, remembered);
        return found === null ? [] : [{ sheet, ...found }];
      })
      .sort((a, b) => b.score - a.score || b.sheet.rows.length - a.sheet.rows.length);
    const [best] = candidates;
    if (best !== undefined) return tableOf(best.sheet, best.block, best.columns);
  }
  return null;
}

/**
 * The table whose heading ends at a line that a person chose, as the spreadsheet numbers it. Null where
 * that line has no two headings.
 */
export function tableUnder(
  sheet: ReadSheet,
  kind: ImportKind,
  headingTo: number,
  remembered: Remembered,
): Table | null {
  const blocks = blocksEndingAt(sheet, headingTo);
  const found = best(blocks, sheet, kind, remembered)[0];
  return found === undefined ? null : tableOf(sheet, found.block, found.columns);
}

/** A table with the columns as a person corrected them. */
export function tableWith(sheet: ReadSheet, table: Table, columns: Columns): Table {
  const block = blocksEndingAt(sheet, table.headingTo).find(
    ({ fromLine }) => fromLine === table.headingFrom,
  );
  if (block === undefined) throw new RangeError(`No heading at line ${table.headingTo}`);
  return tableOf(sheet, block, columns);
}

/** Sheets are told apart by less than what one column more or less makes. */
const SCORE_STEP = 0.25;

function find(sheet: ReadSheet, kind: ImportKind, remembered: Remembered): Found | null {
  const blocks = headingBlocks(sheet);
  const found = best(blocks, sheet, kind, remembered).find(
    ({ known, columns, isRemembered }) => isRemembered || isEnough(columns, known, kind),
  );
  if (found === undefined) return null;
  // A heading may be repeated on every page; the table begins under the first.
  const first = blocks.find(
    ({ shape, from }) => shape === found.block.shape && from < found.block.from,
  );
  return { ...found, block: first ?? found.block, score: Math.round(found.score / SCORE_STEP) };
}

type Ranked = Found & { known: number; isRemembered: boolean };

/** Contents are looked at under this many of the blocks whose headings are surest. */
const LOOKED_INTO = 6;

/** A mapping for the headings' shape wins; then what is recognised most surely. */
function best(
  blocks: readonly HeadingBlock[],
  sheet: ReadSheet,
  kind: ImportKind,
  remembered: Remembered,
): Ranked[] {
  const rank = (block: HeadingBlock, { columns, score, known }: Recognised): Ranked => {
    const mapping = remembered(block.shape);
    return {
      block,
      known,
      columns: mapping ?? columns,
      isRemembered: mapping !== null,
      score: score + 0.3 * known - doubtsOf(block, sheet),
    };
  };
  const surest = (a: Ranked, b: Ranked) =>
    Number(b.isRemembered) - Number(a.isRemembered) ||
    b.score - a.score ||
    a.block.from - b.block.from;
  return blocks
    .map((block) => rank(block, columnsByHeadings(block, kind)))
    .sort(surest)
    .slice(0, LOOKED_INTO)
    .map(({ block }) => rank(block, columnsOf(block, sheet, kind)))
    .sort(surest);
}

/** Two headings at least, and what a row needs or three entries. */
function isEnough(columns: Columns, known: number, kind: ImportKind): boolean {
  const entries = Object.values(columns);
  const hasNeeded = NEEDED[kind].every((entry) => entries.includes(entry));
  return entries.length >= 3 || (hasNeeded && entries.length + known >= 2);
}

function tableOf(sheet: ReadSheet, block: HeadingBlock, columns: Columns): Table {
  const numbering = sheet.rows[block.to + 1];
  const numbered = numbering !== undefined && isNumbering(numbering);
  return {
    sheet: sheet.name,
    headingFrom: block.fromLine,
    headingTo: numbered ? numbering.line : block.toLine,
    headings: block.paths.map(headingText),
    shape: block.shape,
    columns,
    ...rowsUnder(sheet, block, numbered ? block.to + 2 : block.to + 1, columns),
  };
}
