import { z } from "zod";
import { type CivilMonth, isCivilMonth } from "#lib/core/dates.ts";
import { optionalText, says, TEXT_LIMITS } from "#lib/core/entries.ts";
import type { Explanation } from "#lib/core/errors.ts";
import type { Period } from "#lib/periods/schema.ts";

/** What is counted of late tasks, in the order of the report. */
export const LATE_MEASURES = [
  "late",
  "carriedOver",
  "newlyOverdue",
  "resolved",
  "outstanding",
] as const;
export type LateMeasure = (typeof LATE_MEASURES)[number];

/** The tasks that the city assigned, in the year to the month; `rate` in per cent. */
export const CITY_MEASURES = ["assigned", "completed", "rate"] as const;
export type CityMeasure = (typeof CITY_MEASURES)[number];

/** Of what a figure is: everything, a field, a department, or what the city assigned. */
export type FigurePlace =
  | { kind: "total" }
  | { kind: "field"; code: string }
  | { kind: "department"; code: string }
  | { kind: "city" };

/**
 * The name of a figure in `reported_figure`, files and forms: `overdue.late`,
 * `overdue.field.TBKL_UBND.carriedOver`, `overdue.department.PHONG_KT.late`, `completion.city.rate`.
 */
export function figureCode(place: FigurePlace, measure: LateMeasure | CityMeasure): string {
  switch (place.kind) {
    case "total":
      return `overdue.${measure}`;
    case "city":
      return `completion.city.${measure}`;
    default:
      return `overdue.${place.kind}.${place.code}.${measure}`;
  }
}

/** A figure of the catalogue. */
export type CatalogueFigure = {
  code: string;
  place: FigurePlace;
  measure: LateMeasure | CityMeasure;
};

/** A figure as reported and as computed; null where it is not reported, or nothing to divide by. */
export type ReconciledFigure = CatalogueFigure & {
  reported: number | null;
  /** How many decimals the reported figure is written with, a percentage at least one. */
  decimals: number;
  computed: number | null;
  /** Reported less computed; null where one of the two is missing. */
  difference: number | null;
};

export const CHECK_KINDS = [
  "split",
  "fieldColumn",
  "fieldSplit",
  "departmentColumn",
  "departmentSplit",
  "conservation",
  "rate",
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** An addition that the reported figures must satisfy among themselves. */
export type InnerCheck = {
  kind: CheckKind;
  /** The field or department of a line. */
  of: string | null;
  measure: LateMeasure | CityMeasure;
  parts: readonly number[];
  /** What the parts give. */
  expected: number;
  /** What is reported. */
  stated: number;
  agrees: boolean;
};

/** Headline and lines that each add up, and not to one another: 96 + 99 = 195 against 93 + 102. */
export type HeadlineConflict = {
  late: number;
  carriedOver: number;
  newlyOverdue: number;
  carriedOverByField: number;
  newlyOverdueByField: number;
};

export type Reconciliation = {
  period: Period;
  closed: boolean;
  source: string | null;
  /** The last entry. */
  enteredBy: string | null;
  enteredAt: Date | null;
  figures: readonly ReconciledFigure[];
  checks: readonly InnerCheck[];
  headline: HeadlineConflict | null;
};

const monthSchema = z.custom<CivilMonth>(
  (value) => typeof value === "string" && isCivilMonth(value),
  says("reconciliation.problems.month"),
);

export const reconciliationQuerySchema = z.strictObject({ month: monthSchema.optional() });

const VALUE = /^\d{1,9}(?:[.,]\d{1,4})?$|^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,4})?$/;
const THOUSANDS = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/;

/**
 * Reads a reported figure as it is typed ("1.905", "97,1", "97,1%") or as a machine writes it
 * ("97.1"); null for what is none.
 */
export function readReported(typed: string): number | null {
  const text = typed.trim().replace(/\s*%$/, "");
  if (!VALUE.test(text)) return null;
  const plain = THOUSANDS.test(text) ? text.replaceAll(".", "") : text;
  return Number(plain.replace(",", "."));
}

/** The entries of a form's figures: `figure.<code>` as typed, `seen.<code>` as it stood before. */
const ENTRY = "figure.";
const SEEN = "seen.";
export const entryName = (code: string) => `${ENTRY}${code}`;
export const seenName = (code: string) => `${SEEN}${code}`;

/** A figure that was changed; null takes it away. `seen` is what stood there before. */
export type FigureChange = { code: string; value: number | null; seen: number | null };
export type ReportedChange = { month: CivilMonth; source: string | null; changes: FigureChange[] };

const shape = z.object({ month: monthSchema, source: optionalText(TEXT_LIMITS.short) });

export const reportedChangeSchema = z
  .record(z.string(), z.string())
  .transform((texts, context): ReportedChange => {
    const given = shape.safeParse(texts);
    if (!given.success) {
      for (const issue of given.error.issues) {
        context.addIssue({ code: "custom", path: issue.path, message: issue.message });
      }
      return z.NEVER;
    }
    const changes: FigureChange[] = [];
    for (const [name, typed] of Object.entries(texts)) {
      if (!name.startsWith(ENTRY)) continue;
      const code = name.slice(ENTRY.length);
      const empty = typed.trim() === "";
      const value = empty ? null : readReported(typed);
      if (!empty && value === null) {
        const message: Explanation["key"] = "reconciliation.problems.notANumber";
        context.addIssue({ code: "custom", path: [name], message });
      }
      const seen = texts[seenName(code)] ?? "";
      changes.push({ code, value, seen: seen === "" ? null : Number(seen) });
    }
    return { ...given.data, changes: changes.filter(({ value, seen }) => value !== seen) };
  });

export const IMPORT_LIMITS = { bytes: 1024 * 1024, rows: 2000 } as const;

/** Rows of a file of reported figures, or what is wrong with them; all or none. */
export type ImportedFigures =
  | { ok: true; figures: { code: string; value: number }[] }
  | { ok: false; problems: { row: number; problem: ImportProblem; text: string }[] };
export const IMPORT_PROBLEMS = ["unknownCode", "notANumber", "twice", "columns"] as const;
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number];
