/** The files that a list is saved as. */
export const EXPORT_FORMATS = ["xlsx", "csv"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The lists that can be saved as a file, as their addresses and the command line name them. */
export const LIST_NAMES = [
  "tasks",
  "directives",
  "frozen-tasks",
  "reasons",
  "indicators",
  "targets",
  "indicator-board",
  "recurring",
  "months",
  "accounts",
  "decisions",
  "desk",
  "notifications",
  "calendar-days",
  "week",
  "reconciliation",
  "comparison-figures",
  "comparison-departments",
  "comparison-tasks",
  "imports",
  "deliveries",
] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** What hangs on who one is: there are no such lists for a machine or the operator. */
export const OWN_LISTS: readonly ListName[] = ["reasons", "decisions", "desk", "notifications"];

/**
 * The addresses of the files of a list.
 * @param query what narrows and orders it: an address's query with or without its "?"
 */
export function exportHrefs(list: ListName, query = ""): Record<ExportFormat, string> {
  const asked = query.replace(/^\?/, "");
  const suffix = asked === "" ? "" : `?${asked}`;
  return { xlsx: `/exports/${list}.xlsx${suffix}`, csv: `/exports/${list}.csv${suffix}` };
}

/** A list and a format as a file is named: "tasks.xlsx"; null for what is no list's file. */
export function readFileName(file: string): { list: ListName; format: ExportFormat } | null {
  const format = EXPORT_FORMATS.find((each) => file.endsWith(`.${each}`));
  const list = LIST_NAMES.find((each) => file === `${each}.${format}`);
  return format && list ? { list, format } : null;
}
