import { z } from "zod";
import { type CivilDate, isCivilDate } from "#lib/core/dates.ts";

export const TASK_STATUSES = [
  "ASSIGNED",
  "IN_PROGRESS",
  "SUBMITTED",
  "COMPLETED",
  "PAUSED",
  "CANCELLED",
] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

export const SPELL_ENDS = ["COMPLETED", "EXTENDED", "CANCELLED", "PAUSED", "TRANSFERRED"] as const;
export type SpellEnd = (typeof SPELL_ENDS)[number];

export const TIMELINESSES = [
  "ON_TRACK",
  "DUE_SOON",
  "OVERDUE",
  "NO_DEADLINE",
  "ON_TIME",
  "LATE",
] as const;
export type Timeliness = (typeof TIMELINESSES)[number];

export const LEVELS = ["CENTRAL", "CITY", "PARTY_COMMUNE", "COMMUNE", "OTHER"] as const;
export type Level = (typeof LEVELS)[number];

export const civilDateSchema = z.custom<CivilDate>(
  (value) => typeof value === "string" && isCivilDate(value),
);

/** What of a task can be edited without a verb of its own. */
export const EDITED_PARTS = [
  "title",
  "deliverable",
  "productRequired",
  "decidingAuthority",
  "cooperating",
  "sector",
  "leader",
  "priority",
  "dueWording",
] as const;
export type EditedPart = (typeof EDITED_PARTS)[number];

/** Done by the Office in the department's stead. */
const byWhom = { onBehalf: z.literal(true).optional() };

const group = { departmentId: z.int(), fieldId: z.int() };

/**
 * One line of a task's history: what happened, on which business date, and the values it
 * set. The whole state of a task follows from these lines in their order (`timelineOf`).
 */
export const taskEventSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("ASSIGNED"),
    on: civilDateSchema,
    dueOn: civilDateSchema.nullable(),
    ...group,
  }),
  z.object({ kind: z.literal("ACCEPTED"), on: civilDateSchema, ...byWhom }),
  /** Back to the Office, whose department is named. */
  z.object({
    kind: z.literal("REFUSED"),
    on: civilDateSchema,
    departmentId: z.int(),
    ...byWhom,
  }),
  z.object({ kind: z.literal("HANDED_OVER"), on: civilDateSchema, assigneeId: z.int().nullable() }),
  z.object({
    kind: z.literal("PROGRESSED"),
    on: civilDateSchema,
    progress: z.int().min(0).max(100),
    ...byWhom,
  }),
  /** `completedOn` is the day on which the department says the work was done. */
  z.object({
    kind: z.literal("SUBMITTED"),
    on: civilDateSchema,
    completedOn: civilDateSchema,
    ...byWhom,
  }),
  z.object({ kind: z.literal("RETURNED"), on: civilDateSchema }),
  z.object({ kind: z.literal("CONFIRMED"), on: civilDateSchema }),
  z.object({ kind: z.literal("PAUSED"), on: civilDateSchema }),
  z.object({ kind: z.literal("RESUMED"), on: civilDateSchema }),
  z.object({ kind: z.literal("CANCELLED"), on: civilDateSchema }),
  z.object({ kind: z.literal("REOPENED"), on: civilDateSchema }),
  z.object({ kind: z.literal("TRANSFERRED"), on: civilDateSchema, ...group }),
  z.object({
    kind: z.literal("EXTENSION_REQUESTED"),
    on: civilDateSchema,
    dueOn: civilDateSchema,
  }),
  /** `on` is the day of the decision; `requestedOn` decides whether it was asked in time. */
  z.object({
    kind: z.literal("EXTENSION_APPROVED"),
    on: civilDateSchema,
    requestedOn: civilDateSchema,
    dueOn: civilDateSchema,
  }),
  z.object({ kind: z.literal("EXTENSION_REJECTED"), on: civilDateSchema }),
  /** A mistyped or newly set deadline: as if it had always been so since it was assigned. */
  z.object({
    kind: z.literal("DEADLINE_CORRECTED"),
    on: civilDateSchema,
    dueOn: civilDateSchema.nullable(),
  }),
  z.object({
    kind: z.literal("EDITED"),
    on: civilDateSchema,
    /** Texts or codes, from what to what. */
    changes: z
      .array(
        z.object({
          what: z.enum(EDITED_PARTS),
          from: z.string().nullable(),
          to: z.string().nullable(),
        }),
      )
      .optional(),
  }),
]);
export type TaskEvent = z.infer<typeof taskEventSchema>;
export type TaskEventKind = TaskEvent["kind"];
