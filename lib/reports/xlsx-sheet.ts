import type { Cell, CellStyle, CellValue, ColumnDef, NamedRange, RowDef, WriteSheet } from "hucre";
import type { CivilDate } from "#lib/core/dates.ts";
import { firstDayOf, toDatabaseDate } from "#lib/core/dates.ts";
import { type Column, type Content, type Table, type Value, written } from "./content.ts";

/* Sheets of a workbook: typed cells, a frozen header, a filter, and pages of A4. */

export const FONT = { name: "Times New Roman", size: 11 } as const;
const HAIR = { style: "thin", color: { rgb: "B9C2CD" } } as const;
const BORDER = { top: HAIR, bottom: HAIR, left: HAIR, right: HAIR };

export const STYLES = {
  title: { font: { ...FONT, size: 14, bold: true } },
  note: { font: { ...FONT, italic: true } },
  head: {
    font: { ...FONT, bold: true },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E7EEFA" } },
    alignment: { horizontal: "center", vertical: "center", wrapText: true },
    border: BORDER,
  },
} as const satisfies Record<string, CellStyle>;

/** A cell of a sheet, with what makes it more than its value. */
export type SheetCell = { value: CellValue; style: CellStyle; formula?: string };

/** How many characters go into a column of so many millimetres. */
const CHARACTERS_PER_MILLIMETRE = 0.6;
const LINE_HEIGHT = 15;

/** A text in a cell: what begins with = + - @ stays a text, since it is stored as one. */
export function textCell(words: string, style: CellStyle): SheetCell {
  return { value: words === "" ? null : words, style };
}

const bodyStyles = new Map<string, CellStyle>();

/** How the cells of a body look; the same looks are the same object. */
export function bodyStyle(align: Column["align"], numFmt = "", bold = false): CellStyle {
  const key = `${align} ${bold} ${numFmt}`;
  const known = bodyStyles.get(key);
  if (known) return known;
  const made: CellStyle = {
    font: { ...FONT, bold },
    alignment: { horizontal: align, vertical: "top", wrapText: true },
    border: BORDER,
    ...(numFmt !== "" && { numFmt }),
  };
  bodyStyles.set(key, made);
  return made;
}

/** A value as a cell of its own type: numbers, dates and rates can be counted with. */
export function typedCell(value: Value, align: Column["align"], bold = false): SheetCell {
  const [typed, numFmt] = typedValue(value);
  if (typed === null) return textCell(written(value), bodyStyle(align, "", bold));
  return { value: typed, style: bodyStyle(align, numFmt, bold) };
}

const WHOLE = "#,##0";
export const SHARE = "0.0%";

function typedValue(value: Value): [CellValue, string] {
  switch (value.kind) {
    case "text":
      return [null, ""];
    case "count":
      return [value.count, WHOLE];
    case "number":
      return [value.number, decimalsOf(value.number)];
    case "rate":
      return [value.rate, SHARE];
    case "percent":
      return [value.percent === null ? null : value.percent / 100, SHARE];
    case "date":
      return [value.date && dateValue(value.date), "dd/mm/yyyy"];
    case "month":
      return [value.month && dateValue(firstDayOf(value.month)), "mm/yyyy"];
  }
}

const dateValue = (day: CivilDate): Date => toDatabaseDate(day);

function decimalsOf(number: number | null): string {
  const [, decimals = ""] = String(Number((number ?? 0).toFixed(3))).split(".");
  return decimals === "" ? WHOLE : `${WHOLE}.${"0".repeat(decimals.length)}`;
}

/** The letters of a column, counted from 0. */
export function columnLetters(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : columnLetters(Math.floor(index / 26) - 1) + rest;
}

/** Rows of cells, put together to a sheet. */
export type SheetRows = {
  name: string;
  /** In millimetres. */
  widths: readonly number[];
  rows: readonly (readonly (SheetCell | null)[])[];
  /** Row of the header, from 0: it and what is above it stays in sight and heads each page. */
  header: number;
  /** The last row that can be filtered; null: there is no filter. */
  filteredTo: number | null;
  landscape: boolean;
};

/** A sheet with its print set-up, and the names that belong to it. */
export function sheetOf({ name, widths, rows, header, filteredTo, landscape }: SheetRows): {
  sheet: WriteSheet;
  names: NamedRange[];
} {
  const characters = widths.map((width) => width * CHARACTERS_PER_MILLIMETRE);
  const lastColumn = columnLetters(widths.length - 1);
  const cells = new Map<string, Partial<Cell>>();
  const rowDefs = new Map<number, RowDef>();
  // A style that a column begins with is the column's: it need not be told for every cell.
  const usual = widths.map((_, column) => rows[header + 1]?.[column]?.style);
  rows.forEach((row, index) => {
    row.forEach((cell, column) => {
      if (!cell) return;
      if (cell.formula !== undefined || cell.style !== usual[column]) {
        cells.set(`${index},${column}`, partOf(cell));
      }
    });
    if (index >= header) rowDefs.set(index, { height: heightOf(row, characters) });
  });
  const columns: ColumnDef[] = characters.map((width, column) => {
    const style = usual[column];
    return { width, ...(style && { style }) };
  });
  return {
    sheet: {
      name,
      columns,
      rows: rows.map((row) => row.map((cell) => cell?.value ?? null)),
      cells,
      rowDefs,
      freezePane: { rows: header + 1 },
      ...(filteredTo !== null && {
        autoFilter: { range: `A${header + 1}:${lastColumn}${filteredTo + 1}` },
      }),
      pageSetup: {
        paperSize: "a4",
        orientation: landscape ? "landscape" : "portrait",
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.4, footer: 0.4 },
        horizontalCentered: true,
      },
      headerFooter: { oddFooter: "&C&P/&N" },
    },
    // The library writes these from its page set-up without quotes, which Excel refuses.
    names: [
      {
        name: "_xlnm.Print_Area",
        scope: name,
        range: `'${name}'!$A$1:$${lastColumn}$${rows.length}`,
      },
      {
        name: "_xlnm.Print_Titles",
        scope: name,
        range: `'${name}'!$${header + 1}:$${header + 1}`,
      },
    ],
  };
}

function partOf({ value, style, formula }: SheetCell): Partial<Cell> {
  if (formula === undefined) return { value, style };
  return { value, style, formula, formulaResult: value, type: "formula" };
}

/** Viewers differ in whether they fit rows to their text, so it is said. */
function heightOf(row: readonly (SheetCell | null)[], characters: readonly number[]): number {
  const lines = row.map((cell, index) =>
    typeof cell?.value === "string" ? Math.ceil(cell.value.length / (characters[index] ?? 1)) : 1,
  );
  return Math.max(1, ...lines) * LINE_HEIGHT;
}

/** A report's table as a sheet: title, notes, header, rows, and sums that count by themselves. */
export function tableSheet(
  name: string,
  table: Table,
  notes: readonly string[],
  { landscape }: { landscape: boolean },
) {
  const above = [
    [textCell(table.title, STYLES.title)],
    ...notes.map((note) => [textCell(note, STYLES.note)]),
    [],
  ];
  const header = above.length;
  const last = header + table.rows.length;
  return sheetOf({
    name,
    widths: table.columns.map(({ width }) => width),
    header,
    filteredTo: last,
    landscape,
    rows: [
      ...above,
      table.columns.map(({ label }) => textCell(label, STYLES.head)),
      ...table.rows.map((row) =>
        row.map((value, index) => typedCell(value, table.columns[index]?.align ?? "left")),
      ),
      ...(table.total === null ? [] : [totalRow(table, table.total, header + 2, last + 1)]),
    ],
  });
}

/** @param from first row that is added up, as the sheet numbers it; `to` the last */
function totalRow(table: Table, total: Content, from: number, to: number): SheetCell[] {
  return total.map((value, index) => {
    const column = table.columns[index];
    const cell = typedCell(value, column?.align ?? "left", true);
    if (!column?.summed || to < from) return cell;
    const letters = columnLetters(index);
    return { ...cell, formula: `SUM(${letters}${from}:${letters}${to})` };
  });
}
