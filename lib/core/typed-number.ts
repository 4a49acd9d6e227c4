/** What is wrong with a number as it was typed; the messages `indicators.problems.number.*` name the same. */
export const NUMBER_PROBLEMS = [
  "notANumber",
  "dotAsDecimal",
  "commaAsGroup",
  "tooManyDecimals",
  "tooLarge",
] as const;
export type NumberProblem = (typeof NUMBER_PROBLEMS)[number];

/** The digits that a register keeps behind the comma and before it; together a double holds them exactly. */
const LIMITS = { decimals: 4, whole: 11 } as const;

/** The largest number that can be entered. */
export const LARGEST_NUMBER = 10 ** LIMITS.whole - 1;

const WHOLE = String.raw`(?:0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+)`;
const VIETNAMESE = new RegExp(`^-?${WHOLE}(?:,\\d+)?$`);

/**
 * A number as Vietnamese is written: "1408", "1.408", "97,1", "1.234.567,89", "-3", with a minus
 * of any kind. Strict, so that nothing is read as something else: a dot parts groups of three
 * digits and never decimals ("15.78" is refused), a comma stands before decimals and never
 * between groups ("1,408,000" is refused; "1,408" is one and 408 thousandths).
 * @returns the number, within ±`LARGEST_NUMBER` and with at most four decimals, or what is wrong
 */
export function readTypedNumber(
  text: string,
): { ok: true; value: number } | { ok: false; problem: NumberProblem } {
  const typed = text.replaceAll(/[\u2212\u2012\u2013]/g, "-").trim();
  if (!VIETNAMESE.test(typed)) return { ok: false, problem: problemOf(typed) };
  const [whole = "", decimals = ""] = typed.replaceAll(".", "").split(",");
  if (decimals.length > LIMITS.decimals) return { ok: false, problem: "tooManyDecimals" };
  if (whole.replace("-", "").length > LIMITS.whole) return { ok: false, problem: "tooLarge" };
  // "-0" is 0.
  return { ok: true, value: Number(`${whole}.${decimals}`) + 0 };
}

function problemOf(typed: string): NumberProblem {
  if (/^-?\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(typed)) return "commaAsGroup";
  if (/^-?\d+(,\d{3})*\.\d+$/.test(typed)) return "dotAsDecimal";
  return "notANumber";
}

/** Whether a number can be kept as it is: no more decimals than four, not too large. */
export function isKept(value: number): boolean {
  return Math.abs(value) <= LARGEST_NUMBER && Number(value.toFixed(LIMITS.decimals)) === value;
}

/** A number as `readTypedNumber` reads it again: "1.408", "97,1". */
export function writeTypedNumber(value: number): string {
  const [whole = "", decimals] = `${Number(value.toFixed(LIMITS.decimals))}`.split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ".");
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
