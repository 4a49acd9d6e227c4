import { parseArgs } from "node:util";
import { type CivilMonth, isCivilMonth } from "#lib/core/dates.ts";
import {
  EXPORT_FORMATS,
  type ExportFormat,
  LIST_NAMES,
  type ListName,
  OWN_LISTS,
} from "#lib/exports/schema.ts";
import { REPORT_FORMATS, type ReportFormat } from "#lib/reports/schema.ts";
import { UsageError } from "./token-arguments.ts";

const LISTS = LIST_NAMES.filter((name) => !OWN_LISTS.includes(name));

export const EXPORT_HELP = `npm run export -- --month YYYY-MM [--department CODE] [--format ${REPORT_FORMATS.join("|")}]
npm run export -- --list NAME [--filter QUERY] [--format ${EXPORT_FORMATS.join("|")}]
Writes files, and prints where they are.

  --month       the month's report, as Word and Excel unless --format says which
  --department  the report of one department, by its code
  --list        ${LISTS.slice(0, 5).join(", ")},
                ${LISTS.slice(5).join(", ")}
  --filter      what narrows and orders the list, as in the address of its screen:
                "department=PHONG_KT&late=2026-04&sort=dueOn"
  --out         the folder to write to; here when left out
  --force       replaces files that are there already

Exit codes: 0 written, 1 refused or failed, 2 wrong arguments.`;

export type ExportArguments = { out: string; force: boolean } & (
  | { kind: "report"; month: CivilMonth; department?: string; formats: readonly ReportFormat[] }
  | { kind: "list"; list: ListName; filter: Record<string, string>; format: ExportFormat }
);

type Given = Partial<
  Record<"month" | "department" | "list" | "filter" | "format" | "out", string>
> & {
  force?: boolean;
  help?: boolean;
};

/**
 * Reads the command line of `npm run export`.
 * @returns what to write, or null when help is asked for
 * @throws UsageError that names the wrong argument
 */
export function readExportArguments(parameters: string[]): ExportArguments | null {
  const given = parsed(parameters);
  if (given.help) return null;
  const where = { out: given.out ?? ".", force: given.force ?? false };
  if ((given.month === undefined) === (given.list === undefined)) {
    throw new UsageError("Either --month or --list has to be given, and not both");
  }
  return given.month === undefined
    ? { ...where, ...listOf(given) }
    : { ...where, ...reportOf(given, given.month) };
}

function parsed(parameters: string[]): Given {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      args: parameters,
      options: {
        ...{ month: text, department: text, list: text, filter: text, format: text, out: text },
        force: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function reportOf({ department, format, filter }: Given, month: string) {
  if (!isCivilMonth(month)) throw new UsageError("--month is a month: 2026-04");
  if (filter !== undefined) throw new UsageError("--filter belongs to --list");
  const formats = format === undefined ? REPORT_FORMATS : [oneOf(REPORT_FORMATS, format, "format")];
  return { kind: "report" as const, month, formats, ...(department && { department }) };
}

function listOf({ list = "", filter = "", format = "xlsx", department }: Given) {
  if (department !== undefined) {
    throw new UsageError('--department belongs to --month; of a list: --filter "department=…"');
  }
  return {
    kind: "list" as const,
    list: oneOf(LISTS, list, "list"),
    filter: Object.fromEntries(new URLSearchParams(filter)),
    format: oneOf(EXPORT_FORMATS, format, "format"),
  };
}

function oneOf<Value extends string>(values: readonly Value[], text: string, name: string): Value {
  const found = values.find((value) => value === text);
  if (!found) throw new UsageError(`--${name} is one of ${values.join(", ")}`);
  return found;
}
