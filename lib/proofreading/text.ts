/** A draft in one spelling (composed, lower case, plain spaces, dashes, slashes and quotes). */
export type PlainText = {
  text: string;
  /** Where each character of `text` stood in the draft, and where the draft ends; null: in place. */
  offsets: Uint32Array | null;
};

const PLAIN: Readonly<Record<string, string>> = {
  "\r": " ",
  "\u000b": "\n",
  "\u000c": "\n",
  "\u0085": "\n",
  "\u2028": "\n",
  "\u2029": "\n",
  "∕": "/",
  "⁄": "/",
  "／": "/",
  "％": "%",
  "﹪": "%",
  "，": ",",
  "；": ";",
  "：": ":",
  "（": "(",
  "）": ")",
  "＝": "=",
  "＋": "+",
  "．": ".",
  "﹦": "=",
};
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced.
const OTHERS = /[\r\u000b\u000c\u0085\u2028\u2029∕⁄／％﹪，；：（）＝＋．﹦]/g;
const FULL_WIDTH_DIGITS = /[０-９]/g;
/** What is not seen and would tear words and numbers apart. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const MARK = /\p{M}/u;

/** Brings a draft into one spelling and keeps where everything stood. Linear in its length. */
export function plainTextOf(draft: string): PlainText {
  const needsCare = UNSEEN.test(draft) || MARK.test(draft);
  const { text, offsets } = needsCare ? composed(draft) : { text: draft, offsets: null };
  return { text: spelled(text), offsets };
}

/** Letters with their marks put together and what is unseen left out. */
function composed(draft: string): PlainText {
  const pieces: string[] = [];
  const places: number[] = [];
  for (let start = 0; start < draft.length; ) {
    let end = start + 1;
    while (end < draft.length && isMark(draft.charCodeAt(end))) end += 1;
    const written = draft.slice(start, end);
    const piece = UNSEEN.test(written) ? "" : end > start + 1 ? written.normalize("NFC") : written;
    pieces.push(piece);
    for (let index = 0; index < piece.length; index += 1) places.push(start);
    start = end;
  }
  places.push(draft.length);
  return { text: pieces.join(""), offsets: Uint32Array.from(places) };
}

function isMark(code: number): boolean {
  return code >= 0x300 && code <= 0x36f;
}

/** Every character becomes exactly one, so that places stay. */
function spelled(text: string): string {
  const lower = text.toLowerCase();
  const same =
    lower.length === text.length
      ? lower
      : text.replace(/\p{Lu}/gu, (letter) => {
          const small = letter.toLowerCase();
          return small.length === letter.length ? small : letter;
        });
  return same
    .replace(SPACES, " ")
    .replace(DASHES, "-")
    .replace(OTHERS, (character) => PLAIN[character] ?? character)
    .replace(FULL_WIDTH_DIGITS, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/** The place in the draft of a stretch of the plain text. */
export function spanIn(
  plain: PlainText,
  start: number,
  end: number,
): { start: number; end: number } {
  const { offsets } = plain;
  if (offsets === null) return { start, end };
  return { start: offsets[start] ?? 0, end: offsets[end] ?? 0 };
}
