import { compare, type Decimal, ZERO } from "./decimals.ts";
import { type Draft, has, numberFrom, quantityAt, sentenceBegin, textAt } from "./draft.ts";
import type { Search } from "./findings.ts";
import {
  type Item,
  type List,
  lineBegin,
  listBefore,
  listFrom,
  listInBrackets,
  type MayBePart,
  markerOf,
  nextLine,
} from "./lists.ts";
import { difference, readingsOf, sumOf } from "./readings.ts";
import { COMPLEMENTS, OVERLAPPING } from "./words.ts";

/**
 * How a total is said to be split. `CLOSED`: "gồm", "cụ thể" and lines say that the parts are
 * all there is; `LIKELY`: "trong đó", brackets and a colon mostly do; `OPEN`: "trong đó có"
 * names some of them; `BESIDE`: brackets and lines that may say something else altogether.
 */
export type Manner = "CLOSED" | "LIKELY" | "OPEN" | "BESIDE";

/** A total of the draft and the parts that it is said to have. */
export type Split = {
  total: number;
  parts: readonly Item[];
  sum: Decimal;
  agrees: boolean;
  manner: Manner;
  /** A comma stands between the total and the words that begin its list. */
  far: boolean;
  end: number;
};

/** Tokens that may be read for lists, in all. */
const WORK = { least: 50_000, perToken: 10 };
const LONGEST_GAP = 16;
const MOST_SPLITS = 4;
const INTRODUCTION = 10;
const TOLD: ReadonlySet<string> = new Set(["tổng"]);
const SELECTIVE: ReadonlySet<string> = new Set([
  "có",
  "đáng",
  "riêng",
  "tiêu",
  "chủ",
  "nổi",
  "nhiều",
  "một",
]);

/** Where a list of parts begins, as its words say: "trong đó", "gồm", "cụ thể như sau". */
function introductionAt(draft: Draft, index: number): { next: number; manner: Manner } | null {
  const [first, second, third] = [0, 1, 2].map((offset) => textAt(draft, index + offset));
  if (first === "trong" && (second === "đó" || (second === "số" && third === "đó"))) {
    const next = index + (second === "đó" ? 2 : 3);
    const selective = SELECTIVE.has(textAt(draft, next));
    return { next, manner: selective ? "OPEN" : "LIKELY" };
  }
  if (first === "gồm") return { next: index + (second === "có" ? 2 : 1), manner: "CLOSED" };
  if (first === "bao" && second === "gồm") return { next: index + 2, manner: "CLOSED" };
  if (first === "chi" && second === "tiết") return { next: index + 2, manner: "CLOSED" };
  if (first === "kết" && second === "quả" && third === ":") {
    return { next: index + 2, manner: "LIKELY" };
  }
  if (first === "cụ" && second === "thể") return { next: index + 2, manner: "CLOSED" };
  if (
    (first === "chia" || first === "phân") &&
    (second === "ra" || second === "theo" || second === "thành")
  ) {
    return { next: index + 2, manner: "CLOSED" };
  }
  return first === "như" && second === "sau" ? { next: index + 2, manner: "CLOSED" } : null;
}

/** The list's first token: behind a colon, where one follows before any figure. */
function listStart(draft: Draft, from: number): number {
  for (let index = from; index < from + INTRODUCTION; index += 1) {
    const token = draft.tokens[index];
    if (token?.text === ":") return index + 1;
    if (token?.kind !== "word" || token.quantity) break;
  }
  return textAt(draft, from) === "," ? from + 1 : from;
}

/** The totals of a draft with the lists that follow them. */
export function findSplits(search: Search): Split[] {
  const { draft } = search;
  const splits: Split[] = [];
  // Lists that overlap without end are no report's: past this the search stays linear and stops.
  let budget = WORK.least + WORK.perToken * draft.tokens.length;
  for (const total of draft.numbers) {
    if (budget < 0) break;
    if (!isCount(search, total)) continue;
    const { found, read } = splitsOf(search, total);
    splits.push(...found);
    budget -= read;
  }
  return ofOneTotal(draft, splits);
}

/** A list is one total's: of two that could mean it, the one that it agrees with or comes nearest to. */
function ofOneTotal(draft: Draft, splits: readonly Split[]): Split[] {
  const byList = Map.groupBy(splits, ({ parts }) => parts[0]?.number);
  return splits.filter((split) => {
    const rivals = byList.get(split.parts[0]?.number) ?? [];
    return rivals.every(
      (rival) => rival === split || distanceOf(draft, split) <= distanceOf(draft, rival),
    );
  });
}

function distanceOf(draft: Draft, { total, sum }: Split): bigint {
  return difference(sum, quantityAt(draft, total)?.value ?? ZERO);
}

/** Whether a figure is a number of things (or of money, area …) that can be a total or a part. */
function isCount({ draft, asides }: Search, index: number): boolean {
  const quantity = quantityAt(draft, index);
  return (
    quantity !== null &&
    quantity.form !== "dotted" &&
    quantity.measure !== "percent" &&
    quantity.measure !== "points" &&
    !asides.has(index)
  );
}

/** @returns the lists of a total, and how many tokens were read for them */
function splitsOf(search: Search, total: number): { found: Split[]; read: number } {
  const { draft, inFraction } = search;
  const own = quantityAt(draft, total);
  const found: Split[] = [];
  let read = 0;
  if (!own || inFraction.has(total)) return { found, read };
  const mayBePart = (index: number) => {
    const quantity = quantityAt(draft, index);
    if (!quantity || quantity.measure !== own.measure || inFraction.has(index)) return false;
    if (quantity.form === "words" && quantity.noun !== own.noun) return false;
    return index !== total && isCount(search, index);
  };
  let far = false;
  const take = (list: List | null, manner: Manner, isFar = far): void => {
    read += list?.read ?? LONGEST_GAP;
    const split = list && splitOf(draft, total, list, list.open ? "OPEN" : manner);
    if (split) found.push({ ...split, far: isFar });
  };
  let index = own.next;
  const before = listBefore(draft, total, mayBePart);
  if (before) take(before, "BESIDE", true);
  for (let gap = 0; gap < LONGEST_GAP && found.length < MOST_SPLITS; gap += 1) {
    const token = draft.tokens[index];
    if (!token) break;
    const introduction = introductionAt(draft, index);
    if (introduction) {
      const list = listFrom(draft, listStart(draft, introduction.next), total, mayBePart);
      take(list, introduction.manner);
      index = list?.end ?? index + 1;
      if (!list) break;
      const next =
        textAt(draft, index) === "," || textAt(draft, index) === ";"
          ? index + 1
          : nextLine(draft, index);
      if (!startsBreakdown(draft, next) && !introductionAt(draft, next)) break;
      index = introductionAt(draft, next) ? next : breakdownStart(draft, next) - 1;
    } else if (token.text === "(" && (draft.partner[index] ?? -1) > index) {
      const opened = introductionAt(draft, index + 1);
      take(
        listInBrackets(draft, index, mayBePart),
        opened?.manner === "OPEN" ? "OPEN" : opened ? "LIKELY" : "BESIDE",
      );
      index = (draft.partner[index] ?? index) + 1;
    } else if (token.text === ":") {
      const lines = draft.tokens[index + 1]?.kind === "line";
      take(listFrom(draft, index + 1, total, mayBePart), lines ? "CLOSED" : "LIKELY");
      break;
    } else if (token.text === "." || token.kind === "line") {
      const next = nextLine(draft, token.text === "." ? index + 1 : index);
      if (introductionAt(draft, next)) index = next;
      else if (startsBreakdown(draft, next) && !isItem(draft, total))
        index = breakdownStart(draft, next) - 1;
      else {
        take(linesBelow(draft, total, next, mayBePart), "BESIDE");
        break;
      }
    } else if (token.text === ")") {
      // "(tổng số 72 hồ sơ):" speaks of what follows; a part within brackets does not.
      const opening = draft.partner[index] ?? -1;
      if (opening === -1 || numberFrom(draft, opening) !== total) break;
      index += 1;
    } else if (token.text === "," || token.text === "-" || token.text === ";") {
      index += 1;
      if (introductionAt(draft, index) || textAt(draft, index) === "(") continue;
      // "26 thôn, tổ dân phố đăng ký, trong đó …"
      if (far || token.text !== "," || draft.tokens[index]?.kind !== "word") break;
      far = true;
    } else if (token.quantity || token.kind !== "word") {
      break;
    } else {
      index += 1;
    }
  }
  return { found, read };
}

/** Whether a figure stands in a line of a list. */
function isItem(draft: Draft, index: number): boolean {
  return markerOf(draft, lineBegin(draft, index))?.startsWith("1") === false;
}

/** Lines of a list directly below a sentence that tells a total, without words that lead to them. */
function linesBelow(draft: Draft, total: number, next: number, mayBePart: MayBePart): List | null {
  const marker = markerOf(draft, next);
  if (draft.tokens[next - 1]?.kind !== "line" || marker === null) return null;
  if (marker === markerOf(draft, lineBegin(draft, total))) return null;
  const told = has(draft, Math.max(sentenceBegin(draft, total), total - LONGEST_GAP), total, TOLD);
  return told ? listFrom(draft, next - 1, total, mayBePart) : null;
}

/** "Theo phòng, ban, đơn vị: …" */
function startsBreakdown(draft: Draft, index: number): boolean {
  return breakdownStart(draft, index) !== -1;
}

function breakdownStart(draft: Draft, index: number): number {
  const begins = [0, 1, 2, 3].some((offset) => textAt(draft, index + offset) === "theo");
  if (!begins) return -1;
  for (let next = index; next < index + LONGEST_GAP; next += 1) {
    if (textAt(draft, next) === ":") return next + 1;
    if (quantityAt(draft, next) || draft.tokens[next]?.kind === "line") return -1;
  }
  return -1;
}

/** The reading of a list that agrees with its total, or else comes nearest to it. */
function splitOf(draft: Draft, total: number, list: List, manner: Manner): Split | null {
  const stated = quantityAt(draft, total)?.value ?? ZERO;
  const readings = readingsOf(draft, list).map((parts) => {
    const sum = sumOf(draft, parts.items);
    return { parts, sum, distance: difference(sum, stated) };
  });
  const whole = readings.filter(({ parts }) => !parts.isBeginning);
  const best =
    readings.find(({ distance }) => distance === 0n) ??
    whole.toSorted((one, two) => Number(one.distance - two.distance))[0];
  if (!best) return null;
  const { sum } = best;
  const parts = best.parts.items;
  return {
    total,
    parts,
    sum,
    agrees: compare(sum, stated) === 0,
    manner,
    far: false,
    end: list.end,
  };
}

/** Whether the labels of the parts are such that nothing else can be: nam and nữ, kỳ trước and phát sinh. */
export function isComplete(draft: Draft, parts: readonly Item[]): boolean {
  if (parts.length !== 2) return false;
  const [one, two] = parts as [Item, Item];
  const said = (item: Item, words: ReadonlySet<string>) => has(draft, item.from, item.to, words);
  return COMPLEMENTS.some(
    ([left, right]) =>
      (said(one, left) && said(two, right)) || (said(two, left) && said(one, right)),
  );
}

/** Whether the parts are attributes that one and the same may have: nữ, đảng viên. */
export function mayOverlap(draft: Draft, parts: readonly Item[]): boolean {
  const attributes = parts.filter(({ from, number, to }) => {
    const after = quantityAt(draft, number)?.next ?? number + 1;
    return (
      OVERLAPPING.has(textAt(draft, from)) ||
      has(draft, after, Math.min(to, after + 3), OVERLAPPING)
    );
  });
  return attributes.length > 0 && !isComplete(draft, parts);
}
