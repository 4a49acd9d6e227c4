import { add, type Decimal, ZERO } from "./decimals.ts";
import { type Draft, quantityAt } from "./draft.ts";
import type { Item, List } from "./lists.ts";

export type Reading = {
  items: readonly Item[];
  /** Only what the list begins with: believed where it agrees, as what follows may be another matter. */
  isBeginning: boolean;
};

/** The ways in which a list can be read: by semicolons or lines, by commas, without what is said in passing. */
export function readingsOf(draft: Draft, list: List): Reading[] {
  const { items, groups, lines } = list;
  const firsts = items.filter(({ group }, index) => items[index - 1]?.group !== group);
  const plain = items.filter(({ aside }) => !aside);
  const firstGroup = plain.filter(({ group }) => group === plain[0]?.group);
  const several = groups > 1;
  const whole = lines
    ? [firsts]
    : [
        ...(several ? [firsts] : []),
        plain,
        items,
        ...(several && firstGroup.length > 1 ? [firstGroup] : []),
      ];
  const beginnings = lines ? [] : [plain, firsts].flatMap((each) => beginningsOf(draft, each));
  return [
    ...whole.map((each) => ({ items: each, isBeginning: false })),
    ...beginnings.map((each) => ({ items: each, isBeginning: true })),
  ].filter((reading) => reading.items.length > 0);
}

const LONGEST_BEGINNING = 12;

/** What a list begins with, where what follows counts something else or is said in passing. */
function beginningsOf(draft: Draft, items: readonly Item[]): (readonly Item[])[] {
  const nounOf = (item: Item | undefined) => item && quantityAt(draft, item.number)?.noun;
  const beginnings: (readonly Item[])[] = [];
  for (let length = 1; length < Math.min(items.length, LONGEST_BEGINNING); length += 1) {
    const next = items[length];
    if (next?.aside || nounOf(next) !== nounOf(items[length - 1])) {
      beginnings.push(items.slice(0, length));
    }
  }
  return beginnings;
}

/** How far two numbers are apart, as whole numbers of the same size. */
export function difference(one: Decimal, two: Decimal): bigint {
  const units = (value: Decimal) => value.units * 10n ** BigInt(Math.max(0, 12 - value.scale));
  const apart = units(one) - units(two);
  return apart < 0n ? -apart : apart;
}

export function sumOf(draft: Draft, parts: readonly Item[]): Decimal {
  return parts.reduce(
    (sum, { number }) => add(sum, quantityAt(draft, number)?.value ?? ZERO),
    ZERO,
  );
}
