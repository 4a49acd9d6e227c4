/*
 * Notes beside the rows of a spreadsheet: what is wrong with a row, in one column more at the
 * right. The column has a heading by which the next reading knows it.
 */

/** The added column's heading; a column that has it holds notes and nothing of the table. */
export const NOTES_HEADING = "Lỗi cần sửa";

/** Words beside a line, as the spreadsheet numbers it from 1. */
export type SheetNote = { sheet: string; line: number; words: string };

/** The line of a sheet in which the added column gets its heading: the last of the table's own. */
export type SheetHeading = { sheet: string; line: number };

/** A piece of a text to be put in place of what stands from `from` to `to`. */
export type Edit = { from: number; to: number; text: string };

/** A text with pieces replaced; what is put into one place stays in the order given. */
export function edited(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    pieces.push(text.slice(at, edit.from), edit.text);
    at = edit.to;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

/** A part whose declaration says that it is in UTF-8, as parts are written, whatever it was in. */
export function inUtf8(xml: string): string {
  return xml.replace(/^(<\?xml[^>]*?encoding\s*=\s*)(["'])[^"']*\2/, "$1$2UTF-8$2");
}
