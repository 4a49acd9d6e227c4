import { z } from "zod";
import { codeSchema } from "#lib/core/entries.ts";
import type { ImportReading } from "./reading.ts";
import type { ImportKind } from "./schema.ts";

/** The kinds as addresses name them. */
export const KIND_WORDS = {
  tasks: "TASKS",
  directives: "DIRECTIVES",
  indicatorValues: "INDICATOR_VALUES",
  users: "USERS",
} as const satisfies Record<string, ImportKind>;

const yes = z.enum(["true", "false"]).transform((word) => word === "true");

/** The parameters of `POST /imports`. */
export const importQuery = z.strictObject({
  kind: z.enum(Object.keys(KIND_WORDS) as [keyof typeof KIND_WORDS]),
  dryRun: yes.default(false),
  /** Takes guessed spellings for confirmed, and remembers them. */
  acceptGuesses: yes.default(false),
  /** Name of the sheet; the one that looks most like it. */
  sheet: z.string().max(200).optional(),
  /** For rows that do not say their own. */
  field: codeSchema.optional(),
  department: codeSchema.optional(),
  issuingBody: codeSchema.optional(),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
});
export type ImportQuery = z.output<typeof importQuery>;

/** How the query says that the file is to be read. */
export function readingOf(query: ImportQuery): Partial<ImportReading> {
  const { field, department, issuingBody, month, sheet } = query;
  return {
    sheet: sheet ?? null,
    defaults: {
      ...(field && { field }),
      ...(department && { department }),
      ...(issuingBody && { issuingBody }),
      ...(month && { month }),
    },
  };
}
