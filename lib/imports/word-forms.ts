import { foldWords } from "./readings.ts";

/*
 * How abbreviated, shortened and mistyped names are matched with the full ones: word by word, where
 * one word may stand for the initials of several ("BCH QS" for "Ban Chỉ huy Quân sự").
 */

/** One thing that an entry is called, in words with their weights. */
export type Form = {
  code: string;
  words: readonly string[];
  weights: readonly number[];
  total: number;
};

/** Words that say nothing about which entry is meant. */
const UNSAID = new Set(["va", "cua", "thuoc", "cac", "tren", "tai", "ve"]);

/** Words that may be left out or added anywhere: the commune's own units all are "xã". */
const OPTIONAL = new Set(["xa", "don", "vi"]);

/** What a unit is, at the beginning of its name: that alone tells nothing. */

const KIND_OF_UNIT = new Set(
  "phong ban tram trung tam van diem so uy bo hoi dong to chi bch bcd tt vp p quan ly nhiem vu thuc hien cong tac linh vuc".split(
    " ",
  ),
);
/** What a word weighs that tells little. */
export const LITTLE = 0.3;

/** Single letters and letters that are not initials. */
const SHORTENED: Readonly<Record<string, readonly string[]>> = {
  p: ["phong"],
  x: ["xa"],
  s: ["so"],
  tw: ["trung", "uong"],
  cty: ["cong", "ty"],
};

/** A folded text in words, those left out that never tell entries apart. */
export function distinctWords(folded: string): string[] {
  return folded.split(" ").filter((word) => word !== "" && !UNSAID.has(word));
}

type Called = { code: string; name: string; short?: string; nameEn?: string };

/**
 * All forms of a catalogue's entries: name, short name, code in words, and the parts of a name that
 * lists what it is about ("Y tế, an toàn thực phẩm"). A word weighs the less the more entries have it.
 */
export function formsOf(entries: readonly Called[]): Form[] {
  const called = entries.map((entry) => ({ code: entry.code, texts: textsOf(entry) }));
  const spread = new Map<string, Set<string>>();
  for (const { code, texts } of called) {
    for (const word of texts.flatMap(distinctWords)) {
      spread.set(word, (spread.get(word) ?? new Set()).add(code));
    }
  }
  const weightOf = (word: string, index: number, words: readonly string[]) => {
    if (OPTIONAL.has(word)) return 0;
    const alike = spread.get(word)?.size ?? 1;
    const kind = words.slice(0, index + 1).every((each) => KIND_OF_UNIT.has(each));
    return (kind ? LITTLE : 1) / Math.sqrt(alike);
  };
  return called.flatMap(({ code, texts }) =>
    texts.map((text) => {
      const words = distinctWords(text);
      const weights = words.map(weightOf);
      return { code, words, weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
    }),
  );
}

function textsOf({ code, name, short, nameEn }: Called): string[] {
  const withoutAside = name.replace(/\([^)]*\)/g, " ");
  const [head = ""] = name.split(":");
  // "Quốc phòng, an ninh, PCCC và cứu nạn" lists; "Văn phòng HĐND và UBND" is one thing.
  const parts = name.includes(",")
    ? withoutAside.replace(/^[^:]*:/, " ").split(/[,;]|\s(?:và|va)\s/)
    : [];
  const texts = [code, name, short ?? "", nameEn ?? "", withoutAside, head, ...parts];
  return [...new Set(texts.map(foldWords))].filter((text) => text !== "");
}

/**
 * How much of a form the words cover, in their order: `share` of its weight from 0 to 1 and the weight `matched`, `complete`
 * when no word is left over. A word stands for itself, for the same with one letter wrong, or for the
 * initials of several; and the other way round.
 */
export function alignment(
  words: readonly string[],
  form: Form,
): { share: number; matched: number; complete: boolean } {
  const reach = form.words.length;
  const unmatched = -100;
  // best[i][j]: the weight matched by the first i words in the first j words of the form, less
  // `unmatched` for every word left over.
  const best = Array.from({ length: words.length + 1 }, () =>
    new Array<number>(reach + 1).fill(Number.NEGATIVE_INFINITY),
  );
  const at = (i: number, j: number) => best[i]?.[j] ?? Number.NEGATIVE_INFINITY;
  const raise = (i: number, j: number, value: number) => {
    const row = best[i];
    if (row !== undefined && value > (row[j] ?? Number.NEGATIVE_INFINITY)) row[j] = value;
  };
  raise(0, 0, 0);
  for (let i = 0; i <= words.length; i++) {
    for (let j = 0; j <= reach; j++) {
      const value = at(i, j);
      if (value === Number.NEGATIVE_INFINITY) continue;
      if (j < reach) raise(i, j + 1, value);
      if (i === words.length) continue;
      raise(i + 1, j, value + (OPTIONAL.has(words[i] ?? "") ? 0 : unmatched));
      for (const [took, gave] of matchesAt(words, i, form.words, j)) {
        const weight = form.weights.slice(j, j + gave).reduce((sum, one) => sum + one, 0);
        raise(i + took, j + gave, value + weight);
      }
    }
  }
  const result = at(words.length, reach);
  const left = result < 0 ? Math.ceil(-result / -unmatched) : 0;
  const matched = result - left * unmatched;
  const share = form.total === 0 ? 0 : matched / form.total;
  const said = words.filter((word) => !OPTIONAL.has(word)).length;
  return {
    // What is left over makes an entry less near.
    share: left === 0 ? share : share * Math.max(0, 1 - left / Math.max(1, said)),
    matched,
    complete: left === 0 && matched > 0,
  };
}

/** How many words on both sides match from two places on. */
function matchesAt(
  words: readonly string[],
  i: number,
  formWords: readonly string[],
  j: number,
): [number, number][] {
  const word = words[i] ?? "";
  const formWord = formWords[j] ?? "";
  const found: [number, number][] = [];
  if (word === formWord || sameWithTypo(word, formWord)) found.push([1, 1]);
  const shortened = SHORTENED[word];
  if (shortened?.every((one, index) => one === formWords[j + index])) {
    found.push([1, shortened.length]);
  }
  if (SHORTENED[formWord]?.every((one, index) => one === words[i + index])) {
    found.push([SHORTENED[formWord].length, 1]);
  }
  const gave = shortenedBy(word, formWords, j);
  if (gave > 1) found.push([1, gave]);
  const took = shortenedBy(formWord, words, i);
  if (took > 1) found.push([took, 1]);
  return found;
}

/**
 * How many words from a place on a word shortens, each to its first letter or not at all ("bqlda":
 * Ban QLDA); 0 where it does not.
 */
function shortenedBy(word: string, of: readonly string[], from: number): number {
  if (word === "") return 0;
  const next = of[from];
  if (next === undefined || next[0] !== word[0]) return 0;
  for (const length of next.length > 1 && word.startsWith(next) ? [next.length, 1] : [1]) {
    const rest = word.slice(length);
    const more = shortenedBy(rest, of, from + 1);
    if (rest === "" || more > 0) return 1 + more;
  }
  return 0;
}

/** One letter wrong, missing, too many or swapped in a word of four or more, not the first. */
function sameWithTypo(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || a[0] !== b[0] || /\d/.test(a + b)) return false;
  return editDistance(a, b) === 1;
}

/** Whether the text is a form with its words run together, or at most two letters wrong in a long one. */
export function isTypo(folded: string, form: Form): boolean {
  const joined = folded.replaceAll(" ", "");
  const formJoined = form.words.join("");
  if (joined === formJoined) return true;
  if (Math.min(joined.length, formJoined.length) < 14 || joined[0] !== formJoined[0]) return false;
  // Two short words that differ ("Bộ", "Sở") are two things and no typing error.
  const words = distinctWords(folded);
  if (words.length !== form.words.length) return false;
  const wrong = words.filter((word, index) => word !== form.words[index]);
  return wrong.every((word) => word.length >= 4) && editDistance(joined, formJoined) <= 2;
}

/** Letters to put in, take out, change or swap with the next (Damerau, Levenshtein), counted to 3. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const above = rows[i - 1] ?? [];
      const changed = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    rows.push(row);
  }
  return Math.min(3, rows[a.length]?.[b.length] ?? 3);
}
