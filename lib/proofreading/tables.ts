import { add, compare, type Decimal, figureOf, ZERO } from "./decimals.ts";
import { readNumber } from "./numbers.ts";
import type { Finding, Span } from "./schema.ts";
import { type PlainText, spanIn } from "./text.ts";

type Cell = { text: string; start: number; value: Decimal | null };
type Row = readonly Cell[];

const TOTAL = /^(?:tổng(?: cộng| số|:)?|cộng)(?:$|[\s:])/;
const GROUP = /^[ivx]{1,5}$/;
const UNCOUNTED = /^(?:stt|tt|số tt)$|%|tỷ lệ|tỉ lệ|năm|ngày|hạn/;
const FEWEST_COLUMNS = 2;

/** Tables, a row to a line with tabs between its cells: the row of totals is added up. */
export function findTables(plain: PlainText): Finding[] {
  const findings: Finding[] = [];
  let table: Row[] = [];
  let start = 0;
  const close = () => {
    findings.push(...checkTable(plain, table));
    table = [];
  };
  for (const line of plain.text.split("\n")) {
    const row = line.includes("\t") ? cellsOf(line, start) : null;
    if (!row || (table[0] && table[0].length !== row.length)) close();
    if (row) table.push(row);
    start += line.length + 1;
  }
  close();
  return findings;
}

function cellsOf(line: string, start: number): Row {
  let place = start;
  return line.split("\t").map((whole) => {
    const text = whole.trim();
    const cell = {
      text,
      start: place + whole.indexOf(text),
      value: readNumber(text)?.value ?? null,
    };
    place += whole.length + 1;
    return cell;
  });
}

function checkTable(plain: PlainText, rows: readonly Row[]): Finding[] {
  const totals = rows.filter((row) => row.some(({ text }) => TOTAL.test(text)) && hasNumbers(row));
  const [total] = totals;
  const [header] = rows;
  if (!total || totals.length > 1 || !header || header.length < FEWEST_COLUMNS) return [];
  const others = rows.filter((row) => row !== total && hasNumbers(row));
  const groups = others.filter((row) => GROUP.test(row[0]?.text ?? ""));
  return total.flatMap((cell, column) => {
    if (
      cell.value === null ||
      column === 0 ||
      UNCOUNTED.test(hasNumbers(header) ? "" : (header[column]?.text ?? ""))
    )
      return [];
    const readings = [others, groups].map((each) => partsOf(each, column));
    const known = readings.filter((parts) => parts !== null && parts.length > 1) as Cell[][];
    const agreeing = known.find((parts) => compare(sumOf(parts), cell.value as Decimal) === 0);
    const parts = agreeing ?? known.at(-1);
    return parts ? [findingOf(plain, cell, parts, agreeing !== undefined)] : [];
  });
}

function hasNumbers(row: Row): boolean {
  return row.slice(1).some(({ value }) => value !== null);
}

/** A column's figures; null where something else than figures and blanks stands in it. */
function partsOf(rows: readonly Row[], column: number): Cell[] | null {
  const cells = rows.flatMap((row) => row[column] ?? []);
  const strange = cells.some(({ text, value }) => value === null && !/^[-–—]?$/.test(text));
  return strange ? null : cells.filter(({ value }) => value !== null);
}

function sumOf(parts: readonly Cell[]): Decimal {
  return parts.reduce((sum, { value }) => add(sum, value ?? ZERO), ZERO);
}

function findingOf(plain: PlainText, total: Cell, parts: readonly Cell[], right: boolean): Finding {
  const place = ({ start, text }: Cell): Span => spanIn(plain, start, start + text.length);
  const recomputed = figureOf(sumOf(parts));
  return {
    kind: "SUM",
    verdict: right ? "RIGHT" : "WRONG",
    at: place(total),
    figures: [place(total), ...parts.map(place)],
    recomputed: right ? null : recomputed,
    explanation: {
      key: right ? "sumRight" : "sumWrong",
      values: {
        parts: parts.map(({ value }) => figureOf(value ?? ZERO)),
        stated: figureOf(total.value ?? ZERO),
        recomputed,
      },
    },
  };
}
