import { z } from "zod";

/** The columns of the task list that a person may show or hide; code and content always show. */
export const TASK_COLUMNS = [
  "department",
  "field",
  "dueOn",
  "status",
  "progress",
  "directive",
  "sector",
  "level",
  "assignedOn",
  "originalDueOn",
  "completedOn",
  "daysLate",
  "cooperating",
  "leader",
  "assignee",
] as const;
export type TaskColumn = (typeof TASK_COLUMNS)[number];

export const USUAL_TASK_COLUMNS: readonly TaskColumn[] = [
  "department",
  "field",
  "dueOn",
  "status",
  "progress",
];

const columnsSchema = z.array(z.enum(TASK_COLUMNS));

/** What a form sends: names parted by commas, nothing for the usual columns. */
export const chosenColumnsSchema = z.object({
  columns: z
    .string()
    .transform((text) => (text === "" ? [] : text.split(",")))
    .pipe(columnsSchema),
});

/** The columns to show, in their own order, by what was stored of a choice. */
export function columnsOf(stored: unknown): TaskColumn[] {
  const parsed = columnsSchema.safeParse(stored);
  const chosen = parsed.success ? parsed.data : USUAL_TASK_COLUMNS;
  return TASK_COLUMNS.filter((column) => chosen.includes(column));
}
