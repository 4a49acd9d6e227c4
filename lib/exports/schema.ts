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
] as const;
export type ListName = (typeof LIST_NAMES)[number];

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
