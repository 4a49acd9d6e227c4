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

/** How many late tasks of a month a department answers for, and for how many it has not yet. */
export type Unexplained = { department: string; late: number; unexplained: number };
