import { describe, expect, it } from "vitest";
import {
  confirmedWordsSchema,
  lackingEntries,
  openWords,
  readingCorrectionSchema,
  rowQuerySchema,
} from "./corrections.ts";
import type { Entry, RowIssue } from "./schema.ts";

const issue = (key: RowIssue["key"], entry: Entry | null = null, text?: string): RowIssue => ({
  ...{ key, entry, column: null },
  ...(text !== undefined && { values: { text } }),
});
const row = (...issues: RowIssue[]) => ({ issues });

describe("entries for the whole file", () => {
  it("are asked for by how many rows lack them, a row counted once", () => {
    const field = issue("work.sent.fieldMissing", "field");
    const rows = [row(field), row(field, field), row(issue("work.sent.departmentMissing"))];
    expect([...lackingEntries({ rows, table: { columns: {} } })]).toEqual([
      ["field", 2],
      ["department", 1],
    ]);
  });

  it("ask for the body of unknown directives only where it is all that is missing", () => {
    const rows = [row(issue("imports.rows.unknownDirective", "directiveNumber"))];
    const lacking = (columns: Record<number, Entry>) => [
      ...lackingEntries({ rows, table: { columns } }).keys(),
    ];
    expect(lacking({ 0: "title", 1: "directiveDate" })).toEqual(["issuingBody"]);
    expect(lacking({ 0: "title" })).toEqual([]);
    expect(lacking({ 0: "directiveDate", 1: "issuingBody" })).toEqual([]);
  });
});

describe("spellings that wait for someone's word", () => {
  const guesses = [{ catalogue: "department", word: "P.KT", code: "PHONG_KT" } as const];

  it("are the guesses and what no catalogue knows, each once however it is spelt", () => {
    const unknown = "imports.problems.word.unknown";
    const rows = [
      row(issue(unknown, "cooperating", "Ban ABC"), issue(unknown, "department", "ban  abc")),
      row(issue("imports.problems.word.nearest", "field", "Phần mềm")),
      row(issue("imports.problems.notADay", "dueOn", "hôm nào đó")),
    ];
    expect(openWords({ rows, guesses })).toEqual([
      ...guesses,
      { catalogue: "department", word: "Ban ABC", code: null },
      { catalogue: "field", word: "Phần mềm", code: null },
    ]);
  });

  it("leave out what was told only in part, and what no spelling is left of", () => {
    const told = (text: string) => row(issue("imports.problems.word.unknown", "department", text));
    expect(openWords({ rows: [told(`${"Phòng ".repeat(13)}…`), told("--")], guesses: [] })).toEqual(
      [],
    );
  });
});

describe("what the forms send", () => {
  const reading = { id: "7", sheet: "Sheet1", headingTo: "4" };

  it("takes columns as recognised, or each for an entry of its own", () => {
    expect(readingCorrectionSchema.parse({ ...reading, columns: "null" })).toMatchObject({
      ...{ id: 7, headingTo: 4, columns: null },
    });
    const twice = JSON.stringify({ 0: "title", 1: "title" });
    const problems = readingCorrectionSchema.safeParse({ ...reading, columns: twice }).error;
    expect(problems?.issues[0]?.message).toBe("imports.screen.problems.sameEntry");
    expect(readingCorrectionSchema.safeParse({ ...reading, columns: "{" }).success).toBe(false);
    expect(
      readingCorrectionSchema.safeParse({ ...reading, columns: '{"0":"password"}' }).success,
    ).toBe(false);
  });

  it("takes no line of a heading that is none", () => {
    const wrong = readingCorrectionSchema.safeParse({
      ...reading,
      headingTo: "dòng 4",
      columns: "null",
    });
    expect(wrong.error?.issues[0]?.message).toBe("imports.screen.problems.headingLine");
  });

  it("takes words with a code only", () => {
    const words = (value: unknown) =>
      confirmedWordsSchema.safeParse({ id: "7", words: JSON.stringify(value) }).success;
    expect(words([{ catalogue: "field", word: "TBKL", code: "TBKL" }])).toBe(true);
    expect(words([{ catalogue: "field", word: "TBKL", code: "" }])).toBe(false);
    expect(words([])).toBe(false);
  });

  it("knows the filters of the rows", () => {
    expect(rowQuerySchema.parse({ show: "error", page: "2" })).toEqual({ show: "error", page: 2 });
    expect(rowQuerySchema.safeParse({ show: "wrong" }).success).toBe(false);
  });
});
