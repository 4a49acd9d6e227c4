import type { Explanation } from "#lib/core/errors.ts";
import { foldWords, problemOf } from "./readings.ts";
import { alignment, distinctWords, type Form, formsOf, isTypo, LITTLE } from "./word-forms.ts";

/** An entry of a catalogue by all that it is called. */
export type Named = {
  code: string;
  name: string;
  short?: string;
  nameEn?: string;
  shortEn?: string;
};

/**
 * What a word of a spreadsheet means: `exact` is a code, name or short name in whatever accents,
 * case and punctuation; `remembered` is what someone said before; a `guess` has to be confirmed by
 * a person. Unknown words, and those that several entries fit alike, come with the nearest codes.
 */
export type Understood =
  | { code: string; how: "exact" | "remembered" | "guess" }
  | { problem: Explanation; nearest: string[] };

/** One part of a cell that names several. */
export type UnderstoodPart = { word: string; meant: Understood };

/** Without the words for the problem. */
type Meaning = Exclude<Understood, { problem: unknown }> | { nearest: string[] };

/** Reads words by one catalogue; what was read once is not worked out again. */
export type Understander = {
  understand(word: string): Understood;
  /** The entries of a cell that may name several: "P.KT; VP, CA xã", lines, "và". */
  understandSeveral(text: string): UnderstoodPart[];
};

/** How a spelling is remembered (`catalogue_alias.alias`): folded letters, single spaces, no punctuation. */
export const aliasOf = foldWords;

/** A guess covers at least this share of an entry's weight, and that much more than any other entry. */
const ENOUGH = 0.5;
const AHEAD = 0.12;
/** Below this share an entry is not even named as near. */
const NEAR = 0.25;
const MOST_NEAREST = 3;

/** What a word of a spreadsheet means by a catalogue (a list that does not change); `aliases` from `aliasOf(spelling)` to codes. */
export function understand(
  word: string,
  entries: readonly Named[],
  aliases: ReadonlyMap<string, string>,
): Understood {
  return readerFor(entries, aliases).understand(word);
}

/** As `understand`, for a text that may name several entries. */
export function understandSeveral(
  text: string,
  entries: readonly Named[],
  aliases: ReadonlyMap<string, string>,
): UnderstoodPart[] {
  return readerFor(entries, aliases).understandSeveral(text);
}

const readers = new WeakMap<readonly Named[], WeakMap<ReadonlyMap<string, string>, Understander>>();

/** Ten thousand rows ask of the same catalogue: its reader is made once for the same lists. */
function readerFor(entries: readonly Named[], aliases: ReadonlyMap<string, string>): Understander {
  const byAliases = readers.get(entries) ?? new WeakMap();
  const reader = byAliases.get(aliases) ?? understander(entries, aliases);
  readers.set(entries, byAliases.set(aliases, reader));
  return reader;
}

/** A reader of many words by one catalogue; the lists must not change while it is used. */
export function understander(
  entries: readonly Named[],
  aliases: ReadonlyMap<string, string>,
): Understander {
  const exact = exactNames(entries);
  const forms = formsOf(entries);
  const names = new Map(entries.map(({ code, name }) => [code, name]));
  const meanings = new Map<string, Meaning>();

  const work = (folded: string): Meaning => {
    const named = exact.get(folded);
    const [only] = named ?? [];
    if (named?.size === 1 && only !== undefined) return { code: only, how: "exact" };
    const remembered = aliases.get(folded);
    if (remembered !== undefined && names.has(remembered)) {
      return { code: remembered, how: "remembered" };
    }
    if (named !== undefined) return { nearest: [...named] };
    return folded === "" ? { nearest: [] } : guess(folded, forms);
  };
  const understandOne = (word: string): Understood => {
    const folded = foldWords(word);
    const meaning = meanings.get(folded) ?? work(folded);
    meanings.set(folded, meaning);
    if (!("nearest" in meaning)) return meaning;
    const { nearest } = meaning;
    const said = nearest.map((code) => `“${names.get(code) ?? code}”`).join(", ");
    return nearest.length === 0
      ? { nearest, ...problemOf("word.unknown", word.trim()) }
      : { nearest, ...problemOf("word.nearest", word.trim(), { nearest: said }) };
  };
  return {
    understand: understandOne,
    understandSeveral: (text) => severalOf(text, understandOne),
  };
}

/** Every name that is exact, folded, with the codes it stands for. */
function exactNames(entries: readonly Named[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const { code, name, short, nameEn, shortEn } of entries) {
    for (const called of [code, name, short, nameEn, shortEn]) {
      const folded = foldWords(called ?? "");
      if (folded !== "") names.set(folded, (names.get(folded) ?? new Set()).add(code));
    }
  }
  return names;
}

function guess(folded: string, forms: readonly Form[]): Meaning {
  const words = distinctWords(folded);
  const best = new Map<string, { share: number; whole: boolean }>();
  for (const form of forms) {
    const { share, matched, complete } = alignment(words, form);
    const mistyped = isTypo(folded, form);
    const found = {
      share: mistyped ? 1 : share,
      whole: mistyped || (complete && matched > LITTLE),
    };
    const before = best.get(form.code);
    const better =
      before === undefined ||
      (found.whole !== before.whole ? found.whole : found.share > before.share);
    if (better) best.set(form.code, found);
  }
  const ranked = [...best].sort(
    ([, a], [, b]) => Number(b.whole) - Number(a.whole) || b.share - a.share,
  );
  const [first, second] = ranked;
  if (first?.[1].whole && first[1].share >= ENOUGH) {
    const rival = second?.[1].whole ? second[1].share : 0;
    if (first[1].share - rival >= AHEAD) return { code: first[0], how: "guess" };
  }
  const nearest = ranked
    .filter(([, { share }]) => share >= NEAR)
    .slice(0, MOST_NEAREST)
    .map(([code]) => code);
  return { nearest };
}

/** The most pieces of a cell that are put together in every way; more are taken one by one. */
const MOST_PIECES = 12;

function severalOf(text: string, understandOne: (word: string) => Understood): UnderstoodPart[] {
  const lines = text
    .split(/[;\n\r•]+/)
    .map((line) => line.replace(/^[\s\-–+*]+/, "").trim())
    .filter((line) => foldWords(line) !== "");
  return lines.flatMap((line) => splitLine(line, understandOne));
}

/**
 * Names have commas, hyphens and "và" of their own ("Văn phòng HĐND và UBND"), so the line is cut
 * where every part is understood: the fewest unknown parts, then the fewest guesses, then the fewest parts.
 */
function splitLine(line: string, understandOne: (word: string) => Understood) {
  const pieces = line.split(/(\s*[,+&/]\s*|\s+-\s+|\s+(?:và|va|VÀ)\s+)/u);
  const count = (pieces.length + 1) / 2;
  const part = (from: number, to: number) =>
    pieces
      .slice(2 * from, 2 * to - 1)
      .join("")
      .trim();
  if (count > MOST_PIECES) {
    return Array.from({ length: count }, (_, index) => part(index, index + 1))
      .filter((word) => foldWords(word) !== "")
      .map((word) => ({ word, meant: understandOne(word) }));
  }
  type Cut = { cost: number; parts: UnderstoodPart[] };
  const cuts: Cut[] = [{ cost: 0, parts: [] }];
  for (let to = 1; to <= count; to++) {
    let best: Cut | null = null;
    for (let from = 0; from < to; from++) {
      const before = cuts[from];
      const word = part(from, to);
      if (before === undefined) continue;
      if (foldWords(word) === "") {
        if (best === null || before.cost <= best.cost) best = before;
        continue;
      }
      const meant = understandOne(word);
      const cost = before.cost + costOf(meant, to - from);
      if (best === null || cost < best.cost)
        best = { cost, parts: [...before.parts, { word, meant }] };
    }
    cuts.push(best ?? { cost: Number.POSITIVE_INFINITY, parts: [] });
  }
  return cuts.at(-1)?.parts ?? [];
}

/** Unknown words cost the more the longer they are, so that a known name is never swallowed by one. */
function costOf(meant: Understood, pieces: number): number {
  if ("problem" in meant) return 1000 * pieces;
  return meant.how === "guess" ? 11 : 1;
}
