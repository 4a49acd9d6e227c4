import type { Explanation } from "#lib/core/errors.ts";
import type { ReadCell } from "#lib/core/spreadsheet/schema.ts";
import { ImportKind } from "#prisma/generated/enums.ts";

export const IMPORT_KINDS = Object.values(ImportKind);
export type { ImportKind };

/** What a row of a kind may say; a column of the spreadsheet is one of these, or none. */
export const ENTRIES = {
  TASKS: [
    "code",
    "externalId",
    "title",
    "deliverable",
    "department",
    "cooperating",
    "field",
    "sector",
    "directiveNumber",
    "directiveDate",
    "issuingBody",
    "leader",
    "assignee",
    "decidingAuthority",
    "priority",
    "assignedOn",
    "dueOn",
    "extendedTo",
    "extensionRequestedOn",
    "extensionDecidedOn",
    "status",
    "progress",
    "completedOn",
    "cancelledOn",
    "note",
  ],
  DIRECTIVES: [
    "externalId",
    "number",
    "issuedOn",
    "issuingBody",
    "type",
    "abstract",
    "sector",
    "signerPosition",
    "receivedOn",
    "urgency",
  ],
  INDICATOR_VALUES: ["code", "name", "month", "value", "numerator", "denominator", "state", "note"],
  USERS: ["login", "displayName", "role", "department", "portfolioName", "portfolioDepartments"],
} as const satisfies Record<ImportKind, readonly string[]>;

export type TaskEntry = (typeof ENTRIES.TASKS)[number];
export type DirectiveEntry = (typeof ENTRIES.DIRECTIVES)[number];
export type IndicatorValueEntry = (typeof ENTRIES.INDICATOR_VALUES)[number];
export type UserEntry = (typeof ENTRIES.USERS)[number];
export type Entry = TaskEntry | DirectiveEntry | IndicatorValueEntry | UserEntry;

/** Entries without which a row of a kind cannot be read at all. */
export const NEEDED: Record<ImportKind, readonly Entry[]> = {
  TASKS: ["title"],
  DIRECTIVES: ["number", "abstract"],
  INDICATOR_VALUES: ["value"],
  USERS: ["login"],
};

/** The catalogues whose entries are named by words in spreadsheets. */
export const CATALOGUES = ["department", "field", "sector", "issuingBody"] as const;
export type Catalogue = (typeof CATALOGUES)[number];

/** Which column is which entry: the column's number from 0 to its entry. */
export type Columns = Readonly<Record<number, Entry>>;

/** A row of the table, by entries. */
export type TableRow = {
  /** As the spreadsheet numbers it. */
  line: number;
  hidden: boolean;
  /** The sub-heading that it stands under ("I. Phòng Kinh tế" as it is written), if any. */
  group: string | null;
  cells: Partial<Record<Entry, ReadCell>>;
};

/** A line of the sheet that is no row of the table, and why it was passed over. */
export type SkippedLine = {
  line: number;
  why: "total" | "subheading" | "repeatedHeading" | "note";
};

/** The table of a sheet, as it was recognised. */
export type Table = {
  sheet: string;
  /** The lines of its heading; above them stand titles. */
  headingFrom: number;
  headingTo: number;
  /** By column: its heading in words, several lines of one joined by a space; "" where there is none. */
  headings: readonly string[];
  /** SHA-256 of the folded headings: files of one shape have the same. */
  shape: string;
  columns: Columns;
  rows: readonly TableRow[];
  skipped: readonly SkippedLine[];
};

/** What is wrong with a row, or is only said of it, in one of its entries or as a whole. */
export type RowIssue = Explanation & {
  entry: Entry | null;
  /** Column of the spreadsheet, from 0; null where no column is that entry. */
  column: number | null;
};

/** A spelling that is taken for a catalogue entry, until someone says that it is. */
export type Guess = {
  catalogue: Catalogue;
  /** As it is written in the spreadsheet. */
  word: string;
  /** Code of the entry. */
  code: string;
};

export const OUTCOMES = ["new", "changed", "unchanged", "error"] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type Counts = Record<Outcome, number>;

/** One entry that a row changes; texts, days and codes as they are stored. */
export type Difference = { entry: Entry; from: string | null; to: string | null };

/** A row as it would be applied. */
export type CheckedRow = {
  line: number;
  hidden: boolean;
  outcome: Outcome;
  /** What the row is about, in its own words. */
  label: string;
  /** Code or name of what stands in the register; null for what is new. */
  known: string | null;
  differences: Difference[];
  issues: RowIssue[];
  /** What is worth knowing and stops nothing. */
  notices: RowIssue[];
};

/** What applying a file would do. */
export type Check = {
  /** As ISO 8601. */
  at: string;
  table: Omit<Table, "rows">;
  /** Names of all sheets of the file that can be chosen. */
  sheets: string[];
  counts: Counts;
  guesses: Guess[];
  rows: CheckedRow[];
};
