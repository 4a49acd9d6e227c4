import type { CivilDate } from "../dates.ts";

/*
 * A spreadsheet as it was read, whatever program wrote it: .xlsx or .csv, cells by their meaning.
 */

/**
 * A cell: a text (trimmed, NFC, never empty), a number, a yes or no, a day, a number that is shown
 * as a percentage (`85` where the sheet shows 85 %, which the file itself keeps as 0.85), or what
 * cannot be read (an error such as `#REF!`, a formula without its result, a date that does not
 * exist); null where it is empty. Cells of a CSV are texts.
 */
export type ReadCell =
  | string
  | number
  | boolean
  | { day: CivilDate }
  | { percent: number }
  | { fault: string }
  | null;

export type ReadRow = {
  /** As the spreadsheet numbers it, from 1. */
  line: number;
  /** By column, from 0; may be shorter than the sheet is wide. */
  cells: readonly ReadCell[];
  /** Not shown in the spreadsheet: hidden by hand or by a filter. */
  hidden: boolean;
};

/** Cells that are joined into one, whose value stands in the first; rows from 1, columns from 0. */
export type Merge = { fromLine: number; toLine: number; fromColumn: number; toColumn: number };

export type ReadSheet = {
  name: string;
  hidden: boolean;
  /** Without rows that have nothing in them. */
  rows: readonly ReadRow[];
  merges: readonly Merge[];
};

export type ReadSpreadsheet = { format: "xlsx" | "csv"; sheets: readonly ReadSheet[] };

/** The most that is read of a file; more is refused before it is unpacked or kept. */
export const SPREADSHEET_LIMITS = {
  /** Bytes as sent. */
  bytes: 20 * 1024 * 1024,
  /** Bytes that an .xlsx unpacks to. */
  unpacked: 200 * 1024 * 1024,
  sheets: 50,
  /** Rows with something in them, of one sheet. */
  rows: 50_000,
  columns: 200,
  /** Cells with something in them, and texts that cells share, of the whole file. */
  cells: 3_000_000,
} as const;

/** Why a file is not read; the messages `imports.files.*`. */
export const SPREADSHEET_PROBLEMS = [
  "empty",
  "tooLarge",
  "notASpreadsheet",
  "oldExcel",
  "encrypted",
  "unpacksTooLarge",
  "unsafe",
  "damaged",
  "wrongEncoding",
  "wrongQuote",
  "tooManySheets",
  "tooManyRows",
  "tooManyColumns",
  "nothingInIt",
] as const;
export type SpreadsheetProblem = (typeof SPREADSHEET_PROBLEMS)[number];

/** A file that is not read, with what its message names. */
export class SpreadsheetError extends Error {
  readonly problem: SpreadsheetProblem;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(problem: SpreadsheetProblem, values: Readonly<Record<string, string | number>> = {}) {
    super(problem);
    this.problem = problem;
    this.values = values;
  }
}
