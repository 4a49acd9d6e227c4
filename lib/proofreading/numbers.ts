import type { Decimal } from "./decimals.ts";

/** A number as it is written in Vietnamese: 1.408; 97,1; 02. */
export type WrittenNumber = {
  value: Decimal;
  /** How many decimals are written. */
  decimals: number;
  /**
   * `strict`: as the rules have it. `dotted`: a dot where decimals begin (97.1), which can still
   * be read. Anything else is no number.
   */
  form: "strict" | "dotted";
};

const THOUSANDS = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/;
const PLAIN = /^\d{1,15}(?:,\d{1,9})?$/;
const DOTTED = /^\d{1,9}\.\d{1,9}$/;

/** The longest run of digits, dots and commas that can be a number. */
const LONGEST = 30;
/** A leading zero stands before single figures ("02 vụ"); longer ones are codes and telephones. */
const LEADING_ZERO = /^0\d{2,}/;

/**
 * Reads a number strictly: dots part thousands into threes, a comma begins the decimals, and a
 * leading zero stands before a single figure. "15.78" comes back as `dotted`.
 * @param written digits with dots and commas, without sign or unit
 */
export function readNumber(written: string): WrittenNumber | null {
  if (written.length > LONGEST || LEADING_ZERO.test(written)) return null;
  const strict = THOUSANDS.test(written) || PLAIN.test(written);
  if (!strict && !DOTTED.test(written)) return null;
  const [whole = "", fraction = ""] = strict
    ? written.replaceAll(".", "").split(",")
    : written.split(".");
  return {
    value: { units: BigInt(whole + fraction), scale: fraction.length },
    decimals: fraction.length,
    form: strict ? "strict" : "dotted",
  };
}

/** "năm" is left out: alone it means a year. */
const DIGITS = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const DIGIT_WORDS: ReadonlyMap<string, number> = new Map(Object.entries(DIGITS));
const UNIT_WORDS: ReadonlyMap<string, number> = new Map([
  ...DIGIT_WORDS,
  ["mốt", 1],
  ["tư", 4],
  ["năm", 5],
  ["lăm", 5],
]);

/** Whether a number in words may begin with this word. */
export function beginsNumber(word: string): boolean {
  return word === "mười" || UNIT_WORDS.has(word);
}

/**
 * Reads a number written as words, up to 99: "hai", "mười lăm", "hai mươi mốt".
 * @returns its value and how many of the words it takes; null where none begins here
 */
export function readNumberWords(words: readonly string[]): { value: number; words: number } | null {
  const [first = "", second = "", third = ""] = words;
  if (first === "mười") {
    const unit = UNIT_WORDS.get(second);
    return unit === undefined ? { value: 10, words: 1 } : { value: 10 + unit, words: 2 };
  }
  const tens = second === "mươi" ? UNIT_WORDS.get(first) : undefined;
  if (tens !== undefined) {
    const unit = UNIT_WORDS.get(third);
    return unit === undefined
      ? { value: 10 * tens, words: 2 }
      : { value: 10 * tens + unit, words: 3 };
  }
  const digit = DIGIT_WORDS.get(first);
  return digit === undefined ? null : { value: digit, words: 1 };
}
