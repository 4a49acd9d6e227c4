import { dayMonthYear } from "#lib/core/entries.ts";
import type { Explanation } from "#lib/core/errors.ts";
import { foldText } from "#lib/core/fold.ts";
import type { ReadCell } from "#lib/core/spreadsheet/schema.ts";

/** What a cell says: a value, null where it says nothing, or why it cannot be read. */
export type Reading<Value> = { value: Value | null } | { problem: Explanation };

/** The keys of the messages `imports.problems.…`. */
type ProblemKey =
  Extract<Explanation["key"], `imports.problems.${string}`> extends infer Key
    ? Key extends `imports.problems.${infer Name}`
      ? Name
      : never
    : never;

/** The longest part of a cell that a problem repeats, in characters. */
const REPEATED = 80;

/** Why a cell cannot be read, as `imports.problems.<name>` says it; `text` repeats the cell. */
export function problemOf(
  name: ProblemKey,
  text: string,
  values: Readonly<Record<string, string>> = {},
): { problem: Explanation } {
  const repeated = text.length > REPEATED ? `${text.slice(0, REPEATED - 1).trimEnd()}…` : text;
  return { problem: { key: `imports.problems.${name}`, values: { text: repeated, ...values } } };
}

/** A cell as it would be written by hand; "" for an empty one. Numbers with a decimal comma. */
export function textOfCell(cell: ReadCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return `${cell}`.replace(".", ",");
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if ("day" in cell) return dayMonthYear(cell.day);
  if ("percent" in cell) return `${cell.percent}%`.replace(".", ",");
  return cell.fault;
}

/** Whether a cell is an error of a formula or cannot be read at all. */
export function isFault(cell: ReadCell): cell is { fault: string } {
  return typeof cell === "object" && cell !== null && "fault" in cell;
}

/**
 * A text by which spellings are compared: without accents, case and punctuation, single spaces;
 * "%" is a word of its own ("% hoàn thành" is "phan tram hoan thanh").
 */
export function foldWords(text: string): string {
  return foldText(text)
    .replaceAll("%", " phan tram ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
