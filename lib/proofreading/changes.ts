import { absolute, add, compare, type Decimal, figureOf, subtract } from "./decimals.ts";
import {
  type Draft,
  numberBefore,
  quantityAt,
  sentenceBegin,
  sentenceEnd,
  textAt,
} from "./draft.ts";
import { findExcess } from "./excesses.ts";
import { type Change, report, type Search, writtenFigure } from "./findings.ts";
import type { ExplanationKey } from "./schema.ts";
import { judgeShare, leadOf } from "./shares.ts";
import { FALLS, LESS, MORE, RISES } from "./words.ts";

const LONGEST_CHANGE = 60;
const FIRST_NUMBER_WITHIN = 6;
const COMPARED_WITHIN = 14;
const TIES: ReadonlySet<string> = new Set([
  "ứng",
  "đương",
  "(",
  "=",
  "tức",
  "bằng",
  "mức",
  "là",
  "độ",
]);
const STOPS: ReadonlySet<string> = new Set([",", ";", "="]);

/** Rises and falls: "giảm 7 triệu đồng so với tháng 3 = 44%", "tăng từ y lên z (p%)". */
export function findChanges(search: Search): void {
  const { draft } = search;
  for (let index = 0; index < draft.tokens.length; ) {
    const rises = directionAt(draft, index);
    if (rises === null) {
      index += 1;
      continue;
    }
    const { change, next } = readChange(search, index, rises);
    judgeChange(search, change);
    index = next;
  }
}

function directionAt(draft: Draft, index: number): boolean | null {
  const text = textAt(draft, index);
  if (RISES.has(text)) return true;
  if (FALLS.has(text)) return false;
  if (text !== "hơn") return null;
  const compared = textAt(draft, index - 1);
  if (MORE.has(compared)) return true;
  return LESS.has(compared) ? false : null;
}

function isShareLike(draft: Draft, index: number): boolean {
  const measure = quantityAt(draft, index)?.measure;
  return measure === "percent" || measure === "points";
}

function readChange(search: Search, at: number, rises: boolean): { change: Change; next: number } {
  const { draft, taken } = search;
  const end = Math.min(sentenceEnd(draft, at), at + LONGEST_CHANGE);
  const change: Change = { at, rises, amount: -1, share: -1, before: -1, now: -1, certain: true };
  const first = firstNumber(draft, at, end);
  if (first !== -1) change[isShareLike(draft, first) ? "share" : "amount"] = first;
  let next = at + 1;
  for (let index = at + 1; index < end; index += 1) {
    const text = textAt(draft, index);
    if (text === ";") break;
    if (index > at + 1 && directionAt(draft, index) !== null) {
      if (change.share !== -1 || !TIES.has(textAt(draft, index - 1))) break;
    }
    if (text === "từ" && change.before === -1) readFromTo(draft, index, end, change);
    if (text === "với" && textAt(draft, index - 1) === "so" && change.before === -1) {
      change.before = comparedNumber(draft, index + 1, end, isShareLike(draft, change.share));
    }
    const told = index === change.before || index === change.now;
    if (change.share === -1 && !told && isShareLike(draft, index) && !taken.has(index)) {
      if (!isShareOfChange(draft, index)) break;
      change.share = index;
    }
    next = index + 1;
  }
  if (first === -1 && change.before === -1 && change.share === -1) return { change, next: at + 1 };
  lookBack(search, change);
  return { change, next };
}

/** The number that directly follows: "tăng thêm 12 hồ sơ". */
function firstNumber(draft: Draft, at: number, end: number): number {
  for (let index = at + 1; index < Math.min(end, at + FIRST_NUMBER_WITHIN); index += 1) {
    const token = draft.tokens[index];
    if (token?.quantity) return index;
    if (token?.kind !== "word" && token?.text !== "(") return -1;
    if (token.text === "từ" || token.text === "với" || token.text === "#") return -1;
  }
  return -1;
}

const TO: ReadonlySet<string> = new Set(["lên", "xuống", "còn", "đến", "sang", "thành", "tới"]);

/** "từ 24 vụ xuống còn 18 vụ" */
function readFromTo(draft: Draft, from: number, end: number, change: Change): void {
  const before = firstNumber(draft, from, end);
  if (before === -1) return;
  let index = quantityAt(draft, before)?.next ?? end;
  for (const last = Math.min(end, index + COMPARED_WITHIN); index < last; index += 1) {
    if (quantityAt(draft, index) || textAt(draft, index) === ";") return;
    if (!TO.has(textAt(draft, index))) continue;
    const now = firstNumber(draft, index, end);
    if (now === -1) continue;
    if (quantityAt(draft, now)?.measure !== quantityAt(draft, before)?.measure) return;
    change.before = before;
    change.now = now;
    if (change.share === before) change.share = -1;
    if (change.amount === before) change.amount = -1;
    return;
  }
}

/** What is compared with: "so với cùng kỳ (27 tỷ đồng)", "so với kế hoạch 12 tỷ đồng". */
function comparedNumber(draft: Draft, from: number, end: number, shares: boolean): number {
  for (let index = from; index < Math.min(end, from + COMPARED_WITHIN); index += 1) {
    if (STOPS.has(textAt(draft, index)) || textAt(draft, index) === ")") return -1;
    const quantity = quantityAt(draft, index);
    if (quantity?.measure === "percent") return shares ? index : -1;
    if (quantity && directionAt(draft, index - 1) === null) return index;
  }
  return -1;
}

/** Whether a share says by how much and not how much: "đạt 95%" within a change is another matter. */
function isShareOfChange(draft: Draft, index: number): boolean {
  const lead = leadOf(draft, index);
  if (lead.kind === "AIM") return false;
  if (lead.kind !== "SHARE") return true;
  const next = quantityAt(draft, index)?.next ?? index + 1;
  const planned = ["kế", "kh", "dự", "chỉ", "mục"].includes(textAt(draft, next));
  return !planned && TIES.has(textAt(draft, index - 1));
}

/** What stands before the change: "5,5 triệu đồng, giảm 7 triệu đồng", "So với tháng 3 (150), …". */
function lookBack({ draft, asides, byWhole }: Search, change: Change): void {
  const begin = Math.max(sentenceBegin(draft, change.at), change.at - LONGEST_CHANGE);
  if (change.before === -1) {
    for (let index = begin; index < change.at; index += 1) {
      const text = textAt(draft, index);
      if (text === "từ") readFromTo(draft, index, change.at, change);
      if (change.before === -1 && text === "với" && textAt(draft, index - 1) === "so") {
        change.before = comparedNumber(draft, index + 1, change.at, false);
        if (asides.has(change.before)) change.before = -1;
      }
    }
  }
  if (change.now !== -1) return;
  let now = numberBefore(draft, change.at);
  while (now >= begin && asides.has(now)) now = numberBefore(draft, now);
  const fraction = byWhole.get(now);
  if (fraction && !isShareLike(draft, change.amount)) now = fraction.left;
  if (now < begin || now === change.before) return;
  change.now = now;
  change.certain = false;
}

function judgeChange(search: Search, change: Change): void {
  const { draft, asides, taken } = search;
  const { amount, share, before, now } = change;
  if (isShareLike(draft, now) || isShareLike(draft, before)) {
    findExcess(search, change);
    return;
  }
  for (const aside of [amount, change.certain ? -1 : before]) if (aside !== -1) asides.add(aside);
  if (share !== -1 && quantityAt(draft, share)?.measure === "points") {
    report(search, {
      kind: "CHANGE",
      verdict: "UNVERIFIABLE",
      at: share,
      from: [share],
      explanation: { key: "changeOnly", values: { stated: writtenFigure(draft, share) } },
    });
    return;
  }
  if (share !== -1 && !taken.has(share)) judgeShareOfChange(search, change);
  judgeAmount(search, change);
}

/** The base of a change and its size, from what the sentence gives of them. */
function partsOf(
  draft: Draft,
  change: Change,
): { part: Decimal; whole: Decimal; from: number[]; sure: boolean } | null {
  const value = (index: number) => quantityAt(draft, index)?.value as Decimal;
  const alike = (one: number, two: number) =>
    quantityAt(draft, one)?.measure === quantityAt(draft, two)?.measure;
  const { amount, before, now } = change;
  if (amount !== -1 && before !== -1 && alike(amount, before)) {
    return { part: value(amount), whole: value(before), from: [amount, before], sure: true };
  }
  if (before !== -1 && now !== -1 && alike(before, now)) {
    const part = absolute(subtract(value(now), value(before)));
    return { part, whole: value(before), from: [before, now], sure: true };
  }
  if (amount !== -1 && now !== -1 && alike(amount, now)) {
    const whole = change.rises
      ? subtract(value(now), value(amount))
      : add(value(now), value(amount));
    const [one, two] = [quantityAt(draft, amount), quantityAt(draft, now)];
    const sure =
      one?.measure !== "count" || one.noun === two?.noun || one.noun === "" || two?.noun === "";
    return compare(whole, { units: 0n, scale: 0 }) > 0
      ? { part: value(amount), whole, from: [now, amount], sure }
      : null;
  }
  return null;
}

function judgeShareOfChange(search: Search, change: Change): void {
  const { draft } = search;
  const stated = quantityAt(draft, change.share);
  const parts = partsOf(draft, change);
  search.taken.add(change.share);
  if (!stated || !parts) {
    report(search, {
      kind: "CHANGE",
      verdict: "UNVERIFIABLE",
      at: change.share,
      from: [change.share],
      explanation: { key: "changeOnly", values: { stated: writtenFigure(draft, change.share) } },
    });
    return;
  }
  const judgement = judgeShare(
    stated,
    parts.part,
    parts.whole,
    leadOf(draft, change.share).approximation,
  );
  const turned = isTurned(draft, change);
  const verdict = turned
    ? "WRONG"
    : judgement.verdict === "WRONG" && !parts.sure
      ? "UNVERIFIABLE"
      : judgement.verdict;
  const keys: Record<string, ExplanationKey> = {
    RIGHT: "changeRight",
    WRONG: turned ? "changeDirection" : "changeWrong",
    TRUNCATED: "changeTruncated",
    UNVERIFIABLE: "changeOnly",
  };
  const recomputed = verdict === "UNVERIFIABLE" ? null : judgement.recomputed;
  const measured = quantityAt(draft, parts.from[0] ?? -1);
  report(search, {
    kind: "CHANGE",
    verdict,
    at: change.share,
    from: [...parts.from, change.share],
    recomputed,
    explanation: {
      key: keys[verdict] ?? "changeOnly",
      values: {
        part: figureOf(parts.part, measured?.unit ?? "", measured?.power ?? 0),
        whole: figureOf(parts.whole, measured?.unit ?? "", measured?.power ?? 0),
        stated: { ...writtenFigure(draft, change.share), unit: "%" },
        ...(recomputed && { recomputed }),
      },
    },
  });
}

/** Whether what is said to rise falls. */
function isTurned(draft: Draft, { before, now, rises, certain, amount }: Change): boolean {
  const [from, to] = [quantityAt(draft, before), quantityAt(draft, now)];
  if (!from || !to || from.measure !== to.measure || !certain || amount !== -1) return false;
  return compare(to.value, from.value) < 0 === rises && compare(to.value, from.value) !== 0;
}

/** "150 hồ sơ, tăng 30 hồ sơ so với tháng trước (120 hồ sơ)": the three go together. */
function judgeAmount(search: Search, { amount, before, now, rises, certain }: Change): void {
  const { draft } = search;
  const [by, from, to] = [amount, before, now].map((index) => quantityAt(draft, index));
  if (!by || !from || !to || by.measure !== from.measure || by.measure !== to.measure) return;
  const expected = rises ? subtract(to.value, from.value) : subtract(from.value, to.value);
  const right = compare(expected, by.value) === 0;
  const sameNoun = by.noun === to.noun && (from.noun === to.noun || from.noun === "");
  if (!right && !(certain || (sameNoun && (by.measure !== "count" || by.noun !== "")))) return;
  const shown = compare(expected, { units: 0n, scale: 0 }) >= 0;
  const recomputed = shown ? figureOf(expected, by.unit, by.power) : null;
  report(search, {
    kind: "DIFFERENCE",
    verdict: right ? "RIGHT" : "WRONG",
    at: amount,
    from: [now, amount, before],
    recomputed: right ? null : recomputed,
    explanation: {
      key: right ? "differenceRight" : "differenceWrong",
      values: {
        before: writtenFigure(draft, before),
        now: writtenFigure(draft, now),
        stated: writtenFigure(draft, amount),
        recomputed: figureOf(absolute(expected), by.unit, by.power),
      },
    },
  });
}
