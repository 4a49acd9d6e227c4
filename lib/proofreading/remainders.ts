import { add, compare, type Decimal, figureOf, subtract, ZERO } from "./decimals.ts";
import { type Draft, has, numbersBetween, quantityAt, sentenceBegin, textAt } from "./draft.ts";
import { report, type Search, writtenFigure } from "./findings.ts";
import type { Split } from "./splits.ts";
import { DONE } from "./words.ts";

const WORDS_BEFORE = 5;
const REACH = 80;
const UNDONE: ReadonlySet<string> = new Set(["đang", "chưa"]);
const ONLY_LEFT: ReadonlySet<string> = new Set(["còn"]);
const TURNS: ReadonlySet<string> = new Set(["xuống", "lên", "từ"]);
const TOTALS: ReadonlySet<string> = new Set([
  "tổng",
  "tiếp",
  "được",
  "có",
  "phải",
  "nhận",
  "số",
  "giao",
]);

/**
 * What is left: "20 đơn, đã giải quyết 17 đơn, còn 3 đơn"; "đã giải quyết 17/24, còn lại 7";
 * "tiếp nhận 1.905, giải quyết 1.783, đang giải quyết 122".
 */
export function findRemainders(search: Search, splits: readonly Split[]): void {
  const { draft, asides } = search;
  const totals = new Map(
    splits.flatMap(({ total, parts }) => parts.map(({ number }) => [number, total] as const)),
  );
  const agreed = new Set(
    splits.flatMap(({ parts, agrees }) => (agrees ? parts.map(({ number }) => number) : [])),
  );
  for (const left of draft.numbers) {
    const quantity = quantityAt(draft, left);
    if (!quantity || quantity.measure === "percent" || asides.has(left)) continue;
    if (search.inFraction.has(left) || !isLeftOver(draft, left) || agreed.has(left)) continue;
    judge(search, left, totals);
  }
}

/** "còn lại 7", "đang giải quyết 122", "7 đơn đang giải quyết" is not asked: it may be a part of anything. */
function isLeftOver(draft: Draft, index: number): boolean {
  for (let back = 1; back <= WORDS_BEFORE; back += 1) {
    const token = draft.tokens[index - back];
    if (token?.kind !== "word" || token.quantity) return false;
    if (token.text === "còn") return !TURNS.has(textAt(draft, index - back - 1));
    if (UNDONE.has(token.text)) return true;
  }
  return false;
}

function judge(search: Search, left: number, totals: ReadonlyMap<number, number>): void {
  const { draft, byWhole, inFraction, asides } = search;
  const begin = Math.max(sentenceBegin(draft, left), left - REACH);
  const rest = quantityAt(draft, left);
  const before = numbersBetween(draft, begin, left).filter((index) => {
    const quantity = quantityAt(draft, index);
    return (
      quantity?.measure === rest?.measure &&
      !asides.has(index) &&
      (draft.partner[index] ?? -1) === -1
    );
  });
  if (!rest) return;
  // "118 hồ sơ, trong đó 31 … và 87 …; đã giải quyết 85": the parts of the total say nothing of it.
  const outside = before.filter((index) => {
    const total = totals.get(index);
    return (
      !(total !== undefined && before.includes(total)) &&
      !isWithinBrackets(draft, index, begin, left)
    );
  });
  const last = outside.at(-1) ?? -1;
  const fraction = byWhole.get(last);
  if (fraction) {
    conclude(search, { total: fraction.right, done: fraction.left, left, sure: true });
    return;
  }
  if (last === -1 || inFraction.has(last)) return;
  const total = outside.at(-2) ?? -1;
  const [whole, done] = [quantityAt(draft, total), quantityAt(draft, last)];
  if (!whole || !done || compare(done.value, whole.value) > 0) return;
  if (
    !has(draft, last - WORDS_BEFORE, last, DONE) &&
    !has(draft, last, left, new Set(["xong", "đã"]))
  )
    return;
  const sure =
    (has(draft, total - WORDS_BEFORE, total, TOTALS) || isPlain(draft, total, last, left)) &&
    (rest.noun === "" || rest.noun === whole.noun || whole.noun === "") &&
    outside.length === 2;
  conclude(search, { total, done: last, left, sure });
}

/** "14 vụ, đã xử lý 9 vụ, còn 5 vụ": the three count the same and nothing else is said. */
function isPlain(draft: Draft, total: number, done: number, left: number): boolean {
  const [noun, ...others] = [total, done, left].map((index) => quantityAt(draft, index)?.noun);
  const told = has(draft, left - 2, left, ONLY_LEFT);
  return told && noun !== "" && others.every((other) => other === noun);
}

function isWithinBrackets(draft: Draft, index: number, from: number, to: number): boolean {
  for (let opening = from; opening < index; opening += 1) {
    const close = draft.partner[opening] ?? -1;
    if (textAt(draft, opening) === "(" && close > index && close < to) return true;
  }
  return false;
}

function conclude(
  search: Search,
  { total, done, left, sure }: { total: number; done: number; left: number; sure: boolean },
): void {
  const { draft } = search;
  const [whole, part, rest] = [total, done, left].map(
    (index) => quantityAt(draft, index)?.value ?? ZERO,
  ) as [Decimal, Decimal, Decimal];
  const right = compare(add(part, rest), whole) === 0;
  if (!right && !sure) return;
  const expected = subtract(whole, part);
  const { unit = "", power = 0 } = quantityAt(draft, left) ?? {};
  const recomputed = figureOf(expected, unit, power);
  report(search, {
    kind: "REMAINDER",
    verdict: right ? "RIGHT" : "WRONG",
    at: left,
    from: [total, done, left],
    recomputed: right ? null : recomputed,
    explanation: {
      key: right ? "remainderRight" : "remainderWrong",
      values: {
        total: writtenFigure(draft, total),
        done: writtenFigure(draft, done),
        stated: writtenFigure(draft, left),
        recomputed,
      },
    },
  });
}
