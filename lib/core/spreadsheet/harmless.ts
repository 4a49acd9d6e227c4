/*
 * Texts that a spreadsheet would take for a formula when it opens a .csv (OWASP, "CSV Injection").
 * An .xlsx stores texts as such and needs none of this.
 */

/** What begins a formula, or is skipped before one; the wide forms count in East Asian settings. */
const DANGEROUS = /^'*[=+\-@\t\r\n＝＋－＠]/;
const MADE_HARMLESS = /^'+[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text as a cell of a .csv holds it: with an apostrophe before what a spreadsheet would
 * calculate. One that looks so already gets another, so that `textMeant` gives back every text.
 */
export function harmlessText(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** The text that a cell of a .csv means: what `harmlessText` was given. */
export function textMeant(cell: string): string {
  return MADE_HARMLESS.test(cell) ? cell.slice(1) : cell;
}
