import { database, type Prisma, type Transaction } from "#lib/core/db.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
} from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import { cleanFileName } from "#lib/files/rules.ts";
import type { Actor } from "#lib/users/schema.ts";
import { aliasOf } from "./catalogue-words.ts";
import { checkFile, checkNow, kindOf, PATIENCE_MS } from "./check.ts";
import { forget, keepCheck, keepFile, keptCheck, keptFile, readFile } from "./files.ts";
import type { Opened, Progress, WrittenRow } from "./kinds/kind.ts";
import { mayImport } from "./policy.ts";
import { type ImportReading, readingSchema } from "./reading.ts";
import type { Check, Counts, Guess, ImportKind } from "./schema.ts";

/* A file comes in, is read and checked as often as someone mends it, is applied, and can be taken back. */

/** A file that came in, and what applying it would do. */
export type Received = { id: number; check: Check };

type Open = {
  id: number;
  kind: ImportKind;
  fileName: string;
  storageKey: string;
  reading: ImportReading;
};

const STORED = {
  ...{ id: true, kind: true, fileName: true, storageKey: true, reading: true },
  ...{ appliedAt: true, undoneAt: true },
} as const satisfies Prisma.ImportSelect;

/**
 * Takes a file in and checks it; the register stays as it is.
 * @throws ForbiddenError for who may not bring in this kind
 * @throws InvalidInputError at `file` for a file that is no spreadsheet or has no table of the kind
 */
export async function receiveImport(
  actor: Actor,
  given: { kind: ImportKind; name: string; bytes: Uint8Array; reading?: Partial<ImportReading> },
): Promise<Received> {
  const { kind, bytes } = given;
  if (!mayImport(actor, kind)) throw new ForbiddenError({ key: "imports.mayNot" });
  const fileName = cleanFileName(given.name) || "tep.xlsx";
  const reading = readingSchema.parse(given.reading ?? {});
  const spreadsheet = await readFile(bytes, fileName);
  const { check } = await checkNow(actor, { kind, spreadsheet, reading });
  const stored = await keepFile(bytes);
  const key = await keepCheck(check);
  const { id } = await database().import.create({
    data: {
      ...{ kind, fileName, ...stored, sheet: check.table.sheet, counts: check.counts },
      reading: { ...reading, check: key },
      createdById: actor.id,
      tokenId: actor.tokenId ?? null,
    },
    select: { id: true },
  });
  log.info({ event: "import.received", importId: id, kind, counts: check.counts });
  return { id, check };
}

/**
 * Reads a file another way: another sheet or heading, other columns, entries for the whole file.
 * Columns that someone corrects are remembered for files of the same shape.
 */
export async function correctReading(
  actor: Actor,
  id: number,
  correction: Pick<ImportReading, "sheet" | "headingTo" | "columns" | "defaults">,
): Promise<Received> {
  const open = await openImport(actor, id);
  const received = await checkAgain(actor, {
    ...open,
    reading: { ...open.reading, ...correction },
  });
  if (correction.columns !== null) {
    const { kind } = open;
    const { shape } = received.check.table;
    const columns = correction.columns;
    await database().importMapping.upsert({
      where: { kind_shape: { kind, shape } },
      update: { columns, updatedAt: new Date() },
      create: { kind, shape, columns },
    });
  }
  return received;
}

/** Says what spellings mean, now and in every file to come, and checks again. */
export async function confirmWords(
  actor: Actor,
  id: number,
  confirmed: readonly Guess[],
): Promise<Received> {
  const open = await openImport(actor, id);
  await rememberWords(database(), confirmed);
  return checkAgain(actor, open);
}

/** Checks a file once more, against the register as it is now. */
export async function recheckImport(actor: Actor, id: number): Promise<Received> {
  return checkAgain(actor, await openImport(actor, id));
}

async function rememberWords(
  client: Pick<Transaction, "catalogueAlias">,
  words: readonly Guess[],
): Promise<void> {
  for (const { catalogue, word, code } of words) {
    const alias = aliasOf(word);
    await client.catalogueAlias.upsert({
      where: { catalogue_alias: { catalogue, alias } },
      update: { code },
      create: { catalogue, alias, code },
    });
  }
}

/** An import of the actor's kinds that is not applied yet. */
async function openImport(actor: Actor, id: number): Promise<Open> {
  const found = await database().import.findUnique({ where: { id }, select: STORED });
  if (!found || !mayImport(actor, found.kind)) throw new NotFoundError();
  if (found.appliedAt !== null) throw new ConflictError({ key: "imports.alreadyApplied" });
  return { ...found, reading: readingSchema.parse(found.reading) };
}

async function checkAgain(actor: Actor, open: Open): Promise<Received> {
  const { id, kind, fileName, storageKey, reading } = open;
  const spreadsheet = await readFile(await keptFile(storageKey), fileName);
  const { check } = await checkNow(actor, { kind, spreadsheet, reading });
  await keepResult(id, reading, check);
  return { id, check };
}

async function keepResult(id: number, reading: ImportReading, check: Check): Promise<void> {
  const key = await keepCheck(check);
  await database().import.updateMany({
    where: { id, appliedAt: null },
    data: {
      reading: { ...reading, check: key },
      counts: check.counts,
      sheet: check.table.sheet,
    },
  });
  await forget(reading.check);
}

export type Applied = { id: number; counts: Counts; opened: Opened[] };

/** How far applying a file is. */
export type ApplyProgress = (
  phase: "reading" | "checking" | "writing",
  done: number,
  total: number,
) => void;

/**
 * Applies a file: all its rows, or none. It is checked once more in the same transaction, so what
 * is written is what was shown.
 * @param acceptGuesses takes the spellings that were guessed for confirmed, and remembers them
 * @throws InvalidInputError when rows are wrong, ConflictError when spellings wait for someone's
 *   word, or the register has changed so that rows would do something else than was shown
 */
export async function applyImport(
  actor: Actor,
  id: number,
  {
    acceptGuesses = false,
    progress = () => {},
  }: { acceptGuesses?: boolean; progress?: ApplyProgress } = {},
): Promise<Applied> {
  const { kind, fileName, storageKey, reading } = await openImport(actor, id);
  progress("reading", 0, 1);
  const spreadsheet = await readFile(await keptFile(storageKey), fileName);
  const shown = reading.check === null ? null : await keptCheck(reading.check);
  progress("checking", 0, 1);
  const applied = await database().$transaction(
    async (transaction) => {
      await lockImports(transaction, id);
      const planned = await checkFile(transaction, actor, { kind, spreadsheet, reading });
      const refusal = refusalOf(planned.check, shown, acceptGuesses);
      if (refusal) return { ok: false as const, refusal, check: planned.check };
      await rememberWords(transaction, planned.check.guesses);
      const writes = planned.rows.flatMap(({ row: { line }, write }) =>
        write === null ? [] : [{ line, write }],
      );
      const tell: Progress = (done, total) => progress("writing", done, total);
      const { rows, opened = [] } = await planned.kind.write(transaction, actor, writes, id, tell);
      await keepRows(transaction, id, rows);
      const { counts } = planned.check;
      await transaction.import.update({ where: { id }, data: { appliedAt: new Date(), counts } });
      await transaction.outboxMessage.create({
        data: { kind: "import.applied", data: { importId: id, kind, counts } },
      });
      return { ok: true as const, counts, opened };
    },
    { timeout: PATIENCE_MS, maxWait: PATIENCE_MS },
  );
  if (!applied.ok) {
    await keepResult(id, reading, applied.check);
    throw applied.refusal;
  }
  const { counts, opened } = applied;
  log.info({ event: "import.applied", importId: id, kind, counts });
  return { id, counts, opened };
}

/** Imports are applied one after the other: two files with the same rows do not both make them. */
async function lockImports(transaction: Transaction, id: number): Promise<void> {
  await transaction.$executeRaw`select pg_advisory_xact_lock(hashtext('import'), 0)`;
  const { appliedAt } = await transaction.import.findUniqueOrThrow({
    where: { id },
    select: { appliedAt: true },
  });
  if (appliedAt !== null) throw new ConflictError({ key: "imports.alreadyApplied" });
}

/** Why a check is not applied, or null. */
function refusalOf(check: Check, shown: Check | null, acceptGuesses: boolean) {
  const { counts, guesses } = check;
  if (counts.error > 0) {
    const explanation = { key: "imports.rowsWrong", values: { count: counts.error } } as const;
    return new InvalidInputError([{ path: "file", ...explanation }], explanation);
  }
  if (counts.new + counts.changed === 0) return new ConflictError({ key: "imports.nothingToDo" });
  if (guesses.length > 0 && !acceptGuesses) {
    return new ConflictError({ key: "imports.guessesOpen", values: { count: guesses.length } });
  }
  const does = ({ rows }: Check) =>
    JSON.stringify(rows.map(({ line, outcome, differences }) => [line, outcome, differences]));
  if (shown && does(shown) !== does(check))
    return new ConflictError({ key: "imports.changedSince" });
  return null;
}

async function keepRows(
  transaction: Transaction,
  importId: number,
  rows: readonly WrittenRow[],
): Promise<void> {
  await transaction.$executeRaw`
    insert into import_row (import_id, line, outcome, subject, subject_id, month, version, before)
    select ${importId}::int, line, outcome, subject, "subjectId", month, version, nullif(before, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (line int, outcome text, subject text,
      "subjectId" int, month text, version int, before jsonb)`;
}

/**
 * Takes a whole import back, as long as nothing was built on it; its rows and who took it back
 * stay on record.
 * @throws ConflictError that names what was built on it
 */
export async function undoImport(actor: Actor, id: number): Promise<void> {
  await database().$transaction(
    async (transaction) => {
      const found = await transaction.import.findUnique({ where: { id }, select: STORED });
      if (!found || !mayImport(actor, found.kind)) throw new NotFoundError();
      await transaction.$executeRaw`select pg_advisory_xact_lock(hashtext('import'), 0)`;
      const { count } = await transaction.import.updateMany({
        where: { id, appliedAt: { not: null }, undoneAt: null },
        data: {
          undoneAt: new Date(),
          undoneById: actor.id,
          undoneByTokenId: actor.tokenId ?? null,
        },
      });
      if (count === 0) throw new ConflictError({ key: "imports.nothingToUndo" });
      const rows = await transaction.$queryRaw<WrittenRow[]>`
        select line, outcome, subject, subject_id as "subjectId", month, version, before
        from import_row where import_id = ${id} order by line desc`;
      await kindOf(found.kind).undo(transaction, actor, rows, id);
      await transaction.outboxMessage.create({
        data: { kind: "import.undone", data: { importId: id, kind: found.kind } },
      });
    },
    { timeout: PATIENCE_MS, maxWait: PATIENCE_MS },
  );
  log.info({ event: "import.undone", importId: id });
}

/** Forgets files that came in before an instant and were never written into the register. @returns how many */
export async function sweepImports(before: Date): Promise<number> {
  const old = await database().import.findMany({
    where: { appliedAt: null, createdAt: { lt: before } },
    select: { id: true, storageKey: true, reading: true },
  });
  for (const { id, storageKey, reading } of old) {
    // Whoever applies it at this moment was first: it stays.
    const { count } = await database().import.deleteMany({ where: { id, appliedAt: null } });
    if (count === 0) continue;
    await forget(readingSchema.parse(reading).check);
    await forget(storageKey);
  }
  return old.length;
}
