import { type Operation, operation } from "#lib/core/operations.ts";
import { MEDIA_TYPES } from "#lib/exports/files.ts";
import type { ExportFormat } from "#lib/exports/schema.ts";
import { taskFilterSchema, taskPageSchema } from "#lib/tasks/filters.ts";

const exportTasks = <const Format extends ExportFormat>(
  format: Format,
  id: string,
  about: string,
) =>
  operation({
    method: "GET",
    path: `/tasks.${format}`,
    id,
    group: "Tasks",
    summary: `The tasks that a filter means, as a file (.${format})`,
    description: `All of the list at once, filtered and ordered like \`GET /tasks\`. ${about}`,
    query: taskFilterSchema.extend({ sort: taskPageSchema.shape.sort }),
    answer: { files: { [MEDIA_TYPES[format]]: format === "csv" ? "CSV" : "Excel" } },
    refusals: [403],
  } satisfies Operation);

export const exportTasksXlsx = exportTasks(
  "xlsx",
  "exportTasksXlsx",
  "Headings in the language that is preferred; days, numbers and texts are kept as such.",
);

export const exportTasksCsv = exportTasks(
  "csv",
  "exportTasksCsv",
  "UTF-8 with a byte order mark, commas, CRLF; a text that a spreadsheet would calculate begins with an apostrophe.",
);
