import { z } from "zod";
import type { CivilDate } from "#lib/core/dates.ts";
import { daySchema, idSchema, optionalText, requiredText, says } from "#lib/core/entries.ts";
import type { TaskStatus } from "#lib/tasks/schema.ts";
import { CalendarEntryKind } from "#prisma/generated/enums.ts";
import { type CivilWeek, isCivilWeek, readTypedTime } from "./rules.ts";

export type { CalendarEntryKind };
export const ENTRY_KINDS = Object.values(CalendarEntryKind);

/** How the address and the forms name the leaders' own calendar, among the departments' codes. */
export const LEADERS = "leaders";

const calendarSchema = z
  .string()
  .regex(/^(?:leaders|[A-Z0-9_]{1,40})$/, { error: "agenda.problems.calendar" });

/** Which week of whose calendar. */
export const weekQuerySchema = z.strictObject({
  week: z.custom<CivilWeek>((value) => typeof value === "string" && isCivilWeek(value)).optional(),
  department: calendarSchema.optional(),
});

/** The address of a week of a calendar. */
export function weekHref(week: CivilWeek, calendar: string): string {
  return `/week?week=${week}&department=${calendar}`;
}

/** In which states a task is shown as due: not while it is paused, nor once it is cancelled. */
export const DUE_STATUSES = [
  "ASSIGNED",
  "IN_PROGRESS",
  "SUBMITTED",
  "COMPLETED",
] as const satisfies readonly TaskStatus[];

/** The address of the list of all that a calendar shows as due on a day. */
export function dueHref(on: CivilDate, calendar: string): string {
  const query = new URLSearchParams({
    ...(calendar === LEADERS ? {} : { department: calendar }),
    dueFrom: on,
    dueTo: on,
    status: DUE_STATUSES.join(","),
  });
  return `/tasks?${query}`;
}

const LENGTHS = { title: 300, place: 200, participants: 1000 };

const timeSchema = z
  .string()
  .default("")
  .transform((typed, context) => {
    if (typed.trim() === "") return null;
    const minute = readTypedTime(typed);
    if (minute !== null) return minute;
    context.addIssue({ code: "custom", message: "agenda.problems.time" });
    return z.NEVER;
  });

const contentSchema = z.object({
  kind: z.enum(ENTRY_KINDS, says("agenda.problems.kind")),
  title: requiredText(LENGTHS.title, "agenda.problems.titleMissing"),
  place: optionalText(LENGTHS.place),
  participants: optionalText(LENGTHS.participants),
  /** The id of the host's account. */
  host: z
    .string()
    .regex(/^\d{0,9}$/, says("agenda.problems.host"))
    .default("")
    .transform((text) => (text === "" ? null : Number(text))),
  on: daySchema,
  start: timeSchema,
  end: timeSchema,
});

type Times = { start: number | null; end: number | null };

/** An end needs a start before it. */
function refuseWrongEnd({ start, end }: Times, context: z.RefinementCtx): void {
  if (end === null || (start !== null && end > start)) return;
  const message = start === null ? "agenda.problems.startMissing" : "agenda.problems.end";
  context.addIssue({ code: "custom", path: [start === null ? "start" : "end"], message });
}

/** What goes into a calendar. */
export const newEntrySchema = contentSchema
  .extend({ calendar: calendarSchema })
  .superRefine(refuseWrongEnd);
export type NewEntry = z.infer<typeof newEntrySchema>;

/** An entry by its id, as the person saw it when they began to change it. */
export const entryReferenceSchema = z.object({ id: idSchema, version: idSchema });
export type EntryReference = z.infer<typeof entryReferenceSchema>;

export const entryChangeSchema = contentSchema
  .extend(entryReferenceSchema.shape)
  .superRefine(refuseWrongEnd);
export type EntryChange = z.infer<typeof entryChangeSchema>;

/** An entry of a calendar; times are minutes since midnight. */
export type Entry = {
  id: number;
  version: number;
  kind: CalendarEntryKind;
  title: string;
  place: string | null;
  participants: string | null;
  host: { id: number; name: string } | null;
  on: CivilDate;
  /** Null: the whole day. */
  startMinute: number | null;
  endMinute: number | null;
};

/** A task that is due in the week. */
export type DueTask = {
  id: number;
  code: string;
  title: string;
  /** Code of the lead department. */
  department: string;
  dueOn: CivilDate;
  completed: boolean;
};

/** What is due on a day, kept short, and how much that is in all. */
export type DueDay = { on: CivilDate; tasks: DueTask[]; total: number };

/** Someone who may be named as host. */
export type HostChoice = { id: number; name: string };
