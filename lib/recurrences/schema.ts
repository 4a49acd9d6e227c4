import { z } from "zod";
import type { CivilDate } from "#lib/core/dates.ts";
import {
  codeSchema,
  codesSchema,
  daySchema,
  idSchema,
  optionalCode,
  optionalDay,
  optionalId,
  optionalText,
  requiredText,
  says,
  TEXT_LIMITS,
} from "#lib/core/entries.ts";

export const FREQUENCIES = ["WEEKLY", "MONTHLY", "QUARTERLY"] as const;
export type Frequency = (typeof FREQUENCIES)[number];
export const SHIFTS = ["BEFORE", "AFTER"] as const;
export type Shift = (typeof SHIFTS)[number];

export const LEAD_DAYS = { min: 1, max: 90 } as const;

/** On which days something is due again and again. */
export type Pattern = {
  frequency: Frequency;
  /** Weekday 1 (Monday) to 7, or day 1 to 31 of the month or of the quarter's last month. */
  dueDay: number;
  startsOn: CivilDate;
  /** The last day that can be one of them; null: it goes on. */
  endsOn: CivilDate | null;
};

const wholeNumber = (min: number, max: number, problem: Parameters<typeof says>[0]) =>
  z.coerce.number(says(problem)).int(says(problem)).min(min, says(problem)).max(max, says(problem));

const content = z.object({
  title: requiredText(TEXT_LIMITS.title, "work.problems.titleMissing"),
  deliverable: optionalText(TEXT_LIMITS.title),
  department: codeSchema,
  cooperating: codesSchema.default([]),
  field: codeSchema,
  sector: optionalCode,
  leaderId: optionalId,
  decidingAuthority: optionalText(TEXT_LIMITS.short),
  priority: z.enum(["NORMAL", "HIGH"]).default("NORMAL"),
  frequency: z.enum(FREQUENCIES),
  dueDay: wholeNumber(1, 31, "recurring.problems.day"),
  shift: z.enum(SHIFTS).default("BEFORE"),
  leadDays: wholeNumber(LEAD_DAYS.min, LEAD_DAYS.max, "recurring.problems.leadDays"),
  startsOn: daySchema,
  endsOn: optionalDay,
});
type Content = z.output<typeof content>;

function checkWhole<Value extends Content>(value: Value, context: z.RefinementCtx<Value>): void {
  const problem = (path: string, message: Parameters<typeof says>[0]) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (value.frequency === "WEEKLY" && value.dueDay > 7) problem("dueDay", "recurring.problems.day");
  if (value.endsOn !== null && value.endsOn < value.startsOn) {
    problem("endsOn", "recurring.problems.endsBefore");
  }
}

/** A recurring task as it is entered. */
export const newRecurrenceSchema = content
  .extend({ requestKey: z.uuid().optional() })
  .superRefine(checkWhole);
export type NewRecurrence = z.output<typeof newRecurrenceSchema>;

/** Which one is meant, as it was looked at. */
export const recurrenceSeenSchema = z.object({
  id: idSchema,
  version: idSchema,
});
export type RecurrenceSeen = z.output<typeof recurrenceSeenSchema>;

export const recurrenceChangeSchema = content
  .extend(recurrenceSeenSchema.shape)
  .superRefine(checkWhole);
export type RecurrenceChange = z.output<typeof recurrenceChangeSchema>;

/** A recurring task in the list. */
export type RecurrenceView = Omit<NewRecurrence, "requestKey"> &
  RecurrenceSeen & {
    leader: string | null;
    stopped: boolean;
    /** How many tasks it has made. */
    made: number;
    /** Its next deadlines that have not passed, shifted to working days; none once it has ended. */
    next: readonly CivilDate[];
  };
