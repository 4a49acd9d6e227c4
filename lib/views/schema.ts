import { z } from "zod";
import { idSchema, requiredText, says, TEXT_LIMITS } from "#lib/core/entries.ts";

/** The lists whose filters can be kept under a name. */
export const LISTS = ["tasks", "directives"] as const;
export type ListName = (typeof LISTS)[number];

/** How many views of one list a person may keep. */
export const VIEWS_PER_LIST = 50;

const nameSchema = requiredText(TEXT_LIMITS.note, "views.problems.nameMissing").pipe(
  z.string().max(100, says("views.problems.nameLength")),
);

/** A box that was ticked, as a form sends it; a form leaves it out otherwise. */
const tickedSchema = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== "");

/** A list's filters and the name to keep them under; the query is yet to be checked by the list. */
export const newViewSchema = z.object({
  list: z.enum(LISTS),
  name: nameSchema,
  query: requiredText(4000, "views.problems.queryMissing"),
  shared: tickedSchema,
});
export type NewView = z.infer<typeof newViewSchema>;

export const viewIdSchema = z.object({ id: idSchema });

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
