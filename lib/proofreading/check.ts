import { findBases } from "./bases.ts";
import { findChanges } from "./changes.ts";
import { judgeColumns } from "./columns.ts";
import { draftOf } from "./draft.ts";
import { findEquations } from "./equations.ts";
import type { Search } from "./findings.ts";
import { findFormats } from "./formats.ts";
import { fractionsOf } from "./fractions.ts";
import { findImpliedShares } from "./implied.ts";
import { findRatios } from "./ratios.ts";
import { findRemainders } from "./remainders.ts";
import type { Finding } from "./schema.ts";
import { findSplits } from "./splits.ts";
import { judgeSplits } from "./sums.ts";
import { findTables } from "./tables.ts";

/**
 * Finds the claims of a draft report and recomputes them (domain rules "Checking figures"):
 * shares, changes, sums with their columns, what is left. Its time is linear in the draft's length.
 * @returns the findings in the order of the text; none may be right beyond what the text gives
 */
export function proofread(text: string): Finding[] {
  const draft = draftOf(text);
  const fractions = fractionsOf(draft);
  const search: Search = {
    draft,
    fractions,
    inFraction: new Set(fractions.flatMap(({ left, right }) => [left, right])),
    byWhole: new Map(fractions.map((fraction) => [fraction.right, fraction])),
    findings: [],
    taken: new Set(),
    asides: new Set(),
    wholes: new Set(),
    judged: new Map(),
  };
  findRatios(search);
  findChanges(search);
  findEquations(search);
  const splits = findSplits(search);
  judgeSplits(search, splits);
  judgeColumns(search, splits);
  findRemainders(search, splits);
  findBases(search);
  findImpliedShares(search, splits);
  findFormats(search);
  search.findings.push(...findTables(draft.plain));
  return search.findings.sort((one, two) => one.at.start - two.at.start || one.at.end - two.at.end);
}
