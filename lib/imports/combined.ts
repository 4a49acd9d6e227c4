import type { ReadCell } from "#lib/core/spreadsheet/schema.ts";
import { readDay } from "./days.ts";

/** A document named in one cell: "Công văn số 123/UBND-VP ngày 15/5/2026 của UBND Thành phố". */
export type NamedDocument = { number: string; date?: string; body?: string; abstract?: string };

const NUMBER = String.raw`\d+(?:[.\d]*)?\s*[-/–]\s*[\p{L}\d][\p{L}\d&.\-–/]*|\d+`;
const DATE = String.raw`\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2})|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{4}-\d{2}-\d{2}`;
const DOCUMENT = new RegExp(
  String.raw`^(?:(?<kind>\p{L}[\p{L}\s]{0,40}?)\s+)?(?:số\s*:?\s*)?(?<number>${NUMBER})` +
    String.raw`(?:\s*[,;(–-]?\s*(?:ngày|ng\.?)\s*(?<date>${DATE})\s*\)?)?` +
    String.raw`(?:\s*,?\s*của\s+(?<body>.{2,120}?))?` +
    String.raw`(?:\s*[,;:]?\s+(?:về\s+việc|v/v|về)\s+(?<abstract>.+))?[.;]?$`,
  "iu",
);

/**
 * The parts of a document's name; null for what is only a number, or cannot be taken apart without
 * doubt. A kind before a number without letters ("Thông báo 12") stays as it is.
 */
export function namedDocument(text: string): NamedDocument | null {
  const line = text.normalize("NFC").replace(/\s+/g, " ").trim();
  const groups = DOCUMENT.exec(line)?.groups;
  const { kind, number, date, body, abstract } = groups ?? {};
  if (number === undefined) return null;
  const hasLetters = /\p{L}/u.test(number);
  const said = date !== undefined || body !== undefined || abstract !== undefined;
  if (!said && !(hasLetters && number.length < line.length) && !/^số\b/iu.test(line)) return null;
  if (kind !== undefined && !hasLetters && date === undefined) return null;
  if (date !== undefined && "problem" in readDay(date, { context: "date", year: 0 })) return null;
  return {
    number: number.replace(/\s*([-/–])\s*/g, "$1"),
    ...(date !== undefined && { date }),
    ...(body !== undefined && { body: body.trim() }),
    ...(abstract !== undefined && { abstract }),
  };
}

/** The entries of a document, taken out of the cell of its number; what has a cell of its own stays. */
export function takeApart<Key extends string>(
  cells: Partial<Record<Key, ReadCell>>,
  { number, date, body, abstract }: { number: Key; date: Key; body: Key; abstract: Key | null },
): void {
  const cell = cells[number];
  if (typeof cell !== "string") return;
  const named = namedDocument(cell);
  if (named === null) return;
  cells[number] = named.number;
  if (named.date !== undefined) cells[date] ??= named.date;
  if (named.body !== undefined) cells[body] ??= named.body;
  if (abstract !== null && named.abstract !== undefined) cells[abstract] ??= named.abstract;
}
