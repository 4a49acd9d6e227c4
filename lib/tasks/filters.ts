import { z } from "zod";
import { type CivilMonth, isCivilMonth } from "#lib/core/dates.ts";
import { idSchema } from "#lib/core/entries.ts";
import { civilDateSchema, LEVELS, SPELL_ENDS, TASK_STATUSES, TIMELINESSES } from "./schema.ts";

/** What of a period's late tasks: the columns of the late tables. */
export const LATE_KINDS = [
  "carriedOver",
  "newlyOverdue",
  "transferredIn",
  "transferredOut",
  "resolved",
  "outstanding",
] as const;
export type LateKind = (typeof LATE_KINDS)[number];

/** How long outstanding tasks have been late, in days past the deadline. */
export const AGING_BUCKETS = ["1-7", "8-30", "31-90", "90+"] as const;
export type AgingBucket = (typeof AGING_BUCKETS)[number];

export const TASK_SORTS = [
  "code",
  "title",
  "department",
  "field",
  "assignedOn",
  "dueOn",
  "daysLate",
  "status",
  "progress",
] as const;
export type TaskSort = (typeof TASK_SORTS)[number];

/** One value, or several separated by commas. */
function listOf<const T extends readonly string[]>(values: T) {
  return z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(values)).nonempty());
}

const codeSchema = z.string().regex(/^[A-Z0-9_]{1,40}$/);
const civilMonthSchema = z.custom<CivilMonth>(
  (value) => typeof value === "string" && isCivilMonth(value),
);

/**
 * The filters of the task list, on the screen and in the REST interface alike. Everything is
 * asked as of the day `asOf` (today when absent): a task shows the state that it had then.
 */
export const taskFilterSchema = z.strictObject({
  q: z.string().trim().min(1).max(200).optional(),
  department: codeSchema.optional(),
  cooperating: codeSchema.optional(),
  field: codeSchema.optional(),
  sector: codeSchema.optional(),
  level: z.enum(LEVELS).optional(),
  directive: idSchema.optional(),
  status: listOf(TASK_STATUSES).optional(),
  timeliness: listOf(TIMELINESSES).optional(),
  /** Whether it was finished by the deadline first set, whatever was extended since. */
  originalTimeliness: z.enum(["ON_TIME", "LATE"]).optional(),
  assignedFrom: civilDateSchema.optional(),
  assignedTo: civilDateSchema.optional(),
  dueFrom: civilDateSchema.optional(),
  dueTo: civilDateSchema.optional(),
  extension: z.enum(["PENDING"]).optional(),
  /** The month whose late tasks are meant; `lateKind` and `endedBy` narrow them. */
  late: civilMonthSchema.optional(),
  lateKind: z.enum(LATE_KINDS).optional(),
  endedBy: z.enum(SPELL_ENDS).optional(),
  aging: z.enum(AGING_BUCKETS).optional(),
  asOf: civilDateSchema.optional(),
});
export type TaskFilter = z.infer<typeof taskFilterSchema>;

export const PAGE_SIZES = [25, 50, 100] as const;

/** The order and page of the list on the screen; a leading minus sorts downwards. */
export const taskPageSchema = z.strictObject({
  sort: z.enum(TASK_SORTS.flatMap((sort) => [sort, `-${sort}` as const])).optional(),
  page: z.coerce.number().int().min(1).max(100_000).optional(),
  size: z.coerce.number().pipe(z.literal(PAGE_SIZES)).optional(),
});
export type TaskPage = z.infer<typeof taskPageSchema>;

export const taskListSchema = taskFilterSchema.extend(taskPageSchema.shape);
export type TaskListState = z.infer<typeof taskListSchema>;

type Query = { [key: string]: string | number | readonly string[] | undefined };

/** The query string of a filter, keys in a fixed order so that one list has one address. */
export function queryStringOf(state: TaskListState): string {
  const query: Query = state;
  const parameters = Object.keys(taskListSchema.shape).flatMap((key) => {
    const value = query[key];
    if (value === undefined) return [];
    return [
      `${key}=${encodeURIComponent(Array.isArray(value) ? value.join(",") : String(value)).replaceAll("%2C", ",")}`,
    ];
  });
  return parameters.length === 0 ? "" : `?${parameters.join("&")}`;
}

/** The address of the list of exactly these tasks. */
export function taskListHref(state: TaskListState): string {
  return `/tasks${queryStringOf(state)}`;
}
