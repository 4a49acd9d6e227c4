import { z } from "zod";
import { type CivilMonth, isCivilMonth } from "#lib/core/dates.ts";
import { civilDateSchema } from "#lib/tasks/schema.ts";

/* The small parts of which answers are made. */

export const id = z.int().min(1);
export const count = z.int().min(0);
export const day = civilDateSchema;
export const month = z.custom<CivilMonth>(
  (value) => typeof value === "string" && isCivilMonth(value),
);
/** An instant, in UTC. */
export const instant = z.iso.datetime();
export const code = z.string();
/** A fraction in [0, 1], unrounded; null where the denominator is 0. */
export const rate = z.number().min(0).max(1).nullable();

/** A piece of a list, and where the next one begins. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().meta({
      description: "Sent as `cursor` it gives the next piece; null at the end.",
    }),
  });
}
