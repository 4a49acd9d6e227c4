import type { Transaction } from "#lib/core/db.ts";
import type { Explanation } from "#lib/core/errors.ts";
import type { Actor } from "#lib/users/schema.ts";
import type { ImportReading } from "../reading.ts";
import type { FileReader, RowReader } from "../row-reader.ts";
import type { CheckedRow, Entry, RowIssue, Table } from "../schema.ts";

/** A row with what applying it writes; null where it writes nothing. */
export type PlannedRow<Write> = { row: CheckedRow; write: Write | null };

/** What a row wrote, to be kept with the import. */
export type WrittenRow = {
  line: number;
  outcome: "NEW" | "CHANGED";
  subject: "task" | "directive" | "indicator" | "account";
  subjectId: number;
  month?: string;
  version: number;
  /** How it stood before; null for what was new. */
  before: object | null;
};

export type Progress = (done: number, total: number) => void;

/** Passwords of accounts that were opened, told once. */
export type Opened = { login: string; password: string };

/** How rows of a kind are held against the register, written into it and taken back. */
export type Kind<Write> = {
  /** Rows as they would be applied. */
  plan: (
    transaction: Transaction,
    actor: Actor,
    file: { reader: FileReader; table: Table; defaults: ImportReading["defaults"] },
  ) => Promise<PlannedRow<Write>[]>;
  write: (
    transaction: Transaction,
    actor: Actor,
    rows: readonly { line: number; write: Write }[],
    importId: number,
    progress: Progress,
  ) => Promise<{ rows: WrittenRow[]; opened?: Opened[] }>;
  /** @throws ConflictError when something was built on what the import wrote */
  undo: (
    transaction: Transaction,
    actor: Actor,
    rows: readonly WrittenRow[],
    importId: number,
  ) => Promise<void>;
};

/** A row that cannot be applied, or changes nothing. */
export function idleRow(
  { line, hidden, issues, notices }: RowReader,
  about: { label: string; known?: string | null },
): CheckedRow {
  return {
    ...{ line, hidden, label: about.label, known: about.known ?? null },
    outcome: issues.length > 0 ? "error" : "unchanged",
    differences: [],
    issues: issues.toSorted((a, b) => (a.column ?? -1) - (b.column ?? -1)),
    notices,
  };
}

/** An issue of the register's own as one of the row, at the column that it is about. */
export function rowIssue(
  explanation: Explanation,
  entry: Entry | null,
  columns: Table["columns"],
): RowIssue {
  const column = Object.entries(columns).find(([, each]) => each === entry)?.[0];
  return { ...explanation, entry, column: column === undefined ? null : Number(column) };
}

/** Calls `write` for two thousand at a time, so that progress can be told. */
export async function inPieces<Row, Result>(
  rows: readonly Row[],
  progress: Progress,
  write: (piece: Row[]) => Promise<Result[]>,
): Promise<Result[]> {
  const results: Result[] = [];
  progress(0, rows.length);
  for (let from = 0; from < rows.length; from += PIECE) {
    results.push(...(await write(rows.slice(from, from + PIECE))));
    progress(Math.min(from + PIECE, rows.length), rows.length);
  }
  return results;
}

const PIECE = 2000;
