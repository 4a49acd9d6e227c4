import {
  absolute,
  compare,
  type Decimal,
  figureOf,
  percentFigure,
  percentOf,
  roundHalfUp,
  subtract,
} from "./decimals.ts";
import { type Draft, quantityAt, textAt } from "./draft.ts";
import type { Figure, Verdict } from "./schema.ts";
import type { Quantity } from "./tokens.ts";
import {
  ABOUT,
  AIMED_AT,
  AIMS,
  AT_LEAST,
  AT_MOST,
  FALLS,
  LESS,
  MORE,
  RISES,
  SHARE_WORDS,
  STRONG_SHARE_WORDS,
} from "./words.ts";

export type Approximation = "AT_LEAST" | "AT_MOST" | "ABOUT" | null;

/** What the words before a figure make of it. */
export type Lead = {
  kind: "SHARE" | "RISE" | "FALL" | "AIM" | "NONE";
  /** Said by a word that ties it to the figures before, also across a comma. */
  strong: boolean;
  approximation: Approximation;
};

const FILLERS: ReadonlySet<string> = new Set(
  "là được khoảng trên hơn gần mức số chỉ xấp xỉ đến tới lên thêm tỷ tỉ ước dưới : với mạnh nhẹ còn xuống ra".split(
    " ",
  ),
);
const MOST_WORDS_OF_LEAD = 6;

function approximationOf(draft: Draft, index: number): Approximation {
  const [before, second] = [textAt(draft, index - 1), textAt(draft, index - 2)];
  if (AT_LEAST.has(before) && !MORE.has(second) && !LESS.has(second)) return "AT_LEAST";
  if (AT_MOST.has(before)) return "AT_MOST";
  return ABOUT.has(before) || ABOUT.has(second) ? "ABOUT" : null;
}

/** How a figure is introduced: "đạt p%", "tăng p%", "chỉ tiêu p%", "(p%". */
export function leadOf(draft: Draft, index: number): Lead {
  const approximation = approximationOf(draft, index);
  const lead = (kind: Lead["kind"], strong = false): Lead => ({ kind, strong, approximation });
  for (let back = 1; back <= MOST_WORDS_OF_LEAD; back += 1) {
    const token = draft.tokens[index - back];
    if (!token || token.kind === "line") break;
    const { text } = token;
    if (RISES.has(text)) return lead("RISE");
    if (FALLS.has(text)) return lead("FALL");
    if (text === "hơn") {
      const compared = textAt(draft, index - back - 1);
      if (MORE.has(compared)) return lead("RISE");
      if (LESS.has(compared)) return lead("FALL");
    }
    if (text === "(") return lead("SHARE", true);
    if (SHARE_WORDS.has(text)) {
      // "tương ứng tăng p%" was met above; "tăng tương ứng p%" is a change too.
      const change = back < MOST_WORDS_OF_LEAD ? changeBefore(draft, index - back) : null;
      return change ? lead(change) : lead("SHARE", STRONG_SHARE_WORDS.has(text));
    }
    if (AIMED_AT.has(text)) return lead("AIM");
    if (token.quantity || !FILLERS.has(text)) break;
  }
  return lead("NONE");
}

const LINKS: ReadonlySet<string> = new Set(["tương", "ứng", "đương", "bằng", "tức", "là"]);

/** A change said just before "tương ứng", "bằng" and the like. */
function changeBefore(draft: Draft, index: number): "RISE" | "FALL" | null {
  let back = index;
  while (LINKS.has(textAt(draft, back))) back -= 1;
  const text = textAt(draft, back);
  if (back === index || text === "lệ") return null;
  if (RISES.has(text)) return "RISE";
  return FALLS.has(text) ? "FALL" : null;
}

/** Whether a share is measured against something else than the figures beside it: "kế hoạch", "so với". */
export function isOfAim(draft: Draft, index: number): boolean {
  const next = quantityAt(draft, index)?.next ?? index + 1;
  return AIMS.has(textAt(draft, next)) || AIMS.has(textAt(draft, next + 1));
}

export type Judgement = { verdict: Verdict; recomputed: Figure | null; approximate: boolean };

/** Compares a share as stated with what its parts give, at the decimals stated. */
export function judgeShare(
  stated: Pick<Quantity, "value" | "decimals">,
  part: Decimal,
  whole: Decimal,
  approximation: Approximation,
): Judgement {
  const { value, decimals } = stated;
  const rounded = percentOf(part, whole, decimals, "HALF_UP");
  const cut = percentOf(part, whole, decimals, "CUT");
  if (!rounded || !cut) return { verdict: "UNVERIFIABLE", recomputed: null, approximate: false };
  const recomputed = percentFigure(rounded);
  if (compare(value, rounded) === 0) return { verdict: "RIGHT", recomputed, approximate: false };
  if (approximation !== null) {
    return { ...judgeApproximation(value, part, whole, approximation), approximate: true };
  }
  const truncated = compare(value, cut) === 0;
  return { verdict: truncated ? "TRUNCATED" : "WRONG", recomputed, approximate: false };
}

/** "trên 95%" holds for 95,4 %, "gần 98%" for 97,4 %: within one point on the side that is said. */
function judgeApproximation(
  value: Decimal,
  part: Decimal,
  whole: Decimal,
  approximation: Exclude<Approximation, null>,
): { verdict: Verdict; recomputed: Figure | null } {
  const exact = percentOf(part, whole, 4, "HALF_UP") as Decimal;
  const side = compare(exact, value);
  const distance = Number(absolute(subtract(exact, value)).units) / 10 ** 4;
  const near = distance <= (approximation === "ABOUT" ? 2 : 5);
  const holds = approximation === "ABOUT" || (approximation === "AT_LEAST" ? side >= 0 : side <= 0);
  const recomputed = figureOf(roundHalfUp(exact, 1), "%");
  return { verdict: holds && near ? "RIGHT" : "WRONG", recomputed };
}
