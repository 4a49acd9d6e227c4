import { proofread } from "../check.ts";
import type { Finding, Span, Verdict } from "../schema.ts";

const MARKS = { W: "WRONG", T: "TRUNCATED", R: "RIGHT", U: "UNVERIFIABLE" } as const;

/** A passage without its marks, and what they say of its figures. */
export type Marked = { text: string; expected: { verdict: Verdict; span: Span }[] };

/** Reads `{W:…}`, `{T:…}`, `{R:…}` and `{U:…}` out of a passage. */
export function readMarked(passage: string): Marked {
  const expected: Marked["expected"] = [];
  let text = "";
  let last = 0;
  for (const match of passage.matchAll(/\{([WTRU]):([^}]*)\}/g)) {
    const [whole, mark, inner = ""] = match;
    text += passage.slice(last, match.index);
    const start = text.length;
    text += inner;
    expected.push({
      verdict: MARKS[mark as keyof typeof MARKS],
      span: { start, end: text.length },
    });
    last = match.index + whole.length;
  }
  return { text: text + passage.slice(last), expected };
}

const meet = (one: Span, two: Span) => one.start < two.end && two.start < one.end;
const isError = (verdict: Verdict) => verdict === "WRONG" || verdict === "TRUNCATED";

export type Outcome = {
  text: string;
  findings: Finding[];
  /** Marked errors that were found, found with the other verdict, or not found. */
  found: number;
  missed: string[];
  /** Flagged although nothing marked there is an error. */
  false: string[];
  /** Marked right claims that were recomputed at all, and that were not. */
  confirmed: number;
  overlooked: string[];
};

/** Proofreads a marked passage and holds the findings against the marks. */
export function outcomeOf(passage: string): Outcome {
  const { text, expected } = readMarked(passage);
  const findings = proofread(text);
  const outcome: Outcome = {
    ...{ text, findings, found: 0, missed: [], false: [], confirmed: 0, overlooked: [] },
  };
  for (const { verdict, span } of expected) {
    const hit = findings.some(
      (finding) =>
        finding.verdict === verdict && finding.figures.some((figure) => meet(figure, span)),
    );
    const place = `${verdict} ${text.slice(span.start, span.end)} | ${text.slice(Math.max(0, span.start - 80), span.end + 60)}`;
    if (isError(verdict)) hit ? outcome.found++ : outcome.missed.push(place);
    else if (verdict === "RIGHT") hit ? outcome.confirmed++ : outcome.overlooked.push(place);
    else if (!hit) outcome.overlooked.push(place);
  }
  for (const finding of findings.filter(({ verdict }) => isError(verdict))) {
    const marked = expected.some(
      ({ verdict, span }) =>
        isError(verdict) && finding.figures.some((figure) => meet(figure, span)),
    );
    if (!marked) {
      const { at, kind, explanation, verdict } = finding;
      outcome.false.push(
        `${verdict} ${kind} ${text.slice(at.start, at.end)} ${JSON.stringify(explanation)} | ${text.slice(Math.max(0, at.start - 80), at.end + 60)}`,
      );
    }
  }
  return outcome;
}
