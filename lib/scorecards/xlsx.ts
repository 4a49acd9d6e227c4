import { writeXlsx } from "hucre/xlsx";
import {
  type Column,
  type Content,
  count,
  date,
  quantity,
  rate,
  type Table,
  text,
} from "#lib/reports/content.ts";
import { FONT, tableSheet } from "#lib/reports/xlsx-sheet.ts";
import type { Card, Line, Scorecards } from "./schema.ts";

/** How the workbook names things, in the reader's language. */
export type WorkbookWords = {
  title: string;
  /** What the cards are of, and that they are a proposal. */
  notes: readonly string[];
  sheets: { summary: string; lines: string };
  columns: Record<
    | "kind"
    | "name"
    | "department"
    | "assigned"
    | "completed"
    | "a"
    | "b"
    | "c"
    | "result"
    | "remark"
    | "code"
    | "task"
    | "due"
    | "completedOn"
    | "returns"
    | "missed"
    | "points"
    | "lost",
    string
  >;
  kinds: { department: string; officer: string };
  departmentOf: (code: string) => string;
  remarkOf: (card: Card) => string;
  costOf: (line: Line) => string;
};

type Named = Card & { kind: string; name: string; department: string };
type Key = keyof WorkbookWords["columns"];

const SUMMARY = [
  ["kind", 24],
  ["name", 62],
  ["department", 34],
  ["assigned", 20],
  ["completed", 20],
  ["a", 16],
  ["b", 16],
  ["c", 16],
  ["result", 20],
  ["remark", 44],
] as const satisfies readonly (readonly [Key, number])[];

const LINES = [
  ["name", 44],
  ["code", 30],
  ["task", 90],
  ["due", 24],
  ["completedOn", 24],
  ["returns", 16],
  ["missed", 16],
  ["a", 14],
  ["b", 14],
  ["c", 14],
  ["points", 16],
  ["lost", 16],
  ["remark", 60],
] as const satisfies readonly (readonly [Key, number])[];

const TEXTS: readonly Key[] = ["kind", "name", "department", "code", "task", "remark"];

/**
 * Cards as a workbook: a sheet with each card's score, and one with the lines behind them, as
 * numbers, rates and dates that can be counted with.
 * @param at the time that the file says it was made at
 */
export function scorecardXlsx(
  { departments, officers }: Scorecards,
  words: WorkbookWords,
  at: Date,
): Promise<Uint8Array> {
  const cards: Named[] = [
    ...departments.map((card) => {
      const name = words.departmentOf(card.code);
      return { ...card, kind: words.kinds.department, name, department: name };
    }),
    ...officers.map((card) => ({
      ...card,
      kind: words.kinds.officer,
      department: card.department === null ? "" : words.departmentOf(card.department),
    })),
  ];
  const summary = tableOf(
    "summary",
    SUMMARY,
    words,
    cards.map((card) => scoreRow(card, words)),
  );
  const lines = tableOf(
    "lines",
    LINES,
    words,
    cards.flatMap((card) => card.lines.map((line) => lineRow(card.name, line, words))),
  );
  const sheets = [
    tableSheet(words.sheets.summary, summary, words.notes, { landscape: true }),
    tableSheet(words.sheets.lines, lines, words.notes, { landscape: true }),
  ];
  return writeXlsx({
    sheets: sheets.map(({ sheet }) => sheet),
    namedRanges: sheets.flatMap(({ names }) => names),
    defaultFont: FONT,
    properties: { title: words.title, created: at, modified: at },
  });
}

function tableOf(
  id: string,
  columns: readonly (readonly [Key, number])[],
  words: WorkbookWords,
  rows: readonly Content[],
): Table {
  return {
    id,
    title: words.title,
    columns: columns.map(
      ([key, width]): Column => ({
        key,
        label: words.columns[key],
        width,
        align: TEXTS.includes(key) ? "left" : "right",
      }),
    ),
    rows,
    total: null,
    groupedBy: null,
  };
}

function scoreRow(card: Named, words: WorkbookWords): Content {
  const { kind, name, department, assigned, completed, score } = card;
  return [
    text(kind),
    text(name),
    text(department),
    count(assigned),
    count(completed),
    rate(score?.a ?? null),
    rate(score?.b ?? null),
    rate(score?.c ?? null),
    quantity(score?.result ?? null, ""),
    text(words.remarkOf(card)),
  ];
}

function lineRow(name: string, line: Line, words: WorkbookWords): Content {
  const { product, quantity: done, quality, timeliness, points, lost } = line;
  return [
    text(name),
    text(product.code),
    text(product.title),
    date(product.dueOn),
    date(product.completedOn),
    count(product.returns),
    count(product.missed.length),
    quantity(done, ""),
    quantity(quality, ""),
    quantity(timeliness, ""),
    quantity(points, ""),
    quantity(lost, ""),
    text(words.costOf(line)),
  ];
}
