import { figureOf, percentFigure } from "./decimals.ts";
import { type Draft, quantityAt, spanOfNumber } from "./draft.ts";
import type { Fraction } from "./fractions.ts";
import type { ClaimKind, Explanation, Figure, Finding, Verdict } from "./schema.ts";
import type { Judgement } from "./shares.ts";

/** Findings as they come up, and the figures that a claim has already spoken for. */
export type Search = {
  draft: Draft;
  fractions: readonly Fraction[];
  /** The numbers of the fractions, and each fraction by its whole. */
  inFraction: ReadonlySet<number>;
  byWhole: ReadonlyMap<number, Fraction>;
  findings: Finding[];
  /** Percentages that belong to a claim. */
  taken: Set<number>;
  /** Numbers that say by how much something changed, or what it is compared with. */
  asides: Set<number>;
  /** Numbers of which the draft gives a share that is right. */
  wholes: Set<number>;
  /** What recomputing gave, by the token of the percentage. */
  judged: Map<number, Judgement>;
};

/** What a sentence says of one change; −1 for what it does not say. */
export type Change = {
  /** The token that says it: "tăng", "giảm", "vượt". */
  at: number;
  rises: boolean;
  /** By how much. */
  amount: number;
  /** By how many per cent. */
  share: number;
  /** From what, and to what. */
  before: number;
  now: number;
  /** Whether `before` and `now` are said as such and not concluded. */
  certain: boolean;
};

/** A number of the draft for an explanation, in the unit it is written in. */
export function writtenFigure(draft: Draft, index: number): Figure {
  const quantity = quantityAt(draft, index);
  if (!quantity) return { value: 0, decimals: 0, unit: "" };
  if (quantity.measure === "percent") return percentFigure(quantity.value);
  const { value, unit, power, decimals } = quantity;
  return { ...figureOf(value, unit, power), decimals };
}

/** Puts a finding down. @param at the token of the figure that it is about */
export function report(
  search: Search,
  finding: {
    kind: ClaimKind;
    verdict: Verdict;
    at: number;
    from: readonly number[];
    explanation: Explanation;
    recomputed?: Figure | null;
  },
): void {
  const { draft } = search;
  const { kind, verdict, explanation, recomputed = null } = finding;
  search.findings.push({
    kind,
    verdict,
    at: spanOfNumber(draft, finding.at),
    figures: finding.from.map((index) => spanOfNumber(draft, index)),
    explanation,
    recomputed,
  });
}
