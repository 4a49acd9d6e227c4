import { z } from "zod";
import { type CivilMonth, isCivilMonth } from "#lib/core/dates.ts";

/* What the calls take alike. */

/** An id in a path; anything that cannot be one is answered with 404. */
export const withId = z.object({ id: z.int().min(1).max(999_999_999) });

export const monthInPath = z.custom<CivilMonth>(
  (value) => typeof value === "string" && isCivilMonth(value),
);
export const withMonth = z.object({ month: monthInPath });

/** A call without parameters. */
export const noQuery = z.strictObject({});

/** A piece of a list. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
};
