import { type CivilMonth, isCivilMonth, monthOf } from "#lib/core/dates.ts";
import type { ReadCell } from "#lib/core/spreadsheet/schema.ts";
import { isKept, readTypedNumber } from "#lib/core/typed-number.ts";
import type { ValueState } from "#lib/indicators/schema.ts";
import { readDay } from "./days.ts";
import { foldWords, isFault, problemOf, type Reading, textOfCell } from "./readings.ts";
import { readIndicatorState } from "./values.ts";

/** A number as Vietnamese is written ("1.234,5", "97,2 %"), or as the sheet holds it; a percentage is its hundredfold. */
export function readNumber(cell: ReadCell): Reading<number> {
  const text = textOfCell(cell);
  if (isFault(cell)) return problemOf("fault", text);
  if (typeof cell === "number") return keptNumber(cell, text);
  if (typeof cell === "object" && cell !== null && "percent" in cell) {
    return keptNumber(cell.percent, text);
  }
  if (!/[\p{L}\p{N}]/u.test(text)) return { value: null };
  const reading = readTypedNumber(text.replace(/\s*%$/, ""));
  return reading.ok ? { value: reading.value } : problemOf(`number.${reading.problem}`, text);
}

/** What a sheet computes has more decimals than anyone means: four are kept. */
function keptNumber(number: number, text: string): Reading<number> {
  const rounded = Number(number.toFixed(4)) + 0;
  return isKept(rounded) ? { value: rounded } : problemOf("number.tooLarge", text);
}

/**
 * Whether the numbers of a column of percentages are fractions (0,4 for 40 %): all are between 0
 * and 1, and not all of them 0.
 */
export function areFractions(cells: Iterable<ReadCell>): boolean {
  let some = false;
  for (const cell of cells) {
    const reading = readNumber(typeof cell === "string" && cell.includes("%") ? null : cell);
    if (typeof cell === "object" || !("value" in reading) || reading.value === null) continue;
    if (reading.value < 0 || reading.value > 1) return false;
    some ||= reading.value > 0;
  }
  return some;
}

/**
 * Progress as a whole percent from 0 to 100: "85%", 85, "85,5" (86), "17/20" (85). Rounded half
 * up, but never to 100 what is not done, nor to 0 what has begun.
 * @param fractions whether the column's numbers are fractions of 1 (`areFractions`)
 */
export function readPercent(
  cell: ReadCell,
  { fractions }: { fractions: boolean },
): Reading<number> {
  const text = textOfCell(cell);
  if (isFault(cell)) return problemOf("fault", text);
  const isPercent = typeof cell === "object" || text.trim().endsWith("%");
  const parts = /^(\d{1,6}) ?\/ ?(\d{1,6})$/.exec(text.trim());
  const reading = parts ? { value: (100 * Number(parts[1])) / Number(parts[2]) } : readNumber(cell);
  if ("problem" in reading) return problemOf("notAPercent", text);
  if (reading.value === null) return { value: null };
  const percent = fractions && !isPercent && !parts ? reading.value * 100 : reading.value;
  if (!(percent >= 0 && percent <= 100)) return problemOf("percentOutOfRange", text);
  // Of 0.29 × 100 a double makes 28.999999999999996.
  const exact = Number(percent.toFixed(6));
  if (exact === 0 || exact === 100) return { value: exact };
  return { value: Math.min(99, Math.max(1, Math.round(exact))) };
}

/** A month: "04/2026", "T4/2026", "Tháng 4 năm 2026", "2026-04", or the month of a day. `year` is meant where none is said. */
export function readMonth(cell: ReadCell, year: number | null = null): Reading<CivilMonth> {
  const text = textOfCell(cell);
  if (isFault(cell)) return problemOf("fault", text);
  if (text.trim() === "") return { value: null };
  const month = monthIn(text, year);
  if (month !== null) return { value: month };
  const day = readDay(cell, { context: "date", year: 0 });
  if ("day" in day && day.day !== null) return { value: monthOf(day.day) };
  return problemOf("notAMonth", text);
}

function monthIn(text: string, year: number | null): CivilMonth | null {
  const folded = foldWords(text);
  const yearFirst = /^(\d{4}) (\d{1,2})$/.exec(folded);
  const usual = /^(?:ky )?(?:(?:thang|thg|t) ?)?(\d{1,2})(?: (?:nam )?(\d{4}))?$/.exec(folded);
  const said = yearFirst ? [yearFirst[1], yearFirst[2]] : [usual?.[2] ?? year, usual?.[1]];
  const month = `${said[0]}-${`${said[1]}`.padStart(2, "0")}`;
  return isCivilMonth(month) ? month : null;
}

/** The month that a heading or a title names ("Thực hiện tháng 4/2026"); null where it names none, or several. */
export function monthNamedIn(text: string): CivilMonth | null {
  const folded = foldWords(text);
  const found = [...folded.matchAll(/\b(?:thang |t)(\d{1,2})(?: nam)? (\d{4})\b/g)].map(
    ([, month = "", year]) => `${year}-${month.padStart(2, "0")}`,
  );
  const [month] = found;
  return new Set(found).size === 1 && month !== undefined && isCivilMonth(month) ? month : null;
}

/**
 * An indicator's value, or its state where a word stands in its place ("không phát sinh"): the
 * two are never mixed up with 0 (domain rules "KPI indicators").
 */
export function readIndicatorValue(
  cell: ReadCell,
): Reading<{ value: number } | { state: ValueState }> {
  const number = readNumber(cell);
  if ("value" in number) return { value: number.value === null ? null : { value: number.value } };
  const state = readIndicatorState(cell);
  if ("value" in state && state.value !== null) return { value: { state: state.value } };
  return number;
}
