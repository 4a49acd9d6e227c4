import { database, type Transaction } from "#lib/core/db.ts";
import { InvalidInputError } from "#lib/core/errors.ts";
import type { ReadSheet, ReadSpreadsheet } from "#lib/core/spreadsheet/schema.ts";
import type { Actor } from "#lib/users/schema.ts";
import { understander } from "./catalogue-words.ts";
import { directivesKind } from "./kinds/directives.ts";
import { indicatorValuesKind } from "./kinds/indicator-values.ts";
import type { Kind, PlannedRow } from "./kinds/kind.ts";
import { tasksKind } from "./kinds/tasks.ts";
import { usersKind } from "./kinds/users.ts";
import type { ImportReading } from "./reading.ts";
import { fileReader, type Words } from "./row-reader.ts";
import type { Catalogue, Check, Columns, Counts, ImportKind, Table } from "./schema.ts";
import { chooseSheet, recogniseTable, tableUnder, tableWith } from "./table.ts";

/** A check with what applying it writes. */
export type Planned<Write> = { check: Check; rows: PlannedRow<Write>[]; kind: Kind<Write> };

const KINDS = {
  TASKS: tasksKind,
  DIRECTIVES: directivesKind,
  INDICATOR_VALUES: indicatorValuesKind,
  USERS: usersKind,
};

/** The kind by its name; what its rows write is between its own functions. */
export function kindOf(name: ImportKind): Kind<unknown> {
  return KINDS[name] as Kind<unknown>;
}

/**
 * Holds the rows of a file against the register, and says of each what applying it would do;
 * writes nothing.
 * @throws InvalidInputError at `file` when no table of the kind is found in it
 */
export async function checkFile(
  transaction: Transaction,
  actor: Actor,
  given: { kind: ImportKind; spreadsheet: ReadSpreadsheet; reading: ImportReading },
): Promise<Planned<unknown>> {
  const { kind: name, spreadsheet, reading } = given;
  const table = await tableOf(transaction, name, spreadsheet, reading);
  const reader = fileReader(table, await wordsOf(transaction), reading.defaults);
  const kind = kindOf(name);
  const rows = await kind.plan(transaction, actor, { reader, table, defaults: reading.defaults });
  const { rows: _, ...shown } = table;
  return {
    kind,
    rows,
    check: {
      at: new Date().toISOString(),
      table: shown,
      sheets: spreadsheet.sheets.map((sheet) => sheet.name),
      counts: countsOf(rows),
      guesses: reader.guesses(),
      rows: rows.map(({ row }) => row),
    },
  };
}

function countsOf(rows: readonly PlannedRow<unknown>[]): Counts {
  const counts = { new: 0, changed: 0, unchanged: 0, error: 0 };
  for (const { row } of rows) counts[row.outcome] += 1;
  return counts;
}

/** The table that is meant: as someone has corrected it, as files of its shape were, or as recognised. */
async function tableOf(
  transaction: Transaction,
  kind: ImportKind,
  spreadsheet: ReadSpreadsheet,
  { sheet, headingTo, columns }: ImportReading,
): Promise<Table> {
  const mappings = await transaction.importMapping.findMany({
    where: { kind },
    select: { shape: true, columns: true },
  });
  const remembered = new Map(mappings.map((each) => [each.shape, each.columns as Columns]));
  const recall = (shape: string) => remembered.get(shape) ?? null;
  const named = spreadsheet.sheets.find(({ name }) => name === sheet);
  const best = named ? recogniseTable(named, kind, recall) : chooseSheet(spreadsheet, kind, recall);
  const chosen =
    named ?? spreadsheet.sheets.find(({ name }) => name === best?.sheet) ?? fullest(spreadsheet);
  const line = headingTo ?? (best ? null : firstHeading(chosen));
  const table = chosen && line !== null ? tableUnder(chosen, kind, line, recall) : best;
  if (!table || !chosen) {
    const explanation = { key: "imports.noTable" } as const;
    throw new InvalidInputError([{ path: "file", ...explanation }], explanation);
  }
  return columns === null ? table : tableWith(chosen, table, columns as Columns);
}

/** The sheet with the most rows: where nothing is recognised, someone says what its columns are. */
function fullest({ sheets }: ReadSpreadsheet): ReadSheet | undefined {
  return [...sheets].sort((a, b) => b.rows.length - a.rows.length)[0];
}

/** The first line with several texts beside each other, of those that have rows below. */
function firstHeading(sheet: ReadSheet | undefined): number | null {
  const texts = ({ cells }: ReadSheet["rows"][number]) =>
    cells.filter((cell) => typeof cell === "string").length;
  const rows = sheet?.rows.slice(0, -1) ?? [];
  return rows.find((row) => texts(row) >= 2)?.line ?? null;
}

/** Readers of the catalogues' words, with what was confirmed of other spellings. */
async function wordsOf(transaction: Transaction): Promise<Words> {
  const active = { where: { active: true }, orderBy: { position: "asc" as const } };
  const names = { code: true, name: true } as const;
  const more = { ...names, short: true, nameEn: true, shortEn: true } as const;
  const departments = await transaction.department.findMany({ ...active, select: more });
  const fields = await transaction.field.findMany({ ...active, select: more });
  const sectors = await transaction.sector.findMany({ select: { ...names, nameEn: true } });
  const bodies = await transaction.issuingBody.findMany({ select: names });
  const aliases = await transaction.catalogueAlias.findMany();
  const of = (catalogue: Catalogue) =>
    new Map(
      aliases
        .filter((each) => each.catalogue === catalogue)
        .map(({ alias, code }) => [alias, code]),
    );
  return {
    department: understander(departments, of("department")),
    field: understander(fields, of("field")),
    sector: understander(sectors, of("sector")),
    issuingBody: understander(bodies, of("issuingBody")),
  };
}

/** The same for a look from outside of any change. */
export function checkNow(actor: Actor, given: Parameters<typeof checkFile>[2]) {
  return database().$transaction((transaction) => checkFile(transaction, actor, given), {
    timeout: PATIENCE_MS,
    maxWait: PATIENCE_MS,
  });
}

/** How long a file may take: the largest, on a busy machine. */
export const PATIENCE_MS = 10 * 60_000;
