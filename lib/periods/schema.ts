import { z } from "zod";
import { type CivilDate, type CivilMonth, isCivilDate, isCivilMonth } from "#lib/core/dates.ts";
import { requiredText, says } from "#lib/core/entries.ts";
import type { Explanation } from "#lib/core/errors.ts";
import { CalendarDayKind } from "#prisma/generated/enums.ts";
import { differsFromWeek } from "./rules.ts";

/** The longest name of the commune, or of a holiday. */
const NAME_LENGTH = 120;

/** A reporting month and the day as of which it is looked at. */
export type Period = {
  month: CivilMonth;
  from: CivilDate;
  to: CivilDate;
  /** The last day that counts: `to`, today in a running month, or the day asked for. */
  asOf: CivilDate;
};

/** A month whose figures are closed, and since when. */
export type ClosedPeriod = { month: CivilMonth; to: CivilDate; closedAt: Date };

const DUE_SOON_WORKING_DAYS = { min: 1, max: 30 } as const;

export const settingsSchema = z.object({
  communeName: z.string(),
  /** The register was rebuilt from published totals and is for showing the product. */
  demonstration: z.boolean(),
  /** Working days ahead in which an open task counts as due soon. */
  dueSoonWorkingDays: z.int().min(DUE_SOON_WORKING_DAYS.min).max(DUE_SOON_WORKING_DAYS.max),
  /** Day of the month on which a period begins; from the 2nd on, in the month before. */
  periodFirstDay: z.int().min(1).max(28),
  /** Whether the Office confirms and returns completed work in the leaders' stead. */
  officeConfirms: z.boolean().default(false),
  /** The month with which the register begins. */
  firstPeriod: z.custom<CivilMonth>((value) => typeof value === "string" && isCivilMonth(value)),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What the administrator enters; when periods begin is not among it: it would change past figures. */
export const settingsChangeSchema = z.object({
  communeName: requiredText(NAME_LENGTH, "admin.problems.communeName").pipe(
    z.string().min(2, says("admin.problems.communeName")),
  ),
  dueSoonWorkingDays: z.coerce
    .number(says("admin.problems.dueSoonWorkingDays"))
    .int(says("admin.problems.dueSoonWorkingDays"))
    .min(DUE_SOON_WORKING_DAYS.min, says("admin.problems.dueSoonWorkingDays"))
    .max(DUE_SOON_WORKING_DAYS.max, says("admin.problems.dueSoonWorkingDays")),
  /** A box that is not ticked is not sent. */
  officeConfirms: z
    .enum(["on", "off"])
    .default("off")
    .transform((box) => box === "on"),
});
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

export type PeriodProblem =
  | "NOT_A_MONTH"
  | "NOT_A_DAY"
  | "BEFORE_FIRST"
  | "IN_FUTURE"
  | "BOTH_GIVEN";

/** The days that differ from Monday to Friday: true when worked, false when a holiday. */
export type WorkCalendar = ReadonlyMap<CivilDate, boolean>;

export type { CalendarDayKind };
export const CALENDAR_DAY_KINDS = Object.values(CalendarDayKind);

const daySchema = z.custom<CivilDate>(
  (value) => typeof value === "string" && isCivilDate(value),
  says("admin.problems.notADay"),
);

const calendarEntrySchema = z.object({
  on: daySchema,
  kind: z.enum(CALENDAR_DAY_KINDS, says("admin.problems.calendarDayKind")),
  name: requiredText(NAME_LENGTH, "admin.problems.calendarDayName"),
});

/** A day that differs from Monday to Friday: a holiday, or a day worked in exchange. */
export type CalendarDay = z.infer<typeof calendarEntrySchema>;

/** A holiday is a day that would be worked, and the other way round. */
function refuseUsualDay({ on, kind }: CalendarDay, context: z.RefinementCtx): void {
  if (differsFromWeek(on, kind)) return;
  const message: Explanation["key"] =
    kind === "HOLIDAY" ? "admin.problems.holidayOnWeekend" : "admin.problems.workedOnWeekday";
  context.addIssue({ code: "custom", path: ["on"], message });
}

export const newCalendarDaySchema = calendarEntrySchema.superRefine(refuseUsualDay);

/** The day that an action is about, as it stands in the calendar. */
export const calendarDayReferenceSchema = z.object({ was: daySchema });

export const calendarDayChangeSchema = calendarEntrySchema
  .extend(calendarDayReferenceSchema.shape)
  .superRefine(refuseUsualDay);
export type CalendarDayChange = z.infer<typeof calendarDayChangeSchema>;

export const CALENDAR_YEARS = { first: 2000, last: 2100 } as const;

/** Which year's calendar. */
export const calendarQuerySchema = z.strictObject({
  year: z.coerce.number().int().min(CALENDAR_YEARS.first).max(CALENDAR_YEARS.last).optional(),
});
