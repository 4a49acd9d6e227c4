import type { Merge, ReadCell, ReadRow, ReadSheet } from "#lib/core/spreadsheet/schema.ts";
import { takeApart } from "./combined.ts";
import { isTick } from "./contents.ts";
import type { HeadingBlock } from "./heading-block.ts";
import { isOrdinal, isSurelyRow, type LineContext, lineOf } from "./lines.ts";
import { monthNamedIn } from "./numbers.ts";
import { foldWords, textOfCell } from "./readings.ts";
import type { Columns, Entry, SkippedLine, Table, TableRow } from "./schema.ts";
import { readStatus } from "./values.ts";

/** Headings of the columns that number the rows, folded. */
const ORDINALS = new Set(["stt", "tt", "so tt", "so thu tu", "no", "seq"]);

/** Entries that a ditto mark repeats from the row above. */
const REPEATED: ReadonlySet<Entry> = new Set([
  "department",
  "cooperating",
  "field",
  "sector",
  "directiveNumber",
  "directiveDate",
  "issuingBody",
  "leader",
  "assignee",
  "assignedOn",
  "dueOn",
  "issuedOn",
  "receivedOn",
  "month",
]);
const DITTO = /^(?:["″”“]+|''|\/\/|-?\s*nt\s*-?|như trên)$/iu;

/** The rows of a table from a row of the sheet on (`start`, an index), and the lines that are none. */
export function rowsUnder(
  sheet: ReadSheet,
  block: HeadingBlock,
  start: number,
  columns: Columns,
): Pick<Table, "rows" | "skipped"> {
  const below = joinedDown(sheet, start);
  const context = contextOf(sheet, below, block, columns);
  const cellsOf = cellReader(sheet, block, columns);
  const rows: TableRow[] = [];
  const skipped: SkippedLine[] = [];
  let group: string | null = null;
  let belowFooter = false;
  for (const [index, row] of below.entries()) {
    const line = lineOf(row, below[index + 1], context);
    if (line.kind === "skipped") {
      skipped.push({ line: row.line, why: line.why });
      if (line.why === "repeatedHeading") belowFooter = false;
      else if (line.why === "note" && rows.length > 0) belowFooter ||= saysSomething(row, context);
    } else if (belowFooter && !isSurelyRow(row, context)) {
      skipped.push({ line: row.line, why: "note" });
    } else if (line.kind === "group") {
      group = line.group;
      skipped.push({ line: row.line, why: "subheading" });
    } else {
      belowFooter = false;
      rows.push({ line: row.line, hidden: row.hidden, group, cells: cellsOf(row, rows.at(-1)) });
    }
  }
  return { rows, skipped };
}

/** A line that is only numbered in advance ends no table. */
const saysSomething = (row: ReadRow, { ordinalColumn }: LineContext): boolean =>
  row.cells.some((cell, column) => cell !== null && column !== ordinalColumn);

function contextOf(
  sheet: ReadSheet,
  below: readonly ReadRow[],
  block: HeadingBlock,
  columns: Columns,
): LineContext {
  const mapped = new Set(Object.keys(columns).map(Number));
  const named = block.paths.findIndex((path) => ORDINALS.has(foldWords(path.at(-1) ?? "")));
  const ordinalColumn = named >= 0 && !mapped.has(named) ? named : mapped.has(0) ? -1 : 0;
  const sample = below.slice(0, 200);
  const ordinals = sample.filter(({ cells }) => isOrdinal(cells[ordinalColumn] ?? null)).length;
  const merges = new Map<number, Merge[]>();
  for (const merge of sheet.merges) {
    if (merge.fromLine !== merge.toLine) continue;
    merges.set(merge.fromLine, [...(merges.get(merge.fromLine) ?? []), merge]);
  }
  const titles: readonly Entry[] = ["title", "abstract", "name", "displayName"];
  const titleColumn = Object.entries(columns).find(([, entry]) => titles.includes(entry))?.[0];
  return {
    ordinalColumn,
    numbered: ordinals >= 0.4 * sample.length && ordinals > 1,
    mapped,
    titleColumn: titleColumn === undefined ? -1 : Number(titleColumn),
    headings: block.paths.map((path) => new Set([...path, path.join(" ")].map(foldWords))),
    mergesAt: (line) => merges.get(line) ?? [],
  };
}

/** The most cells that are filled from joined ones: a file cannot ask for more work than that. */
const MOST_FILLED = 200_000;

/** The rows from an index on; a cell that is joined down stands in each of its rows. */
function joinedDown(sheet: ReadSheet, start: number): readonly ReadRow[] {
  const rows = sheet.rows.slice(start);
  const first = rows[0]?.line ?? Number.POSITIVE_INFINITY;
  const tall = sheet.merges.filter(
    ({ fromLine, toLine }) => toLine > fromLine && fromLine >= first,
  );
  if (tall.length === 0) return rows;
  const places = new Map(rows.map(({ line }, index) => [line, index]));
  const filled = new Map<number, ReadCell[]>();
  let count = 0;
  for (const { fromLine, toLine, fromColumn } of tall) {
    const from = places.get(fromLine);
    const cell = rows[from ?? -1]?.cells[fromColumn] ?? null;
    if (from === undefined || cell === null) continue;
    for (let index = from + 1; (rows[index]?.line ?? toLine + 1) <= toLine; index++) {
      if (++count > MOST_FILLED) break;
      const row = rows[index];
      if (row === undefined) break;
      const cells = filled.get(index) ?? [...row.cells];
      cells[fromColumn] ??= cell;
      filled.set(index, cells);
    }
  }
  return rows.map((row, index) => {
    const cells = filled.get(index);
    return cells === undefined ? row : { ...row, cells: Array.from(cells, (cell) => cell ?? null) };
  });
}

/** A reader of one row's cells by entries, given the row above it. */
function cellReader(sheet: ReadSheet, block: HeadingBlock, columns: Columns) {
  const mapped = Object.entries(columns).map(([column, entry]) => ({
    column: Number(column),
    entry,
    heading: block.paths[Number(column)]?.at(-1) ?? "",
  }));
  const entries = new Set(mapped.map(({ entry }) => entry));
  const valueColumn = mapped.find(({ entry }) => entry === "value")?.column;
  const month =
    valueColumn === undefined || entries.has("month") ? null : monthOf(sheet, block, valueColumn);
  return (row: ReadRow, above: TableRow | undefined): TableRow["cells"] => {
    const cells: TableRow["cells"] = {};
    for (const { column, entry, heading } of mapped) {
      let cell = row.cells[column] ?? null;
      if (typeof cell === "string" && REPEATED.has(entry) && DITTO.test(cell)) {
        cell = above?.cells[entry] ?? null;
      }
      if (entry === "status" && isTick(cell) && "value" in readStatus(heading)) cell = heading;
      if (cell !== null) cells[entry] = cell;
    }
    if (month !== null) cells.month = month;
    if (entries.has("directiveNumber")) {
      takeApart(cells, {
        number: "directiveNumber",
        date: "directiveDate",
        body: "issuingBody",
        abstract: null,
      });
    }
    if (entries.has("number")) {
      takeApart(cells, {
        number: "number",
        date: "issuedOn",
        body: "issuingBody",
        abstract: "abstract",
      });
    }
    return cells;
  };
}

/** The month that the values are of where no column says it: in their heading, or in a title above. */
function monthOf(sheet: ReadSheet, block: HeadingBlock, column: number): string | null {
  const inHeading = monthNamedIn((block.paths[column] ?? []).join(" "));
  return inHeading ?? monthNamedIn(titleOf(sheet, block.fromLine));
}

const titleOf = (sheet: ReadSheet, headingFrom: number): string =>
  sheet.rows
    .filter(({ line }) => line < headingFrom)
    .flatMap(({ cells }) => cells.map(textOfCell))
    .join(" ");

/** The year that the titles above a table name ("NĂM 2026"), for dates that leave it out; null for none or several. */
export function yearInTitle(sheet: ReadSheet, table: Pick<Table, "headingFrom">): number | null {
  const found = foldWords(titleOf(sheet, table.headingFrom)).matchAll(/\bnam (20\d\d)\b/g);
  const years = new Set([...found].map(([, year]) => Number(year)));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}
