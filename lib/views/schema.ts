import { z } from "zod";
import type { Explanation } from "#lib/core/errors.ts";

/** The lists whose filters can be kept under a name. */
export const LISTS = ["tasks", "directives"] as const;
export type ListName = (typeof LISTS)[number];

/** How many views of one list a person may keep. */
export const VIEWS_PER_LIST = 50;

/** The message that says what is wrong with an entry. */
const says = (key: Explanation["key"]) => ({ error: key });

const nameSchema = z
  .string(says("views.problems.nameMissing"))
  .trim()
  .normalize("NFC")
  .min(1, says("views.problems.nameMissing"))
  .max(100, says("views.problems.nameLength"));

/** A box that was ticked, as a form sends it; a form leaves it out otherwise. */
const tickedSchema = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== "");

/** A list's filters and the name to keep them under; the query is yet to be checked by the list. */
export const newViewSchema = z.object({
  list: z.enum(LISTS),
  name: nameSchema,
  query: z.string().min(1, says("views.problems.queryMissing")).max(4000),
  shared: tickedSchema,
});
export type NewView = z.infer<typeof newViewSchema>;

export const viewIdSchema = z.object({ id: z.coerce.number().int().positive() });

export const viewChangeSchema = viewIdSchema.extend({ name: nameSchema, shared: tickedSchema });
export type ViewChange = z.infer<typeof viewChangeSchema>;

/** A kept view, as those see it who may use it. */
export type SavedView = {
  id: number;
  name: string;
  /** The query of the list's address, without its question mark. */
  query: string;
  shared: boolean;
  /** Whose it is; null: one's own. */
  owner: string | null;
};
