import { type Draft, has, quantityAt, sentenceBegin, sentenceEnd, textAt } from "./draft.ts";

/** A stretch of a list between commas (or semicolons, or in a line) and the figure that it states. */
export type Item = {
  /** The token of the figure. */
  number: number;
  /** The stretch's tokens, from one up to before another. */
  from: number;
  to: number;
  /** Which of the list's parts between semicolons, or lines, it stands in. */
  group: number;
  /** It says what is left or stands within another "trong đó", so that it may be no part. */
  aside: boolean;
};

export type List = {
  items: readonly Item[];
  groups: number;
  lines: boolean;
  /** Says itself that there is more: "…", "v.v.", "còn lại là". */
  open: boolean;
  end: number;
  /** How many tokens it was read from. */
  read: number;
};

const MOST_TOKENS = 300;
/** Items of a list within one line; what is longer is no list of parts. */
const MOST_ITEMS = 60;
const MOST_LINES = 300;
const LONGEST_PLAIN_LINE = 40;
const SEPARATORS: ReadonlySet<string> = new Set([",", "và", "+"]);
const NESTED: ReadonlySet<string> = new Set(["đó"]);
const LEFT_OVER: ReadonlySet<string> = new Set(["còn", "nay", "hiện", "riêng", "đang", "chưa"]);
const MORE_TO_COME: ReadonlySet<string> = new Set(["…", "v.v", "vân"]);

/** Which figures of a draft can be parts: alike, and neither fractions nor changes. */
export type MayBePart = (index: number) => boolean;

/** What begins a line of a list: "-", "+", "a)", "1.", "1.1."; null where none does. */
export function markerOf(draft: Draft, line: number): string | null {
  const [first, second, third] = [0, 1, 2].map((offset) => draft.tokens[line + offset]);
  if (!first) return null;
  if (/^[-+*•·▪●○◦➢✓♦▫–]$/u.test(first.text)) return first.text;
  const closes = second?.text === ")" || second?.text === ".";
  if (first.kind === "word" && first.text.length === 1 && closes) return `a${second?.text}`;
  if (first.kind === "number" && !first.quantity) {
    const levels = first.text.split(".").length;
    return closes || levels > 1 ? `1${levels > 1 ? levels : (second?.text ?? "")}` : null;
  }
  return first.text === "(" && third?.text === ")" ? "(1)" : null;
}

/** The first token of the line after a token that ends one; empty lines are passed over. */
export function nextLine(draft: Draft, index: number): number {
  let next = index;
  while (draft.tokens[next]?.kind === "line") next += 1;
  return next;
}

function lineEnd(draft: Draft, from: number): number {
  let end = from;
  while (end < draft.tokens.length && draft.tokens[end]?.kind !== "line") end += 1;
  return end;
}

export function lineBegin(draft: Draft, index: number): number {
  let begin = index;
  while (begin > 0 && draft.tokens[begin - 1]?.kind !== "line") begin -= 1;
  return begin;
}

/** A list within brackets. */
export function listInBrackets(draft: Draft, opening: number, mayBePart: MayBePart): List | null {
  const close = draft.partner[opening] ?? -1;
  if (close === -1 || close - opening > MOST_TOKENS) return null;
  return listBetween(draft, opening + 1, close, mayBePart);
}

/** A list that goes on to the end of its sentence, or over the lines that follow. */
export function listFrom(
  draft: Draft,
  start: number,
  total: number,
  mayBePart: MayBePart,
): List | null {
  const atLineEnd = draft.tokens[start]?.kind === "line";
  if (atLineEnd) return listOfLines(draft, nextLine(draft, start), total, mayBePart);
  let end = sentenceEnd(draft, start);
  while (end < draft.tokens.length && end - start < MOST_TOKENS && goesOn(draft, end)) {
    const next = nextLine(draft, end);
    if (markerOf(draft, next)) break;
    end = sentenceEnd(draft, next);
  }
  const limit = Math.min(end, start + MOST_TOKENS);
  return listBetween(draft, start, nextBreakdown(draft, start, limit), mayBePart);
}

const TOTAL_WITHIN = 4;
const LONGEST_BEFORE = 120;

/** A list before its total: "mầm non 04, tiểu học 04, THCS 03; tổng cộng 11 trường". */
export function listBefore(draft: Draft, total: number, mayBePart: MayBePart): List | null {
  let end = total - 1;
  while (total - end <= TOTAL_WITHIN && textAt(draft, end) !== "tổng") end -= 1;
  const parts = textAt(draft, end) === "tổng" && [",", ";"].includes(textAt(draft, end - 1));
  if (!parts) return null;
  const begin = Math.max(sentenceBegin(draft, total), end - LONGEST_BEFORE);
  let start = end - 1;
  while (start > begin && textAt(draft, start - 1) !== ":") start -= 1;
  return listBetween(draft, start, end - 1, mayBePart);
}

/** "…, chia theo lĩnh vực như sau:" begins another list of the same total. */
function nextBreakdown(draft: Draft, from: number, to: number): number {
  for (let index = from; index < to; index += 1) {
    if (textAt(draft, index) !== "," && textAt(draft, index) !== ";") continue;
    const [first, second] = [textAt(draft, index + 1), textAt(draft, index + 2)];
    const divided =
      (first === "chia" || first === "phân") && (second === "theo" || second === "ra");
    const detailed = (first === "cụ" && second === "thể") || (first === "chi" && second === "tiết");
    if (divided || detailed) return index;
  }
  return to;
}

/** Whether a line ends with a comma or semicolon and the list so goes on in the next. */
function goesOn(draft: Draft, end: number): boolean {
  const before = textAt(draft, end - 2);
  return draft.tokens[end - 1]?.kind === "line" && (before === ";" || before === ",");
}

function listBetween(draft: Draft, from: number, to: number, mayBePart: MayBePart): List | null {
  const items: Item[] = [];
  const groups = collect(draft, { from, to, group: 0 }, mayBePart, items);
  return finish(draft, { items, groups, lines: false, from, end: to });
}

function listOfLines(
  draft: Draft,
  first: number,
  total: number,
  mayBePart: MayBePart,
): List | null {
  const marker = markerOf(draft, first);
  const own = markerOf(draft, lineBegin(draft, total));
  const items: Item[] = [];
  let [line, group] = [first, 0];
  for (let count = 0; count < MOST_LINES && line < draft.tokens.length; count += 1) {
    const end = lineEnd(draft, line);
    const found = markerOf(draft, line);
    if (found !== marker && (found === own || found === null || marker === null)) break;
    if (found === marker) {
      const before = items.length;
      collect(draft, { from: line, to: end, group, single: true }, mayBePart, items);
      if (marker === null && !isPlainItem(draft, items.slice(before), line, end)) {
        items.length = before;
        break;
      }
      group += 1;
    }
    line = nextLine(draft, end);
  }
  return finish(draft, { items, groups: group, lines: true, from: first, end: line });
}

/** "Phòng Kinh tế: 41 hồ sơ;" without any mark before it. */
function isPlainItem(draft: Draft, items: readonly Item[], line: number, end: number): boolean {
  const [item] = items;
  if (!item || end - line > LONGEST_PLAIN_LINE) return false;
  const after = quantityAt(draft, item.number)?.next ?? end;
  for (let index = after; index < Math.min(end, after + 4); index += 1) {
    if ([";", ",", ".", "("].includes(textAt(draft, index))) return true;
  }
  return end - after <= 4;
}

/** Cuts a stretch at commas and semicolons outside brackets. @returns how many groups there are then */
function collect(
  draft: Draft,
  {
    from,
    to,
    group,
    single = false,
  }: { from: number; to: number; group: number; single?: boolean },
  mayBePart: MayBePart,
  items: Item[],
): number {
  let [start, current, number, nested] = [from, group, -1, false];
  const close = (end: number) => {
    if (number !== -1 && items.length < MOST_ITEMS + MOST_LINES * Number(single)) {
      const left = LEFT_OVER.has(textAt(draft, start)) || LEFT_OVER.has(textAt(draft, start + 1));
      items.push({ number, from: start, to: end, group: current, aside: left || nested });
    }
    number = -1;
    start = end + 1;
  };
  for (let index = from; index < to; index += 1) {
    const text = textAt(draft, index);
    const partner = draft.partner[index] ?? -1;
    if (text === "(" && partner > index && partner < to) {
      index = partner;
    } else if (text === ";") {
      close(index);
      if (!single) current += 1;
      nested = false;
    } else if (SEPARATORS.has(text)) {
      close(index);
    } else if (NESTED.has(text) && textAt(draft, index - 1) === "trong") {
      close(index - 1);
      nested = true;
    } else if (number === -1 && mayBePart(index)) {
      number = index;
    }
  }
  close(to);
  return current + 1;
}

function finish(
  draft: Draft,
  { items, groups, lines, from, end }: Omit<List, "open" | "read"> & { from: number },
): List | null {
  const last = items.at(-1)?.to ?? end;
  const open =
    has(draft, Math.max(from, last - 4), Math.min(last + 4, end + 1), MORE_TO_COME) ||
    textAt(draft, last - 1) === "v";
  return { items, groups, lines, open, end, read: end - from };
}
