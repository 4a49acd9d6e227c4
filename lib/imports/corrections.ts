import { z } from "zod";
import { foldWords } from "./readings.ts";
import { KIND_WORDS } from "./requests.ts";
import {
  CATALOGUES,
  type Catalogue,
  type CheckedRow,
  ENTRIES,
  type Entry,
  type Guess,
  type ImportKind,
  OUTCOMES,
  type Table,
} from "./schema.ts";

/* What a person says of a file after its check: how it is read, and what its words mean. */

/** How the list of files is asked for, and the kind that is to be sent. */
export const importListSchema = z.strictObject({
  kind: z.enum(Object.keys(KIND_WORDS) as [keyof typeof KIND_WORDS]).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
});

/** Files on one page. */
export const FILES_PER_PAGE = 20;

/** A kind as addresses name it. */
export function wordOfKind(kind: ImportKind): keyof typeof KIND_WORDS {
  const words = Object.keys(KIND_WORDS) as (keyof typeof KIND_WORDS)[];
  const word = words.find((each) => KIND_WORDS[each] === kind);
  if (word === undefined) throw new RangeError(`No word for ${kind}`);
  return word;
}

/** Rows on one page; the larger one is for paper. */
export const ROW_SIZES = [50, 500] as const;

/** How the list of a file's rows is asked for. */
export const rowQuerySchema = z.strictObject({
  /** An outcome, or all; what is wrong first where something is. */
  show: z.enum([...OUTCOMES, "all"]).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
  size: z.coerce
    .number()
    .refine((size) => ROW_SIZES.some((each) => each === size))
    .optional(),
});
export type RowQuery = z.output<typeof rowQuerySchema>;

export const importIdSchema = z.object({
  id: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
});

/** The entries that can be said once for a whole file. */
export const WHOLE_FILE = {
  TASKS: ["field", "department", "issuingBody"],
  DIRECTIVES: ["issuingBody"],
  INDICATOR_VALUES: ["month"],
  USERS: [],
} as const satisfies Record<ImportKind, readonly Entry[]>;
export type WholeFileEntry = (typeof WHOLE_FILE)[ImportKind][number];

/** What a row is told where it lacks an entry that could be said for the whole file. */
const LACKING: Readonly<Record<string, WholeFileEntry>> = {
  "work.sent.fieldMissing": "field",
  "work.sent.departmentMissing": "department",
  "imports.rows.bodyMissing": "issuingBody",
  "imports.rows.monthMissing": "month",
};

/**
 * In how many rows an entry is missing that could be said for the whole file. A directive that is
 * not in the register is entered along with its task once its body is known as well as its day.
 */
export function lackingEntries({
  rows,
  table: { columns },
}: {
  rows: readonly Pick<CheckedRow, "issues">[];
  table: Pick<Table, "columns">;
}): Map<WholeFileEntry, number> {
  const known: readonly Entry[] = Object.values(columns);
  const bodyWouldDo = known.includes("directiveDate") && !known.includes("issuingBody");
  const entryOf = (key: string): WholeFileEntry | undefined =>
    bodyWouldDo && key === "imports.rows.unknownDirective" ? "issuingBody" : LACKING[key];
  const counts = new Map<WholeFileEntry, number>();
  for (const { issues } of rows) {
    const entries = new Set(issues.flatMap(({ key }) => entryOf(key) ?? []));
    for (const entry of entries) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  return counts;
}

const CATALOGUE_OF: Partial<Record<Entry, Catalogue>> = {
  department: "department",
  cooperating: "department",
  portfolioDepartments: "department",
  field: "field",
  sector: "sector",
  issuingBody: "issuingBody",
};

/** The catalogue that an entry's words are of. */
export function catalogueOf(entry: Entry): Catalogue | null {
  return CATALOGUE_OF[entry] ?? null;
}

/** A spelling whose meaning a person can say: with the code that is guessed, or none. */
export type OpenWord = { catalogue: Catalogue; word: string; code: string | null };

/**
 * The spellings that wait for someone's word: the guesses, and those that nothing in the catalogue
 * is called, each once. What is told of a very long one ends in "…" and cannot be confirmed.
 */
export function openWords({
  rows,
  guesses,
}: {
  rows: readonly Pick<CheckedRow, "issues">[];
  guesses: readonly Guess[];
}): OpenWord[] {
  const words = new Map<string, OpenWord>();
  const add = (open: OpenWord) => {
    const key = `${open.catalogue} ${foldWords(open.word)}`;
    if (!words.has(key)) words.set(key, open);
  };
  for (const guess of guesses) add(guess);
  for (const { issues } of rows) {
    for (const { entry, key, values } of issues) {
      const catalogue = entry && catalogueOf(entry);
      const word = `${values?.text ?? ""}`;
      if (!catalogue || !key.startsWith("imports.problems.word.") || word.endsWith("…")) continue;
      if (foldWords(word) !== "") add({ catalogue, word, code: null });
    }
  }
  return [...words.values()];
}

/** A message of the catalogue, as zod's own `error`. */
const says = (message: string) => ({ error: message });

/** An object as JSON in one entry of a form. */
const jsonSchema = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "account.problems.invalid" });
    return z.NEVER;
  }
});

const ALL_ENTRIES = [...new Set(Object.values(ENTRIES).flat())] as [Entry, ...Entry[]];

/** The most spellings that are confirmed at once. */
export const WORDS_AT_ONCE = 500;

const columnsSchema = z
  .record(z.string().regex(/^\d{1,4}$/), z.enum(ALL_ENTRIES))
  .refine(
    (columns) => new Set(Object.values(columns)).size === Object.values(columns).length,
    says("imports.screen.problems.sameEntry"),
  );

/** How a file is to be read: another sheet or heading, or other columns; null: as it is recognised. */
export const readingCorrectionSchema = importIdSchema.extend({
  sheet: z.string().min(1).max(200),
  headingTo: z.coerce
    .number(says("imports.screen.problems.headingLine"))
    .int(says("imports.screen.problems.headingLine"))
    .min(1, says("imports.screen.problems.headingLine"))
    .max(50_000, says("imports.screen.problems.headingLine")),
  columns: jsonSchema.pipe(columnsSchema.nullable()),
});

/** What rows that say nothing of an entry are taken to say; "" takes it back. */
export const wholeFileSchema = importIdSchema.extend({
  field: z.string().max(300).optional(),
  department: z.string().max(300).optional(),
  issuingBody: z.string().max(300).optional(),
  month: z.union([z.literal(""), z.string().regex(/^\d{4}-\d{2}$/)]).optional(),
});

export const confirmedWordsSchema = importIdSchema.extend({
  words: jsonSchema.pipe(
    z
      .array(
        z.object({
          catalogue: z.enum(CATALOGUES),
          word: z.string().min(1).max(2000),
          code: z.string().min(1).max(40),
        }) satisfies z.ZodType<Guess>,
      )
      .min(1, says("imports.screen.problems.noWord"))
      .max(WORDS_AT_ONCE),
  ),
});
