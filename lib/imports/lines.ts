import type { Merge, ReadCell, ReadRow } from "#lib/core/spreadsheet/schema.ts";
import { isNumbering } from "./heading-block.ts";
import { foldWords, isFault, textOfCell } from "./readings.ts";
import type { SkippedLine } from "./schema.ts";

/** What lines of a table are told by. */
export type LineContext = {
  /** The column of the rows' numbers (STT); -1 where there is none. */
  ordinalColumn: number;
  /** Whether rows are numbered in it. */
  numbered: boolean;
  /** The columns that are entries. */
  mapped: ReadonlySet<number>;
  titleColumn: number;
  /** By column: every line of its heading, folded. */
  headings: readonly ReadonlySet<string>[];
  mergesAt: (line: number) => readonly Merge[];
};

export type Line =
  | { kind: "row" }
  | { kind: "skipped"; why: SkippedLine["why"] }
  | { kind: "group"; group: string };

/** "I", "A", "II.1": the number of a part, not of a row. */
const PART_MARK = /^(?:[IVXLC]{1,6}(?:\.\d+)*|[A-HĐ](?:\.\d+)*|[a-h])[.)]?$/;
/** "I. Phòng Kinh tế", "A - NHIỆM VỤ". */
const PART_TEXT = /^(?:[IVXLC]{1,6}(?:\.\d+)*|[A-HĐ])\s*[.):/–-]\s*\p{L}/u;
/** A text that begins as departments are called; "Phòng chống", "Ban hành" are what tasks begin with. */
const UNIT =
  /^(?:phong|ban|van phong|trung tam|tram|cong an|uy ban|ubmttq|bch|bcd|diem|khoi|nhom|linh vuc|don vi|thon|to)\b(?! (?:chong|hanh|chay|ngua|dich|bao))/;
const LONGEST_UNIT_NAME = 60;

const TOTAL =
  /^(?:tong cong|tong so|tong|cong|cong don|luy ke|total|sum)(?: (?:nhiem vu|nv|cong viec|dau viec|viec|van ban|so|cong|chung|toan xa|cac don vi|la|muc))*(?: [\d ]+(?:nhiem vu|nv|viec|dau viec|van ban|muc|phan tram)?)?$/;
const PART_TOTAL = /^(?:cong|tong|tong cong|tong so) \S/;
const COUNT = /^[\d\s.,]+(?:phan tram|nhiem vu|nv|viec|dau viec|van ban|muc)?$/;

const FOOTER = new RegExp(
  `^(?:${[
    "nguoi lap(?: bieu| bang)?(?: .{0,30})?",
    "nguoi tong hop.{0,30}",
    "nguoi bao cao.{0,30}",
    "nguoi ky.{0,20}",
    "noi nhan.{0,40}",
    "nhu tren",
    "luu vt.{0,40}",
    "ghi chu .*",
    "ghi chu",
    "luu y .*",
    "tm (?:uy ban|ubnd|hdnd|dang uy).{0,60}",
    "kt (?:chu tich|truong|giam doc).{0,40}",
    "tl (?:chu tich|uy ban).{0,40}",
    "(?:pho )?chu tich(?: ubnd.{0,20})?",
    "thu truong.{0,40}",
    "chanh van phong.{0,40}",
    "ky (?:ten|ghi ro).{0,40}",
    "da ky",
    "xac nhan cua.{0,40}",
    "lanh dao (?:duyet|ky|phe duyet).{0,30}",
    "(?:.{0,40} )?ngay (?:\\d{1,2} )?thang (?:\\d{1,2} )?nam(?: \\d{2,4})?",
  ].join("|")})$`,
);

type Filled = { column: number; cell: ReadCell; text: string };

/** What a line under the heading is; `next` is the line below it. */
export function lineOf(row: ReadRow, next: ReadRow | undefined, context: LineContext): Line {
  const filled: Filled[] = [];
  for (const [column, cell] of row.cells.entries()) {
    if (cell !== null) filled.push({ column, cell, text: textOfCell(cell).trim() });
  }
  const mark = filled.find(({ column }) => column === context.ordinalColumn);
  const others = filled.filter((one) => one !== mark);
  if (isRepeated(row, filled, context)) return { kind: "skipped", why: "repeatedHeading" };
  if (isTotal(mark, others)) return { kind: "skipped", why: "total" };
  if (isFooter(mark, others)) return { kind: "skipped", why: "note" };
  const group = groupOf(row, mark, others, next, context);
  if (group !== null) return { kind: "group", group };
  const isRow = others.some(({ column }) => context.mapped.has(column));
  return isRow ? { kind: "row" } : { kind: "skipped", why: "note" };
}

/** Whether below a footer a line is a row after all: it has its number and is filled like one. */
export function isSurelyRow(row: ReadRow, context: LineContext): boolean {
  const mark = row.cells[context.ordinalColumn] ?? null;
  const said = [...context.mapped].filter((column) => (row.cells[column] ?? null) !== null);
  const titled = (row.cells[context.titleColumn] ?? null) !== null;
  return titled && said.length >= 3 && (context.ordinalColumn < 0 || isOrdinal(mark));
}

/** The number of a row: 12, "12", "12.", "1.2". */
export function isOrdinal(cell: ReadCell): boolean {
  return (
    typeof cell === "number" || (typeof cell === "string" && /^\d+(?:\.\d+)*[.)]?$/.test(cell))
  );
}

function isRepeated(row: ReadRow, filled: readonly Filled[], { headings }: LineContext): boolean {
  const same = filled.filter(({ column, text }) => headings[column]?.has(foldWords(text))).length;
  if (same >= 2 && same >= 0.6 * filled.length) return true;
  return filled.length >= 4 && isNumbering(row);
}

const isFigure = ({ cell, text }: Filled) =>
  typeof cell === "number" ||
  isFault(cell) ||
  (typeof cell === "object" && cell !== null && "percent" in cell) ||
  COUNT.test(foldWords(text));

function isTotal(mark: Filled | undefined, others: readonly Filled[]): boolean {
  if (mark !== undefined && isOrdinal(mark.cell)) return false;
  const [label, ...rest] =
    mark === undefined || PART_MARK.test(mark.text) ? others : [mark, ...others];
  if (label === undefined || typeof label.cell !== "string" || !rest.every(isFigure)) return false;
  const folded = foldWords(label.text);
  return TOTAL.test(folded) || (PART_TOTAL.test(folded) && rest.length > 0 && folded.length < 60);
}

function isFooter(mark: Filled | undefined, others: readonly Filled[]): boolean {
  if (mark !== undefined && isOrdinal(mark.cell)) return false;
  const all = mark === undefined ? others : [mark, ...others];
  if (all.length > 3 || !all.every(({ cell }) => typeof cell === "string")) return false;
  return all.some(({ text }) => FOOTER.test(foldWords(text)));
}

function groupOf(
  row: ReadRow,
  mark: Filled | undefined,
  others: readonly Filled[],
  next: ReadRow | undefined,
  context: LineContext,
): string | null {
  const texts = others.filter((one) => !isFigure(one));
  const [only] = texts;
  const spanned = context.mergesAt(row.line).some(({ fromColumn, toColumn, fromLine, toLine }) => {
    const starts = fromColumn === (only ?? mark)?.column && fromLine === toLine;
    return starts && toColumn - fromColumn >= Math.min(2, context.headings.length - 2);
  });
  if (only === undefined) {
    const named =
      mark !== undefined && typeof mark.cell === "string" && /\p{L}{2}/u.test(mark.text);
    return others.length === 0 && named && !PART_MARK.test(mark.text) ? mark.text : null;
  }
  if (texts.length > 1 || typeof only.cell !== "string" || !/\p{L}/u.test(only.text)) return null;
  const isPart = mark !== undefined && PART_MARK.test(mark.text);
  if (isPart || spanned) return only.text;
  if (others.length > 1) return null;
  if (mark === undefined) {
    if (PART_TEXT.test(only.text)) return only.text;
    if (only.column !== context.titleColumn) return null;
    if (context.numbered) return only.text;
    const folded = foldWords(only.text);
    return UNIT.test(folded) && only.text.length <= LONGEST_UNIT_NAME ? only.text : null;
  }
  const below = textOfCell(next?.cells[context.ordinalColumn] ?? null).trim();
  return isOrdinal(mark.cell) && below.startsWith(`${mark.text.replace(/[.)]$/, "")}.`)
    ? only.text
    : null;
}
