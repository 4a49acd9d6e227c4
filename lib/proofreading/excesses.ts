import {
  absolute,
  compare,
  type Decimal,
  percentFigure,
  roundHalfUp,
  subtract,
} from "./decimals.ts";
import {
  type Draft,
  numberBefore,
  numbersBetween,
  quantityAt,
  sentenceBegin,
  sentenceEnd,
  textAt,
} from "./draft.ts";
import { type Change, report, type Search, writtenFigure } from "./findings.ts";
import { judgeShare } from "./shares.ts";

const AIM_WORDS: ReadonlySet<string> = new Set(["tiêu", "hoạch", "toán", "quyết", "giao", "cầu"]);
const AIM_WITHIN = 8;

/**
 * A share that is above or below another: "đạt 81,3%, vượt 6,3% so với chỉ tiêu 75%". Both the
 * difference in points and the relative change are taken for right.
 */
export function findExcess(search: Search, change: Change): void {
  const { draft, taken } = search;
  const stated = change.share !== -1 ? change.share : change.amount;
  const by = quantityAt(draft, stated);
  if (!by || (by.measure !== "percent" && by.measure !== "points") || taken.has(stated)) return;
  taken.add(stated);
  const { reached, aim } = placesOf(draft, change, stated);
  const judged = search.judged.get(reached);
  const written = quantityAt(draft, reached);
  const target = quantityAt(draft, aim);
  if (written?.measure !== "percent") {
    unclear(search, stated);
    return;
  }
  const actual = judged?.recomputed ? decimalOf(judged.recomputed) : written.value;
  if (target?.measure === "percent") {
    taken.add(aim);
    const points = absolute(subtract(actual, target.value));
    const right =
      compare(roundHalfUp(points, by.decimals), by.value) === 0 ||
      (by.measure === "percent" && judgeShare(by, points, target.value, null).verdict === "RIGHT");
    say(search, { stated, reached, aim, points, right });
    return;
  }
  const implied = subtract(written.value, by.value);
  if (judged?.verdict === "WRONG" && change.rises && isRound(implied)) {
    sayImplied(search, { stated, reached, actual, implied });
  } else {
    unclear(search, stated);
  }
}

/** The share that was reached, and the one that was aimed at; −1 where the sentence names none. */
function placesOf(draft: Draft, change: Change, stated: number): { reached: number; aim: number } {
  const { now, before } = change;
  if (before !== -1) return { reached: now, aim: before };
  if (!isAim(draft, now)) return { reached: now, aim: aimOf(draft, change, stated) };
  // "đạt 97,32% (chỉ tiêu 88%, vượt 9,32%)": what was reached stands before what was aimed at.
  const earlier = numberBefore(draft, now);
  const inSentence = earlier >= sentenceBegin(draft, change.at);
  return { reached: inSentence ? earlier : -1, aim: now };
}

/** The share that was reached is wrong, and so is by how much it is above an aim that is not named. */
function sayImplied(
  search: Search,
  {
    stated,
    reached,
    actual,
    implied,
  }: { stated: number; reached: number; actual: Decimal; implied: Decimal },
): void {
  const { draft } = search;
  const recomputed = percentFigure(subtract(actual, implied));
  report(search, {
    kind: "EXCESS",
    verdict: "WRONG",
    at: stated,
    from: [reached, stated],
    recomputed,
    explanation: {
      key: "excessImplied",
      values: {
        reached: percentFigure(actual),
        written: writtenFigure(draft, reached),
        target: percentFigure(implied),
        stated: { ...writtenFigure(draft, stated), unit: "%" },
        recomputed: { ...recomputed, unit: "" },
      },
    },
  });
}

function decimalOf({ value, decimals }: { value: number; decimals: number }): Decimal {
  return { units: BigInt(Math.round(value * 10 ** decimals)), scale: decimals };
}

/** A target is a whole number of per cent, or a half. */
function isRound(value: Decimal): boolean {
  if (value.units <= 0n) return false;
  return (value.units * 10n) % (5n * 10n ** BigInt(value.scale)) === 0n;
}

/** The share that is aimed at, elsewhere in the sentence: "chỉ tiêu giao 75%, …", "(chỉ tiêu 88%)". */
function aimOf(draft: Draft, { at, now }: Change, stated: number): number {
  const numbers = numbersBetween(draft, sentenceBegin(draft, at), sentenceEnd(draft, at));
  const aim = numbers.find((index) => {
    if (index === now || index === stated) return false;
    return quantityAt(draft, index)?.measure === "percent" && isAim(draft, index);
  });
  return aim ?? -1;
}

function isAim(draft: Draft, index: number): boolean {
  for (let back = 1; back <= AIM_WITHIN; back += 1) {
    const text = textAt(draft, index - back);
    if (AIM_WORDS.has(text)) return true;
    if (quantityAt(draft, index - back) || text === "," || text === ";" || text === "đạt")
      return false;
  }
  return false;
}

function say(
  search: Search,
  {
    stated,
    reached,
    aim,
    points,
    right,
  }: { stated: number; reached: number; aim: number; points: Decimal; right: boolean },
): void {
  const { draft } = search;
  const judged = search.judged.get(reached)?.recomputed;
  report(search, {
    kind: "EXCESS",
    verdict: right ? "RIGHT" : "WRONG",
    at: stated,
    from: [reached, aim, stated],
    recomputed: right ? null : percentFigure(points),
    explanation: {
      key: right ? "excessRight" : "excessWrong",
      values: {
        reached: judged ?? writtenFigure(draft, reached),
        target: writtenFigure(draft, aim),
        stated: { ...writtenFigure(draft, stated), unit: "%" },
        recomputed: { ...percentFigure(points), unit: "" },
      },
    },
  });
}

function unclear(search: Search, stated: number): void {
  const { draft } = search;
  report(search, {
    kind: "EXCESS",
    verdict: "UNVERIFIABLE",
    at: stated,
    from: [stated],
    explanation: {
      key: "excessOnly",
      values: { stated: { ...writtenFigure(draft, stated), unit: "%" } },
    },
  });
}
