import {
  COLUMNS,
  type Column,
  hasColumn,
  type ShownRow,
  settled,
  type TypedRow,
  withTyped,
} from "./typed-rows.ts";

/** Cells copied from a spreadsheet: rows by lines, columns by tabs; null for a single one. */
export function cellsOf(text: string): string[][] | null {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  const cells = lines.map((line) => line.split("\t").map((cell) => cell.trim()));
  return cells.length === 1 && cells[0]?.length === 1 ? null : cells;
}

/**
 * Fills cells downwards from a row and to the right from a column. An empty cell leaves what is
 * there; what has no place is counted.
 */
export function paste(
  rows: readonly ShownRow[],
  typed: (row: ShownRow) => TypedRow,
  at: { row: number; column: Column },
  cells: readonly (readonly string[])[],
): { changes: Record<string, TypedRow>; filled: number; left: number } {
  const changes: Record<string, TypedRow> = {};
  let filled = 0;
  let left = 0;
  const first = COLUMNS.indexOf(at.column);
  for (const [offset, line] of cells.entries()) {
    const row = rows[at.row + offset];
    for (const [index, text] of line.entries()) {
      if (text === "") continue;
      const column = COLUMNS[first + index];
      if (!row || !column || !hasColumn(row, column)) {
        left += 1;
        continue;
      }
      changes[row.code] = settled(withTyped(changes[row.code] ?? typed(row), column, text));
      filled += 1;
    }
  }
  return { changes, filled, left };
}
