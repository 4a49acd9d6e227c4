import { add, compare, type Decimal, figureOf, subtract, ZERO } from "./decimals.ts";
import { type Draft, quantityAt, textAt } from "./draft.ts";
import { report, type Search, writtenFigure } from "./findings.ts";

type Term = { number: number; minus: boolean };

const MOST_TERMS = 60;
const MOST_WORDS = 8;

/** Sums that are written out: "238 + 207 + 213 = 658", "5,4 tỷ = 3,1 tỷ + 2,3 tỷ". */
export function findEquations(search: Search): void {
  const { draft } = search;
  for (let index = 0; index < draft.tokens.length; index += 1) {
    if (textAt(draft, index) !== "=") continue;
    const left = termsLeft(draft, index);
    const right = termsRight(draft, index);
    if (left.length === 1 && right.length > 1) judge(search, left[0]?.number ?? -1, right);
    else if (left.length > 1 && right.length === 1) judge(search, right[0]?.number ?? -1, left);
  }
}

const signOf = (text: string) => (text === "+" ? false : text === "-" ? true : null);

function termsRight(draft: Draft, equals: number): Term[] {
  const terms: Term[] = [];
  let [index, minus] = [equals + 1, false];
  while (terms.length < MOST_TERMS) {
    const number = skipWords(draft, index, 1);
    const quantity = quantityAt(draft, number);
    if (!quantity) break;
    terms.push({ number, minus });
    const sign = skipWords(draft, quantity.next, 1);
    const found = signOf(textAt(draft, sign));
    if (found === null) break;
    minus = found;
    index = sign + 1;
  }
  return terms;
}

function termsLeft(draft: Draft, equals: number): Term[] {
  const terms: Term[] = [];
  let index = equals - 1;
  while (terms.length < MOST_TERMS) {
    const number = skipWords(draft, index, -1);
    if (!quantityAt(draft, number)) break;
    terms.unshift({ number, minus: false });
    const sign = skipWords(draft, number - 1, -1);
    const found = signOf(textAt(draft, sign));
    if (found === null) break;
    const [last] = terms;
    if (last) last.minus = found;
    index = sign - 1;
  }
  return terms;
}

/** The first token that is no plain word, a few words on or back; units and brackets' names are words. */
function skipWords(draft: Draft, from: number, step: 1 | -1): number {
  let index = from;
  for (let count = 0; count < MOST_WORDS; count += 1, index += step) {
    const token = draft.tokens[index];
    if (!token || token.quantity || (token.kind !== "word" && token.text !== "%")) break;
  }
  return index;
}

function judge(search: Search, total: number, terms: readonly Term[]): void {
  const { draft } = search;
  const stated = quantityAt(draft, total);
  const alike = terms.every(({ number }) => quantityAt(draft, number)?.measure === stated?.measure);
  if (!stated || !alike) return;
  const value = ({ number }: Term): Decimal => quantityAt(draft, number)?.value ?? ZERO;
  const sum = terms.reduce((so, term) => (term.minus ? subtract : add)(so, value(term)), ZERO);
  const right = compare(sum, stated.value) === 0;
  const shown = figureOf(sum, stated.unit, stated.power);
  report(search, {
    kind: "SUM",
    verdict: right ? "RIGHT" : "WRONG",
    at: total,
    from: [...terms.map(({ number }) => number), total],
    recomputed: right ? null : shown,
    explanation: {
      key: right ? "sumRight" : "sumWrong",
      values: {
        parts: terms.map((term) => {
          const figure = writtenFigure(draft, term.number);
          return term.minus ? { ...figure, value: -figure.value } : figure;
        }),
        stated: writtenFigure(draft, total),
        recomputed: shown,
      },
    },
  });
}
