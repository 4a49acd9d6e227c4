import { add, compare, type Decimal, figureOf, subtract, ZERO } from "./decimals.ts";
import { type Draft, quantityAt, textAt } from "./draft.ts";
import { report, type Search, writtenFigure } from "./findings.ts";
import type { Item } from "./lists.ts";
import type { Split } from "./splits.ts";
import { CARRIED_OVER, EMPTY_WORDS, NEWLY } from "./words.ts";

/** What a label says: one of the two sides of late tasks, or else its telling words. */
type Label = { side: "CARRIED" | "NEW" | null; words: ReadonlySet<string> };

type Cell = { value: Decimal; token: number };

const MOST_LABEL = 30;

/**
 * A total that is split, and lines below it that are each split in the same way: the columns
 * must add up as well. "195 (96 kỳ trước, 99 phát sinh): 84 (45 kỳ trước, 39 phát sinh); …"
 */
export function judgeColumns(search: Search, splits: readonly Split[]): void {
  const byTotal = Map.groupBy(splits, ({ total }) => total);
  for (const ofTotal of byTotal.values()) {
    if (ofTotal.length < 2) continue;
    for (const head of ofTotal) {
      if (head.parts.length < 2) continue;
      for (const body of ofTotal) {
        if (body !== head && body.parts.length > 1) judgeBody(search, head, body, byTotal);
      }
    }
  }
}

function judgeBody(
  search: Search,
  head: Split,
  body: Split,
  byTotal: ReadonlyMap<number, readonly Split[]>,
): void {
  const { draft } = search;
  const columns = head.parts.map((part) => labelOf(draft, part.from, part.to, part.number));
  const rows: (Cell | null)[][] = [];
  let split = 0;
  for (const [index, item] of body.parts.entries()) {
    const end = body.parts[index + 1]?.from ?? Math.max(item.to, body.end);
    const nested = (byTotal.get(item.number) ?? []).find((each) => each.parts.length > 0);
    const cells = nested ? cellsOf(draft, columns, nested, item.number) : null;
    if (cells) split += 1;
    const row = cells ?? wholeRow(draft, columns, { ...item, to: end });
    if (!row) return;
    rows.push(row);
  }
  // A single line that happens to be split says nothing of columns.
  if (split < 2) return;
  for (const [column, part] of head.parts.entries()) {
    const cells = rows.flatMap((row) => row[column] ?? []);
    const sum = cells.reduce((total, { value }) => add(total, value), ZERO);
    reportColumn(search, part.number, cells, sum);
  }
}

/** A line's parts, each in its column; null where they are split otherwise. */
function cellsOf(
  draft: Draft,
  columns: readonly Label[],
  nested: Split,
  total: number,
): (Cell | null)[] | null {
  const row: (Cell | null)[] = columns.map(() => null);
  for (const part of nested.parts) {
    const column = columnOf(columns, labelOf(draft, part.from, part.to, part.number));
    if (column === -1 || row[column]) return null;
    row[column] = { value: quantityAt(draft, part.number)?.value ?? ZERO, token: part.number };
  }
  const empty = row.indexOf(null);
  if (row.filter((cell) => cell === null).length !== 1 || nested.parts.length > 1) return row;
  // "39 nhiệm vụ (kỳ trước 4)": the rest of the line is the other column's.
  const whole = quantityAt(draft, total)?.value ?? ZERO;
  const rest = subtract(whole, row.find((cell) => cell)?.value ?? ZERO);
  row[empty] = { value: rest, token: total };
  return row;
}

/** A line that is all of one column: "11 nội dung kỳ trước chuyển qua". */
function wholeRow(draft: Draft, columns: readonly Label[], item: Item): (Cell | null)[] | null {
  const column = columnOf(columns, labelOf(draft, item.from, item.to, item.number));
  if (column === -1) return null;
  const value = quantityAt(draft, item.number)?.value ?? ZERO;
  return columns.map((_, index) => (index === column ? { value, token: item.number } : null));
}

function labelOf(draft: Draft, from: number, to: number, number: number): Label {
  const words = new Set<string>();
  let [carried, newly] = [false, false];
  const end = Math.min(to, number + MOST_LABEL);
  for (let index = Math.max(from, number - MOST_LABEL); index < end; index += 1) {
    if (draft.tokens[index]?.kind !== "word") continue;
    const text = textAt(draft, index);
    if (CARRIED_OVER.has(text)) carried = true;
    if (NEWLY.has(text) && !(text === "trong" && textAt(draft, index + 1) === "đó")) newly = true;
    if (!EMPTY_WORDS.has(text) && text !== "#") words.add(text);
  }
  return { side: carried ? "CARRIED" : newly ? "NEW" : null, words };
}

/** The one column whose label fits; −1 where none does, or several. */
function columnOf(columns: readonly Label[], label: Label): number {
  const sided = columns.filter(({ side }) => side !== null).length;
  const fitting = columns.flatMap((column, index) => {
    if (sided > 0 || label.side !== null)
      return column.side === label.side && label.side ? [index] : [];
    return [...label.words].some((word) => column.words.has(word)) ? [index] : [];
  });
  return fitting.length === 1 ? (fitting[0] ?? -1) : -1;
}

function reportColumn(search: Search, head: number, cells: readonly Cell[], sum: Decimal): void {
  const { draft } = search;
  const stated = quantityAt(draft, head);
  if (!stated || cells.length === 0) return;
  const right = compare(stated.value, sum) === 0;
  const recomputed = figureOf(sum, stated.unit, stated.power);
  report(search, {
    kind: "COLUMN",
    verdict: right ? "RIGHT" : "WRONG",
    at: head,
    from: [head, ...cells.map(({ token }) => token)],
    recomputed: right ? null : recomputed,
    explanation: {
      key: right ? "columnRight" : "columnWrong",
      values: {
        parts: cells.map(({ value }) => figureOf(value, stated.unit, stated.power)),
        stated: writtenFigure(draft, head),
        recomputed,
      },
    },
  });
}
