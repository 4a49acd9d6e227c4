import { parseArgs } from "node:util";
import { type ImportQuery, importQuery, KIND_WORDS } from "#lib/imports/requests.ts";
import { UsageError } from "./token-arguments.ts";

const KINDS = Object.keys(KIND_WORDS).join("|");

export const IMPORT_HELP = `npm run import -- FILE --kind ${KINDS} [--dry-run]
npm run import -- --undo ID
Checks a spreadsheet (.xlsx or .csv) row by row and, without --dry-run, writes it into the
register: all its rows, or none. The same file again changes nothing.

  --kind            what its rows are
  --dry-run         only says what would be done
  --accept-guesses  takes spellings that are guessed for what they seem to mean, and remembers them
  --sheet           the name of the sheet; the one that looks most like it when left out
  --field, --department, --issuing-body
                    a code, for rows that do not say their own
  --month           YYYY-MM, for values of indicators that do not say their own
  --undo            takes an import back, by the number that was printed

Exit codes: 0 done, 1 rows are wrong, or refused or failed, 2 wrong arguments.`;

export type ImportArguments = { undo: number } | { undo: null; file: string; query: ImportQuery };

/**
 * Reads the command line of `npm run import`.
 * @returns what to do, or null when help is asked for
 * @throws UsageError that names the wrong argument
 */
export function readImportArguments(parameters: string[]): ImportArguments | null {
  const { values, positionals } = parsed(parameters);
  if (values.help) return null;
  if (values.undo !== undefined) {
    if (!/^[1-9]\d{0,8}$/.test(values.undo) || positionals.length > 0) {
      throw new UsageError("--undo takes the number of an import, and nothing else");
    }
    return { undo: Number(values.undo) };
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError("One file has to be named");
  const query = importQuery.safeParse({
    kind: values.kind,
    dryRun: String(values["dry-run"] ?? false),
    acceptGuesses: String(values["accept-guesses"] ?? false),
    sheet: values.sheet,
    field: values.field,
    department: values.department,
    issuingBody: values["issuing-body"],
    month: values.month,
  });
  if (query.success) return { undo: null, file, query: query.data };
  const [wrong] = query.error.issues;
  const name = String(wrong?.path[0] ?? "").replace(
    /[A-Z]/g,
    (letter) => `-${letter.toLowerCase()}`,
  );
  throw new UsageError(name === "kind" ? `--kind is one of ${KINDS}` : `--${name} is wrong`);
}

function parsed(parameters: string[]) {
  const text = { type: "string" } as const;
  const yes = { type: "boolean" } as const;
  try {
    return parseArgs({
      args: parameters,
      allowPositionals: true,
      options: {
        ...{ kind: text, sheet: text, field: text, department: text, month: text, undo: text },
        ...{ "issuing-body": text, "dry-run": yes, "accept-guesses": yes },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
