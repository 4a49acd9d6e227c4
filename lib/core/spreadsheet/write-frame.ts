import { strFromU8, unzipSync } from "fflate";
import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from "hucre";
import type { ColumnKind, WrittenColumn, WrittenTable } from "./write-schema.ts";

/*
 * What stands around the rows of a sheet: the library writes a workbook with a few rows of
 * examples, which show how each column's cells look; they are taken out, and rows are written
 * in their place.
 */

const SHEET = "xl/worksheets/sheet1.xml";
const FONT = { name: "Times New Roman", size: 11 } as const;
const HAIR = { style: "thin", color: { rgb: "B9C2CD" } } as const;
const BORDER = { top: HAIR, bottom: HAIR, left: HAIR, right: HAIR };
const TITLE: CellStyle = { font: { ...FONT, size: 14, bold: true } };
const NOTE: CellStyle = { font: { ...FONT, italic: true } };
const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E7EEFA" } },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
  border: BORDER,
};

/** The most decimals that a number shows; as many as it has, it shows. */
export const MOST_DECIMALS = 3;
/** From so many characters' width of a table on, it is printed broad. */
const PORTRAIT_WIDTH = 95;
const LONGEST_NAME = 31;

const FORMATS: Record<ColumnKind, string> = {
  text: "@",
  count: "#,##0",
  number: "#,##0",
  rate: "0.0%",
  date: "dd/mm/yyyy",
  month: "mm/yyyy",
  instant: "dd/mm/yyyy hh:mm",
};

const CENTRED: readonly ColumnKind[] = ["date", "month", "instant"];

export type SheetFrame = {
  sheetPath: string;
  /** The sheet up to its first row, as the sheet counts it. */
  before: string;
  firstRow: number;
  /** The rest of the sheet, once its last row is known. */
  after: (lastRow: number) => string;
  /** By column and number of decimals: the number under which the workbook keeps a cell's style. */
  styles: readonly (readonly string[])[];
  /** The other files of the workbook. */
  others: readonly (readonly [path: string, content: Uint8Array])[];
};

/** All of a workbook but the rows of its sheet. */
export async function sheetFrame(table: WrittenTable, at: Date): Promise<SheetFrame> {
  const { columns } = table;
  const above: CellValue[][] = [[table.title], ...table.notes.map((note) => [note]), []];
  const header = above.length;
  const firstRow = header + 2;
  const examples = Array.from({ length: MOST_DECIMALS + 1 }, () => columns.map(exampleOf));
  const last = letters(columns.length - 1);
  const name = sheetName(table.title);
  const sheet: WriteSheet = {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [...above, columns.map(({ label }) => label), ...examples],
    cells: new Map([
      ["0,0", { value: table.title, style: TITLE }],
      ...table.notes.map((note, index) => styled(index + 1, 0, note, NOTE)),
      ...columns.map(({ label }, index) => styled(header, index, label, HEAD)),
      ...examples.flatMap((_, decimals) =>
        columns.map((column, index) =>
          styled(header + 1 + decimals, index, exampleOf(column), styleOf(column.kind, decimals)),
        ),
      ),
    ]),
    rowDefs: new Map([[header, { height: headHeight(columns) }]]),
    freezePane: { rows: header + 1 },
    autoFilter: { range: `A${header + 1}:${last}${header + 1}` },
    pageSetup: {
      paperSize: "a4",
      orientation: widthOf(columns) > PORTRAIT_WIDTH ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.4, footer: 0.4 },
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: "&C&P/&N" },
  };
  const titles = `'${name.replaceAll("'", "''")}'!$${header + 1}:$${header + 1}`;
  const workbook = await writeXlsx({
    sheets: [sheet],
    // The library would write it from the page set-up without quotes, which Excel refuses.
    namedRanges: [{ name: "_xlnm.Print_Titles", scope: name, range: titles }],
    properties: { created: at, modified: at },
  });
  return takenApart(workbook, header + 1, firstRow, last);
}

/** @param header and `firstRow` as the sheet counts its rows, from 1; `last` column in letters */
function takenApart(
  workbook: Uint8Array,
  header: number,
  firstRow: number,
  last: string,
): SheetFrame {
  const { [SHEET]: content, ...others } = unzipSync(workbook);
  const xml = content && strFromU8(content);
  const [before, rest] = xml?.split(`<row r="${firstRow}"`) ?? [];
  const [examples, tail] = rest?.split("</sheetData>") ?? [];
  if (before === undefined || examples === undefined || tail === undefined) {
    throw new Error("The library writes sheets differently from before");
  }
  const rows = examples.split("</row>").slice(0, MOST_DECIMALS + 1);
  const ids = rows.map((row) => [...row.matchAll(/<c r="[A-Z]+\d+"[^>]* s="(\d+)"/g)]);
  return {
    sheetPath: SHEET,
    // What the examples take up is no measure of the sheet; readers find its size by themselves.
    before: before.replace(/<dimension [^>]*\/>/, ""),
    firstRow,
    after: (lastRow) =>
      `</sheetData>${tail.replace(
        /<autoFilter ref="[^"]*"/,
        `<autoFilter ref="A${header}:${last}${Math.max(header, lastRow)}"`,
      )}`,
    styles: (ids[0] ?? []).map((_, column) => ids.map((row) => row[column]?.[1] ?? "0")),
    others: Object.entries(others),
  };
}

const styled = (row: number, column: number, value: CellValue, style: CellStyle) =>
  [`${row},${column}`, { value, style }] as const;

/** Some value that makes the library write a cell. */
function exampleOf({ kind }: WrittenColumn): CellValue {
  return kind === "text" ? "x" : 1;
}

function styleOf(kind: ColumnKind, decimals: number): CellStyle {
  const format = FORMATS[kind];
  const horizontal = kind === "text" ? "left" : CENTRED.includes(kind) ? "center" : "right";
  return {
    font: FONT,
    alignment: { horizontal, vertical: "top", wrapText: true },
    border: BORDER,
    numFmt: kind === "number" && decimals > 0 ? `${format}.${"0".repeat(decimals)}` : format,
  };
}

function widthOf(columns: readonly WrittenColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/** In points: as many lines as the longest heading needs. */
function headHeight(columns: readonly WrittenColumn[]): number {
  return 16 * Math.max(1, ...columns.map(({ label, width }) => Math.ceil(label.length / width)));
}

/** A title as the name of a sheet: without what Excel refuses, and not longer than it allows. */
function sheetName(title: string): string {
  return title
    .replaceAll(/[\\/?*[\]:]/g, " ")
    .replaceAll(/^'|'$/g, "")
    .slice(0, LONGEST_NAME)
    .trim();
}

/** The letters of a column, counted from 0. */
export function letters(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : letters(Math.floor(index / 26) - 1) + rest;
}
