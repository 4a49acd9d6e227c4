import type { Span } from "./schema.ts";
import { type PlainText, plainTextOf, spanIn } from "./text.ts";
import { type Quantity, type Token, tokensOf } from "./tokens.ts";

/** A draft made ready for looking for claims: its words and numbers, and how they are grouped. */
export type Draft = {
  plain: PlainText;
  tokens: readonly Token[];
  /** Tokens that have a quantity, in order. */
  numbers: readonly number[];
  /** By token: how many of `numbers` come before it. */
  numberIndex: Int32Array;
  /** By token: its sentence; a line ends one too. */
  sentence: Int32Array;
  /** By sentence: its first token; one more for the end. */
  sentenceStart: readonly number[];
  /** By token: the bracket that closes or opens what it opens or closes; −1 otherwise. */
  partner: Int32Array;
};

/** A dot after so short a word belongs to an abbreviation: "P. Kinh tế", "TP. Hà Nội". */
const LONGEST_ABBREVIATION = 2;

export function draftOf(text: string): Draft {
  const plain = plainTextOf(text);
  const tokens = tokensOf(plain.text);
  const numbers: number[] = [];
  const numberIndex = new Int32Array(tokens.length + 1);
  const sentence = new Int32Array(tokens.length + 1);
  const sentenceStart = [0];
  const partner = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  tokens.forEach((token, index) => {
    numberIndex[index] = numbers.length;
    sentence[index] = sentenceStart.length - 1;
    if (token.quantity) numbers.push(index);
    if (token.text === "(") open.push(index);
    if (token.text === ")") {
      const opening = open.pop();
      if (opening !== undefined) {
        partner[index] = opening;
        partner[opening] = index;
      }
    }
    if (token.kind === "line") open.length = 0;
    if (endsSentence(tokens, index)) sentenceStart.push(index + 1);
  });
  numberIndex[tokens.length] = numbers.length;
  sentence[tokens.length] = sentenceStart.length - 1;
  sentenceStart.push(tokens.length);
  return { plain, tokens, numbers, numberIndex, sentence, sentenceStart, partner };
}

function endsSentence(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind === "line") return true;
  if (token?.text !== "." && token?.text !== "?" && token?.text !== "!") return false;
  const before = tokens[index - 1];
  const abbreviation =
    before?.kind === "word" && before.text.length <= LONGEST_ABBREVIATION && before.text !== "#";
  return !abbreviation || tokens[index + 1]?.kind === "line";
}

export function textAt(draft: Draft, index: number): string {
  return draft.tokens[index]?.text ?? "";
}

export function quantityAt(draft: Draft, index: number): Quantity | null {
  return draft.tokens[index]?.quantity ?? null;
}

/** The token before which the sentence of a token ends. */
export function sentenceEnd(draft: Draft, index: number): number {
  return draft.sentenceStart[(draft.sentence[index] ?? 0) + 1] ?? draft.tokens.length;
}

export function sentenceBegin(draft: Draft, index: number): number {
  return draft.sentenceStart[draft.sentence[index] ?? 0] ?? 0;
}

/** The tokens with a quantity from one token up to before another. */
export function numbersBetween(draft: Draft, from: number, to: number): readonly number[] {
  const first = draft.numberIndex[Math.max(0, from)] ?? 0;
  const last = draft.numberIndex[Math.min(to, draft.tokens.length)] ?? 0;
  return first < last ? draft.numbers.slice(first, last) : [];
}

/** The next token with a quantity from a token on; −1 where there is none. */
export function numberFrom(draft: Draft, from: number): number {
  return draft.numbers[draft.numberIndex[from] ?? draft.numbers.length] ?? -1;
}

/** The last token with a quantity before a token; −1 where there is none. */
export function numberBefore(draft: Draft, before: number): number {
  return draft.numbers[(draft.numberIndex[before] ?? 0) - 1] ?? -1;
}

/** Where a number with its unit stands in the draft. */
export function spanOfNumber(draft: Draft, index: number): Span {
  const token = draft.tokens[index];
  if (!token) return { start: 0, end: 0 };
  const quantity = token.quantity;
  const percent = quantity && quantity.measure === "percent" ? quantity.next - 1 : index;
  return spanIn(draft.plain, token.start, draft.tokens[percent]?.end ?? token.end);
}

/** Whether any of the texts stands among the tokens from one up to before another. */
export function has(draft: Draft, from: number, to: number, texts: ReadonlySet<string>): boolean {
  for (let index = Math.max(0, from); index < to; index += 1) {
    if (texts.has(textAt(draft, index))) return true;
  }
  return false;
}
