import { describe, expect, it } from "vitest";
import { messages } from "../i18n/messages/index.ts";
import { readSpreadsheet } from "./read.ts";
import { SPREADSHEET_LIMITS, SPREADSHEET_PROBLEMS, SpreadsheetError } from "./schema.ts";
import {
  awkward,
  bomb,
  emptyRows,
  locked,
  lying,
  overlapping,
  packed,
  workbookOfRows,
} from "./testing/awkward.ts";
import { MAIN, workbookParts } from "./testing/workbook-parts.ts";

const read = (name: string) => readSpreadsheet(awkward(name), name);

/** The first sheet's rows: line and cells. */
async function rowsOf(file: Uint8Array | string) {
  const { sheets } = await (typeof file === "string"
    ? read(file)
    : readSpreadsheet(file, "tep.xlsx"));
  return sheets[0]?.rows.map(({ line, cells }) => [line, cells]);
}

/** Why a file is refused. */
async function refusal(file: Uint8Array | string) {
  const reading = typeof file === "string" ? read(file) : readSpreadsheet(file, "tep.xlsx");
  return reading.then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof SpreadsheetError)) throw error;
      return { problem: error.problem, ...error.values };
    },
  );
}

const day = (text: string) => ({ day: text });
const cell = (place: string, words = "x") =>
  `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;

describe.each(["libreoffice.xlsx", "excel.xlsx", "excel-strict.xlsx"])(
  "the register %s",
  (name) => {
    it("is the same by whatever program it was written", async () => {
      const { format, sheets } = await read(name);
      expect(format).toBe("xlsx");
      expect(sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
        ["Theo dõi nhiệm vụ", false],
        ["Danh mục", true],
      ]);
      expect(sheets[0]?.rows).toEqual(
        [
          [1, ["ỦY BAN NHÂN DÂN XÃ"]],
          [2, ["BẢNG THEO DÕI NHIỆM VỤ NĂM 2026"]],
          [
            5,
            [
              "STT",
              "Nội dung nhiệm vụ",
              "Văn bản giao",
              null,
              "Đơn vị chủ trì",
              "Thời hạn",
              "Tiến độ",
              "Ghi chú",
            ],
          ],
          [6, [null, null, "Số, ký hiệu", "Ngày văn bản"]],
          [7, ["I. Phòng Kinh tế"]],
          [
            8,
            [
              1,
              "Rà soát hồ sơ đất đai",
              "120/UBND-KT",
              day("2026-03-02"),
              "Phòng Kinh tế",
              day("2026-05-15"),
              { percent: 85 },
            ],
          ],
          [
            9,
            [
              2,
              "Kiểm tra trật tự xây dựng\nkhu vực ven sông",
              "57/TB-UBND",
              day("2026-03-20"),
              "P. KT",
              "trước ngày 15/5",
              { percent: 7 },
              "Đang chờ số liệu",
            ],
          ],
          [10, ["II. Phòng Văn hóa - Xã hội"]],
          [
            11,
            [
              3,
              "Tổ chức lễ hội làng nghề",
              "88/KH-UBND",
              day("2026-02-28"),
              "Phòng VHXH",
              day("2026-04-30"),
              { percent: 100 },
            ],
          ],
          [12, [4, "Nhiệm vụ đã ẩn", null, null, "Phòng VHXH", day("2024-02-29"), { percent: 0 }]],
          [13, ["Tổng cộng", 4]],
        ].map(([line, cells]) => ({ line, cells, hidden: line === 12 })),
      );
      expect(sheets[0]?.merges).toHaveLength(9);
      expect(sheets[0]?.merges).toContainEqual({
        fromLine: 5,
        toLine: 5,
        fromColumn: 2,
        toColumn: 3,
      });
    });
  },
);

describe("cells", () => {
  it("keep results of formulas, and say what has none", async () => {
    expect(await rowsOf("formulas.xlsx")).toEqual([
      [
        1,
        [
          2,
          { fault: "=SUM(A1:A3)" },
          { fault: "#REF!" },
          "ab",
          true,
          day("2026-05-15"),
          { fault: "########" },
          day("1900-02-28"),
          { fault: "########" },
          day("2026-05-15"),
          { percent: 28.5 },
          day("2026-05-15"),
          { fault: "1E+300000" },
          "aA_x0041_ \u1ebf",
        ],
      ],
    ]);
  });

  it("count days from 1904 where the workbook does", async () => {
    expect(await rowsOf("from-1904.xlsx")).toEqual([[1, [day("2026-05-15"), day("1904-01-01")]]]);
  });

  it("are read with prefixes, without places and from Google", async () => {
    expect(await rowsOf("library.xlsx")).toEqual([
      [1, ["Nội dung", "Hạn"]],
      [2, ["Rà soát đất đai", "15/5/2026"]],
      [3, [12.5, true]],
    ]);
    expect(await rowsOf("google.xlsx")).toEqual([
      [1, ["Nội dung", "Hạn hoàn thành"]],
      [2, ["Rà soát", day("2026-05-15"), "Có hạn"]],
    ]);
  });

  it("that a merge covers are empty, whatever was left in them", async () => {
    const rows = `<row r="1">${cell("A1")}${cell("B1", "còn sót")}${cell("C1")}</row><row r="2">${cell("A2", "còn sót")}</row><row r="3">${cell("A3", "còn sót")}${cell("B3")}</row>`;
    const after = '<mergeCells><mergeCell ref="A1:B3"/></mergeCells>';
    expect(await rowsOf(workbookOfRows(rows, { after }))).toEqual([[1, ["x", null, "x"]]]);
  });

  it("come from twenty sheets in their order", async () => {
    const { sheets } = await read("twenty-sheets.xlsx");
    expect(sheets).toHaveLength(20);
    expect(sheets.filter(({ hidden }) => hidden).map(({ name }) => name)).toEqual([
      "Tháng 4",
      "Tháng 8",
      "Tháng 12",
      "Tháng 16",
      "Tháng 20",
    ]);
    expect(sheets[12]?.rows.map(({ cells }) => cells)).toEqual([
      ["Nội dung", "Hạn"],
      ["Rà soát", "30/6/2026"],
    ]);
  });
});

describe("files that are refused", () => {
  it.each([
    ["pdf-renamed.xlsx", "notASpreadsheet"],
    ["page-renamed.xls", "notASpreadsheet"],
    ["old-excel.xls", "oldExcel"],
    ["encrypted.xlsx", "encrypted"],
    ["dtd.xlsx", "unsafe"],
  ])("%s: %s", async (name, problem) => {
    expect(await refusal(name)).toEqual({ problem });
  });

  it("say which encoding a CSV seems to have", async () => {
    const wrong = (encoding: string) => ({ problem: "wrongEncoding", encoding });
    expect(await refusal("utf-16.csv")).toEqual(wrong("UTF-16"));
    expect(await refusal("utf-16-unmarked.csv")).toEqual(wrong("UTF-16"));
    expect(await refusal("windows-1258.csv")).toEqual(wrong("Windows-1258"));
    expect(await refusal("windows-1252.csv")).toEqual(wrong("Windows-1252"));
  });

  it("by their sizes, before they are unpacked and while they are", async () => {
    expect(await refusal(new Uint8Array())).toEqual({ problem: "empty" });
    expect(await refusal(new Uint8Array(SPREADSHEET_LIMITS.bytes + 1))).toEqual({
      problem: "tooLarge",
      megabytes: 20,
    });
    const large = bomb(201);
    expect(large.length).toBeLessThan(1024 * 1024);
    expect(await refusal(large)).toEqual({ problem: "unpacksTooLarge" });
    expect(await refusal(lying(large, 1000))).toEqual({ problem: "unpacksTooLarge" });
  });

  it("for what an archive hides", async () => {
    const honest = workbookOfRows(`<row r="1">${cell("A1")}</row>`);
    expect(await refusal(overlapping(honest))).toEqual({ problem: "unsafe" });
    expect(await refusal(locked(honest))).toEqual({ problem: "encrypted" });
  });

  it("for a DTD anywhere and in any encoding", async () => {
    const parts = workbookParts([
      { name: "A", xml: `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>` },
    ]);
    const dtd = '<!DOCTYPE a [<!ENTITY b "c">]><a/>';
    const utf16 = new Uint8Array(Buffer.from(`\ufeff<?xml version="1.0"?>${dtd}`, "utf16le"));
    const files = Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, new Uint8Array(Buffer.from(text))]),
    );
    const withPart = (part: string, content: Uint8Array) => packed({ ...files, [part]: content });
    expect(await refusal(withPart("docProps/custom.xml", utf16))).toEqual({ problem: "unsafe" });
    expect(await refusal(withPart("xl/workbook.xml", utf16))).toEqual({ problem: "unsafe" });
    const hidden = Buffer.from(`<?xml version="1.0" encoding="utf-7"?>+ADw-!DOCTYPE`);
    expect(await refusal(withPart("docProps/app.xml", new Uint8Array(hidden)))).toEqual({
      problem: "unsafe",
    });
  });

  it("for what is cut off, changed on the way, or out of order", async () => {
    const honest = workbookOfRows(`<row r="1">${cell("A1")}</row>`);
    expect(await refusal(honest.slice(0, -40))).toEqual({ problem: "damaged" });
    const changed = honest.slice();
    changed.fill(0, 60, 90);
    expect(await refusal(changed)).toEqual({ problem: "damaged" });
    expect(await refusal(workbookOfRows("<row><c></row>"))).toEqual({ problem: "damaged" });
    expect(await refusal(workbookOfRows('<row r="2"/><row r="1"/>'))).toEqual({
      problem: "damaged",
    });
    expect(await refusal(workbookOfRows('<row><c t="s"><v>7</v></c></row>'))).toEqual({
      problem: "damaged",
    });
    expect(await refusal(workbookOfRows(`<row>${cell("A1", "&what;")}</row>`))).toEqual({
      problem: "damaged",
    });
  });

  it("for being something else of the same make", async () => {
    const document = packed({
      "_rels/.rels":
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      "word/document.xml": "<document/>",
    });
    expect(await refusal(document)).toEqual({ problem: "notASpreadsheet" });
    expect(await refusal(packed({ mimetype: "text" }))).toEqual({ problem: "notASpreadsheet" });
    expect(await refusal(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]))).toEqual({
      problem: "notASpreadsheet",
    });
  });

  it("for having more than is read, and for having nothing", async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        name: `T${index}`,
        xml: `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
      }));
    expect(await refusal(packed(workbookParts(many(51))))).toEqual({
      problem: "tooManySheets",
      most: 50,
    });
    expect(await refusal(packed(workbookParts(many(50))))).toEqual({ problem: "nothingInIt" });
    expect(await refusal(workbookOfRows(`<row>${cell("GS1")}</row>`))).toEqual({
      problem: "tooManyColumns",
      sheet: "A",
      most: 200,
    });
    const rows = "<row><c><v>1</v></c></row>".repeat(50_001);
    expect(await refusal(workbookOfRows(rows))).toEqual({
      problem: "tooManyRows",
      sheet: "A",
      most: 50_000,
    });
  });

  it("each with words in both languages", () => {
    for (const language of [messages.vi, messages.en]) {
      expect(Object.keys(language.imports.files).sort()).toEqual([...SPREADSHEET_PROBLEMS].sort());
    }
  });
});

describe("large files", () => {
  it("of a million rows with nothing in them give the one that has something", async () => {
    const file = emptyRows(1_000_000);
    const before = process.memoryUsage().rss;
    expect(await rowsOf(file)).toEqual([[1_000_001, [null, "Cuối"]]]);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });
});
