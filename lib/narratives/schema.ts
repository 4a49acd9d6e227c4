import { z } from "zod";
import { type CivilDate, type CivilMonth, isCivilMonth } from "#lib/core/dates.ts";
import { emptyText, idSchema, says } from "#lib/core/entries.ts";
import type { SpellEnd } from "#lib/tasks/schema.ts";

/** The sections of a report that departments write themselves, in the report's order. */
export const NARRATIVE_KINDS = ["RESULTS", "LIMITS", "CAUSES", "NEXT_MONTH"] as const;
export type NarrativeKind = (typeof NARRATIVE_KINDS)[number];

/** A section as it stands in the report: of one department, or merged by the Office (null). */
export type NarrativeSection = {
  kind: NarrativeKind;
  /** Code of the department; null: the Office's merged text for all. */
  department: string | null;
  /** Figures stand in it as `{{CODE}}`. */
  text: string;
};

/** A kind of reason for being late, from the short list. */
export type LateReasonKind = { code: string; name: string; nameEn: string };

/** Why a task was late, as its department says: a kind from the list, and perhaps in words. */
export type GivenReason = { kind: string; text: string };

/** Why a task was late in a month, with the kind's names, and who said so. */
export type ReasonOfMonth = GivenReason & {
  month: CivilMonth;
  name: string;
  nameEn: string;
  by: string;
  at: Date;
};

/** How many late tasks of a month a department answers for, and for how many it has not yet. */
export type Unexplained = { department: string; late: number; unexplained: number };

/** Who closed a month and when. */
export type ClosedBy = { by: string; at: Date };

/** The kind that says nothing without words. */
export const OTHER_REASON = "OTHER";

/** The longest reason (a table cell) and section (a page or two), in characters. */
export const NARRATIVE_LENGTHS = { reason: 500, section: 10_000 } as const;

/** How many late tasks are listed, and answered for at once. */
export const REASONS_AT_ONCE = 200;

const monthSchema = z.custom<CivilMonth>(
  (value) => typeof value === "string" && isCivilMonth(value),
  says("narratives.problems.month"),
);

/** The version that somebody saw; 0: there was nothing yet. */
const versionSchema = z.coerce.number().int().min(0).max(2_147_483_647);

const textSchema = (limit: number) => emptyText(limit).transform((text) => text ?? "");

/** A task's reason as it is entered; without a kind it is taken back. */
export const reasonEntrySchema = z
  .object({
    taskId: idSchema,
    kind: z.string().regex(/^[A-Z0-9_]{0,40}$/, says("narratives.problems.kind")),
    text: textSchema(NARRATIVE_LENGTHS.reason),
    version: versionSchema,
  })
  .superRefine(({ kind, text, version }, context) => {
    if (kind === "" && (text !== "" || version === 0)) {
      const message = "narratives.problems.kindMissing";
      context.addIssue({ code: "custom", path: ["kind"], message });
    }
    if (kind === OTHER_REASON && text === "") {
      const message = "narratives.problems.textMissing";
      context.addIssue({ code: "custom", path: ["text"], message });
    }
  });
export type ReasonEntry = z.output<typeof reasonEntrySchema>;

/** The entries of a form, as JSON in one text. */
const jsonSchema = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "narratives.problems.entries" });
    return z.NEVER;
  }
});

/** Reasons for several late tasks of a month. */
export const reasonsSchema = z.object({
  month: monthSchema,
  entries: jsonSchema.pipe(
    z
      .array(reasonEntrySchema)
      .min(1, says("narratives.problems.entries"))
      .max(REASONS_AT_ONCE, says("narratives.problems.entries")),
  ),
});
export type ReasonsInput = z.output<typeof reasonsSchema>;

/** What became of entered reasons: saved with their new version (0: taken back), or why not. */
export type ReasonsDone = {
  saved: { taskId: number; version: number }[];
  refused: {
    taskId: number;
    why: "CHANGED" | "NOT_LATE";
    /** What somebody else left there; null: nothing. */
    current: (GivenReason & { version: number; by: string }) | null;
  }[];
};

/** A late task of a month and why it was late. */
export type LateTaskReason = {
  taskId: number;
  code: string;
  title: string;
  /** Where it counts as late in the month. */
  department: string;
  /** Position of the officer who works on it. */
  assignee: string | null;
  dueOn: CivilDate;
  /** Calendar days past the deadline, up to the end of the lateness or of the month. */
  days: number;
  carriedOver: boolean;
  endedBy: SpellEnd | null;
  /** Whether whoever looks may enter its reason. */
  mayAnswer: boolean;
  reason: (GivenReason & { version: number }) | null;
  /** The latest reason of an earlier month. */
  before: GivenReason | null;
};

/** Which late tasks are listed: those without a reason, with one, or all. */
export const REASON_STATES = ["missing", "given"] as const;

const departmentSchema = z.string().regex(/^[A-Z0-9_]{1,40}$/);

export const reasonFilterSchema = z.strictObject({
  department: departmentSchema.optional(),
  show: z.enum(REASON_STATES).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
});
export type ReasonFilter = z.output<typeof reasonFilterSchema>;

/** How the address and the forms name the Office's merged text, among the departments' codes. */
export const WHOLE_COMMUNE = "commune";

const writerSchema = z.union([departmentSchema, z.literal(WHOLE_COMMUNE)], {
  error: "narratives.problems.department",
});

export const sectionFilterSchema = z.strictObject({ department: writerSchema.optional() });

/** A section as it is written: by a department, or the merged one. */
export const sectionEntrySchema = z.object({
  month: monthSchema,
  department: writerSchema.transform((code) => (code === WHOLE_COMMUNE ? null : code)),
  kind: z.enum(NARRATIVE_KINDS, says("narratives.problems.section")),
  text: textSchema(NARRATIVE_LENGTHS.section),
  version: versionSchema,
});
export type SectionEntry = z.output<typeof sectionEntrySchema>;

export const mergeSchema = sectionEntrySchema.pick({ month: true, kind: true });
export type Merge = z.output<typeof mergeSchema>;

export const unmergeSchema = sectionEntrySchema.pick({ month: true, kind: true, version: true });
export type Unmerge = z.output<typeof unmergeSchema>;

/** A section with who wrote it last. */
export type WrittenSection = NarrativeSection & { version: number; by: string; at: Date };
