import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { InvalidInputError } from "#lib/core/errors.ts";
import { IMPORT_LIMITS, type ImportedFigures, readReported } from "./schema.ts";

type Row = readonly [code: string, value: string];
type Problems = Extract<ImportedFigures, { ok: false }>["problems"];

const MOST_UNPACKED_BYTES = 20 * 1024 * 1024;

/**
 * The figures of a file or a pasted text with the columns code and value: .xlsx, .csv, or text
 * parted by tabs, semicolons or commas. A header is passed over.
 * @param known the codes that there are
 * @throws InvalidInputError for what is no table, or larger than `IMPORT_LIMITS`
 */
export async function readSheet(
  bytes: Uint8Array,
  known: ReadonlySet<string>,
): Promise<ImportedFigures> {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const rows = isWorkbook ? await rowsOfWorkbook(bytes) : rowsOfText(bytes);
  if (rows.length > IMPORT_LIMITS.rows) {
    throw new InvalidInputError([], {
      key: "reconciliation.problems.tooManyRows",
      values: { rows: IMPORT_LIMITS.rows },
    });
  }
  const problems: Problems = [];
  const figures = new Map<string, number>();
  for (const [index, [code, text]] of rows.entries()) {
    const row = index + 1;
    if (code === "" && text === "") continue;
    if (index === 0 && !known.has(code) && readReported(text) === null) continue;
    const value = readReported(text);
    if (!known.has(code)) problems.push({ row, problem: "unknownCode", text: code });
    else if (value === null) problems.push({ row, problem: "notANumber", text });
    else if (figures.has(code)) problems.push({ row, problem: "twice", text: code });
    else figures.set(code, value);
  }
  if (problems.length > 0) return { ok: false, problems };
  if (figures.size === 0)
    throw new InvalidInputError([], { key: "reconciliation.problems.noRows" });
  return { ok: true, figures: [...figures].map(([code, value]) => ({ code, value })) };
}

const unreadable = () => new InvalidInputError([], { key: "reconciliation.problems.unreadable" });

async function rowsOfWorkbook(bytes: Uint8Array): Promise<Row[]> {
  try {
    if (unpackedSize(bytes) > MOST_UNPACKED_BYTES) throw unreadable();
    const { sheets } = await readXlsx(bytes, { sheets: [0], maxRows: IMPORT_LIMITS.rows + 2 });
    return (sheets[0]?.rows ?? []).map((cells) => [textOf(cells[0]), textOf(cells[1])]);
  } catch {
    // The libraries say with errors of their own what is wrong with an archive.
    throw unreadable();
  }
}

/** What the archive says that it unpacks to, in bytes; nothing is unpacked to find out. */
function unpackedSize(bytes: Uint8Array): number {
  let size = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      return false;
    },
  });
  return size;
}

/** A cell's value; a number with a comma, so that its decimals are not taken for thousands. */
function textOf(cell: unknown): string {
  if (typeof cell === "number") return `${cell}`.replace(".", ",");
  return cell === null || cell === undefined ? "" : String(cell).trim();
}

function rowsOfText(bytes: Uint8Array): Row[] {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw unreadable();
  }
  const beginning = text.slice(0, 2000);
  const delimiter = ["\t", ";"].find((sign) => beginning.includes(sign)) ?? ",";
  try {
    const records = parse(text, {
      columns: false,
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: IMPORT_LIMITS.rows + 2,
    });
    // "97,1" in a file parted by commas comes as two cells.
    return records.map(([code = "", ...values]) => [
      code.trim(),
      values.slice(0, 2).join(",").replace(/,$/, "").trim(),
    ]);
  } catch {
    throw unreadable();
  }
}
