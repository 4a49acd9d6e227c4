import type { Finding, Verdict } from "#lib/proofreading/schema.ts";
import { VERDICTS } from "#lib/proofreading/schema.ts";

/** A figure of the draft with the findings about it, the gravest first. */
export type Mark = { id: number; start: number; end: number; findings: Finding[] };

/** A line of the draft, in pieces: plain text and marks with the text that they stand on. */
export type Line = { number: number; pieces: (string | MarkedText)[] };
export type MarkedText = { mark: Mark; text: string };

const gravity = ({ verdict }: Finding) => VERDICTS.indexOf(verdict);

/** The verdict that a mark is shown with. */
export function verdictOf({ findings }: Mark): Verdict {
  return findings[0]?.verdict ?? "RIGHT";
}

/** One mark to a figure, in the order of the text, the gravest finding first. */
export function marksOf(findings: readonly Finding[]): Mark[] {
  const byPlace = Map.groupBy(findings, ({ at }) => at.start);
  return [...byPlace]
    .sort(([one], [two]) => one - two)
    .map(([start, each], id) => ({
      id,
      start,
      end: Math.max(...each.map(({ at }) => at.end)),
      findings: each.toSorted((one, two) => gravity(one) - gravity(two)),
    }));
}

/** The draft's lines with the marks in their places. */
export function linesOf(text: string, marks: readonly Mark[]): Line[] {
  const lines: Line[] = [];
  let [start, next] = [0, 0];
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const pieces: Line["pieces"] = [];
    let place = start;
    for (let mark = marks[next]; mark && mark.start < end; mark = marks[next]) {
      if (mark.start > place) pieces.push(text.slice(place, mark.start));
      pieces.push({ mark, text: text.slice(mark.start, mark.end) });
      place = mark.end;
      next += 1;
    }
    if (place < end) pieces.push(text.slice(place, end));
    lines.push({ number: lines.length + 1, pieces });
    start = end + 1;
  }
  return lines;
}

/** The number of the line in which each mark stands, by its id. */
export function linesByMark(lines: readonly Line[]): ReadonlyMap<number, number> {
  return new Map(
    lines.flatMap(({ number, pieces }) =>
      pieces.flatMap((piece) =>
        typeof piece === "string" ? [] : [[piece.mark.id, number] as const],
      ),
    ),
  );
}
