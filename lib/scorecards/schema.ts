import { z } from "zod";
import type { CivilDate } from "#lib/core/dates.ts";
import { codeSchema } from "#lib/core/entries.ts";
import type { TaskStatus } from "#lib/tasks/schema.ts";

/** Which span's cards, and whose card is opened: a department's by its code, an officer's by login. */
export const scorecardQuerySchema = z.strictObject({
  span: z.string().optional(),
  department: codeSchema.optional(),
  officer: z
    .string()
    .regex(/^[a-z0-9._-]{1,64}$/)
    .optional(),
});
export type ScorecardQuery = z.infer<typeof scorecardQuerySchema>;

/** A month (`2026-10`), quarter (`2026-Q4`) or year (`2026`). */
export type SpanKey = string;

/** The days of a month, quarter or year, counted up to `asOf`: its last day, or today while it runs. */
export type Span = {
  key: SpanKey;
  kind: "month" | "quarter" | "year";
  from: CivilDate;
  to: CivilDate;
  asOf: CivilDate;
};

/** A task that was due or done in a span, with what its history says of it at the span's end. */
export type Product = {
  id: number;
  code: string;
  title: string;
  /** Code of the lead department at the span's end. */
  department: string;
  /** Account of whoever had it in hand then; null: nobody. */
  assigneeId: number | null;
  /** Whether the reader may open it. */
  visible: boolean;
  status: TaskStatus;
  dueOn: CivilDate | null;
  /** Null while it is not done, or done and not confirmed. */
  completedOn: CivilDate | null;
  /** How often it was returned. */
  returns: number;
  /** The deadlines that it missed, oldest first, those not counted left out. */
  missed: CivilDate[];
  /** Missed deadlines that do not count: extended for objective causes. */
  excused: CivilDate[];
};

/** What one product adds to a card: its part of a, b and c, each in [0, 1]. */
export type Line = {
  product: Product;
  quantity: 0 | 1;
  quality: number;
  timeliness: number;
  /** Of the card's points; `points + lost` is the same for every line of a card. */
  points: number;
  lost: number;
};

/** Fractions in [0, 1]; the result is in points of 70. */
export type Score = { a: number; b: number; c: number; result: number };

/** A card and how it comes about; without anything assigned there is no score. */
export type Card = { assigned: number; completed: number; score: Score | null; lines: Line[] };

export type DepartmentCard = Card & { code: string };
export type OfficerCard = Card & {
  login: string;
  /** The position. */
  name: string;
  /** Code of the department of the account. */
  department: string | null;
};

export type Scorecards = {
  span: Span;
  departments: DepartmentCard[];
  officers: OfficerCard[];
  /** Products of the departments shown that nobody had in hand: on no officer's card. */
  inNobodysHand: number;
};

/** Whose card, where it is one's. */
export type Subject = Pick<ScorecardQuery, "department" | "officer">;

/** The address of a span's cards, of one of them, or of either as a spreadsheet. */
export function scorecardHref(
  span: SpanKey,
  subject: Subject = {},
  at: "/scorecard" | "/scorecard/export" = "/scorecard",
): string {
  const { department, officer } = subject;
  const query = new URLSearchParams({
    span,
    ...(department !== undefined && { department }),
    ...(officer !== undefined && { officer }),
  });
  return `${at}?${query}`;
}
