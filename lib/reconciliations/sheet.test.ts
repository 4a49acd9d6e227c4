import { strToU8, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { readSheet } from "./sheet.ts";

const known = new Set(["overdue.late", "overdue.carriedOver", "completion.city.rate"]);
const read = (text: string) => readSheet(strToU8(text), known);
const FIGURES = {
  ok: true,
  figures: [
    { code: "overdue.late", value: 1905 },
    { code: "completion.city.rate", value: 97.1 },
  ],
};

test.each([
  ["commas", "code,value\noverdue.late,1905\ncompletion.city.rate,97.1\n"],
  ["commas, also within a number", "code,value\noverdue.late,1.905\ncompletion.city.rate,97,1\n"],
  [
    "semicolons and a mark",
    "\ufeffcode;value\r\noverdue.late;1.905\r\ncompletion.city.rate;97,1\r\n",
  ],
  ["tabs, without a header", "overdue.late\t1905\n\ncompletion.city.rate\t97,1%"],
])("a text parted by %s", async (_, text) => {
  expect(await read(text)).toEqual(FIGURES);
});

test("a workbook, its numbers as numbers", async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: "Số liệu",
        columns: [
          { header: "code", key: "code" },
          { header: "value", key: "value" },
        ],
        data: [
          { code: "overdue.late", value: 1905 },
          { code: "completion.city.rate", value: 97.1 },
        ],
      },
    ],
  });
  expect(await readSheet(new Uint8Array(bytes), known)).toEqual(FIGURES);
});

test("rows that are wrong are all told, and none is taken", async () => {
  expect(
    await read("overdue.late,195\nkhong.co,1\noverdue.late,196\noverdue.carriedOver,nhiều"),
  ).toEqual({
    ok: false,
    problems: [
      { row: 2, problem: "unknownCode", text: "khong.co" },
      { row: 3, problem: "twice", text: "overdue.late" },
      { row: 4, problem: "notANumber", text: "nhiều" },
    ],
  });
});

test("what is no table, empty, too long or explodes is refused", async () => {
  const problem = (key: string) => ({ explanation: { key: `reconciliation.problems.${key}` } });
  await expect(read("")).rejects.toMatchObject(problem("noRows"));
  await expect(readSheet(new Uint8Array([0xff, 0xfe, 0x01]), known)).rejects.toMatchObject(
    problem("unreadable"),
  );
  await expect(readSheet(strToU8("PK\u0003\u0004 broken"), known)).rejects.toMatchObject(
    problem("unreadable"),
  );
  await expect(read("overdue.late,1\n".repeat(2500))).rejects.toMatchObject(problem("tooManyRows"));
  const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(30 * 1024 * 1024) });
  await expect(readSheet(bomb, known)).rejects.toMatchObject(problem("unreadable"));
});
