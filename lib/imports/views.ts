import type { ImportReading } from "./reading.ts";
import type { Check, Counts, ImportKind } from "./schema.ts";

/** A file that came in, as the list of imports shows it. */
export type ImportItem = {
  id: number;
  kind: ImportKind;
  fileName: string;
  counts: Counts | null;
  createdAt: Date;
  /** Position, or the machine's name; null: the command line. */
  createdBy: string | null;
  appliedAt: Date | null;
  undoneAt: Date | null;
  undoneBy: string | null;
};

export type ImportDetail = ImportItem & { reading: ImportReading; check: Check };

/** What a row of an applied file wrote, as far as it is still there. */
export type WrittenItem = { line: number } & (
  | { subject: "task" | "directive"; id: number; code: string }
  | { subject: "indicator"; code: string; month: string }
  | { subject: "account"; code: string }
);

/** Initial password of a new account. */
export type OpenedAccount = { login: string; password: string };

/** How far the applying of a file is. */
export type ApplyPhase = {
  phase: "reading" | "checking" | "writing";
  done: number;
  total: number;
};

/** How it ended: with its result, where passwords are told this once, or with why it did not happen. */
export type ApplyEnd =
  | { done: true; counts: Counts; opened: readonly OpenedAccount[] }
  | { message: string };

/** A line of what is told while a file is applied; the last one is its end. */
export type ApplyLine = ApplyPhase | ApplyEnd;
