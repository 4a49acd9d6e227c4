import { z } from "zod";
import { VALUE_STATES } from "#lib/indicators/schema.ts";
import type { TypedRow } from "./typed-rows.ts";

const keptSchema = z.record(
  z.string(),
  z.object({
    state: z.enum(VALUE_STATES),
    number: z.string(),
    denominator: z.string(),
    note: z.string(),
    version: z.number(),
  }),
);

/** The rows that are typed and not saved, by the indicators' codes. */
export type TypedRows = Readonly<Record<string, TypedRow>>;

/** What this browser has kept of a sheet. */
export function keptRows(key: string): TypedRows {
  try {
    return keptSchema.parse(JSON.parse(localStorage.getItem(key) ?? "{}"));
  } catch {
    // A browser that keeps nothing, or a sheet of an older form: there is none.
    return {};
  }
}

/** Keeps the rows in this browser in place of those before. @returns whether it does so */
export function keepRows(key: string, rows: TypedRows): boolean {
  const none = Object.keys(rows).length === 0;
  try {
    if (none) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(rows));
    return true;
  } catch {
    return none;
  }
}
