import type { CivilDate } from "#lib/core/dates.ts";
import type { Explanation } from "#lib/core/errors.ts";
import type { ReadCell } from "#lib/core/spreadsheet/schema.ts";
import type { Understander, Understood } from "./catalogue-words.ts";
import { readDay } from "./days.ts";
import type { ImportReading } from "./reading.ts";
import { type Reading, textOfCell } from "./readings.ts";
import type { Catalogue, Entry, Guess, RowIssue, Table, TableRow } from "./schema.ts";
import { readName, readText } from "./values.ts";

/** What words in spreadsheets mean, by the catalogue that they are of. */
export type Words = Record<Catalogue, Understander>;

/** The rows of a file are read with this: it knows the columns, and remembers what it has guessed. */
export type FileReader = {
  row: (row: TableRow) => RowReader;
  /** Every guess made so far, each once. */
  guesses: () => Guess[];
  /** The cells of an entry in all rows. */
  cellsOf: (entry: Entry) => ReadCell[];
};

/** One row: its entries by their meaning; what cannot be read becomes an issue and undefined. */
export type RowReader = {
  line: number;
  hidden: boolean;
  group: string | null;
  issues: RowIssue[];
  notices: RowIssue[];
  cell: (entry: Entry) => ReadCell;
  /** Whether the row says anything of an entry. */
  says: (entry: Entry) => boolean;
  /** A text as it stands; undefined where the cell is empty. */
  text: (entry: Entry) => string | undefined;
  /** A text on one line. */
  name: (entry: Entry) => string | undefined;
  day: (entry: Entry, year: number) => CivilDate | undefined;
  /** A deadline; null where it says that there is none. */
  deadline: (
    entry: Entry,
    year: number,
  ) => { day: CivilDate | null | undefined; wording: string | undefined };
  value: <Value>(entry: Entry, read: (cell: ReadCell) => Reading<Value>) => Value | undefined;
  /** Code of a catalogue entry. */
  code: (entry: Entry, catalogue: Catalogue) => string | undefined;
  codes: (entry: Entry, catalogue: Catalogue) => string[] | undefined;
  /** Code of the department that the sub-heading above the row names, if it names one. */
  groupCode: (catalogue: Catalogue) => string | undefined;
  refuse: (entry: Entry | null, explanation: Explanation) => undefined;
  notice: (entry: Entry | null, explanation: Explanation) => undefined;
};

/** "I. Phòng Kinh tế", "1.2) …": what numbers a sub-heading. */
const NUMBERING = /^\s*(?:[IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*)\s*[.)/:-]\s*/;

export function fileReader(
  table: Table,
  words: Words,
  defaults: ImportReading["defaults"],
): FileReader {
  const columnOf = new Map(
    Object.entries(table.columns).map(([column, entry]) => [entry, Number(column)]),
  );
  const guesses = new Map<string, Guess>();
  const remember = (word: string, catalogue: Catalogue, meant: Understood) => {
    if (!("code" in meant) || meant.how !== "guess") return;
    guesses.set(`${catalogue}\n${word}`, { catalogue, word, code: meant.code });
  };

  const row = (given: TableRow): RowReader => {
    const issues: RowIssue[] = [];
    const notices: RowIssue[] = [];
    const placed = (entry: Entry | null, explanation: Explanation): RowIssue => ({
      ...explanation,
      entry,
      column: entry === null ? null : (columnOf.get(entry) ?? null),
    });
    const refuse = (entry: Entry | null, explanation: Explanation): undefined => {
      issues.push(placed(entry, explanation));
    };
    const cell = (entry: Entry): ReadCell => given.cells[entry] ?? defaults[entry] ?? null;
    const value = <Value>(entry: Entry, read: (cell: ReadCell) => Reading<Value>) => {
      const reading = read(cell(entry));
      if ("problem" in reading) return refuse(entry, reading.problem);
      return reading.value ?? undefined;
    };
    return {
      line: given.line,
      hidden: given.hidden,
      group: given.group,
      issues,
      notices,
      cell,
      says: (entry) => cell(entry) !== null,
      text: (entry) => value(entry, readText),
      name: (entry) => value(entry, readName),
      value,
      day: (entry, year) => {
        const reading = readDay(cell(entry), { context: "date", year });
        if ("problem" in reading) return refuse(entry, reading.problem);
        return reading.day ?? undefined;
      },
      deadline: (entry, year) => {
        const reading = readDay(cell(entry), { context: "deadline", year });
        if ("problem" in reading)
          return { day: refuse(entry, reading.problem), wording: undefined };
        const said = cell(entry) !== null && reading.wording !== null;
        return {
          day: reading.day ?? (said ? null : undefined),
          wording: reading.wording ?? undefined,
        };
      },
      code: (entry, catalogue) => {
        const word = textOfCell(cell(entry)).trim();
        if (word === "") return undefined;
        const meant = words[catalogue].understand(word);
        remember(word, catalogue, meant);
        return "code" in meant ? meant.code : refuse(entry, meant.problem);
      },
      codes: (entry, catalogue) => {
        const list = textOfCell(cell(entry)).trim();
        if (list === "") return undefined;
        const codes: string[] = [];
        for (const { word, meant } of words[catalogue].understandSeveral(list)) {
          remember(word, catalogue, meant);
          if ("code" in meant) codes.push(meant.code);
          else refuse(entry, meant.problem);
        }
        return [...new Set(codes)];
      },
      groupCode: (catalogue) => {
        const word = (given.group ?? "").replace(NUMBERING, "").trim();
        if (word === "") return undefined;
        const meant = words[catalogue].understand(word);
        remember(word, catalogue, meant);
        return "code" in meant ? meant.code : undefined;
      },
      refuse,
      notice: (entry, explanation): undefined => {
        notices.push(placed(entry, explanation));
      },
    };
  };
  return {
    row,
    guesses: () => [...guesses.values()],
    cellsOf: (entry) => table.rows.map((each) => each.cells[entry] ?? null),
  };
}
