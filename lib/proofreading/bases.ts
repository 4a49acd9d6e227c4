import { figureOf } from "./decimals.ts";
import { type Draft, numberBefore, quantityAt, sentenceBegin, textAt } from "./draft.ts";
import { report, type Search, writtenFigure } from "./findings.ts";
import { isOfAim } from "./shares.ts";

/** Between which numbers the whole lies of which an amount is a rounded share. */
type Implied = { share: number; part: number; least: number; most: number };

const PHRASE = { least: 3, most: 6 };
const NEAR = 6;

/**
 * "51,3 tỷ đồng = 12,01% kế hoạch vốn năm" and elsewhere "71,2 tỷ đồng = 19% kế hoạch vốn năm":
 * two shares of what the draft calls the same, from which different wholes follow.
 */
export function findBases(search: Search): void {
  const { draft } = search;
  const byPhrase = new Map<string, Implied>();
  for (const share of draft.numbers) {
    const quantity = quantityAt(draft, share);
    if (quantity?.measure !== "percent" || search.taken.has(share) || !isOfAim(draft, share))
      continue;
    const part = numberBefore(draft, share);
    const amount = quantityAt(draft, part);
    if (
      amount?.measure !== "money" ||
      share - amount.next > NEAR ||
      part < sentenceBegin(draft, share)
    )
      continue;
    const phrase = phraseAt(draft, quantity.next);
    if (phrase === null) continue;
    const stated = Number(quantity.value.units) / 10 ** quantity.value.scale;
    const half = 0.5 / 10 ** quantity.decimals;
    if (stated <= half) continue;
    const value = Number(amount.value.units) / 10 ** amount.value.scale;
    const implied = {
      ...{ share, part },
      least: (100 * value) / (stated + half),
      most: (100 * value) / (stated - half),
    };
    const known = byPhrase.get(phrase);
    if (!known) byPhrase.set(phrase, implied);
    else if (implied.most < known.least || known.most < implied.least) tell(search, known, implied);
  }
}

/** What the share is of, as far as a comma, number or bracket; null where that is too little to tell. */
function phraseAt(draft: Draft, from: number): string | null {
  const words: string[] = [];
  for (let index = from; words.length < PHRASE.most; index += 1) {
    const token = draft.tokens[index];
    if (token?.kind !== "word" || token.quantity) break;
    words.push(textAt(draft, index));
  }
  return words.length < PHRASE.least ? null : words.join(" ");
}

function tell(search: Search, known: Implied, implied: Implied): void {
  const { draft } = search;
  const { unit = "", power = 0 } = quantityAt(draft, implied.part) ?? {};
  const whole = ({ least, most }: Implied) => {
    const value = Math.round(((least + most) / 2 / 10 ** power) * 10);
    return figureOf({ units: BigInt(value), scale: 1 }, unit);
  };
  search.taken.add(implied.share);
  report(search, {
    kind: "BASE",
    verdict: "UNVERIFIABLE",
    at: implied.share,
    from: [known.part, known.share, implied.part, implied.share],
    explanation: {
      key: "baseMismatch",
      values: {
        first: whole(known),
        second: whole(implied),
        earlier: { ...writtenFigure(draft, known.share), unit: "%" },
        stated: { ...writtenFigure(draft, implied.share), unit: "%" },
      },
    },
  });
}
