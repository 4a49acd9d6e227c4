import type { Locale } from "#lib/core/i18n/locales.ts";
import { messages } from "#lib/core/i18n/messages/index.ts";
import { sentence } from "#lib/core/problems.ts";
import { annotateCsv, annotateXlsx } from "#lib/core/spreadsheet/annotate.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { getImport, importedFile } from "./queries.ts";
import type { CheckedRow, RowIssue, Table } from "./schema.ts";

/** What is wrong with a row, column by column, in words; null where nothing is. */
export function wordsOfIssues(
  { issues }: Pick<CheckedRow, "issues">,
  { headings }: Pick<Table, "headings">,
  locale: Locale,
): string | null {
  if (issues.length === 0) return null;
  return issues
    .map((issue) => {
      const column = columnName(issue, headings, locale);
      const said = sentence(issue, locale);
      return column === null ? said : `${column}: ${said}`;
    })
    .join("\n");
}

/** The heading of the column that an issue is about, or the entry's own name; null for the row. */
function columnName(
  { column, entry }: RowIssue,
  headings: Table["headings"],
  locale: Locale,
): string | null {
  const heading = column === null ? "" : (headings[column] ?? "");
  return heading || (entry === null ? null : messages[locale].imports.entries[entry]);
}

/** How a file that is an .xlsx begins; anything else that was read is a CSV. */
const ZIP = [0x50, 0x4b];

/**
 * The file as it came, with what the last check found wrong beside its rows.
 * @throws NotFoundError when it is not the viewer's kind
 */
export async function annotatedFile(
  viewer: Viewer,
  id: number,
  locale: Locale,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const [{ fileName, bytes }, { check }] = await Promise.all([
    importedFile(viewer, id),
    getImport(viewer, id),
  ]);
  const { table, rows } = check;
  const notes = rows.flatMap((row) => {
    const words = wordsOfIssues(row, table, locale);
    return words === null ? [] : [{ sheet: table.sheet, line: row.line, words }];
  });
  const heading = table.headingTo;
  const isZip = ZIP.every((byte, index) => bytes[index] === byte);
  const annotated = isZip
    ? await annotateXlsx(bytes, notes, [{ sheet: table.sheet, line: heading }])
    : annotateCsv(bytes, notes, heading);
  return { fileName: fileName.replace(/(\.[^.]*)?$/, "-loi$1"), bytes: annotated };
}
