import { compare } from "./decimals.ts";
import { type Draft, has, numberBefore, quantityAt, sentenceEnd, textAt } from "./draft.ts";
import { report, type Search, writtenFigure } from "./findings.ts";
import type { Fraction } from "./fractions.ts";
import type { ExplanationKey } from "./schema.ts";
import { isOfAim, type Judgement, judgeShare, leadOf } from "./shares.ts";
import { AIMS } from "./words.ts";

/** How far a share may stand from its fraction, in tokens. */
const LONGEST_GAP = 45;
const LONGEST_GAP_BACK = 12;

const MESSAGES = {
  RIGHT: "ratioRight",
  WRONG: "ratioWrong",
  TRUNCATED: "ratioTruncated",
  UNVERIFIABLE: "ratioUnclear",
} as const satisfies Record<Judgement["verdict"], ExplanationKey>;

/** A share that is recomputed from two numbers of the draft. */
export function reportShare(
  search: Search,
  share: number,
  parts: { part: number; whole: number },
  judgement: Judgement,
): void {
  const { draft } = search;
  const { verdict, recomputed, approximate } = judgement;
  search.taken.add(share);
  search.judged.set(share, judgement);
  const key = approximate && verdict === "RIGHT" ? "ratioApproximate" : MESSAGES[verdict];
  report(search, {
    kind: "RATIO",
    verdict,
    at: share,
    from: [parts.part, parts.whole, share],
    recomputed,
    explanation: {
      key,
      values: {
        part: writtenFigure(draft, parts.part),
        whole: writtenFigure(draft, parts.whole),
        stated: { ...writtenFigure(draft, share), unit: "%" },
        ...(recomputed && { recomputed }),
      },
    },
  });
}

/** Shares beside a fraction: "138/142 nhiệm vụ, đạt 97,1%", "97,1% (138/142)". */
export function findRatios(search: Search): void {
  const unpaired = search.fractions.filter((fraction) => {
    const share = shareBefore(search, fraction);
    if (share !== -1) pair(search, fraction, share, true);
    return share === -1;
  });
  const lefts = new Set(search.fractions.map(({ left }) => left));
  for (const fraction of unpaired) {
    const found = shareAfter(search, fraction, lefts);
    if (found) pair(search, fraction, found.share, found.certain);
  }
}

function pair(search: Search, fraction: Fraction, share: number, certain: boolean): void {
  const stated = quantityAt(search.draft, share);
  if (!stated) return;
  const { approximation } = leadOf(search.draft, share);
  const judgement = judgeShare(stated, fraction.part, fraction.whole, approximation);
  // "9/11 chỉ tiêu đạt trên 50% kế hoạch" says it of each of the nine.
  if (approximation && judgement.verdict === "WRONG" && isOfAim(search.draft, share)) return;
  const unclear = !certain && judgement.verdict === "WRONG";
  reportShare(
    search,
    share,
    { part: fraction.left, whole: fraction.right },
    unclear ? { ...judgement, verdict: "UNVERIFIABLE", recomputed: null } : judgement,
  );
}

const LINKS_BEFORE: ReadonlySet<string> = new Set([
  ..."( ứng tức với đương hay là - : thể đã hoàn thành khi gồm".split(" "),
]);

/** "97,1% (138/142 nhiệm vụ)", "đạt 97,1%, tương ứng 138/142". */
function shareBefore({ draft, taken }: Search, { left }: Fraction): number {
  const share = numberBefore(draft, left);
  const quantity = quantityAt(draft, share);
  if (quantity?.measure !== "percent" || taken.has(share)) return -1;
  if (left - quantity.next > LONGEST_GAP_BACK || sentenceEnd(draft, share) <= left) return -1;
  if (has(draft, quantity.next, left, new Set([";", ")"]))) return -1;
  const linked =
    LINKS_BEFORE.has(textAt(draft, left - 1)) || has(draft, quantity.next, left, new Set(["("]));
  if (!linked || ["RISE", "FALL", "AIM"].includes(leadOf(draft, share).kind)) return -1;
  return share;
}

/** Words with which a sentence of its own still speaks of the fraction before. */
const GOES_ON: ReadonlySet<string> = new Set(["tỷ", "tỉ", "đạt", "bằng"]);

/** The share that follows a fraction, and whether it can only be that fraction's. */
function shareAfter(
  { draft, taken }: Search,
  fraction: Fraction,
  lefts: ReadonlySet<number>,
): { share: number; certain: boolean } | null {
  let end = sentenceEnd(draft, fraction.next);
  if (GOES_ON.has(textAt(draft, end)) && textAt(draft, end - 1) !== "\n")
    end = sentenceEnd(draft, end);
  let [comma, certain] = [false, true];
  for (let index = fraction.next; index < Math.min(end, fraction.next + LONGEST_GAP); index += 1) {
    const text = textAt(draft, index);
    if (text === ",") comma = true;
    if (text === ";" && !leadsOn(draft, index + 1)) return null;
    if (lefts.has(index)) return null;
    const quantity = quantityAt(draft, index);
    if (!quantity) continue;
    const lead = leadOf(draft, index);
    if (quantity.measure === "percent") {
      if (taken.has(index)) return null;
      if (lead.kind === "RISE" || lead.kind === "FALL" || lead.kind === "AIM") continue;
      if (lead.strong) return { share: index, certain };
      const subject = draft.tokens[quantity.next];
      const changesSubject = subject?.kind === "word" && !AIMS.has(subject.text);
      if (comma && (changesSubject || looksLikeDate(fraction))) return null;
      return { share: index, certain };
    }
    if (isShareWithoutSign(draft, index)) return { share: index, certain };
    const left = textAt(draft, index - 1) === "còn" || textAt(draft, index - 2) === "còn";
    if (!left && lead.kind === "NONE") certain = false;
  }
  return null;
}

function leadsOn(draft: Draft, index: number): boolean {
  return ["đạt", "chiếm", "tỷ", "tỉ", "bằng"].includes(textAt(draft, index));
}

/** 27/7 with a share behind it is a day. */
function looksLikeDate({ part, whole }: Fraction): boolean {
  const day = compare(part, { units: 31n, scale: 0 }) <= 0;
  return day && compare(whole, { units: 12n, scale: 0 }) <= 0;
}

/** "140/178, đạt 78,6": a number with decimals and no unit, where a share belongs. */
function isShareWithoutSign(draft: Draft, index: number): boolean {
  const quantity = quantityAt(draft, index);
  if (quantity?.measure !== "count" || quantity.power > 0) return false;
  if (quantity.decimals === 0 || quantity.decimals > 2 || quantity.noun !== "") return false;
  const lead = leadOf(draft, index);
  const ends = [",", ";", ".", ")", "\n", ""].includes(textAt(draft, quantity.next));
  return ends && lead.kind === "SHARE" && lead.strong;
}
