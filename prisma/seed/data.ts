import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

const FOLDER = new URL("data/", import.meta.url);

/** The text of a file in `prisma/seed/data`. */
export function readData(file: string): string {
  return readFileSync(new URL(file, FOLDER), "utf8");
}

export type Row = {
  /** The column's text; throws when the file has no such column or it is empty. */
  text(column: string): string;
  /** The column's text, or null when it is empty. */
  optional(column: string): string | null;
  /** The column's number, or null when it is empty. */
  number(column: string): number | null;
};

/** The rows of a CSV file with a header in `prisma/seed/data`. */
export function readRows(file: string): Row[] {
  const records = parse<Record<string, string>>(readData(file), { columns: true, bom: true });
  return records.map((record, index) => {
    const optional = (column: string): string | null => {
      const value = record[column];
      if (value === undefined) throw new Error(`${file} has no column ${column}`);
      return value === "" ? null : value;
    };
    return {
      optional,
      text: (column) => {
        const value = optional(column);
        if (value === null) throw new Error(`${file}, row ${index + 1}: ${column} is empty`);
        return value;
      },
      number: (column) => {
        const value = optional(column);
        return value === null ? null : Number(value);
      },
    };
  });
}
