import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { harmlessText, textMeant } from "#lib/core/spreadsheet/harmless.ts";
import { csvOf } from "#lib/core/spreadsheet/write-csv.ts";
import type { WrittenCell, WrittenTable } from "#lib/core/spreadsheet/write-schema.ts";
import { xlsxOf } from "#lib/core/spreadsheet/write-xlsx.ts";
import { readWorkbook } from "#lib/reports/testing/workbook.ts";

const AT = new Date("2026-11-20T01:30:00Z");

async function* paged(...pages: WrittenCell[][][]) {
  for (const page of pages) yield page;
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

const COLUMNS: WrittenTable["columns"] = [
  { label: "Nội dung", kind: "text", width: 20 },
  { label: "Số ngày", kind: "count", width: 8 },
  { label: "Số liệu", kind: "number", width: 10 },
  { label: "Tỷ lệ", kind: "rate", width: 8 },
  { label: "Hạn", kind: "date", width: 11 },
  { label: "Kỳ", kind: "month", width: 9 },
  { label: "Lúc", kind: "instant", width: 16 },
];

const ROWS: WrittenCell[][] = [
  ["Rà soát, báo cáo “đất đai”", 3, 1234.5, 0.972, "2026-11-20", "2026-04", AT],
  ['Dòng 1\nDòng "2"; 3', -1, -0.25, null, null, null, null],
  ["=1+1", 0, null, 0, "1999-12-31", "2026-12", null],
];

const table = (...pages: WrittenCell[][][]): WrittenTable => ({
  title: "Danh sách: nhiệm vụ/đất đai",
  notes: ["Quá hạn · Phòng Kinh tế", "Lập lúc 08:30"],
  columns: COLUMNS,
  pages: paged(...pages),
});

async function sheetOf(given: WrittenTable) {
  const file = await bytesOf(xlsxOf(given, AT));
  const [[name, sheet] = []] = [...readWorkbook(file)];
  const xml = strFromU8(unzipSync(file)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  return { name, value: (place: string) => sheet?.get(place)?.value ?? null, xml, file };
}

test("a .csv has headings and rows, as other software reads them", async () => {
  const file = await bytesOf(csvOf(table(ROWS.slice(0, 2), ROWS.slice(2))));
  expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = file.toString("utf8");
  expect(text.replaceAll("\r\n", "").includes("\r")).toBe(false);
  expect(parse(text, { bom: true })).toEqual([
    ["Nội dung", "Số ngày", "Số liệu", "Tỷ lệ", "Hạn", "Kỳ", "Lúc"],
    [
      "Rà soát, báo cáo “đất đai”",
      "3",
      "1234.5",
      "0.972",
      "2026-11-20",
      "2026-04",
      "2026-11-20 08:30:00",
    ],
    ['Dòng 1\nDòng "2"; 3', "-1", "-0.25", "", "", "", ""],
    ["'=1+1", "0", "", "0", "1999-12-31", "2026-12", ""],
  ]);
});

test("what a spreadsheet would calculate is harmless in a .csv and can be read back", () => {
  for (const text of ["=1", "+84", "-x", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "''+1"]) {
    expect(harmlessText(text)).toBe(`'${text}`);
  }
  for (const text of ["Điều 5 - khoản 2", "'trích'", "5=5", ""])
    expect(harmlessText(text)).toBe(text);
  const piece = fc.constantFrom("'", "=", "+", "-", "@", "\t", "a", " ", "＝");
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join("")),
      (text) => {
        expect(textMeant(harmlessText(text))).toBe(text);
      },
    ),
  );
});

test("an .xlsx has title, notes and headings, and cells of their own kinds", async () => {
  const { name, value } = await sheetOf(table(ROWS.slice(0, 2), ROWS.slice(2)));
  expect(name).toBe("Danh sách  nhiệm vụ đất đai");
  expect(value("A1")).toBe("Danh sách: nhiệm vụ/đất đai");
  expect([value("A2"), value("A3")]).toEqual(["Quá hạn · Phòng Kinh tế", "Lập lúc 08:30"]);
  expect(value("G5")).toBe("Lúc");
  const line = (row: number) => [..."ABCDEFG"].map((column) => value(`${column}${row}`));
  // Days from 30/12/1899; 08:30 is the clock in Vietnam.
  expect(line(6)).toEqual([
    "Rà soát, báo cáo “đất đai”",
    3,
    1234.5,
    0.972,
    46346,
    46113,
    46346 + 8.5 / 24,
  ]);
  expect(line(7)).toEqual(['Dòng 1\nDòng "2"; 3', -1, -0.25, null, null, null, null]);
  expect(line(8)).toEqual(["=1+1", 0, null, 0, 36525, 46357, null]);
  expect(line(9)).toEqual(Array(7).fill(null));
});

test("an .xlsx stores texts as texts, filters all its rows and heads each page", async () => {
  const { xml, file } = await sheetOf(table(ROWS));
  expect(xml).not.toContain("<f>");
  expect(xml).toContain('<autoFilter ref="A5:G8"/>');
  expect(xml).toContain('ySplit="5"');
  expect(xml).toMatch(/<pageSetup paperSize="9"/);
  const workbook = strFromU8(unzipSync(file)["xl/workbook.xml"] ?? new Uint8Array());
  expect(workbook).toContain("'Danh sách  nhiệm vụ đất đai'!$5:$5");
  expect(Buffer.from(file).equals(await bytesOf(xlsxOf(table(ROWS), AT)))).toBe(true);
});

test("an .xlsx holds any text, leaving out what XML cannot", async () => {
  const text = fc.string({ unit: "binary", maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
      const { value } = await sheetOf(table(texts.map((each) => [each])));
      const kept = texts.map((each) => each.replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, ""));
      expect(texts.map((_, index) => value(`A${6 + index}`) ?? "")).toEqual(kept);
    }),
    { numRuns: 15 },
  );
});

test("a table without rows is a file with headings", async () => {
  const { value, xml } = await sheetOf(table());
  expect(value("A5")).toBe("Nội dung");
  expect(xml).toContain('<autoFilter ref="A5:G5"/>');
  expect(parse(await bytesOf(csvOf(table())), { bom: true })).toHaveLength(1);
});

test.each([
  ["csv", (given: WrittenTable) => csvOf(given)],
  ["xlsx", (given: WrittenTable) => xlsxOf(given, AT)],
] as const)("rows of a .%s are asked for as the file is read", async (_, write) => {
  let asked = 0;
  let ended = false;
  async function* endless() {
    try {
      for (;;) {
        asked += 1;
        yield Array.from({ length: 1000 }, (_, index) => [
          `Nhiệm vụ ${asked} ${Math.random()} ${index}`,
        ]);
      }
    } finally {
      ended = true;
    }
  }
  const pieces = write({ ...table(), pages: endless() });
  await pieces.next();
  await pieces.next();
  expect(asked).toBeLessThan(10);
  await pieces.return(undefined);
  expect(ended).toBe(true);
});
