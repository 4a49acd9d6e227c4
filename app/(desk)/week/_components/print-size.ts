import { halfOf } from "#lib/agenda/rules.ts";
import type { DueDay, Entry } from "#lib/agenda/schema.ts";

/** What of a week fills its page. */
export type PrintedDay = { entries: readonly Entry[]; due: DueDay | null };

/** Sizes of print from the usual one down to the smallest that can be read, in points. */
const SIZES = [8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5] as const;

/** What the page leaves to the days, in points: A4 landscape less its margins and its header. */
const PAGE = { height: 435, columnWidth: 225 };
const LINE_HEIGHT = 1.35;
/** How wide a letter is on average, in ems. */
const LETTER = 0.54;
/** Between entries, and around what stands in a cell, in points. */
const GAPS = { entry: 3, cell: 6 };
/** No more of an entry's place and participants is printed. */
const MOST_DETAIL_LINES = 3;
/** What stands around the names of place, host and participants, and the time before the title. */
const WORDS_AROUND = { details: 45, title: 14 };

/**
 * The size of print, in points, with which a week stays on one page. It is reckoned from the
 * lengths of the texts, a little on the safe side; the smallest where even that is not enough.
 */
export function printSizeOf(days: readonly PrintedDay[]): number {
  return SIZES.find((size) => heightOf(days, size) <= PAGE.height) ?? SIZES[SIZES.length - 1] ?? 5;
}

function heightOf(days: readonly PrintedDay[], size: number): number {
  const line = size * LINE_HEIGHT;
  const letters = PAGE.columnWidth / (LETTER * size);
  const linesOf = (length: number) => Math.ceil(length / letters);
  const entryHeight = ({ title, place, participants, host }: Entry) => {
    const details = [place, participants, host?.name].join("").length + WORDS_AROUND.details;
    const lines =
      linesOf(title.length + WORDS_AROUND.title) + Math.min(linesOf(details), MOST_DETAIL_LINES);
    return lines * line + GAPS.entry;
  };
  const dayHeight = ({ entries, due }: PrintedDay) => {
    const halves = (["morning", "afternoon"] as const).map((half) =>
      entries
        .filter(({ startMinute }) => halfOf(startMinute) === half)
        .reduce((height, entry) => height + entryHeight(entry), 0),
    );
    const deadlines = due ? due.tasks.length + Number(due.total > due.tasks.length) : 0;
    return Math.max(...halves, deadlines * (line + 1), 2 * line) + GAPS.cell;
  };
  return days.reduce((height, day) => height + dayHeight(day), line + GAPS.cell);
}
