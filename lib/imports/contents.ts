import type { ReadCell } from "#lib/core/spreadsheet/schema.ts";
import { readDay } from "./days.ts";
import { readIndicatorValue, readMonth, readNumber, readPercent } from "./numbers.ts";
import { foldWords, isFault, type Reading } from "./readings.ts";
import type { Entry } from "./schema.ts";
import {
  readDirectiveType,
  readIndicatorState,
  readPriority,
  readRole,
  readStatus,
  readUrgency,
} from "./values.ts";

/** Any year does where only the kind of a cell matters. */
const SOME_YEAR = 2026;

const reads =
  (read: (cell: ReadCell) => Reading<unknown>) =>
  (cell: ReadCell): boolean =>
    "value" in read(cell);
const isText = (cell: ReadCell) => typeof cell === "string" && /\p{L}{2}/u.test(cell);
const hasWords = (cell: ReadCell) => isText(cell) && /\S\s+\S/.test(`${cell}`);
const isDate = (cell: ReadCell) => "day" in readDay(cell, { context: "date", year: SOME_YEAR });
const isDeadline = (cell: ReadCell) =>
  "day" in readDay(cell, { context: "deadline", year: SOME_YEAR });
const isName = (cell: ReadCell) => isText(cell) && `${cell}`.length <= 160 && !isDate(cell);
const isCode = (cell: ReadCell) =>
  typeof cell === "number" || (typeof cell === "string" && cell.length <= 60);
const isNumber = reads(readNumber);
/** What ticks a box: "x", "✓". */
export const isTick = (cell: ReadCell) =>
  cell === true || (typeof cell === "string" && /^[xX✓✔vV]$/.test(cell));
const isFieldName = (cell: ReadCell) =>
  /^[a-z0-9 ]*(?:tbkl|ket luan|phan mem|qlvb|don thu|khieu nai|to cao|thanh tra|kntc)/.test(
    foldWords(typeof cell === "string" ? cell : ""),
  );

/** Whether a cell may stand under an entry; entries that take any text are left out. */
const FITS: Partial<Record<Entry, (cell: ReadCell) => boolean>> = {
  title: hasWords,
  abstract: hasWords,
  deliverable: isText,
  note: (cell) => isText(cell) && !isDate(cell),
  code: isCode,
  externalId: isCode,
  login: isCode,
  department: isName,
  cooperating: isName,
  issuingBody: isName,
  sector: isName,
  field: isFieldName,
  leader: isName,
  assignee: isName,
  displayName: isName,
  name: isText,
  number: isCode,
  directiveNumber: (cell) => isCode(cell) || hasWords(cell),
  directiveDate: isDate,
  issuedOn: isDate,
  receivedOn: isDate,
  assignedOn: isDate,
  completedOn: isDate,
  cancelledOn: isDate,
  extensionRequestedOn: isDate,
  extensionDecidedOn: isDate,
  dueOn: isDeadline,
  extendedTo: isDeadline,
  status: (cell) => isTick(cell) || reads(readStatus)(cell),
  progress: reads((cell) => readPercent(cell, { fractions: false })),
  priority: reads(readPriority),
  urgency: reads(readUrgency),
  type: reads(readDirectiveType),
  role: reads(readRole),
  month: reads((cell) => readMonth(cell, SOME_YEAR)),
  value: reads(readIndicatorValue),
  numerator: isNumber,
  denominator: isNumber,
  state: reads(readIndicatorState),
};

/** Entries whose spelling of a "-" or an empty text would fit anything. */
const says = (cell: ReadCell) =>
  cell !== null && !isFault(cell) && !(typeof cell === "string" && !/[\p{L}\p{N}✓✔]/u.test(cell));

/**
 * The share of the cells that may stand under an entry, from 0 to 1; null where nothing stands in
 * the column, or anything may.
 */
export function fitOf(entry: Entry, cells: readonly ReadCell[]): number | null {
  const fits = FITS[entry];
  const said = cells.filter(says);
  if (fits === undefined || said.length === 0) return null;
  return said.filter(fits).length / said.length;
}
