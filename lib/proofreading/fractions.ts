import { compare, type Decimal, shift } from "./decimals.ts";
import { type Draft, quantityAt, textAt } from "./draft.ts";
import type { Quantity } from "./tokens.ts";

/** A part and its whole that the draft sets against each other: "a/b", "a trên b", "a trong tổng số b". */
export type Fraction = {
  /** The tokens of the two numbers. */
  left: number;
  right: number;
  part: Decimal;
  whole: Decimal;
  /** The token after the whole and its unit. */
  next: number;
};

const MOST_WORDS_BETWEEN = 6;
const MOST_WORDS_BEFORE_OVER = 12;

/** Every fraction of a draft, in order. */
export function fractionsOf(draft: Draft): Fraction[] {
  const found: Fraction[] = [];
  for (let index = 1; index < draft.tokens.length; index += 1) {
    const text = textAt(draft, index);
    if (text === "/") add(found, draft, [index, index], MOST_WORDS_BETWEEN);
    else if (text === "trên") add(found, draft, [index, index], MOST_WORDS_BEFORE_OVER);
    else if (text === "trong" && isOfTotal(draft, index + 1)) {
      add(
        found,
        draft,
        [index, index + (textAt(draft, index + 1) === "số" ? 1 : 0)],
        MOST_WORDS_BEFORE_OVER,
      );
    }
  }
  return found;
}

/** "trong tổng số", "trong số", "trong tổng". */
function isOfTotal(draft: Draft, index: number): boolean {
  return textAt(draft, index) === "tổng" || textAt(draft, index) === "số";
}

function add(found: Fraction[], draft: Draft, [over, last]: [number, number], most: number): void {
  const left = numberLeftOf(draft, over, most);
  const right = numberRightOf(draft, last);
  const [part, whole] = [quantityAt(draft, left), quantityAt(draft, right)];
  if (!part || !whole || isRate(part) || isRate(whole)) return;
  const slash = textAt(draft, over) === "/";
  const values = inOneScale(part, whole, slash);
  if (!values || (!slash && compare(values.part, values.whole) > 0)) return;
  if (found.at(-1)?.right === left) return;
  found.push({ left, right, ...values, next: whole.next });
}

function isRate({ measure }: Quantity): boolean {
  return measure === "percent" || measure === "points";
}

/** "310,5/427,4 tỷ đồng": what stands before the slash is in the unit behind it. */
function inOneScale(
  part: Quantity,
  whole: Quantity,
  slash: boolean,
): { part: Decimal; whole: Decimal } | null {
  if (part.measure === whole.measure) return { part: part.value, whole: whole.value };
  if (!slash || part.measure !== "count" || part.noun !== "") return null;
  return { part: shift(part.value, whole.power), whole: whole.value };
}

function numberLeftOf(draft: Draft, over: number, most: number): number {
  for (let index = over - 1; index >= 0 && over - index <= most + 2; index -= 1) {
    const token = draft.tokens[index];
    if (token?.quantity) return token.quantity.next >= over - most ? index : -1;
    if (token?.kind !== "word" && token?.text !== "%") return -1;
    if (token.text === "#") return -1;
  }
  return -1;
}

/** Directly behind, or behind "tổng số … là". */
function numberRightOf(draft: Draft, over: number): number {
  const next = over + 1;
  if (quantityAt(draft, next)) return next;
  if (textAt(draft, next) !== "tổng" && textAt(draft, over) !== "số") return -1;
  for (let index = next; index <= next + MOST_WORDS_BETWEEN + 2; index += 1) {
    const token = draft.tokens[index];
    if (token?.quantity) return index;
    if (token?.kind !== "word") return -1;
  }
  return -1;
}
