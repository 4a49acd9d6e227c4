import { compare, figureOf } from "./decimals.ts";
import { type Draft, quantityAt, textAt } from "./draft.ts";
import { report, type Search, writtenFigure } from "./findings.ts";
import type { Item } from "./lists.ts";
import type { Verdict } from "./schema.ts";
import { isComplete, mayOverlap, type Split } from "./splits.ts";
import { ABOUT, AT_LEAST, AT_MOST } from "./words.ts";

/** How much of a total its parts must make up to be meant as all of it. */
const LEAST_SHARE = { CLOSED: 0.5, LIKELY: 0.67, BESIDE: 0.67, OPEN: Number.POSITIVE_INFINITY };
/** Parts of other names are taken for parts only where they come about this near. */
const NEAR = { least: 0.8, most: 1.25 };
/** Parts that make up more of a total than this are counted in something else. */
const MOST_SHARE = 1.5;

/** Tells of every total with a list of parts whether they add up to it. */
export function judgeSplits(search: Search, splits: readonly Split[]): void {
  for (const split of splits) {
    const verdict = verdictOf(search.draft, split);
    if (verdict) reportSum(search, split, verdict);
  }
}

function verdictOf(draft: Draft, split: Split): Verdict | null {
  const { total, parts, agrees, manner } = split;
  const [first] = parts;
  if (!first) return null;
  if (parts.length === 1) return !split.far && isLargerPart(draft, split, first) ? "WRONG" : null;
  if (agrees) return "RIGHT";
  if (isApproximate(draft, total)) return null;
  const share = shareOf(draft, split);
  const doubt: Verdict | null = manner === "BESIDE" ? null : "UNVERIFIABLE";
  if (manner === "OPEN") return share > 1 ? doubt : null;
  if (mayOverlap(draft, parts)) return doubt;
  const alike = areAlike(draft, total, parts) && !split.far;
  if (!alike && !isComplete(draft, parts)) {
    return share >= NEAR.least && share <= NEAR.most ? "WRONG" : doubt;
  }
  if (isComplete(draft, parts)) return "WRONG";
  if (share > 1) return share <= MOST_SHARE || manner !== "BESIDE" ? "WRONG" : doubt;
  return share >= LEAST_SHARE[manner] ? "WRONG" : doubt;
}

/** One part after "trong đó" that is larger than the whole. */
function isLargerPart(draft: Draft, { total, manner }: Split, { number }: Item): boolean {
  const [whole, part] = [quantityAt(draft, total), quantityAt(draft, number)];
  if (!whole || !part || manner === "BESIDE" || isApproximate(draft, total)) return false;
  return part.noun === whole.noun && compare(part.value, whole.value) > 0;
}

function isApproximate(draft: Draft, index: number): boolean {
  const before = textAt(draft, index - 1);
  return AT_LEAST.has(before) || AT_MOST.has(before) || ABOUT.has(before);
}

function shareOf(draft: Draft, { total, sum }: Split): number {
  const whole = quantityAt(draft, total)?.value;
  if (!whole || whole.units === 0n) return Number.POSITIVE_INFINITY;
  return Number(sum.units) / 10 ** sum.scale / (Number(whole.units) / 10 ** whole.scale);
}

/** Whether most parts count the same thing as the total, or say no other: "Phòng Kinh tế: 141". */
function areAlike(draft: Draft, total: number, parts: readonly Item[]): boolean {
  const whole = quantityAt(draft, total);
  const alike = parts.filter(({ number }) => {
    const part = quantityAt(draft, number);
    if (!part || !whole) return false;
    return part.measure !== "count" || part.noun === "" || part.noun === whole.noun;
  });
  return whole?.noun === "" || 2 * alike.length >= parts.length;
}

function reportSum(search: Search, { total, parts, sum }: Split, verdict: Verdict): void {
  const { draft } = search;
  const whole = quantityAt(draft, total);
  const recomputed = figureOf(sum, whole?.unit ?? "", whole?.power ?? 0);
  const key = {
    RIGHT: "sumRight",
    WRONG: "sumWrong",
    TRUNCATED: "sumWrong",
    UNVERIFIABLE: "sumOpen",
  } as const;
  report(search, {
    kind: "SUM",
    verdict,
    at: total,
    from: [total, ...parts.map(({ number }) => number)],
    recomputed: verdict === "WRONG" ? recomputed : null,
    explanation: {
      key: key[verdict],
      values: {
        parts: parts.map(({ number }) => writtenFigure(draft, number)),
        stated: writtenFigure(draft, total),
        recomputed,
      },
    },
  });
}
