import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readSpreadsheet } from "#lib/core/spreadsheet/read.ts";
import { chooseSheet } from "./table.ts";

/* The files that spreadsheet programs wrote, from their bytes to the rows of their table. */

const tableIn = async (file: string) => {
  const folder = new URL("../core/spreadsheet/testing/awkward/", import.meta.url);
  const spreadsheet = await readSpreadsheet(readFileSync(new URL(file, folder)), file);
  return chooseSheet(spreadsheet, "TASKS", () => null);
};

describe("a register with titles, joined headings and parts", () => {
  test.each(["excel.xlsx", "excel-strict.xlsx", "libreoffice.xlsx"])("as %s", async (file) => {
    const table = await tableIn(file);
    expect(table).toMatchObject({
      sheet: "Theo dõi nhiệm vụ",
      headingFrom: 5,
      headingTo: 6,
      columns: {
        1: "title",
        2: "directiveNumber",
        3: "directiveDate",
        4: "department",
        5: "dueOn",
        6: "progress",
        7: "note",
      },
      skipped: [
        { line: 7, why: "subheading" },
        { line: 10, why: "subheading" },
        { line: 13, why: "total" },
      ],
    });
    expect(table?.rows.map(({ line, group }) => [line, group])).toEqual([
      [8, "I. Phòng Kinh tế"],
      [9, "I. Phòng Kinh tế"],
      [11, "II. Phòng Văn hóa - Xã hội"],
      [12, "II. Phòng Văn hóa - Xã hội"],
    ]);
  });
});

test.each([
  ["commas.csv", { 1: "title", 2: "department", 3: "dueOn" }, 3],
  ["excel-utf-8.csv", { 1: "title", 2: "department", 3: "dueOn" }, 2],
  ["tabs.csv", { 1: "title", 2: "department", 3: "dueOn" }, 2],
  ["days-as-text.xlsx", { 1: "title", 2: "dueOn" }, 5],
  ["google.xlsx", { 0: "title", 1: "dueOn" }, 1],
  ["library.xlsx", { 0: "title", 1: "dueOn" }, 2],
])("%s has its columns and rows", async (file, columns, rows) => {
  const table = await tableIn(file);
  expect(table?.columns).toEqual(columns);
  expect(table?.rows).toHaveLength(rows);
});

test.each(["formulas.xlsx", "from-1904.xlsx"])("%s has no register", async (file) => {
  expect(await tableIn(file)).toBeNull();
});

test("of twenty sheets the one that is a register", async () => {
  expect((await tableIn("twenty-sheets.xlsx"))?.sheet).toBe("Tháng 13");
});
