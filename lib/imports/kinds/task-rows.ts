import type { CivilDate } from "#lib/core/dates.ts";
import { TEXT_LIMITS } from "#lib/core/entries.ts";
import type { TaskStatus } from "#lib/tasks/schema.ts";
import type { SentTask } from "#lib/tasks/sent.ts";
import { areFractions, readPercent } from "../numbers.ts";
import { foldWords } from "../readings.ts";
import type { FileReader, RowReader } from "../row-reader.ts";
import type { Entry } from "../schema.ts";
import { type DatedStatus, readDatedStatus, readPriority } from "../values.ts";

/** The directive that a row of tasks names, before the register is asked. */
export type NamedDirective = {
  number: string;
  issuedOn: CivilDate | undefined;
  /** Code of the issuing body. */
  issuingBody: string | undefined;
};

/** A row of a register of tasks by its meaning. */
export type TaskRow = {
  reader: RowReader;
  sent: SentTask;
  code: string | null;
  externalId: string | null;
  directive: NamedDirective | null;
};

/** Accounts by what a spreadsheet may call them: login or position, folded. */
export type People = {
  leaders: (name: string) => readonly { id: number }[];
  /** With the code of their department. */
  workers: (name: string) => readonly { id: number; department: string }[];
};

/** Reads what a row says of a task; what it cannot say becomes an issue of the row. */
export function taskRows(
  reader: FileReader,
  rows: readonly RowReader[],
  people: People,
  today: CivilDate,
): TaskRow[] {
  const fractions = areFractions(reader.cellsOf("progress"));
  return rows.map((row) => taskRow(row, people, today, fractions));
}

function taskRow(row: RowReader, people: People, today: CivilDate, fractions: boolean): TaskRow {
  const thisYear = Number(today.slice(0, 4));
  const issuedOn = row.day("directiveDate", thisYear);
  const assignedOn = row.day("assignedOn", yearOf(issuedOn) ?? thisYear);
  const year = yearOf(assignedOn) ?? yearOf(issuedOn) ?? thisYear;
  const due = row.deadline("dueOn", year);
  const extendedTo = row.deadline("extendedTo", yearOf(due.day) ?? year).day;
  const requestedOn = row.day("extensionRequestedOn", year);
  const decidedOn = row.day("extensionDecidedOn", year);
  const number = shortText(row, "directiveNumber");
  const department = row.code("department", "department") ?? groupDepartment(row);
  const standing = row.value("status", (cell) => readDatedStatus(cell, year));
  const sent: SentTask = {
    title: titleOf(row),
    deliverable: longText(row, "deliverable"),
    decidingAuthority: shortText(row, "decidingAuthority"),
    priority: row.value("priority", readPriority),
    department,
    cooperating: row.codes("cooperating", "department"),
    field: row.code("field", "field"),
    sector: row.code("sector", "sector"),
    leaderId: person(row, "leader", (name) => people.leaders(name)),
    assigneeId: person(row, "assignee", (name) =>
      people.workers(name).filter((worker) => worker.department === department),
    ),
    assignedOn,
    dueOn: due.day,
    dueWording: due.wording?.slice(0, TEXT_LIMITS.short),
    extension: extendedTo ? { dueOn: extendedTo, requestedOn, decidedOn } : undefined,
    status: standing?.status,
    progress: row.value("progress", (cell) => readPercent(cell, { fractions })),
    completedOn: row.day("completedOn", year) ?? dayOf(standing, ["COMPLETED", "SUBMITTED"]),
    stoppedOn: row.day("cancelledOn", year) ?? dayOf(standing, ["CANCELLED", "PAUSED"]),
    note: longText(row, "note"),
  };
  if (!extendedTo && (requestedOn || decidedOn)) {
    row.refuse("extendedTo", { key: "imports.rows.extensionWithoutDay" });
  }
  return {
    reader: row,
    sent,
    code: row.name("code") ?? null,
    externalId: row.name("externalId") ?? null,
    directive:
      number === undefined
        ? null
        : { number, issuedOn, issuingBody: row.code("issuingBody", "issuingBody") },
  };
}

/** The day that stands with a state in one cell, where it is the day of one of these. */
function dayOf(
  standing: DatedStatus | undefined,
  states: readonly TaskStatus[],
): CivilDate | undefined {
  return standing && states.includes(standing.status) ? (standing.day ?? undefined) : undefined;
}

const yearOf = (day: CivilDate | null | undefined) => (day ? Number(day.slice(0, 4)) : undefined);

function titleOf(row: RowReader): string {
  const title = row.text("title")?.replaceAll(/\s+/g, " ").trim() ?? "";
  if (title === "") row.refuse("title", { key: "work.problems.titleMissing" });
  if (title.length > TEXT_LIMITS.title) row.refuse("title", { key: "work.problems.tooLong" });
  return title;
}

/** A department that only the sub-heading above the rows names. */
function groupDepartment(row: RowReader): string | undefined {
  return row.says("department") ? undefined : row.groupCode("department");
}

function limited(row: RowReader, entry: Entry, text: string | undefined, limit: number) {
  if (text === undefined || text.length <= limit) return text;
  return row.refuse(entry, { key: "work.problems.tooLong" });
}

const longText = (row: RowReader, entry: Entry) =>
  limited(row, entry, row.text(entry), TEXT_LIMITS.title);
const shortText = (row: RowReader, entry: Entry) =>
  limited(row, entry, row.name(entry), TEXT_LIMITS.short);

/**
 * Spreadsheets name people, accounts are positions: who has none here is left out, and so is a
 * position that several hold; that is said.
 */
function person(
  row: RowReader,
  entry: "leader" | "assignee",
  find: (name: string) => readonly { id: number }[],
): number | undefined {
  const name = row.name(entry);
  if (name === undefined) return undefined;
  const [found, ...others] = find(foldWords(name));
  if (found && others.length === 0) return found.id;
  return row.notice(entry, { key: `imports.rows.no_${entry}`, values: { text: name } });
}
