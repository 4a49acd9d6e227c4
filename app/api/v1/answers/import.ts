import { z } from "zod";
import { OUTCOMES } from "#lib/imports/schema.ts";
import { count, id } from "./common.ts";

const text = z.string().nullable();

/** What applying a file does, or did, row by row. */
export const importAnswer = z
  .object({
    id,
    applied: z.boolean(),
    sheet: z.string(),
    counts: z.object({ new: count, changed: count, unchanged: count, error: count }),
    /** Spellings that wait for someone's word, with the code that they are taken for. */
    guesses: z.array(z.object({ catalogue: z.string(), word: z.string(), code: z.string() })),
    rows: z.array(
      z.object({
        /** As the spreadsheet numbers it. */
        line: count,
        outcome: z.enum(OUTCOMES),
        /** Code or number of what stands in the register. */
        known: text,
        changes: z.array(z.object({ entry: z.string(), from: text, to: text })),
        errors: z.array(z.object({ column: text, message: z.string() })),
        notices: z.array(z.object({ column: text, message: z.string() })),
      }),
    ),
  })
  .meta({ id: "Import" });
