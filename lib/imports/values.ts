import type { CivilDate } from "#lib/core/dates.ts";
import type { ReadCell } from "#lib/core/spreadsheet/schema.ts";
import type { DirectiveType, Urgency } from "#lib/directives/schema.ts";
import type { ValueState } from "#lib/indicators/schema.ts";
import type { TaskStatus } from "#lib/tasks/schema.ts";
import type { Role } from "#lib/users/schema.ts";
import { readDay } from "./days.ts";
import { foldWords, isFault, problemOf, type Reading, textOfCell } from "./readings.ts";
import {
  DIRECTIVE_TYPE_WORDS,
  NUMBER_LETTERS,
  PRIORITY_WORDS,
  ROLE_WORDS,
  STATE_WORDS,
  STATUS_WORDS,
  URGENCY_WORDS,
  type Words,
} from "./value-words.ts";

/** Cells that hold a place and say nothing: "-", "…". */
const SAYS_NOTHING = /^[^\p{L}\p{N}%]*$/u;

/** A text as it stands, numbers and days as they are written; a problem for the error of a formula. */
export function readText(cell: ReadCell): Reading<string> {
  if (isFault(cell)) return problemOf("fault", textOfCell(cell));
  const text = textOfCell(cell)
    .replaceAll(/[ \t]+/g, " ")
    .trim();
  return { value: text || null };
}

/** A text on one line, without what only holds a place ("-"). */
export function readName(cell: ReadCell): Reading<string> {
  if (isFault(cell)) return problemOf("fault", textOfCell(cell));
  const text = textOfCell(cell).replaceAll(/\s+/g, " ").trim();
  return { value: SAYS_NOTHING.test(text) ? null : text };
}

type WordProblem =
  | "notAStatus"
  | "notAPriority"
  | "notAnUrgency"
  | "notADirectiveType"
  | "notARole"
  | "notAState";

/** A reader of one of several values by the words for them; what is accepted is named in the problem. */
function readerOf<Value extends string>(words: Words<Value>, problem: WordProblem) {
  const meanings = new Map<string, Value>();
  const values = Object.keys(words) as Value[];
  for (const value of values) {
    for (const word of [value, ...words[value]]) meanings.set(foldWords(word), value);
  }
  const accepted = values.map((value) => words[value][0] ?? value).join(", ");
  return (cell: ReadCell): Reading<Value> => {
    const text = textOfCell(cell);
    if (isFault(cell)) return problemOf("fault", text);
    if (SAYS_NOTHING.test(text)) return { value: null };
    const value = meanings.get(foldWords(text));
    return value === undefined ? problemOf(problem, text, { accepted }) : { value };
  };
}

const readStatusWord = readerOf<TaskStatus>(STATUS_WORDS, "notAStatus");

/**
 * The state of a task: "Đã HT quá hạn" is completed, "Quá hạn" is still open. A share of what is
 * done ("Hoàn thành 80%", 40 %) is in progress, and all of it completed.
 */
export function readStatus(cell: ReadCell): Reading<TaskStatus> {
  const share =
    /^(?:(?:da )?(?:dat|hoan thanh|ht|thuc hien) )?(?:khoang )?(\d{1,3}) phan tram$/.exec(
      foldWords(textOfCell(cell)),
    );
  if (share && Number(share[1]) <= 100) {
    return { value: Number(share[1]) === 100 ? "COMPLETED" : "IN_PROGRESS" };
  }
  const read = readStatusWord(cell);
  if (!("problem" in read) || typeof cell !== "string") return read;
  // "Đang thực hiện; đang xin gia hạn": the state first, then what else there is to say.
  const [state = "", ...more] = cell.split(";");
  return more.length > 0 ? readStatusWord(state) : read;
}

/** A state with the day that stands behind it in the same cell; null where there is none. */
export type DatedStatus = { status: TaskStatus; day: CivilDate | null };

const BEHIND =
  /^(.*?)[\s,;:(-]*(?:(?:vào|từ)?\s*ngày\s*)?(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)\)?$/su;

/** A state, or one with its day: "Đã hoàn thành ngày 20/10/2026", "Dừng (5/6)". `year` is meant where none is said. */
export function readDatedStatus(cell: ReadCell, year: number): Reading<DatedStatus> {
  const [, words = "", written = ""] =
    (typeof cell === "string" ? BEHIND.exec(cell.normalize("NFC")) : null) ?? [];
  const day = words === "" ? null : readDay(written, { context: "date", year });
  if (day && "problem" in day) return day;
  const reading = readStatus(day ? words : cell);
  if ("problem" in reading) return reading;
  return { value: reading.value && { status: reading.value, day: day?.day ?? null } };
}

/** NORMAL or HIGH. */
export const readPriority = readerOf(PRIORITY_WORDS, "notAPriority");

/** How urgent a directive is; "Thượng khẩn" counts with "Khẩn". */
export const readUrgency = readerOf<Urgency>(URGENCY_WORDS, "notAnUrgency");

const readTypeWord = readerOf<DirectiveType>(DIRECTIVE_TYPE_WORDS, "notADirectiveType");

/** The type of a directive by its word; "CT" is a Chỉ thị and "CTr" a Chương trình. */
export function readDirectiveType(cell: ReadCell): Reading<DirectiveType> {
  const letters = NUMBER_LETTERS[textOfCell(cell).trim().replace(/\.$/, "")];
  return letters === undefined ? readTypeWord(cell) : { value: letters };
}

/**
 * The type that the letters of a number say, "123/QĐ-UBND" a decision; an official letter has
 * only the letters of those who wrote it ("308/UBND-TH"). Null where there are no letters.
 */
export function typeOfNumber(number: string): DirectiveType | null {
  const letters = number.normalize("NFC").match(/\p{L}+\d*/gu) ?? [];
  for (const word of letters) {
    const type = NUMBER_LETTERS[word];
    if (type !== undefined) return type;
    // The National Assembly numbers its resolutions and laws by its term: "171/2024/QH15".
    if (/^QH\d+$/.test(word)) return "RESOLUTION";
  }
  return letters.length > 0 ? "OFFICIAL_LETTER" : null;
}

/** The role of an account, by its code or as a position says it ("Trưởng phòng"). */
export const readRole = readerOf<Role>(ROLE_WORDS, "notARole");

/** Whether an indicator was reported for a month; null where it is not said. */
export const readIndicatorState = readerOf<ValueState>(STATE_WORDS, "notAState");
