import { compare } from "./decimals.ts";
import {
  type Draft,
  has,
  numbersBetween,
  quantityAt,
  sentenceBegin,
  sentenceEnd,
  textAt,
} from "./draft.ts";
import { report, type Search, writtenFigure } from "./findings.ts";
import { reportShare } from "./ratios.ts";
import { isOfAim, judgeShare, leadOf } from "./shares.ts";
import type { Split } from "./splits.ts";

/** A number that a share may be of, and whether the draft says so plainly. */
type Base = { number: number; sure: boolean };

const REACH = 120;
/** So many numbers before a share may be what it is of. */
const MOST_BASES = 10;
const AIM_WITHIN = 8;
const REACH_OF_PLAN = 16;
const PLANNED: ReadonlySet<string> = new Set(["hoạch", "toán", "tiêu", "kh", "chỉ"]);
const OF_ALL: ReadonlySet<string> = new Set(["tổng", "trong"]);

/** Shares of which the whole stands elsewhere: "142 nhiệm vụ, đã xong 138, đạt 97,1%", "(chiếm p%)". */
export function findImpliedShares(search: Search, splits: readonly Split[]): void {
  const { draft } = search;
  const totals = new Map(
    splits.flatMap(({ parts, total }) => parts.map(({ number }) => [number, total] as const)),
  );
  for (const share of draft.numbers) {
    if (quantityAt(draft, share)?.measure !== "percent" || search.taken.has(share)) continue;
    const lead = leadOf(draft, share);
    if (lead.kind === "RISE" || lead.kind === "FALL") continue;
    if (lead.kind === "AIM" || !judge(search, share, totals)) reportRate(search, share);
  }
}

function judge(search: Search, share: number, totals: ReadonlyMap<number, number>): boolean {
  const { draft } = search;
  const stated = quantityAt(draft, share);
  const part = partOf(search, share);
  const own = quantityAt(draft, part);
  if (!stated || !own) return false;
  const { approximation, kind } = leadOf(draft, share);
  const bases = basesOf(search, share, part, totals);
  const judged = bases.map((base) => ({
    base,
    judgement: judgeShare(
      stated,
      own.value,
      quantityAt(draft, base.number)?.value ?? own.value,
      approximation,
    ),
  }));
  const found =
    judged.find(({ judgement }) => judgement.verdict === "RIGHT") ??
    judged.find(({ judgement, base }) => judgement.verdict === "TRUNCATED" && base.sure) ??
    judged.find(({ base }) => base.sure);
  if (!found || (kind === "NONE" && !found.base.sure)) return false;
  reportShare(search, share, { part, whole: found.base.number }, found.judgement);
  if (found.judgement.verdict === "RIGHT") search.wholes.add(found.base.number);
  return true;
}

/** The number that a share is said of: the last one before it, or before a comparison. */
function partOf({ draft, asides, inFraction }: Search, share: number): number {
  const begin = Math.max(sentenceBegin(draft, share), share - REACH);
  const numbers = numbersBetween(draft, begin, share).filter(
    (index) => !asides.has(index) && isAmount(draft, index),
  );
  const last = numbers.at(-1) ?? -1;
  return inFraction.has(last) ? -1 : last;
}

function isAmount(draft: Draft, index: number): boolean {
  const measure = quantityAt(draft, index)?.measure;
  return measure !== "percent" && measure !== "points";
}

/** The numbers that may be the whole, the likeliest first. */
function basesOf(
  search: Search,
  share: number,
  part: number,
  totals: ReadonlyMap<number, number>,
): Base[] {
  const { draft, asides, inFraction } = search;
  const own = quantityAt(draft, part);
  const planned = isOfAim(draft, share);
  const [begin, end] = [sentenceBegin(draft, share), sentenceEnd(draft, share)];
  const alike = (index: number) => {
    const other = quantityAt(draft, index);
    return index !== part && other?.measure === own?.measure && isAmount(draft, index);
  };
  const bases: Base[] = [];
  const total = totals.get(part);
  if (total !== undefined && !planned) bases.push({ number: total, sure: true });
  const after = numbersBetween(draft, share + 1, Math.min(end, share + REACH / 4)).find(alike);
  if (after !== undefined && isTiedAfter(draft, share, after, planned))
    bases.push({ number: after, sure: true });
  const before = numbersBetween(draft, Math.max(begin, share - REACH), part)
    .filter(alike)
    .slice(-MOST_BASES)
    .reverse();
  for (const [index, number] of before.entries()) {
    const aimed =
      has(draft, number - AIM_WITHIN, number, PLANNED) &&
      !hasNumber(draft, number - AIM_WITHIN, number);
    if (planned && !aimed) {
      bases.push({ number, sure: false });
      continue;
    }
    const base = quantityAt(draft, number);
    const fits = base && own && compare(base.value, own.value) >= 0;
    const named = has(draft, number - 3, number, OF_ALL);
    const sameNoun = base?.noun === own?.noun && base?.noun !== "";
    const clear = !asides.has(number) && !inFraction.has(number) && before.length === 1;
    bases.push({
      number,
      sure:
        aimed ||
        (search.wholes.has(number) && sameNoun) ||
        (Boolean(fits) && clear && index === 0 && (named || sameNoun)),
    });
  }
  if (planned) {
    // "Kế hoạch vốn là 427,4 tỷ đồng. Giải ngân 128,7 tỷ đồng, đạt 30,1% kế hoạch."
    const earlier = numbersBetween(
      draft,
      Math.max(sentenceBegin(draft, begin - 1), begin - REACH),
      begin,
    ).filter(alike);
    for (const number of earlier.slice(-MOST_BASES)) {
      if (has(draft, number - REACH_OF_PLAN, number, PLANNED)) bases.push({ number, sure: false });
    }
    for (const number of numbersBetween(draft, Math.max(begin, share - REACH), share)) {
      if (asides.has(number) && has(draft, number - AIM_WITHIN, number, PLANNED)) {
        const first = numbersBetween(draft, Math.max(begin, share - REACH), number).find((index) =>
          isAmount(draft, index),
        );
        if (first === part) bases.push({ number, sure: true });
      }
    }
  }
  return bases;
}

function hasNumber(draft: Draft, from: number, to: number): boolean {
  return numbersBetween(draft, from, to).length > 0;
}

/** "(chiếm 25%) trong tổng số 14", "đạt 25,2% kế hoạch vốn là 427,4 tỷ", "so với cùng kỳ (27 tỷ)". */
function isTiedAfter(draft: Draft, share: number, after: number, planned: boolean): boolean {
  const from = quantityAt(draft, share)?.next ?? share + 1;
  if (has(draft, from, after, new Set([",", ";"])) || hasNumber(draft, from, after)) return false;
  const words = textAt(draft, from) === ")" ? from + 1 : from;
  const ofAll =
    textAt(draft, words) === "trong" ||
    textAt(draft, words) === "trên" ||
    textAt(draft, words) === "tổng";
  return planned || ofAll || textAt(draft, words) === "của";
}

/** A share alone, with no parts to recompute it from. */
function reportRate(search: Search, share: number): void {
  const { draft } = search;
  search.taken.add(share);
  report(search, {
    kind: "RATE",
    verdict: "UNVERIFIABLE",
    at: share,
    from: [share],
    explanation: {
      key: "rateOnly",
      values: { stated: { ...writtenFigure(draft, share), unit: "%" } },
    },
  });
}
