import { type NumberProblem, readTypedNumber, writeTypedNumber } from "#lib/core/typed-number.ts";
import {
  type EntryPart,
  type EntryProblem,
  enteredFigure,
  isComputed,
  problemsOf,
  unusualOf,
} from "#lib/indicators/entry.ts";
import type { EnteredValue, ValueState } from "#lib/indicators/schema.ts";
import type { SheetRow, StandingValue } from "#lib/indicators/sheet.ts";

/** A row of the sheet with its names in the reader's language. */
export type ShownRow = SheetRow & { sector: string };

/** The columns that are typed into; a value stands in the same one as a numerator. */
export const COLUMNS = ["number", "denominator", "note"] as const;
export type Column = (typeof COLUMNS)[number];

/** A row as it is typed. */
export type TypedRow = Record<Column, string> & {
  state: ValueState;
  /** What stood there when it was begun. */
  version: number;
};

/** Whether a row has a place to type into in a column. */
export function hasColumn(row: ShownRow, column: Column): boolean {
  return row.mayEnter && (column !== "denominator" || isComputed(row));
}

/** What stands, as it would be typed. */
export function typedOf(row: ShownRow): TypedRow {
  const { state, value, numerator, denominator, note, version } = row.standing;
  const number = isComputed(row) ? numerator : value;
  const written = (given: number | null) => (given === null ? "" : writeTypedNumber(given));
  return {
    state,
    number: written(number),
    denominator: isComputed(row) ? written(denominator) : "",
    note: note ?? "",
    version,
  };
}

/** Whether a row is typed otherwise than it stands. */
export function isChanged(row: ShownRow, typed: TypedRow): boolean {
  const standing = typedOf(row);
  if (typed.state !== standing.state || typed.note.trim() !== standing.note) return true;
  return (
    typed.state === "REPORTED" &&
    (typed.number.trim() !== standing.number || typed.denominator.trim() !== standing.denominator)
  );
}

/** A sign in place of a number, for a month in which there was nothing to count. */
const NOTHING = /^\s*(?:[-–—−x]|kps|không)\s*$/iu;

/** A row after something was typed into a column: its state follows the numbers. */
export function withTyped(typed: TypedRow, column: Column, text: string): TypedRow {
  if (column === "note") return { ...typed, note: text };
  const changed = { ...typed, [column]: text };
  if (changed.number.trim() === "" && changed.denominator.trim() === "") {
    return { ...changed, state: typed.state === "REPORTED" ? "NOT_REPORTED" : typed.state };
  }
  return { ...changed, state: "REPORTED" };
}

/** A row that one leaves: "-" or "x" for a number says that nothing arose. */
export function settled(typed: TypedRow): TypedRow {
  return NOTHING.test(typed.number) ? withState(typed, "NOTHING_AROSE") : typed;
}

/** A row in another state; only a reported one has numbers. */
export function withState(typed: TypedRow, state: ValueState): TypedRow {
  return state === "REPORTED"
    ? { ...typed, state }
    : { ...typed, state, number: "", denominator: "" };
}

/** What of a row is sent. */
export function sentOf(row: ShownRow, typed: TypedRow) {
  const { state, number, denominator, note, version } = settled(typed);
  const parts = isComputed(row)
    ? { value: "", numerator: number, denominator }
    : { value: number, numerator: "", denominator: "" };
  return { state, ...parts, note, version };
}

/** A problem of a cell: a message of `indicators.problems`, and what goes into it. */
export type CellProblem = {
  key: EntryProblem | `number.${NumberProblem}`;
  median?: string;
  /** It only needs an explanation. */
  question: boolean;
};
export type CellProblems = Partial<Record<Column, CellProblem>>;

function read(text: string): { value: number | null; problem?: NumberProblem } {
  if (text.trim() === "") return { value: null };
  const number = readTypedNumber(text);
  return number.ok ? { value: number.value } : { value: null, problem: number.problem };
}

/** The numbers of a row, null where they are none. */
function enteredOf(row: ShownRow, typed: TypedRow): EnteredValue {
  const sent = sentOf(row, typed);
  const value = (text: string) => read(text).value;
  return {
    state: sent.state,
    value: value(sent.value),
    numerator: value(sent.numerator),
    denominator: value(sent.denominator),
  };
}

/** The percentage of a row as far as it is typed; null where it is none. */
export function percentageOf(row: ShownRow, typed: TypedRow): number | null {
  if (!isComputed(row)) return null;
  const entered = enteredOf(row, typed);
  const figure = enteredFigure(row, entered);
  return figure !== null || isChanged(row, typed) ? figure : row.standing.value;
}

const COLUMN_OF: Record<EntryPart, Column> = {
  value: "number",
  numerator: "number",
  denominator: "denominator",
};

/** What the service would say of a row, cell by cell. */
export function cellProblems(row: ShownRow, typed: TypedRow): CellProblems {
  if (!isChanged(row, typed)) return {};
  const { state, note } = settled(typed);
  if (state !== "REPORTED") return {};
  const unread: CellProblems = {};
  for (const column of ["number", "denominator"] as const) {
    const { problem } = read(typed[column]);
    if (problem && hasColumn(row, column)) {
      unread[column] = { key: `number.${problem}`, question: false };
    }
  }
  if (Object.keys(unread).length > 0) return unread;
  const entered = enteredOf(row, typed);
  const [first] = problemsOf(row, entered);
  if (first) return { [COLUMN_OF[first.part]]: { key: first.problem, question: false } };
  const unusual = unusualOf(row, entered, row.usual);
  const explained = note.trim() !== "" && note.trim() !== (row.standing.note ?? "");
  if (!unusual || explained || isSameFigure(row, entered, row.standing)) return {};
  const median = writeTypedNumber(Math.round(unusual.median * 10) / 10);
  return { note: { key: unusual.problem, median, question: true } };
}

function isSameFigure(row: ShownRow, entered: EnteredValue, standing: StandingValue): boolean {
  return standing.note !== null && enteredFigure(row, entered) === enteredFigure(row, standing);
}
