import { readFile } from "node:fs/promises";
import path from "node:path";
import { isExpectedError } from "#lib/core/errors.ts";
import { sentence } from "#lib/core/problems.ts";
import { KIND_WORDS, readingOf } from "#lib/imports/requests.ts";
import type { Check, CheckedRow } from "#lib/imports/schema.ts";
import { applyImport, receiveImport, undoImport } from "#lib/imports/service.ts";
import type { Actor } from "#lib/users/schema.ts";
import type { Voice } from "./export-command.ts";
import { IMPORT_HELP, type ImportArguments, readImportArguments } from "./import-arguments.ts";
import { UsageError } from "./token-arguments.ts";

/** The operator brings in what the Office does, and accounts like an administrator. */
const OFFICE: Actor = {
  role: "OFFICE",
  departmentId: null,
  portfolioDepartmentIds: [],
  id: null,
  displayName: "",
};
const ADMINISTRATOR: Actor = { ...OFFICE, role: "ADMIN" };

/** The most rows of a kind that are told. */
const MOST_TOLD = 50;

/** How often long work says how far it is, in milliseconds. */
const TELL_EVERY = 2000;

/**
 * Runs `npm run import`.
 * @param connect makes the product's database known
 * @returns the exit code: 0 done, 1 rows are wrong, or refused or failed, 2 wrong arguments
 */
export async function runImportCommand(
  parameters: string[],
  connect: () => Promise<void>,
  voice: Voice,
): Promise<number> {
  try {
    const wanted = readImportArguments(parameters);
    if (wanted === null) {
      voice.out(IMPORT_HELP);
      return 0;
    }
    if (wanted.undo !== null) return await takeBack(wanted.undo, connect, voice);
    return await bringIn(wanted, connect, voice);
  } catch (error) {
    if (error instanceof UsageError) {
      voice.tell(`${error.message}\n\n${IMPORT_HELP}`);
      return 2;
    }
    if (!isExpectedError(error)) throw error;
    voice.tell(sentence(error.explanation, "vi"));
    return 1;
  }
}

async function takeBack(id: number, connect: () => Promise<void>, { out }: Voice): Promise<number> {
  await connect();
  const [first, second] = [OFFICE, ADMINISTRATOR];
  await undoImport(first, id).catch((error: unknown) => {
    // An import of accounts is the administrator's.
    if (isExpectedError(error) && error.code === "NOT_FOUND") return undoImport(second, id);
    throw error;
  });
  out(`Import ${id} was taken back.`);
  return 0;
}

async function bringIn(
  { file, query }: Extract<ImportArguments, { undo: null }>,
  connect: () => Promise<void>,
  voice: Voice,
): Promise<number> {
  const { out, tell } = voice;
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read (${error.code})`);
  });
  await connect();
  const kind = KIND_WORDS[query.kind];
  const actor = kind === "USERS" ? ADMINISTRATOR : OFFICE;
  const name = path.basename(file);
  tell(`Checking ${name} …`);
  const { id, check } = await receiveImport(actor, {
    kind,
    name,
    bytes,
    reading: readingOf(query),
  });
  report(check, voice);
  const { counts, guesses } = check;
  if (counts.error > 0) return 1;
  if (query.dryRun) return 0;
  if (counts.new + counts.changed === 0) {
    out("Nothing to write: all rows are in the register already.");
    return 0;
  }
  if (guesses.length > 0 && !query.acceptGuesses) {
    tell("Guessed spellings wait for a word: --accept-guesses takes them as listed.");
    return 1;
  }
  let told = Date.now();
  const { opened } = await applyImport(actor, id, {
    acceptGuesses: query.acceptGuesses,
    progress: (phase, done, total) => {
      if (Date.now() - told < TELL_EVERY) return;
      told = Date.now();
      tell(phase === "writing" ? `Writing ${done} of ${total} …` : "Checking once more …");
    },
  });
  out(`Written as import ${id}: ${counts.new} new, ${counts.changed} changed.`);
  for (const { login, password } of opened) out(`${login}\t${password}`);
  return 0;
}

/** Says what the rows would do: the wrong ones each, the rest as counts. */
function report({ table, counts, guesses, rows }: Check, { out, tell }: Voice): void {
  out(
    `Sheet ${table.sheet}: ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.error} wrong.`,
  );
  for (const { word, code } of guesses) tell(`“${word}” is taken for ${code}`);
  const wrong = rows.filter(({ outcome }) => outcome === "error");
  for (const row of wrong.slice(0, MOST_TOLD)) tell(problemsOf(row, table.headings));
  if (wrong.length > MOST_TOLD) tell(`… and ${wrong.length - MOST_TOLD} more rows`);
}

function problemsOf({ line, issues }: CheckedRow, headings: readonly string[]): string {
  const said = issues.map((issue) => {
    const column = issue.column === null ? null : headings[issue.column];
    return `${column ? `${column}: ` : ""}${sentence(issue, "vi")}`;
  });
  return `Row ${line}: ${said.join(" ")}`;
}
