import { addDays, type CivilDate, civilMonth, isCivilDate, lastDayOf } from "#lib/core/dates.ts";
import { dayMonthYear } from "#lib/core/entries.ts";
import type { Explanation } from "#lib/core/errors.ts";
import { foldText } from "#lib/core/fold.ts";
import type { ReadCell } from "#lib/core/spreadsheet/schema.ts";
import {
  ALLOWED_WORDS,
  ENGLISH_MONTHS,
  NO_DAY,
  NO_DEADLINE,
  RELATIVE,
  REPEATING,
  SPANS,
  TIMES,
  UNSAID_YEAR,
} from "./day-words.ts";
import { isFault, problemOf, textOfCell } from "./readings.ts";

/**
 * A deadline may be a span ("tháng 6/2026") or none ("thường xuyên"); any other date is a day.
 * `year` is meant where the cell leaves it out.
 */
export type DayContext = { context: "deadline" | "date"; year: number };

/**
 * The day of a cell, null where it names none; `wording` is the cell's own text where it says
 * more than a plain date.
 */
export type DayReading =
  | { day: CivilDate | null; wording: string | null }
  | { problem: Explanation };

const YEARS = { from: 2000, to: 2100 } as const;

/** Numbers that are taken for days of Excel where a day is expected: 1954 to 2119. */
const SERIALS = { from: 20_000, to: 80_000 } as const;
const SERIAL_ZERO: CivilDate = "1899-12-30";

/**
 * Reads a day or a deadline. A deadline is the last day on which finishing is on time, inclusive
 * (domain glossary, `dueOn`): of a span it is the span's last day, and "trước ngày 15/5" is
 * 15/5 itself, as administrative letters mean it. The day always stands before the month.
 * Years outside 2000–2100 are refused.
 */
export function readDay(cell: ReadCell, { context, year }: DayContext): DayReading {
  if (cell === null) return { day: null, wording: null };
  const text = textOfCell(cell);
  if (isFault(cell)) return problemOf("fault", text);
  if (typeof cell === "string") return readDayText(cell, { context, year });
  if (typeof cell === "number") return readDayNumber(cell, text, context);
  if (typeof cell === "object" && "day" in cell) return checked(cell.day, text);
  return problemOf(context === "deadline" ? "notADeadline" : "notADay", text);
}

function readDayNumber(number: number, text: string, context: DayContext["context"]): DayReading {
  if (number >= SERIALS.from && number <= SERIALS.to) {
    return checked(addDays(SERIAL_ZERO, Math.floor(number)), text);
  }
  const isYear = Number.isInteger(number) && number >= YEARS.from && number <= YEARS.to;
  if (isYear && context === "deadline")
    return { day: `${number}-12-31` as CivilDate, wording: text };
  if (/^\d{8}$/.test(text)) return readDayText(text, { context, year: 0 });
  return problemOf(context === "deadline" ? "notADeadline" : "notADay", text);
}

function readDayText(text: string, { context, year }: DayContext): DayReading {
  const folded = foldText(text).replace(/\s+/g, " ").trim();
  const plain = plainDay(folded, year);
  if (plain !== null) return dayOf(plain, text, null);
  if (!/[\p{L}\p{N}]/u.test(folded)) return { day: null, wording: null };
  const words = folded.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const none = context === "deadline" ? NO_DEADLINE : NO_DAY;
  if (none.has(words)) return { day: null, wording: text };
  return readPhrase(folded, text, { context, year });
}

type Parts = { day: number; month: number; year: number };

/** A date and nothing else: "15/5", "15.05.26", "2026-05-15", "15052026", "15-May-26", with a time of day or not. */
function plainDay(folded: string, thisYear: number): Parts | null {
  const text = folded.replace(/[ t]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?( ?[ap]m|z)?$/, "");
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return partsOf(iso[3], iso[2], iso[1], thisYear);
  const usual = /^(\d{1,2}) ?[-/.] ?(\d{1,2})(?: ?[-/.] ?(\d{4}|\d{2}))?$/.exec(text);
  if (usual) return partsOf(usual[1], usual[2], usual[3], thisYear);
  const named = /^(\d{1,2})[- ]([a-z]{3})[a-z]*(?:[- ](\d{4}|\d{2}))?$/.exec(text);
  const month = ENGLISH_MONTHS.indexOf(named?.[2] ?? "") + 1;
  if (named && month > 0) return partsOf(named[1], `${month}`, named[3], thisYear);
  const digits = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!digits) return null;
  const dayFirst = partsOf(digits[1], digits[2], digits[3], thisYear);
  const yearFirst = partsOf(text.slice(6), text.slice(4, 6), text.slice(0, 4), thisYear);
  return calendarDay(dayFirst) === null && calendarDay(yearFirst) !== null ? yearFirst : dayFirst;
}

function partsOf(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  thisYear: number,
): Parts {
  const full = year === undefined ? thisYear : Number(year) + (year.length === 2 ? 2000 : 0);
  return { day: Number(day), month: Number(month), year: full };
}

function calendarDay({ day, month, year }: Parts): CivilDate | null {
  const text = [
    `${year}`.padStart(4, "0"),
    `${month}`.padStart(2, "0"),
    `${day}`.padStart(2, "0"),
  ].join("-");
  return isCivilDate(text) ? text : null;
}

function dayOf(parts: Parts, text: string, wording: string | null): DayReading {
  const day = calendarDay(parts);
  if (day !== null) return checked(day, text, wording);
  const swapped = calendarDay({ ...parts, day: parts.month, month: parts.day });
  if (swapped !== null) {
    return problemOf("monthBeforeDay", text, { meant: dayMonthYear(swapped) });
  }
  const possible = parts.month <= 12 && parts.day <= 31;
  if (possible && (parts.year < YEARS.from || parts.year > YEARS.to)) return outOfRange(text);
  return problemOf("noSuchDay", text);
}

function checked(day: CivilDate, text: string, wording: string | null = null): DayReading {
  const year = Number(day.slice(0, 4));
  if (year < YEARS.from || year > YEARS.to) return outOfRange(text);
  return { day, wording };
}

const outOfRange = (text: string): DayReading =>
  problemOf("yearOutOfRange", text, { from: `${YEARS.from}`, to: `${YEARS.to}` });

/** A day or a span with words around it: "trước ngày 15/5", "cuối tháng 6", "Quý II/2026". */
function readPhrase(folded: string, text: string, { context, year }: DayContext): DayReading {
  const unread = () => problemOf(context === "deadline" ? "notADeadline" : "notADay", text);
  const phrase = folded.replace(/\([^)]*\)/g, " ").replace(TIMES, " ");
  if (RELATIVE.test(phrase)) return problemOf("relativeDay", text);

  const named: { parts: Parts; isDay: boolean }[] = [];
  let rest = phrase;
  for (const { pattern, endOf, isDay } of SPANS) {
    rest = rest.replace(pattern, (...match: (string | undefined)[]) => {
      const [day, month, saidYear] = endOf(match);
      const parts = partsOf(day, month, saidYear, year);
      named.push({ parts: day === "last" ? lastOfMonth(parts) : parts, isDay });
      return ` #${named.length - 1} `;
    });
  }
  if (REPEATING.test(phrase)) {
    if (context === "date") return unread();
    const onlyYears = named.every(({ parts, isDay }) => !isDay && parts.month === 12);
    return onlyYears && !/\d/.test(rest.replace(/#\d+/g, ""))
      ? { day: null, wording: text }
      : problemOf("repeatingDay", text);
  }
  if (named.length === 0 && UNSAID_YEAR.test(phrase) && context === "deadline") {
    return { day: `${year}-12-31` as CivilDate, wording: text };
  }
  // Of "từ 1/5 đến 15/5" and "01-15/5" only the end is meant.
  rest = rest.replace(
    /(?:tu )?(?:ngay )?(?:#\d+|\b\d{1,2}\b) *(?:-|–|den het|den) *(?:ngay *)?(?=#)/,
    "",
  );
  const order = [...rest.matchAll(/#(\d+)/g)].map(([, index]) => Number(index));
  if (order.length > 1) return problemOf("severalDays", text);
  const meant = named[order[0] ?? -1];
  const others = rest.replace(/#\d+/g, " ").split(/[^\p{L}\p{N}]+/u);
  if (meant === undefined || !others.every((word) => word === "" || ALLOWED_WORDS.has(word))) {
    return unread();
  }
  if (!meant.isDay && (context === "date" || others.includes("truoc"))) return unread();
  return dayOf(meant.parts, text, text);
}

function lastOfMonth(parts: Parts): Parts {
  if (parts.month < 1 || parts.month > 12) return { ...parts, day: 0 };
  const month = `${`${parts.year}`.padStart(4, "0")}-${`${parts.month}`.padStart(2, "0")}`;
  if (parts.year < YEARS.from || parts.year > YEARS.to) return { ...parts, day: 28 };
  return { ...parts, day: Number(lastDayOf(civilMonth(month)).slice(8)) };
}
