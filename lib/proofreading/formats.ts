import { figureOf } from "./decimals.ts";
import { quantityAt } from "./draft.ts";
import { report, type Search, writtenFigure } from "./findings.ts";
import { COUNTED } from "./words.ts";

/** What cannot be counted in fractions, written with a dot in the wrong place: "15.78 đối tượng". */
export function findFormats(search: Search): void {
  const { draft } = search;
  for (const number of draft.numbers) {
    const quantity = quantityAt(draft, number);
    if (quantity?.form !== "dotted" || quantity.measure !== "count") continue;
    if (quantity.power > 0 || !COUNTED.has(quantity.noun)) continue;
    const likely = figureOf({ units: quantity.value.units, scale: 0 });
    report(search, {
      kind: "FORMAT",
      verdict: "WRONG",
      at: number,
      from: [number],
      recomputed: likely,
      explanation: {
        key: "formatThousands",
        values: {
          written: draft.tokens[number]?.text ?? "",
          recomputed: likely,
          stated: writtenFigure(draft, number),
        },
      },
    });
  }
}
