import { writableText } from "./text.ts";
import { letters, MOST_DECIMALS } from "./write-frame.ts";
import { momentText } from "./write-moment.ts";
import type { ColumnKind, WrittenCell, WrittenColumn } from "./write-schema.ts";

/*
 * Rows of a sheet as the file format has them (ECMA-376, part 1, 18.3.1).
 */

/** In points. */
const LINE_HEIGHT = 15;
/** The most characters of a cell that Excel opens. */
const LONGEST_TEXT = 32_767;
/** Day 0 of a spreadsheet's calendar. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Writes rows of a table.
 * @param styles by column and number of decimals
 * @returns what writes a row under its number in the sheet
 */
export function rowWriter(
  columns: readonly WrittenColumn[],
  styles: readonly (readonly string[])[],
): (row: readonly WrittenCell[], line: number) => string {
  const places = columns.map(({ kind, width }, index) => ({
    kind,
    width,
    letters: letters(index),
    styles: styles[index] ?? [],
  }));
  return (row, line) => {
    let lines = 1;
    const cells = places.map((place, index) => {
      const value = row[index] ?? null;
      if (typeof value === "string" && place.kind === "text") {
        lines = Math.max(lines, linesOf(value, place.width));
      }
      return cellOf(value, place, line);
    });
    // Not every viewer fits rows to their text, so it is said.
    return `<row r="${line}" ht="${lines * LINE_HEIGHT}" customHeight="1">${cells.join("")}</row>`;
  };
}

type Place = { kind: ColumnKind; letters: string; styles: readonly string[] };

function cellOf(
  value: WrittenCell,
  { kind, letters: column, styles }: Place,
  line: number,
): string {
  const number = value === null ? null : numberOf(value, kind);
  const decimals = kind === "number" && number !== null ? decimalsOf(number) : 0;
  const head = `<c r="${column}${line}" s="${styles[decimals] ?? "0"}"`;
  if (number !== null) return `${head}><v>${number}</v></c>`;
  if (typeof value !== "string" || value === "") return `${head}/>`;
  const text = escaped(value.slice(0, LONGEST_TEXT));
  return `${head} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** What a cell that is no text keeps: days are counted, months are their first day. */
function numberOf(value: string | number | Date, kind: ColumnKind): number | null {
  if (typeof value === "number") return value;
  if (value instanceof Date) return serialOf(`${momentText(value).replace(" ", "T")}Z`);
  if (kind === "date") return serialOf(`${value}T00:00:00Z`);
  return kind === "month" ? serialOf(`${value}-01T00:00:00Z`) : null;
}

function serialOf(moment: string): number {
  return (Date.parse(moment) - DAY_ZERO) / MILLISECONDS_A_DAY;
}

function decimalsOf(number: number): number {
  return String(Number(number.toFixed(MOST_DECIMALS))).split(".")[1]?.length ?? 0;
}

/** A column holds about so many more letters than its width in digits. */
const LETTERS = 1.1;

/** How many lines a text takes in a column of so many characters. */
function linesOf(text: string, digits: number): number {
  const width = digits * LETTERS;
  if (text.length <= width && !text.includes("\n")) return 1;
  return text
    .split("\n")
    .reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / width)), 0);
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };

/**
 * A text in XML; what XML has no way to write is left out. Readers take `_x000D_` for the sign of
 * that number (ECMA-376, part 1, 22.9.2.19), so a text that looks so has its first sign written thus.
 */
function escaped(text: string): string {
  return writableText(text)
    .replaceAll(/_(?=x[\da-f]{4}_)/gi, "_x005F_")
    .replaceAll(/[&<>\r]/g, (sign) => ENTITIES[sign] ?? "");
}
