/*
 * A table as it is written to a file: .xlsx or .csv, cells by what they mean.
 */

/**
 * What a column's values are: a text; a whole number; a number; a fraction that is written as a
 * percentage; a civil day `YYYY-MM-DD`; a civil month `YYYY-MM`; a moment.
 */
export type ColumnKind = "text" | "count" | "number" | "rate" | "date" | "month" | "instant";

/** A cell: days and months as text, moments as `Date`; null where there is nothing. */
export type WrittenCell = string | number | Date | null;

export type WrittenColumn = {
  label: string;
  kind: ColumnKind;
  /** In characters of a spreadsheet's usual type. */
  width: number;
};

export type WrittenTable = {
  title: string;
  /** What stands below the title: which rows these are, when, for whom. A .csv has no place for it. */
  notes: readonly string[];
  columns: readonly WrittenColumn[];
  /** The rows, some at a time: no more of them are kept than one such page. */
  pages: AsyncIterable<readonly (readonly WrittenCell[])[]>;
};
