import { z } from "zod";
import { type CivilMonth, isCivilMonth } from "#lib/core/dates.ts";
import { optionalText, says } from "#lib/core/entries.ts";
import { readTypedNumber } from "#lib/core/typed-number.ts";
import type { Measure, Usual } from "./entry.ts";
import {
  type Direction,
  type EnteredValue,
  type IndicatorValue,
  VALUE_STATES,
  type ValueOrigin,
} from "./schema.ts";

/** The longest note on a value, in characters. */
export const VALUE_NOTE_LENGTH = 1000;

/** The most indicators that are entered at once. */
const MOST_ROWS = 500;

/** A month's value as it stands, with who entered it. */
export type StandingValue = EnteredValue & {
  cumulative: boolean;
  note: string | null;
  /** 0 where nothing was ever reported. */
  version: number;
  origin: ValueOrigin | null;
  /** Position, or the machine's name. */
  enteredBy: string | null;
  enteredAt: Date | null;
};

/** An indicator in a department's month. */
export type SheetRow = Measure & {
  code: string;
  name: string;
  nameEn: string;
  direction: Direction;
  sectorCode: string;
  /** The officer to whom it is delegated, by position. */
  delegate: string | null;
  mayEnter: boolean;
  standing: StandingValue;
  lastMonth: IndicatorValue;
  lastYear: IndicatorValue;
  usual: Usual;
};

/** What is entered for an indicator; with a version only if that is what stands there. */
export type RowEntry = EnteredValue & { note: string | null; version?: number | undefined };

/** What is entered for a month, by the indicators' codes. */
export type SheetEntry = { month: CivilMonth; rows: Readonly<Record<string, RowEntry>> };

/** The last path of an entry's parts, as the sheet and its errors name them. */
export const rowPath = (code: string, part: string) => `rows.${code}.${part}`;

const codeSchema = z.string().regex(/^[A-Z0-9_]{1,60}$/);

/** A number as typed; empty is none. */
const typedNumber = z
  .string()
  .max(40, says("indicators.problems.number.notANumber"))
  .default("")
  .transform((typed, context) => {
    if (typed.trim() === "") return null;
    const read = readTypedNumber(typed);
    if (read.ok) return read.value;
    context.addIssue({ code: "custom", message: `indicators.problems.number.${read.problem}` });
    return z.NEVER;
  });

const typedRow = z.object({
  state: z.enum(VALUE_STATES),
  value: typedNumber,
  numerator: typedNumber,
  denominator: typedNumber,
  note: optionalText(VALUE_NOTE_LENGTH),
  version: z.int().min(0),
});

/** What the sheet's form sends: the rows that were changed, as JSON in one entry. */
export const typedSheetSchema = z.object({
  month: z.custom<CivilMonth>(
    (value) => typeof value === "string" && isCivilMonth(value),
    says("indicators.problems.monthWrong"),
  ),
  rows: z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "indicators.problems.nothingChanged" });
        return z.NEVER;
      }
    })
    .pipe(
      z
        .record(codeSchema, typedRow)
        .refine((rows) => Object.keys(rows).length > 0, says("indicators.problems.nothingChanged"))
        .refine((rows) => Object.keys(rows).length <= MOST_ROWS),
    ),
});

const sentNumber = z.number().nullable().default(null);

/** What a machine sends for one indicator and month. */
export const valueRequest = z.strictObject({
  state: z.enum(VALUE_STATES),
  value: sentNumber,
  numerator: sentNumber,
  denominator: sentNumber,
  note: optionalText(VALUE_NOTE_LENGTH),
});
