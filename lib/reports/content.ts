import type { CivilDate, CivilMonth } from "#lib/core/dates.ts";
import {
  formatCivilDate,
  formatMonth,
  formatNumber,
  formatRate,
  NO_VALUE,
} from "#lib/core/i18n/format.ts";
import type { CompletionFigure, FigureGroup, LateFigure } from "#lib/figures/links.ts";
import type { Level } from "#lib/tasks/schema.ts";

/*
 * What a report is made of before it becomes a page, a Word document or a workbook. Figures
 * stand in it as values, each written in one place (`written`), so that no output can show
 * another number than the next.
 */

/** The tasks that a figure counts, or the one task that a row is about. */
export type Behind =
  | { kind: "late"; figure: LateFigure; group: FigureGroup }
  | {
      kind: "completion";
      figure: CompletionFigure;
      group: { department?: string; level?: Level };
    }
  | { kind: "task"; id: number; department: string };

/** What stands in a sentence or in a cell. */
export type Value =
  | { kind: "text"; text: string; behind: Behind | null }
  /** Null: not known. */
  | { kind: "count"; count: number | null; behind: Behind | null }
  /** A measured quantity with the decimals it came with, at most three. */
  | { kind: "number"; number: number | null }
  /** A fraction in [0, 1], null where there was nothing to divide by. */
  | { kind: "rate"; rate: number | null }
  /** A share in percent as it was measured; may exceed 100. */
  | { kind: "percent"; percent: number | null }
  | { kind: "date"; date: CivilDate | null }
  | { kind: "month"; month: CivilMonth | null };

export type Content = readonly Value[];

export type Column = {
  key: string;
  label: string;
  /** Share of the table's width. */
  width: number;
  align: "left" | "center" | "right";
  /** The last row adds this column up. */
  summed?: boolean;
  /** Stands in the workbook only, to filter by. */
  sheetOnly?: boolean;
};

export type Table = {
  id: string;
  title: string;
  columns: readonly Column[];
  rows: readonly Content[];
  /** The last row, which adds up the columns marked so; null: there is none. */
  total: Content | null;
  /** On paper rows stand together under what this column, itself left out, says. */
  groupedBy: string | null;
};

export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  | { kind: "paragraph"; content: Content; emphasis: "none" | "italic" }
  | { kind: "bullet"; content: Content }
  | { kind: "table"; table: Table };

const MOST_DECIMALS = 3;

/** A value as it is written in Vietnamese: 1.234,5; 97,2 %; 30/04/2026; "—" for none. */
export function written(value: Value): string {
  switch (value.kind) {
    case "text":
      return value.text;
    case "count":
      return value.count === null ? NO_VALUE : formatNumber(value.count, "vi");
    case "number":
      return value.number === null ? NO_VALUE : asGiven(value.number);
    case "rate":
      return formatRate(value.rate, "vi");
    case "percent":
      return value.percent === null ? NO_VALUE : `${formatNumber(value.percent, "vi", 1)}\u00a0%`;
    case "date":
      return formatCivilDate(value.date);
    case "month":
      return value.month === null ? NO_VALUE : formatMonth(value.month);
  }
}

/** A sentence as it is written. */
export function writtenAll(content: Content): string {
  return content.map(written).join("");
}

function asGiven(number: number): string {
  const [, decimals = ""] = String(Number(number.toFixed(MOST_DECIMALS))).split(".");
  return formatNumber(number, "vi", decimals.length);
}

/** Words on one line, without what no document may hold: control characters, half letters. */
export const text = (words: string, behind: Behind | null = null): Value => ({
  kind: "text",
  text: words.toWellFormed().replace(/[\p{Cc}\u2028\u2029\ufffe\uffff]+/gu, " "),
  behind,
});
export const count = (counted: number | null, behind: Behind | null = null): Value => ({
  kind: "count",
  count: counted,
  behind,
});
export const rate = (fraction: number | null): Value => ({ kind: "rate", rate: fraction });
export const date = (day: CivilDate | null): Value => ({ kind: "date", date: day });
export const month = (of: CivilMonth | null): Value => ({ kind: "month", month: of });

/** A quantity in its unit: shares in percent are written with one decimal. */
export function quantity(number: number | null, unit: string): Value {
  return unit === "%" ? { kind: "percent", percent: number } : { kind: "number", number };
}

/** A sentence: say`Còn ${count(4)} nhiệm vụ.` */
export function say(words: TemplateStringsArray, ...values: (Value | string)[]): Value[] {
  return words.flatMap((part, index) => {
    const value = values[index];
    const after = typeof value === "string" ? text(value) : value;
    return [...(part === "" ? [] : [text(part)]), ...(after === undefined ? [] : [after])];
  });
}

export const heading = (level: 1 | 2 | 3, words: string): Block => ({
  kind: "heading",
  level,
  text: words,
});
export const paragraph = (content: Content, emphasis: "none" | "italic" = "none"): Block => ({
  kind: "paragraph",
  content,
  emphasis,
});
export const bullet = (content: Content): Block => ({ kind: "bullet", content });

/** A table whose last row, named by the first column, adds up the columns marked as summed. */
export function summedTable(
  given: Omit<Table, "total" | "groupedBy">,
  totalLabel: string,
  behindTotal: (column: string) => Behind | null = () => null,
): Table {
  const total = given.columns.map(({ key, summed }, index): Value => {
    if (index === 0) return text(totalLabel);
    if (!summed) return text("");
    return count(sumOf(given.rows.map((row) => row[index])), behindTotal(key));
  });
  return { ...given, total, groupedBy: null };
}

function sumOf(values: readonly (Value | undefined)[]): number {
  return values.reduce((sum, value) => sum + (value?.kind === "count" ? (value.count ?? 0) : 0), 0);
}

/** Whether a table is short enough to stand on one page undivided. */
export function staysWhole({ rows }: Table): boolean {
  return rows.length <= 12;
}

/** The columns and cells that stand on paper, without those for the workbook only. */
export function onPaper(table: Table): {
  columns: Column[];
  groups: { title: string | null; rows: Content[] }[];
  total: Content | null;
} {
  const kept = table.columns.map(({ key, sheetOnly }) => !sheetOnly && key !== table.groupedBy);
  const keep = <Entry>(entries: readonly Entry[]) => entries.filter((_, index) => kept[index]);
  const groupColumn = table.columns.findIndex(({ key }) => key === table.groupedBy);
  const groups: { title: string | null; rows: Content[] }[] = [];
  for (const row of table.rows) {
    const value = row[groupColumn];
    const title = value ? written(value) : null;
    const last = groups.at(-1);
    if (last && last.title === title) last.rows.push(keep(row));
    else groups.push({ title, rows: [keep(row)] });
  }
  return { columns: keep(table.columns), groups, total: table.total && keep(table.total) };
}
