import type { z } from "zod";
import { localeOf } from "#lib/core/api.ts";
import { InvalidInputError } from "#lib/core/errors.ts";
import { sentence } from "#lib/core/problems.ts";
import type { Check, RowIssue } from "#lib/imports/schema.ts";
import type { Received } from "#lib/imports/service.ts";
import type { importAnswer } from "../answers/import.ts";

/** The most problems that one refusal lists. */
const MOST_PROBLEMS = 500;

/** The heading of the column that an issue is about; null for the row as a whole. */
function columnOf({ table }: Check, { column, entry }: RowIssue): string | null {
  return column === null ? entry : table.headings[column] || entry;
}

/** What was found row by row, in the language that the request prefers. */
export function importReply(
  request: Request,
  { id, check }: Received,
  applied: boolean,
): z.output<typeof importAnswer> {
  const locale = localeOf(request);
  const told = (issues: readonly RowIssue[]) =>
    issues.map((issue) => ({ column: columnOf(check, issue), message: sentence(issue, locale) }));
  return {
    id,
    applied,
    sheet: check.table.sheet,
    counts: check.counts,
    guesses: check.guesses,
    rows: check.rows.map(({ line, outcome, known, differences, issues, notices }) => ({
      ...{ line, outcome, known },
      changes: differences,
      errors: told(issues),
      notices: told(notices),
    })),
  };
}

/** The refusal of a file with wrong rows: what is wrong, by line and column. */
export function rowProblems(check: Check): InvalidInputError {
  const issues = check.rows.flatMap(({ line, issues }) =>
    issues.map((issue) => ({
      path: ["rows", line, columnOf(check, issue) ?? ""].join("."),
      key: issue.key,
      ...(issue.values && { values: issue.values }),
    })),
  );
  const values = { count: check.counts.error };
  return new InvalidInputError(issues.slice(0, MOST_PROBLEMS), {
    key: "imports.rowsWrong",
    values,
  });
}
