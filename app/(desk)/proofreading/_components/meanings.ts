import type { Meaning } from "#components/ui/meaning.ts";
import type { Verdict } from "#lib/proofreading/schema.ts";

/** The colour and icon of a verdict. */
export const MEANINGS_OF = {
  WRONG: "overdue",
  TRUNCATED: "dueSoon",
  UNVERIFIABLE: "none",
  RIGHT: "done",
} as const satisfies Record<Verdict, Meaning>;
