import { ABBREVIATIONS, FILLERS, NO_ENTRY, type Spellings } from "./heading-parts.ts";
import { HEADINGS } from "./heading-words.ts";
import { foldWords } from "./readings.ts";
import { ENTRIES, type Entry, type ImportKind } from "./schema.ts";

/** A heading as its lines from the top down: ["Thời hạn", "Ngày giao"]. */
export type HeadingPath = readonly string[];

/** How surely a heading is an entry, from 0 to 1; `null` stands for a column that is known to be none. */
export type Claim = { entry: Entry | null; score: number };

/** What is claimed with less is not claimed. */
export const LEAST_CLAIM = 0.5;

const SCORES = {
  sameWords: 0.95,
  oneLetter: 0.9,
  /** A spelling that is part of the heading: this much, and up to `partOfAll` more by its share of it. */
  part: 0.6,
  partOfAll: 0.3,
  scattered: 0.45,
  /** A spelling of one word only says less when there are others around it. */
  singleWord: 0.4,
  perhaps: 0.75,
  /** From one spelling of the list to the next. */
  step: 0.003,
} as const;

/** A heading as spellings are compared: folded, abbreviations written out, without fillers. */
export function foldHeading(heading: string): string {
  const spaced = /^[a-z]+(?:[A-Z][a-z]*)+$/.test(heading.trim())
    ? heading.replace(/([A-Z])/g, " $1")
    : heading;
  return foldWords(spaced)
    .split(" ")
    .filter((word) => !FILLERS.has(word))
    .map((word) => ABBREVIATIONS[word] ?? word)
    .join(" ");
}

type Spelling = { entry: Entry | null; words: readonly string[]; folded: string; weight: number };
type Dictionary = {
  /** By each of their words, so that a heading is held against few. */
  byWord: ReadonlyMap<string, readonly Spelling[]>;
  byLength: ReadonlyMap<number, readonly Spelling[]>;
  unless: ReadonlyMap<Entry, readonly string[]>;
  claims: Map<string, readonly Claim[]>;
};

const dictionaries = new Map<ImportKind, Dictionary>();

function dictionaryOf(kind: ImportKind): Dictionary {
  const known = dictionaries.get(kind);
  if (known !== undefined) return known;
  const spellings: Spelling[] = [];
  const add = (entry: Entry | null, names: readonly string[], weight: number) => {
    for (const [index, name] of names.entries()) {
      const folded = foldHeading(name);
      const words = folded.split(" ");
      spellings.push({ entry, words, folded, weight: weight - index * SCORES.step });
    }
  };
  const unless = new Map<Entry, readonly string[]>();
  for (const entry of ENTRIES[kind]) {
    const {
      names,
      perhaps = [],
      unless: never = [],
    }: Spellings = HEADINGS[kind][entry] ?? {
      names: [],
    };
    add(entry, [entry, entry.toLowerCase(), ...names], 1);
    add(entry, perhaps, SCORES.perhaps);
    unless.set(entry, never.map(foldHeading));
  }
  add(null, NO_ENTRY, 1);
  const byWord = Map.groupBy(
    spellings.flatMap((spelling) =>
      [...new Set(spelling.words)].map((word) => ({ word, spelling })),
    ),
    ({ word }) => word,
  );
  const dictionary: Dictionary = {
    byWord: new Map([...byWord].map(([word, all]) => [word, all.map(({ spelling }) => spelling)])),
    byLength: Map.groupBy(spellings, ({ folded }) => folded.length),
    unless,
    claims: new Map(),
  };
  dictionaries.set(kind, dictionary);
  return dictionary;
}

/** The last line of a heading has no more words. */
const MOST_WORDS = 16;

/** Files have few headings; what comes from outside must not fill the memory all the same. */
const MOST_REMEMBERED = 5000;

/** The entries of a kind that a heading may be, each once, the surest first. */
export function claimsOf(path: HeadingPath, kind: ImportKind): readonly Claim[] {
  const dictionary = dictionaryOf(kind);
  const key = path.join("\n");
  const known = dictionary.claims.get(key);
  if (known !== undefined) return known;
  const best = new Map<Entry | null, number>();
  // "Hạn hoàn thành (ngày/tháng/năm)" is what it is without its aside, "Thời gian (bắt đầu)" is not.
  const plain = path.map((part) => part.replace(/\([^)]*\)/g, " "));
  for (const variant of [path, plain]) {
    const parts = variant.map(foldHeading).filter((part) => part !== "");
    for (const { entry, score } of claimsOfParts(parts, dictionary)) {
      if (score > (best.get(entry) ?? 0)) best.set(entry, score);
    }
  }
  const claims = [...best]
    .map(([entry, score]) => ({ entry, score }))
    .sort((a, b) => b.score - a.score);
  if (dictionary.claims.size >= MOST_REMEMBERED) dictionary.claims.clear();
  dictionary.claims.set(key, claims);
  return claims;
}

function claimsOfParts(parts: readonly string[], dictionary: Dictionary): Claim[] {
  const leaf = parts.at(-1);
  const leafWords = leaf?.split(" ") ?? [];
  if (leaf === undefined || leafWords.length > MOST_WORDS) return [];
  const joined = parts.join(" ");
  const joinedWords = joined.split(" ");
  const leafFrom = joinedWords.length - leafWords.length;
  const claims: Claim[] = [];
  const claim = ({ entry, weight }: Spelling, text: string, score: number) => {
    const isSure = score >= SCORES.sameWords && weight > SCORES.perhaps;
    const isNever = !isSure && never(dictionary, entry, weight > SCORES.perhaps ? text : joined);
    if (!isNever && weight * score >= LEAST_CLAIM) claims.push({ entry, score: weight * score });
  };
  for (const spelling of new Set(leafWords.flatMap((word) => dictionary.byWord.get(word) ?? []))) {
    claim(spelling, leaf, likeness(leaf, leafWords, 0, spelling));
    if (leafFrom > 0) claim(spelling, joined, likeness(joined, joinedWords, leafFrom, spelling));
  }
  for (const text of new Set([leaf, joined])) {
    for (const length of [text.length - 1, text.length, text.length + 1]) {
      for (const spelling of dictionary.byLength.get(length) ?? []) {
        if (isOneLetterOff(text, spelling.folded)) claim(spelling, text, SCORES.oneLetter);
      }
    }
  }
  return claims;
}

/** Whether a heading has what it may not have, unless it is surely a spelling. */
function never(dictionary: Dictionary, entry: Entry | null, text: string): boolean {
  if (entry === null) return false;
  return (dictionary.unless.get(entry) ?? []).some((words) => ` ${text} `.includes(` ${words} `));
}

/**
 * How like a heading is to a spelling, from 0 to 1. Of a heading of several lines the spelling must
 * have a word of the last one, which begins at `leafFrom`: "Thời hạn" over "Ngày giao" is no deadline.
 */
function likeness(
  heading: string,
  words: readonly string[],
  leafFrom: number,
  spelling: Spelling,
): number {
  if (heading === spelling.folded) return 1;
  const count = spelling.words.length;
  if (count > words.length || !spelling.words.some((word) => words.includes(word, leafFrom)))
    return 0;
  const left = [...words];
  for (const word of spelling.words) {
    const place = left.indexOf(word);
    if (place < 0) return 0;
    left.splice(place, 1);
  }
  if (left.length === 0) return SCORES.sameWords;
  const share = count / words.length;
  if (count === 1) return SCORES.singleWord + SCORES.partOfAll * share;
  const together = ` ${heading} `.includes(` ${spelling.folded} `);
  return (together ? SCORES.part : SCORES.scattered) + SCORES.partOfAll * share;
}

/** Long headings with one letter wrong, missing or too many. */
function isOneLetterOff(a: string, b: string): boolean {
  if (a.length < 9 || b.length < 9 || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB;
}
