import type { Figure } from "./schema.ts";

/** An exact decimal number: `units` × 10^−`scale`. */
export type Decimal = { units: bigint; scale: number };

const TEN = 10n;

function scaled({ units, scale }: Decimal, to: number): bigint {
  return units * TEN ** BigInt(to - scale);
}

/** Both as whole numbers of the same size. */
function aligned(left: Decimal, right: Decimal): [bigint, bigint, number] {
  const scale = Math.max(left.scale, right.scale);
  return [scaled(left, scale), scaled(right, scale), scale];
}

export const ZERO: Decimal = { units: 0n, scale: 0 };

export function add(left: Decimal, right: Decimal): Decimal {
  const [a, b, scale] = aligned(left, right);
  return { units: a + b, scale };
}

export function subtract(left: Decimal, right: Decimal): Decimal {
  const [a, b, scale] = aligned(left, right);
  return { units: a - b, scale };
}

/** Negative, 0 or positive as `left` is smaller, equal or larger. */
export function compare(left: Decimal, right: Decimal): number {
  const [a, b] = aligned(left, right);
  return a < b ? -1 : a > b ? 1 : 0;
}

export function absolute({ units, scale }: Decimal): Decimal {
  return { units: units < 0n ? -units : units, scale };
}

/** The number moved by powers of ten: 1.5 shifted by 3 is 1,500. */
export function shift({ units, scale }: Decimal, by: number): Decimal {
  return by <= scale
    ? { units, scale: scale - by }
    : { units: units * TEN ** BigInt(by - scale), scale: 0 };
}

/**
 * `part` of `whole` in per cent, with so many decimals, of numbers that are not negative.
 * @param rounding half up, as rates are published (domain rules "Rates"), or cut off
 * @returns null where the whole is 0
 */
export function percentOf(
  part: Decimal,
  whole: Decimal,
  decimals: number,
  rounding: "HALF_UP" | "CUT",
): Decimal | null {
  const [a, b] = aligned(part, whole);
  if (b === 0n) return null;
  const numerator = a * 100n * TEN ** BigInt(decimals);
  const units = rounding === "CUT" ? numerator / b : (2n * numerator + b) / (2n * b);
  return { units, scale: decimals };
}

/** Rounded half up to so many decimals; not negative. */
export function roundHalfUp(value: Decimal, decimals: number): Decimal {
  if (value.scale <= decimals) return value;
  const divisor = TEN ** BigInt(value.scale - decimals);
  return { units: (2n * value.units + divisor) / (2n * divisor), scale: decimals };
}

/** For showing: the number in a unit of 10^`power`. */
export function figureOf(value: Decimal, unit = "", power = 0): Figure {
  let { units, scale } = { units: value.units, scale: value.scale + power };
  while (scale > 0 && units % TEN === 0n) {
    units /= TEN;
    scale -= 1;
  }
  return { value: Number(units) / 10 ** scale, decimals: Math.max(0, scale), unit };
}

/** A percentage for showing, with exactly the decimals that it was computed with. */
export function percentFigure({ units, scale }: Decimal): Figure {
  return { value: Number(units) / 10 ** scale, decimals: scale, unit: "%" };
}
