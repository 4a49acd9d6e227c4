import { z } from "zod";
import { readData } from "../data.ts";

const line = z.object({ code: z.string(), total: z.int() });

/** What the report of 04/2026 published about late tasks. */
export const PUBLISHED = z
  .object({
    total: z.int(),
    by_field: z.array(line.extend({ carried_over: z.int(), newly_arising: z.int() })),
    by_department: z.array(line),
  })
  .parse(JSON.parse(readData("overdue_2026_04.json")));
