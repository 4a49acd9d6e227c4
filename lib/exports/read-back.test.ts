import fc from "fast-check";
import { expect, test } from "vitest";
import { readSpreadsheet } from "#lib/core/spreadsheet/read.ts";
import { tidyText, writableText } from "#lib/core/spreadsheet/text.ts";
import { csvOf } from "#lib/core/spreadsheet/write-csv.ts";
import type { WrittenTable } from "#lib/core/spreadsheet/write-schema.ts";
import { xlsxOf } from "#lib/core/spreadsheet/write-xlsx.ts";

/* What is written as a file is read back by the product's own reader. */

const AT = new Date("2026-11-20T01:30:00Z");
const LONGEST = 32_767;

/** The texts of two columns and more, with a number to the left of them so that no row is empty. */
async function readBack(rows: readonly string[][], format: "csv" | "xlsx"): Promise<string[][]> {
  const width = rows[0]?.length ?? 0;
  const table: WrittenTable = {
    title: "Nhiệm vụ",
    notes: [],
    columns: [
      { label: "Số", kind: "count", width: 5 },
      ...Array.from({ length: width }, (_, index) => ({
        label: `Cột ${index + 1}`,
        kind: "text" as const,
        width: 20,
      })),
    ],
    pages: (async function* () {
      yield rows.map((row, index) => [index + 1, ...row]);
    })(),
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of format === "csv" ? csvOf(table) : xlsxOf(table, AT)) pieces.push(piece);
  const { sheets } = await readSpreadsheet(Buffer.concat(pieces), `tep.${format}`);
  const [sheet] = sheets;
  const heading = sheet?.rows.findIndex(({ cells }) => cells[1] === "Cột 1") ?? -1;
  return (sheet?.rows.slice(heading + 1) ?? []).map(({ cells }) =>
    Array.from({ length: width }, (_, index) => `${cells[index + 1] ?? ""}`),
  );
}

const awkward = fc.constantFrom(
  ..."'\"=+-@;,\t\r\n ＝＋\u00a0\u200b\ufeff".split(""),
  ...[
    "\r\n",
    '""',
    "sep=;",
    "_x000D_",
    "_x005F_",
    "&lt;",
    "&",
    "<",
    "]]>",
    "\u0007",
    "😀",
    "👩‍👩‍👧",
  ],
  ...["Thông báo kết luận", "Thông báo".normalize("NFD"), "a", "1", "2026-04", "\ud83d"],
);
const text = fc.oneof(
  fc.array(awkward, { maxLength: 8 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 30 }),
);
const rows = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.array(fc.array(text, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 6,
  }),
);

test.each(["csv", "xlsx"] as const)("a .%s reads back to the same texts", async (format) => {
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      expect(await readBack(given, format)).toEqual(
        given.map((row) => row.map((each) => tidyText(writableText(each)))),
      );
    }),
    { numRuns: format === "csv" ? 500 : 60 },
  );
});

test.each(["csv", "xlsx"] as const)("a .%s keeps the longest texts whole", async (format) => {
  const long = (piece: string) => piece.repeat(LONGEST).slice(0, LONGEST);
  const given = [
    [long("=1;\r\n"), "c; d"],
    // A reader that looks at the first 64 KB for what parts the fields sees only half of this one.
    [`${long("=1;\n").slice(1)}.`, "c; d"],
    [`${long("=2;\n").slice(1)}.`, "c; d"],
    [long("Nội dung; "), "a"],
    [long('"'), "b"],
  ];
  expect(await readBack(given, format)).toEqual(
    given.map((row) => row.map((each) => tidyText(writableText(each)))),
  );
});
