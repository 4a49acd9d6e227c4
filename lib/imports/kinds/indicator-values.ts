import { businessToday, type CivilMonth } from "#lib/core/dates.ts";
import type { Transaction } from "#lib/core/db.ts";
import { ConflictError, InvalidInputError, NotFoundError } from "#lib/core/errors.ts";
import type { ReadCell } from "#lib/core/spreadsheet/schema.ts";
import {
  checkMonth,
  isSame,
  issuesOf,
  lockRows,
  type ValueRow,
  writeValues,
} from "#lib/indicators/service.ts";
import { type RowEntry, VALUE_NOTE_LENGTH } from "#lib/indicators/sheet.ts";
import { readIndicatorValue, readMonth, readNumber } from "../numbers.ts";
import { foldWords } from "../readings.ts";
import type { RowReader } from "../row-reader.ts";
import type { Difference, Entry, TableRow } from "../schema.ts";
import { readIndicatorState } from "../values.ts";
import {
  idleRow,
  inPieces,
  type Kind,
  type PlannedRow,
  rowIssue,
  type WrittenRow,
} from "./kind.ts";

type Write = { code: string; month: CivilMonth; entry: RowEntry };
type Row = {
  read: RowReader;
  code: string | undefined;
  month: CivilMonth | undefined;
  entry: RowEntry;
};
type Actor = Parameters<Kind<Write>["plan"]>[1];

export const indicatorValuesKind: Kind<Write> = {
  plan: async (transaction, actor, { reader, table }) => {
    const year = Number(businessToday().slice(0, 4));
    const codes = await indicatorCodes(transaction);
    const decimals = decimalsOf(NUMBERS.flatMap(reader.cellsOf));
    const rows = table.rows.map((row) => readRow(reader.row(decimals(row)), codes, year));
    const standing = await standingValues(transaction, actor, rows);
    return rows.map(({ read, code, month, entry }): PlannedRow<Write> => {
      const label = read.name("name") ?? code ?? "";
      const value = code && month ? standing.get(`${month} ${code}`) : undefined;
      const about = { label, known: code && month ? `${code} · ${month}` : null };
      if (read.issues.length > 0 || !value || !code || !month) {
        return { row: idleRow(read, about), write: null };
      }
      // What the file does not say stays; an empty cell takes no value out.
      const said = saysValue(read) ? entry : { ...entry, ...value.standing, version: undefined };
      const filled = { ...said, note: read.says("note") ? entry.note : value.standing.note };
      if (isSame(filled, value.standing)) return { row: idleRow(read, about), write: null };
      const issues = issuesOf({ ...value, entry: filled });
      if (issues.length > 0) {
        for (const { path, ...issue } of issues) {
          read.issues.push(rowIssue(issue, entryAt(path), table.columns));
        }
        return { row: idleRow(read, about), write: null };
      }
      const isNew = value.standing.state === "NOT_REPORTED";
      return {
        row: {
          ...idleRow(read, about),
          outcome: isNew ? "new" : "changed",
          differences: isNew ? [] : differencesOf(value.standing, filled),
        },
        write: { code, month, entry: filled },
      };
    });
  },

  write: async (transaction, actor, rows, _importId, progress) => {
    const months = [...new Set(rows.map(({ write }) => write.month))];
    const written: WrittenRow[] = [];
    await inPieces(months, progress, async (piece) => {
      for (const month of piece) {
        const own = rows.filter(({ write }) => write.month === month);
        const entries = Object.fromEntries(own.map(({ write }) => [write.code, write.entry]));
        const values = await lockRows(transaction, actor, month, entries);
        await writeValues(transaction, actor, month, values, "IMPORTED");
        written.push(...own.map(({ line, write }) => writtenOf(line, month, write.code, values)));
      }
      return [];
    });
    return { rows: written };
  },

  undo: async (transaction, actor, rows) => {
    const codes = new Map(
      (
        await transaction.indicator.findMany({
          where: { id: { in: rows.map(({ subjectId }) => subjectId) } },
          select: { id: true, code: true },
        })
      ).map(({ id, code }) => [id, code]),
    );
    for (const month of [...new Set(rows.flatMap((row) => row.month ?? []))]) {
      const own = rows.filter((row) => row.month === month);
      const entries = Object.fromEntries(
        own.map((row) => [
          codes.get(row.subjectId) ?? "",
          (row.before as RowEntry | null) ?? NOTHING,
        ]),
      );
      const values = await lockRows(transaction, actor, month as CivilMonth, entries);
      const changed = values.filter(
        ({ id, standing }) =>
          own.find(({ subjectId }) => subjectId === id)?.version !== standing.version,
      );
      if (changed.length > 0) {
        const some = changed.slice(0, 5).map(({ code }) => code);
        const told = { count: changed.length, some: some.join(", ") };
        throw new ConflictError({ key: "imports.undo.changedSince", values: told });
      }
      await writeValues(transaction, actor, month as CivilMonth, values);
    }
  },
};

const NOTHING: RowEntry = {
  state: "NOT_REPORTED",
  value: null,
  numerator: null,
  denominator: null,
  note: null,
};

const NUMBERS = ["value", "numerator", "denominator"] as const;

/**
 * How the numbers of a file are to be taken: where some are surely written with a decimal point, as
 * programs write them ("97.18"), and none with a comma or groups, all are.
 */
function decimalsOf(cells: readonly ReadCell[]): (row: TableRow) => TableRow {
  const texts = cells.filter((cell) => typeof cell === "string");
  const pointed = texts.some((text) => /^-?\d+\.(?:\d{1,2}|\d{4,})$/.test(text));
  const grouped = texts.some((text) => text.includes(",") || /\.\d{3}\./.test(text));
  if (!pointed || grouped) return (row) => row;
  const meant = (cell: ReadCell | undefined): ReadCell =>
    typeof cell === "string" && /^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : (cell ?? null);
  return (row) => {
    const numbers = NUMBERS.map((entry) => [entry, meant(row.cells[entry])] as const);
    return { ...row, cells: { ...row.cells, ...Object.fromEntries(numbers) } };
  };
}

/** Indicators by their code and name, folded. */
async function indicatorCodes(transaction: Transaction): Promise<Map<string, string>> {
  const indicators = await transaction.indicator.findMany({
    where: { active: true },
    select: { code: true, name: true },
  });
  return new Map(
    indicators.flatMap(({ code, name }) => [
      [foldWords(name), code],
      [foldWords(code), code],
    ]),
  );
}

function readRow(read: RowReader, codes: ReadonlyMap<string, string>, year: number): Row {
  const named = read.name("code") ?? read.name("name") ?? "";
  const code =
    codes.get(foldWords(read.name("code") ?? "")) ?? codes.get(foldWords(read.name("name") ?? ""));
  if (code === undefined) {
    const entry = read.says("code") ? "code" : "name";
    read.refuse(entry, { key: "imports.rows.unknownIndicator", values: { text: named } });
  }
  const month = read.value("month", (cell) => readMonth(cell, year));
  if (month === undefined && !read.issues.some(({ entry }) => entry === "month")) {
    read.refuse("month", { key: "imports.rows.monthMissing" });
  }
  const value = read.value("value", readIndicatorValue);
  const numerator = read.value("numerator", readNumber) ?? null;
  const denominator = read.value("denominator", readNumber) ?? null;
  const number = value && "value" in value ? value.value : null;
  const said = value && "state" in value ? value.state : read.value("state", readIndicatorState);
  const some = number !== null || numerator !== null || denominator !== null;
  const state = said ?? (some ? "REPORTED" : "NOT_REPORTED");
  const note = read.text("note")?.slice(0, VALUE_NOTE_LENGTH) ?? null;
  const entry = { state, value: numerator !== null ? null : number, numerator, denominator, note };
  return { read, code, month, entry };
}

/** What stands for the months and indicators that rows name, by "month code". */
async function standingValues(
  transaction: Transaction,
  actor: Actor,
  rows: readonly Row[],
): Promise<Map<string, ValueRow>> {
  const found = new Map<string, ValueRow>();
  const seen = new Set<string>();
  const good = rows.filter(({ read, code, month }) => {
    if (code === undefined || month === undefined) return false;
    const twice = seen.has(`${month} ${code}`);
    if (twice) read.refuse("code", { key: "imports.rows.twice", values: { text: code } });
    seen.add(`${month} ${code}`);
    return !twice;
  });
  for (const month of [...new Set(good.flatMap((row) => row.month ?? []))]) {
    const own = good.filter((row) => row.month === month);
    try {
      await checkMonth(month);
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      for (const { read } of own) read.refuse("month", error.explanation);
      continue;
    }
    const entries = Object.fromEntries(own.map(({ code = "", entry }) => [code, entry]));
    for (const value of await lockRows(transaction, actor, month, entries)) {
      found.set(`${month} ${value.code}`, value);
    }
  }
  return found;
}

const saysValue = ({ says }: RowReader) =>
  (["value", "numerator", "denominator", "state"] as const).some(says);

/** The entry that a problem of the sheet is about: `rows.CODE.value`. */
function entryAt(path: string): Entry {
  const part = path.split(".").at(-1);
  return part === "numerator" || part === "denominator" || part === "note" ? part : "value";
}

function differencesOf(from: ValueRow["standing"], to: RowEntry): Difference[] {
  const parts = ["state", "value", "numerator", "denominator", "note"] as const;
  const text = (value: string | number | null) => (value === null ? null : `${value}`);
  return parts.flatMap((entry) =>
    from[entry] === to[entry] ? [] : [{ entry, from: text(from[entry]), to: text(to[entry]) }],
  );
}

function writtenOf(
  line: number,
  month: CivilMonth,
  code: string,
  values: readonly ValueRow[],
): WrittenRow {
  const value = values.find((each) => each.code === code);
  if (!value) throw new NotFoundError();
  const { id, standing } = value;
  const { state, numerator, denominator, note } = standing;
  const isNew = state === "NOT_REPORTED";
  return {
    ...{ line, month, subject: "indicator", subjectId: id },
    outcome: isNew ? "NEW" : "CHANGED",
    version: standing.version + 1,
    before: isNew ? null : { state, value: standing.value, numerator, denominator, note },
  };
}
