import { z } from "zod";
import type { CivilMonth } from "#lib/core/dates.ts";
import type { KeyFigures, Summary } from "#lib/figures/schema.ts";
import type { Indicator, TargetProgress } from "#lib/indicators/schema.ts";
import type { NarrativeKind } from "#lib/narratives/schema.ts";
import type { Period } from "#lib/periods/schema.ts";
import type { Closing, PeriodTask, ReportNames } from "#lib/snapshots/schema.ts";

export type { Named } from "#lib/snapshots/schema.ts";

/** Documents of the month, from the indicators that count them; null: not reported. */
export type DocumentFigures = {
  received: { now: number | null; before: number | null };
  issued: { now: number | null; before: number | null };
  /** Issued ones by the leader who signed them, in the catalogue's order. */
  bySigner: { name: string; now: number | null; before: number | null }[];
};

/** Tasks carried over, by the month in which they first fell late (the oldest first). */
export type FirstLateMonth = { field: string; month: CivilMonth; count: number };

/** Late tasks of the period by the reason given; `kind` null: none given. */
export type ReasonCount = { kind: string | null; count: number };

/**
 * A section of the narrative, its figures put in: one part for each department that wrote it,
 * or a single part without a department where the Office merged them.
 */
export type ReportSection = {
  kind: NarrativeKind;
  parts: { department: string | null; text: string }[];
};

/**
 * All that a month's report says, in one plain model: preview, print, Word and Excel are made
 * of it and of nothing else, so that they agree. Of a closed month it comes from the snapshot.
 */
export type MonthlyReport = {
  communeName: string;
  /** The register is a demonstration, which every output says. */
  demonstration: boolean;
  /** Code of the one department that the report is of; null: the whole commune. */
  department: string | null;
  period: Period;
  /** Null while the month is open: the figures may still change. */
  closing: Closing | null;
  summary: Summary;
  keyFigures: KeyFigures;
  documents: DocumentFigures;
  indicators: Indicator[];
  targets: TargetProgress[];
  /** Only carried-over tasks have fallen late in an earlier month. */
  firstLateMonths: FirstLateMonth[];
  reasons: ReasonCount[];
  sections: ReportSection[];
  /** Open tasks due in the month after the period, by deadline. */
  dueNext: PeriodTask[];
  /** Annex 01: the late tasks of the period, by department, then deadline. */
  annex: PeriodTask[];
  /** Late at the end of the closed month before, where that was closed: what this month opens with. */
  closedBefore: { month: CivilMonth; outstanding: number } | null;
  names: ReportNames;
};

/** Which report of a month an address asks for; without a department the widest one may read. */
export const reportQuerySchema = z.strictObject({
  department: z
    .string()
    .regex(/^[A-Z0-9_]{1,60}$/)
    .optional(),
});

export const REPORT_FORMATS = ["docx", "xlsx"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The address of a month's preview, or of one of its files. */
export function reportHref(
  month: CivilMonth,
  department: string | null,
  format?: ReportFormat,
): string {
  const query = department === null ? "" : `?department=${department}`;
  return `/reports/${month}${format ? `/report.${format}` : ""}${query}`;
}
