import { type Meaning, numberCell, writtenDay } from "./formats.ts";
import {
  type Merge,
  type ReadCell,
  type ReadRow,
  type ReadSheet,
  SPREADSHEET_LIMITS,
  SpreadsheetError,
} from "./schema.ts";
import { tidyXlsxText } from "./text.ts";
import { attribute, isOn, type XmlHandler } from "./xml.ts";

/* The cells of one sheet of an .xlsx. */

/** What the cells of a workbook have in common, and how many more may be read of it. */
export type Shared = {
  /** Tidy texts, by their numbers; "" where there is nothing. */
  strings: readonly string[];
  /** What numbers mean, by the cell's style. */
  meanings: readonly Meaning[];
  from1904: boolean;
  /** Cells with something in them that may still be read. */
  left: number;
};

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** Row from 1 and column from 0 of a cell such as `AB12`; null where it is none. */
export function placeOf(reference: string): { line: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return null;
  let column = 0;
  for (let index = 0; index < letters.length; index += 1) {
    column = column * 26 + letters.charCodeAt(index) - 64;
  }
  const line = Number(digits);
  if (line < 1 || line > LAST_ROW || column > LAST_COLUMN) return null;
  return { line, column: column - 1 };
}

/** The letters of a column, counted from 0. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** A cell while it is read. */
type Cell = {
  column: number;
  type: string;
  style: number;
  value: string | null;
  formula: string | null;
  inline: string;
};

/** How nearly every program writes a cell's attributes. */
const USUAL = /^r="([A-Z]{1,3}\d+)"(?: s="(\d+)")?(?: t="(\w+)")?$/;

function cellAttributes(attributes: string) {
  const usual = USUAL.exec(attributes);
  const [, reference = null, style, type] = usual ?? [
    "",
    attribute(attributes, "r"),
    attribute(attributes, "s") ?? undefined,
    attribute(attributes, "t") ?? undefined,
  ];
  return { reference, style: Number(style ?? 0), type: type ?? "n" };
}

const damaged = () => new SpreadsheetError("damaged");

/**
 * Reads a sheet's part.
 * @throws SpreadsheetError for what is damaged or beyond `SPREADSHEET_LIMITS`, while it is read
 */
export function sheetReader(name: string, hidden: boolean, shared: Shared) {
  const rows: ReadRow[] = [];
  const merges: Merge[] = [];
  let inData = false;
  let line = 0;
  let rowHidden = false;
  let cells: ReadCell[] = [];
  let column = -1;
  let cell: Cell | null = null;
  let into: "value" | "formula" | "inline" | null = null;
  let phonetic = 0;

  const openRow = (attributes: string) => {
    const written = attribute(attributes, "r");
    const next = written === null ? line + 1 : Number(written);
    if (!Number.isInteger(next) || next <= line || next > LAST_ROW) throw damaged();
    line = next;
    rowHidden = isOn(attributes, "hidden") || attribute(attributes, "ht") === "0";
    cells = [];
    column = -1;
  };

  const openCell = (attributes: string) => {
    const { reference, style, type } = cellAttributes(attributes);
    const place = reference === null ? { line, column: column + 1 } : placeOf(reference);
    if (!place || place.line !== line || place.column <= column) throw damaged();
    column = place.column;
    cell = { column, type, style, value: null, formula: null, inline: "" };
  };

  const closeCell = (closed: Cell) => {
    const read = readCell(closed, shared);
    if (read === null) return;
    if (closed.column >= SPREADSHEET_LIMITS.columns) {
      throw new SpreadsheetError("tooManyColumns", {
        sheet: name,
        most: SPREADSHEET_LIMITS.columns,
      });
    }
    shared.left -= 1;
    if (shared.left < 0) throw new SpreadsheetError("unpacksTooLarge");
    while (cells.length < closed.column) cells.push(null);
    cells.push(read);
  };

  const closeRow = () => {
    if (cells.length === 0) return;
    if (rows.length >= SPREADSHEET_LIMITS.rows) {
      throw new SpreadsheetError("tooManyRows", { sheet: name, most: SPREADSHEET_LIMITS.rows });
    }
    rows.push({ line, cells, hidden: rowHidden });
  };

  const handler: XmlHandler = {
    open(element, attributes) {
      if (element === "sheetData") inData = true;
      else if (element === "mergeCell") merges.push(mergeOf(attributes));
      if (!inData) return;
      if (element === "row") openRow(attributes);
      else if (element === "c") openCell(attributes);
      else if (cell === null) return;
      else if (element === "v") {
        into = "value";
        cell.value ??= "";
      } else if (element === "f") {
        into = "formula";
        cell.formula ??= "";
      } else if (element === "rPh") phonetic += 1;
      else if (element === "t" && phonetic === 0) into = "inline";
    },
    close(element) {
      if (!inData) return;
      if (element === "v" || element === "f" || element === "t") into = null;
      else if (element === "rPh") phonetic -= 1;
      else if (element === "c" && cell !== null) {
        closeCell(cell);
        cell = null;
      } else if (element === "row") closeRow();
      else if (element === "sheetData") inData = false;
    },
    text(text) {
      if (into === null || cell === null) return;
      if (into === "inline") cell.inline += text;
      else cell[into] = (cell[into] ?? "") + text;
    },
  };

  return {
    handler,
    /** The sheet, once its part has been read through. */
    sheet: (): ReadSheet => ({ name, hidden, rows: withoutCovered(rows, merges), merges }),
  };
}

function readCell({ type, style, value, formula, inline }: Cell, shared: Shared): ReadCell {
  switch (type) {
    case "s": {
      const text = value === null || value === "" ? "" : shared.strings[Number(value)];
      if (text === undefined) throw damaged();
      return text === "" ? null : text;
    }
    case "inlineStr":
      return tidyXlsxText(inline) || null;
    case "b":
      return value === null ? withoutResult(formula) : value.trim() === "1" || value === "true";
    case "e":
      return { fault: value?.trim() || "#VALUE!" };
    case "str":
      return value === null ? withoutResult(formula) : tidyXlsxText(value) || null;
    case "d":
      return value ? writtenDay(value) : withoutResult(formula);
    default: {
      if (value === null || value.trim() === "") return withoutResult(formula);
      const number = Number(value);
      if (!Number.isFinite(number)) return { fault: value };
      return numberCell(number, shared.meanings[style] ?? "number", shared.from1904);
    }
  }
}

/** A formula that no program has worked out yet is nothing that can be taken over. */
function withoutResult(formula: string | null): ReadCell {
  return formula === null ? null : { fault: `=${formula}` };
}

function mergeOf(attributes: string): Merge {
  const [first = "", last = first] = (attribute(attributes, "ref") ?? "").split(":");
  const from = placeOf(first);
  const to = placeOf(last);
  if (!from || !to) throw damaged();
  return {
    fromLine: Math.min(from.line, to.line),
    toLine: Math.max(from.line, to.line),
    fromColumn: Math.min(from.column, to.column),
    toColumn: Math.max(from.column, to.column),
  };
}

/**
 * The rows without what some programs leave in cells that a merge covers: nobody sees it.
 * @throws SpreadsheetError where merges cover more than there is, that is each other
 */
function withoutCovered(rows: ReadRow[], merges: readonly Merge[]): ReadRow[] {
  let left = SPREADSHEET_LIMITS.cells;
  for (const merge of merges) {
    let index = firstAtLeast(rows, merge.fromLine);
    for (; index < rows.length; index += 1) {
      const row = rows[index] as ReadRow;
      if (row.line > merge.toLine) break;
      const from = merge.fromColumn + (row.line === merge.fromLine ? 1 : 0);
      const to = Math.min(merge.toColumn, row.cells.length - 1);
      left -= 1 + Math.max(0, to - from);
      if (left < 0) throw damaged();
      if (!row.cells.slice(from, to + 1).some((cell) => cell !== null)) continue;
      const cells = row.cells.map((cell, column) => (column >= from && column <= to ? null : cell));
      rows[index] = { ...row, cells };
    }
  }
  return merges.length === 0
    ? rows
    : rows.filter(({ cells }) => cells.some((cell) => cell !== null));
}

/** The place of the first row whose line is at least the given one. */
function firstAtLeast(rows: readonly ReadRow[], line: number): number {
  let from = 0;
  let to = rows.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle] as ReadRow).line < line) from = middle + 1;
    else to = middle;
  }
  return from;
}
