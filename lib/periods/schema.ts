import { z } from "zod";
import { type CivilDate, type CivilMonth, isCivilMonth } from "#lib/core/dates.ts";

/** A reporting month and the day as of which it is looked at. */
export type Period = {
  month: CivilMonth;
  from: CivilDate;
  to: CivilDate;
  /** The last day that counts: `to`, today in a running month, or the day asked for. */
  asOf: CivilDate;
};

export const settingsSchema = z.object({
  communeName: z.string(),
  /** The register was rebuilt from published totals and is for showing the product. */
  demonstration: z.boolean(),
  /** Working days ahead in which an open task counts as due soon. */
  dueSoonWorkingDays: z.int().min(1).max(30),
  /** Day of the month on which a period begins; from the 2nd on, in the month before. */
  periodFirstDay: z.int().min(1).max(28),
  /** Whether the Office confirms and returns completed work in the leaders' stead. */
  officeConfirms: z.boolean().default(false),
  /** The month with which the register begins. */
  firstPeriod: z.custom<CivilMonth>((value) => typeof value === "string" && isCivilMonth(value)),
});
export type Settings = z.infer<typeof settingsSchema>;

export type PeriodProblem =
  | "NOT_A_MONTH"
  | "NOT_A_DAY"
  | "BEFORE_FIRST"
  | "IN_FUTURE"
  | "BOTH_GIVEN";

/** The days that differ from Monday to Friday: true when worked, false when a holiday. */
export type WorkCalendar = ReadonlyMap<CivilDate, boolean>;
