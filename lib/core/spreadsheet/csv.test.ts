import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRecords, DELIMITERS, delimiterOf, readCsvRows } from "./csv.ts";
import { harmlessText } from "./harmless.ts";
import { readSpreadsheet } from "./read.ts";
import { SpreadsheetError } from "./schema.ts";
import { awkward } from "./testing/awkward.ts";

const TABLE = [
  ["STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
  ["1", "Rà soát hồ sơ đất đai", "Phòng Kinh tế", "15/5/2026"],
  ["2", "Đề án “Làng nghề”; giai đoạn I", "Phòng Văn hóa - Xã hội", "Quý II/2026"],
];

/** The line that a text is refused for. */
function refusedLine(text: string) {
  try {
    readCsvRows(text, "A");
  } catch (error) {
    if (error instanceof SpreadsheetError) return [error.problem, error.values.line];
    throw error;
  }
  return null;
}

describe("a CSV", () => {
  it.each(["excel-utf-8.csv", "commas.csv", "tabs.csv"])("%s is parted as it is", async (name) => {
    const { format, sheets } = await readSpreadsheet(awkward(name), name);
    expect(format).toBe("csv");
    expect(sheets[0]?.name).toBe(name.slice(0, -4));
    expect(sheets[0]?.rows.slice(0, 3).map(({ cells }) => cells)).toEqual(TABLE);
  });

  it("numbers rows as a spreadsheet does, several lines of a cell being one", async () => {
    const { sheets } = await readSpreadsheet(awkward("commas.csv"), "commas.csv");
    expect(sheets[0]?.rows[3]).toEqual({
      line: 5,
      cells: ["3", 'Hai dòng\nmột ô, có "ngoặc"'],
      hidden: false,
    });
  });

  it("with a quote that is not closed is refused by its line", async () => {
    const reading = readSpreadsheet(awkward("wrong-quote.csv"), "wrong-quote.csv");
    await expect(reading).rejects.toMatchObject({ problem: "wrongQuote", values: { line: 4 } });
    expect(refusedLine('a;b\n"x";y\n"mở;z\n')).toEqual(["wrongQuote", 3]);
    expect(refusedLine('a;b\n"x" y;z\n')).toEqual(["wrongQuote", 2]);
    // A lone quote that swallows lines until the next one is not passed over.
    expect(refusedLine('a;b\n"mở;1\nc;d\n"e";2\n')).toEqual(["wrongQuote", 2]);
    expect(refusedLine('a;b\nmàn hình 15";1\n')).toBeNull();
  });

  it("says in its first line what parts it, or has it found", () => {
    expect(delimiterOf("sep=\t\na;b;c\n")).toBe("\t");
    expect(readCsvRows("sep=;\r\na;b,c\r\n", "A")).toEqual([
      { line: 2, cells: ["a", "b,c"], hidden: false },
    ]);
    expect(delimiterOf("Tỷ lệ;Giá trị\na;97,1\nb;8,25\n")).toBe(";");
    expect(delimiterOf("Số, ký hiệu\tTrích yếu, nội dung\n1\tAn\n2\tBa, bốn\n")).toBe("\t");
  });

  it("may end with an empty field, with or without a new line behind it", () => {
    const fields = (text: string) => [...csvRecords(text, ";")].map((record) => record.fields);
    expect(fields("a;\nb;")).toEqual([
      ["a", ""],
      ["b", ""],
    ]);
    expect(fields(";")).toEqual([["", ""]]);
    expect(fields('"";\r\n\r\n')).toEqual([["", ""]]);
  });

  it("means what its writer made harmless", () => {
    const table = fc.array(fc.string({ unit: fc.constantFrom("a", "=", "+", "'", "@", "-") }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(table, (texts) => {
        const read = readCsvRows(texts.map(harmlessText).join("\n"), "A");
        expect(read.map(({ cells }) => cells[0])).toEqual(texts.filter((text) => text !== ""));
      }),
    );
  });

  it("of a single field or of nothing but ends of lines is read in one go", () => {
    // A reader that goes back to the beginning for every sign would not come to an end here.
    expect(readCsvRows("a".repeat(5_000_000), "A")).toHaveLength(1);
    expect(readCsvRows("\n".repeat(1_000_000), "A")).toEqual([]);
    expect(readCsvRows(";;;\r\n".repeat(200_000), "A")).toEqual([]);
    expect(refusedLine(`"${"a;b\n".repeat(1_000_000)}`)).toEqual(["wrongQuote", 1]);
  });

  it("gives back whatever was written, however it is quoted", () => {
    const field = fc.string({
      unit: fc.constantFrom("a", "đ", '"', ";", ",", "\t", "\n", "\r", " "),
    });
    const table = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { minLength: 1 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...DELIMITERS),
        fc.boolean(),
        (rows, delimiter, always) => {
          const quoted = (text: string) =>
            always || text === "" || /["\r\n;,\t]/.test(text)
              ? `"${text.replaceAll('"', '""')}"`
              : text;
          const text = rows.map((row) => row.map(quoted).join(delimiter)).join("\r\n");
          const records = [...csvRecords(text, delimiter)];
          expect(records.map(({ fields }) => fields)).toEqual(rows);
          expect(records.map(({ line }) => line)).toEqual(rows.map((_, index) => index + 1));
        },
      ),
    );
  });
});
