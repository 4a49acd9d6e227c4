import type { Decimal } from "./decimals.ts";
import { shift } from "./decimals.ts";
import { beginsNumber, readNumber, readNumberWords } from "./numbers.ts";
import {
  BEFORE_DATE,
  COUNTED,
  COUNTED_BY_SO,
  MEASURES,
  type Measure,
  MONEY,
  NAMED_BY_NUMBER,
  SCALES,
  TIMES,
} from "./words.ts";

export type Quantity = {
  /** In single units, whatever scale it is written in. */
  value: Decimal;
  decimals: number;
  measure: Measure;
  /** Power of ten of the scale that it is written in ("tỷ": 9). */
  power: number;
  /** The scale's word as it is written: "tỷ", "triệu", "". */
  unit: string;
  /** The word after it: what is counted. */
  noun: string;
  /** The token after the number and its unit. */
  next: number;
  form: "strict" | "dotted" | "words";
};

export type Token = {
  kind: "word" | "number" | "symbol" | "line";
  text: string;
  start: number;
  end: number;
  /** A number that counts or measures something; dates, document numbers and the like have none. */
  quantity: Quantity | null;
};

// Alternatives that begin with different characters and repeat one class: no backtracking.
const TOKEN = /\p{L}[\p{L}\p{M}\d_]*|\d[\d.,]*|\n|[^\s\p{No}]/gu;
const LETTER = /^\p{L}/u;
const TRAILING = /[.,]+$/;
const DOCUMENT_MARK = /[/-]\p{L}/uy;
const DOCUMENT_YEAR = /\/\d{4}(?=[/-]\p{L})/uy;
const WHOLE_DOCUMENT_MARK = /[^\s,;()]*/y;
const DATE = /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/;
const LONGEST_DATE = 12;

/** Cuts a plain text into words, numbers, signs and ends of lines. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const { index: start } = match;
    const [found] = match;
    if (found >= "0" && found <= "9~") {
      const written = found.replace(TRAILING, "");
      const end = start + written.length;
      TOKEN.lastIndex = end;
      tokens.push({ kind: "number", text: written, start, end, quantity: null });
      const last = skipDocument(text, start, end);
      if (last > end) {
        TOKEN.lastIndex = last;
        tokens[tokens.length - 1] = { kind: "word", text: "#", start, end: last, quantity: null };
      }
    } else {
      const kind = found === "\n" ? "line" : LETTER.test(found) ? "word" : "symbol";
      tokens.push({ kind, text: found, start, end: start + found.length, quantity: null });
    }
  }
  markDates(tokens);
  quantify(tokens);
  return tokens;
}

/** The end of a document's number ("71-nq/tw", "335/2025/nđ-cp"), or `end` where it is none. */
function skipDocument(text: string, start: number, end: number): number {
  DOCUMENT_MARK.lastIndex = end;
  let place = end;
  // A number, a slash and a year may stand before the letters.
  DOCUMENT_YEAR.lastIndex = end;
  const found = DOCUMENT_YEAR.exec(text);
  if (found) place = end + found[0].length;
  DOCUMENT_MARK.lastIndex = place;
  if (!DOCUMENT_MARK.test(text) || text.startsWith("/tổng", place)) return end;
  if (start > 0 && text[start - 1] === "/") return end;
  WHOLE_DOCUMENT_MARK.lastIndex = place;
  return place + (WHOLE_DOCUMENT_MARK.exec(text)?.[0].length ?? 0);
}

const isShort = (text: string, most: number) =>
  text.length <= 2 && Number(text) >= 1 && Number(text) <= most;
const isYear = (text: string) => text.length === 4 && Number(text) >= 1900 && Number(text) <= 2100;

/** Takes dates and months out of the numbers: 20/4/2026, 04/2026, and 20/4 where its place tells. */
function markDates(tokens: Token[]): void {
  const drop = (from: number, to: number) => {
    for (let index = from; index <= to; index += 1) {
      const token = tokens[index];
      if (token) tokens[index] = { ...token, kind: "word", text: "#" };
    }
  };
  let listed = false;
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const first = tokens[index];
    if (first?.kind === "line") listed = false;
    if (first?.kind !== "number") continue;
    const [slash, second, slash2, third] = tokens.slice(index + 1, index + 5);
    if (first.text.length <= LONGEST_DATE && DATE.test(first.text)) {
      drop(index, index);
      continue;
    }
    if (tokens[index - 1]?.text === "/" || second?.kind !== "number") continue;
    if (slash?.text !== "/" && slash?.text !== "-") continue;
    const dayMonth = isShort(first.text, 31) && isShort(second.text, 12);
    if (dayMonth && slash2?.text === slash.text && third && isYear(third.text)) {
      drop(index, index + 4);
      listed = true;
    } else if (isShort(first.text, 12) && isYear(second.text) && tokens[index - 1]?.text !== "-") {
      drop(index, index + 2);
    } else if (slash.text === "/" && dayMonth) {
      const before = tokens[index - 1]?.text ?? "";
      const inList = listed && [",", "và", ";"].includes(tokens[index + 3]?.text ?? "");
      const told = BEFORE_DATE.has(before) || inList;
      if (told && !(tokens[index + 3]?.kind === "word" && isCounted(tokens[index + 3]))) {
        drop(index, index + 2);
        listed = true;
      }
    }
  }
}

function isCounted(token: Token | undefined): boolean {
  return token !== undefined && COUNTED.has(token.text);
}

/** Gives every number that counts or measures its quantity. */
function quantify(tokens: Token[]): void {
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.kind === "word") spellOut(tokens, index);
    if (token?.kind !== "number") continue;
    const read = readNumber(token.text);
    if (read === null || isName(tokens, index)) continue;
    const { unit, power, measure, next } = measureAfter(tokens, index);
    token.quantity = {
      value: shift(read.value, power),
      decimals: read.decimals,
      measure,
      power,
      unit,
      noun: nounAt(tokens, next),
      next,
      form: read.form,
    };
  }
}

function nounAt(tokens: readonly Token[], index: number): string {
  const token = tokens[index];
  return token?.kind === "word" ? token.text : "";
}

/** The unit after a number: scale, money, per cent, hectares. */
function measureAfter(tokens: readonly Token[], index: number) {
  let next = index + 1;
  const at = (offset: number) => tokens[next + offset]?.text ?? "";
  // "12 (mười hai) nhiệm vụ"
  if (at(0) === "(") {
    const inner = tokens.slice(next + 1, next + 5).map(({ text }) => text);
    const spelled = readNumberWords(inner);
    if (spelled && inner[spelled.words] === ")") next += spelled.words + 2;
  }
  let [unit, power] = ["", 0];
  let measure: Measure = "count";
  const scale = SCALES.get(at(0));
  if (scale !== undefined) {
    [unit, power] = [at(0), scale];
    next += 1;
    measure = scale >= 6 ? "money" : "count";
  }
  if (MONEY.has(at(0)) && at(1) !== "chí") {
    measure = "money";
    next += 1;
  } else if (scale !== undefined && tokens[next]?.kind === "word" && COUNTED.has(at(0))) {
    measure = "count";
  } else if (at(0) === "%") {
    measure = "percent";
    next += 1;
  } else if (at(0) === "phần" && at(1) === "trăm") {
    measure = "percent";
    next += 2;
  } else if (at(0) === "điểm" && (at(1) === "%" || (at(1) === "phần" && at(2) === "trăm"))) {
    measure = "points";
    next += at(1) === "%" ? 2 : 3;
  } else {
    const known = MEASURES.get(at(0));
    if (known) {
      measure = known;
      next += 1;
    }
  }
  return { unit, power, measure, next };
}

/** Whether a number is a name, a time or a mark: năm 2026, 6 tháng, khoản 2, "2.1.", "(1)". */
function isName(tokens: readonly Token[], index: number): boolean {
  const text = (offset: number) => tokens[index + offset]?.text ?? "";
  const kind = (offset: number) => tokens[index + offset]?.kind;
  const token = tokens[index] as Token;
  const glued = (one: Token | undefined, two: Token | undefined) =>
    one && two && one.end === two.start;
  const [before, after] = [text(-1), text(1)];
  const scaled = SCALES.has(after) || after === "%" || MONEY.has(after) || MEASURES.has(after);
  if (glued(token, tokens[index + 1]) && kind(1) === "word" && !scaled) return true;
  if (scaled || text(1) === "phần") return false;
  const divides = after === "/" && kind(2) === "number";
  const counts = divides || isCounted(tokens[index + 1]);
  if (kind(-1) === "word" && NAMED_BY_NUMBER.has(before) && !(counts && !BEFORE_DATE.has(before))) {
    return Number(token.text) <= (HIGHEST.get(before) ?? Number.POSITIVE_INFINITY);
  }
  if (["định", "quyết"].includes(before) && text(-2) === "nghị") return true;
  if (before === "án" && text(-2) === "đề") return true;
  if (before === "số" && !COUNTED_BY_SO.has(text(-2)) && !isCounted(tokens[index + 1])) {
    return text(-2) !== "" && !["là", ":"].includes(text(-2)) && token.text.length <= 4;
  }
  if (TIMES.has(after) && text(2) !== "công") return true;
  if (isYear(token.text) && !isCounted(tokens[index + 1])) return true;
  if (text(2) === "trở" || text(1) === "trở" || text(3) === "trở") return true;
  if (isMark(tokens, index)) return true;
  // "thôn 1, 2 và 3": the others are named by the same word.
  const earlier = tokens[index - 2];
  const listed = (before === "," || before === "và") && earlier?.kind === "number";
  if (listed && earlier?.quantity === null && kind(1) !== "word") return true;
  // A range: 10-15.
  const ranged = (offset: -1 | 1) =>
    text(offset) === "-" &&
    kind(2 * offset) === "number" &&
    glued(tokens[index + Math.min(offset, 0)], tokens[index + Math.max(offset, 0)]);
  return Boolean(ranged(1) || ranged(-1));
}

/** "phát sinh trong tháng 28" is no month. */
const HIGHEST: ReadonlyMap<string, number> = new Map([
  ["tháng", 12],
  ["ngày", 31],
  ["quý", 4],
  ["tuần", 53],
]);
const BEFORE_ITEM: ReadonlySet<string> = new Set(["gồm", "thể", "sau", "và", "đó", "là"]);

/** The number of a line ("2.1.", "1)") or of an item within one: "(1) Phòng Kinh tế". */
function isMark(tokens: readonly Token[], index: number): boolean {
  const [two, before, token, after] = [
    tokens[index - 2],
    tokens[index - 1],
    tokens[index],
    tokens[index + 1],
  ];
  const opens = before === undefined || before.kind === "line";
  const numbered = after?.text === "/" && tokens[index + 2]?.kind !== "number";
  if (opens && (after?.text === "." || after?.text === ")" || numbered)) return true;
  if (opens && token?.text.includes(".") && readNumber(token.text)?.form !== "strict") return true;
  if (before?.text === "[" && after?.text === "]") return true;
  if (before?.text !== "(" || after?.text !== ")") return false;
  return two === undefined || two.kind !== "word" || BEFORE_ITEM.has(two.text);
}

/** A number in words before what it counts ("hai vụ"), which alone makes it one. */
function spellOut(tokens: Token[], index: number): void {
  const token = tokens[index] as Token;
  if (!beginsNumber(token.text)) return;
  const read = readNumberWords(tokens.slice(index, index + 3).map(({ text }) => text));
  if (!read || !isCounted(tokens[index + read.words])) return;
  const next = index + read.words;
  token.quantity = {
    value: { units: BigInt(read.value), scale: 0 },
    decimals: 0,
    measure: "count",
    power: 0,
    unit: "",
    noun: nounAt(tokens, next),
    next,
    form: "words",
  };
}
