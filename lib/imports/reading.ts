import { z } from "zod";
import { ENTRIES, type Entry } from "./schema.ts";

/* How a file is read, as far as someone has said; kept with the import (`import.reading`). */

const ALL_ENTRIES = [...new Set(Object.values(ENTRIES).flat())] as [Entry, ...Entry[]];

export const readingSchema = z.object({
  /** Name of the sheet; null: the one that looks most like it. */
  sheet: z.string().max(200).nullable().default(null),
  /** Last line of the heading; null: as recognised. */
  headingTo: z.int().min(1).max(1_000_000).nullable().default(null),
  /** Which column is which entry; null: as recognised or remembered. */
  columns: z
    .record(z.string().regex(/^\d{1,4}$/), z.enum(ALL_ENTRIES))
    .nullable()
    .default(null),
  /** What rows that say nothing of an entry are taken to say, for the whole file. */
  defaults: z.partialRecord(z.enum(ALL_ENTRIES), z.string().max(300)).default({}),
  /** Where the last check is kept. */
  check: z.string().nullable().default(null),
});
export type ImportReading = z.output<typeof readingSchema>;
