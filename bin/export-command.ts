import { existsSync } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { isExpectedError } from "#lib/core/errors.ts";
import { InvalidQueryError, InvalidRequestError } from "#lib/core/problems.ts";
import { listFile } from "#lib/exports/files.ts";
import { wordsIn } from "#lib/exports/words.ts";
import { reportAsFile } from "#lib/reports/files.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { EXPORT_HELP, type ExportArguments, readExportArguments } from "./export-arguments.ts";
import { UsageError } from "./token-arguments.ts";

/** The operator sees everything: what the Office sees, and the accounts like an administrator. */
const OFFICE: Viewer = { role: "OFFICE", departmentId: null, portfolioDepartmentIds: [] };
const ADMINISTRATOR: Viewer = { ...OFFICE, role: "ADMIN" };

/** Where the command speaks: results, and what is said beside them. */
export type Voice = { out: (line: string) => void; tell: (line: string) => void };

/** A file to be written: its name, and what is in it a piece at a time. */
type ToWrite = { name: string; pieces: AsyncIterable<Uint8Array> };

/** How often long work says how far it is, in milliseconds. */
const TELL_EVERY = 3000;

/**
 * Runs `npm run export`.
 * @param connect makes the product's database known
 * @returns the exit code: 0 written, 1 refused or failed, 2 wrong arguments
 */
export async function runExportCommand(
  parameters: string[],
  connect: () => Promise<void>,
  voice: Voice,
): Promise<number> {
  try {
    const wanted = readExportArguments(parameters);
    if (wanted === null) {
      voice.out(EXPORT_HELP);
      return 0;
    }
    await connect();
    for (const make of filesOf(wanted)) await write(await make(), wanted, voice);
    return 0;
  } catch (error) {
    return refusal(error, voice);
  }
}

/** What is wrong with a filter is said by its parameters; other refusals in the screens' words. */
function refusal(error: unknown, { tell }: Voice): number {
  if (error instanceof UsageError) {
    tell(`${error.message}\n\n${EXPORT_HELP}`);
    return 2;
  }
  if (error instanceof InvalidQueryError || error instanceof InvalidRequestError) {
    const named = error.issues.map((issue) => {
      const keys = "keys" in issue ? issue.keys : [];
      const where = [issue.path, keys].flat().join(".");
      return `${where}: ${"problem" in issue ? issue.problem : issue.message}`;
    });
    tell(`--filter is not one of this list (${named.join("; ")})\n\n${EXPORT_HELP}`);
    return 2;
  }
  if (!isExpectedError(error)) throw error;
  const { key, values } = error.explanation;
  tell(wordsIn("en")(key, values));
  return 1;
}

/** What is to be written, each made when its turn comes. */
function filesOf(wanted: ExportArguments): (() => Promise<ToWrite>)[] {
  if (wanted.kind === "report") {
    const { month, department, formats } = wanted;
    return formats.map((format) => async () => {
      const { name, bytes } = await reportAsFile(OFFICE, month, department, format);
      return { name, pieces: only(bytes) };
    });
  }
  const { list, filter, format } = wanted;
  const isKeptByAdministrator = list === "accounts" || list === "deliveries";
  const viewer = isKeptByAdministrator ? ADMINISTRATOR : OFFICE;
  const asker = { viewer, person: null, name: "", locale: "vi" as const };
  return [() => listFile(asker, list, format, filter)];
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Writes a file beside its place and moves it there once it is whole. */
async function write(
  { name, pieces }: ToWrite,
  { out: folder, force }: Pick<ExportArguments, "out" | "force">,
  { out, tell }: Voice,
): Promise<void> {
  const place = path.join(folder, name);
  if (!force && existsSync(place))
    throw new Error(`${place} is there already; --force replaces it`);
  await mkdir(folder, { recursive: true });
  const unfinished = `${place}.part`;
  try {
    const file = await open(unfinished, "w");
    try {
      let bytes = 0;
      let told = Date.now();
      for await (const piece of pieces) {
        await file.write(piece);
        bytes += piece.length;
        if (Date.now() - told < TELL_EVERY) continue;
        told = Date.now();
        tell(`${name}: ${(bytes / 1e6).toFixed(1)} MB …`);
      }
    } finally {
      await file.close();
    }
    await rename(unfinished, place);
  } finally {
    await rm(unfinished, { force: true });
  }
  out(place);
}
