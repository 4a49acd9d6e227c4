import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { annotateCsv, annotateXlsx } from "./annotate.ts";
import { NOTES_HEADING } from "./annotate-schema.ts";
import { readSpreadsheet } from "./read.ts";
import { awkward, workbookOfRows } from "./testing/awkward.ts";

const REGISTER = "Theo dõi nhiệm vụ";
const WORDS = 'Không có đơn vị "P. KT" & <khác>_x000A_. Ghi đúng tên.';
const NOTES = [
  { sheet: REGISTER, line: 9, words: WORDS },
  { sheet: REGISTER, line: 12, words: "Hạn trước ngày giao" },
];
const HEADINGS = [{ sheet: REGISTER, line: 6 }];

const textsOf = (file: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(file)).map(([name, content]) => [name, strFromU8(content)]),
  );
const read = (file: Uint8Array) => readSpreadsheet(file, "tep");

/** The words of a column, by line. */
async function columnOf(file: Uint8Array, column: number) {
  const { sheets } = await read(file);
  return sheets[0]?.rows.flatMap(({ line, cells }) => {
    const cell = cells[column] ?? null;
    return cell === null ? [] : [[line, cell]];
  });
}

describe.each(["libreoffice.xlsx", "excel.xlsx", "excel-strict.xlsx"])("notes in %s", (name) => {
  const file = awkward(name);

  it("stand in one column more, and all else reads as before", async () => {
    const noted = await annotateXlsx(file, NOTES, HEADINGS);
    const [before, after] = [await read(file), await read(noted)];
    expect(await columnOf(noted, 8)).toEqual([
      [6, NOTES_HEADING],
      [9, WORDS],
      [12, "Hạn trước ngày giao"],
    ]);
    const without = after.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => {
        const cells = row.cells.slice(0, 8);
        while (cells.at(-1) === null) cells.pop();
        return { ...row, cells };
      }),
    }));
    expect(without).toEqual(before.sheets);
  });

  it("leave every part alone but the sheet and the styles, whose own looks keep their numbers", async () => {
    const noted = await annotateXlsx(file, NOTES, HEADINGS);
    const [before, after] = [textsOf(file), textsOf(noted)];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const changed = Object.keys(after).filter((part) => after[part] !== before[part]);
    expect(changed.sort()).toEqual(["xl/styles.xml", "xl/worksheets/sheet1.xml"]);
    const looks = (xml = "") => /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(xml)?.[1] ?? "";
    expect(looks(after["xl/styles.xml"]).startsWith(looks(before["xl/styles.xml"]))).toBe(true);
    const sheet = after["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toContain("<formula>LEN($I7)&gt;0</formula>");
    // Elements of a sheet have a fixed order, without which Excel repairs the file.
    const order = ["<cols", "<sheetData", "<mergeCells", "<conditionalFormatting", "<pageMargins"];
    const places = order.map((tag) => sheet.indexOf(tag));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("of an earlier time give way to those of now", async () => {
    const first = await annotateXlsx(file, NOTES, HEADINGS);
    const again = await annotateXlsx(first, [{ sheet: REGISTER, line: 11, words: "Sai mã" }]);
    expect(await columnOf(again, 8)).toEqual([
      [6, NOTES_HEADING],
      [11, "Sai mã"],
    ]);
    expect(await columnOf(again, 9)).toEqual([]);
    expect(
      textsOf(again)["xl/worksheets/sheet1.xml"]?.match(/<conditionalFormatting/g),
    ).toHaveLength(1);
    expect(await columnOf(await annotateXlsx(again, []), 8)).toEqual([[6, NOTES_HEADING]]);
  });
});

describe("notes in sheets of other make", () => {
  it("keep prefixes, and find their place in rows that do not say theirs", async () => {
    const noted = await annotateXlsx(awkward("library.xlsx"), [
      { sheet: "Sheet1", line: 2, words: "Sai" },
    ]);
    expect(await columnOf(noted, 2)).toEqual([
      [1, NOTES_HEADING],
      [2, "Sai"],
    ]);
    expect(textsOf(noted)["xl/worksheets/sheet1.xml"]).toContain('<x:c r="C2"');
  });

  it("stand left of cells that only have a look, and where columns are told of together", async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="D1" s="0"/></row><row r="3" spans="1:1"/><row r="4"><c r="A4"><v>2</v></c></row>';
    const file = workbookOfRows(rows, {
      before: '<cols><col min="1" max="9" width="5" hidden="1"/></cols>',
    });
    const noted = await annotateXlsx(
      file,
      [3, 4, 2].map((line) => ({ sheet: "A", line, words: `n${line}` })),
      [{ sheet: "A", line: 1 }],
    );
    const sheet = textsOf(noted)["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet.match(/<c r="\w+"/g)?.join(" ")).toBe(
      '<c r="A1" <c r="B1" <c r="D1" <c r="B2" <c r="B3" <c r="A4" <c r="B4"',
    );
    expect(/<cols>.*<\/cols>/.exec(sheet)?.[0]).toBe(
      '<cols><col min="1" max="1" width="5" hidden="1"/><col min="2" max="2" width="60" customWidth="1"/><col min="3" max="9" width="5" hidden="1"/></cols>',
    );
    expect(await columnOf(noted, 1)).toEqual([
      [1, NOTES_HEADING],
      [2, "n2"],
      [3, "n3"],
      [4, "n4"],
    ]);
  });
});

describe("notes in a CSV", () => {
  it.each(["commas.csv", "excel-utf-8.csv", "tabs.csv"])(
    "%s stand behind the last field",
    async (name) => {
      const file = awkward(name);
      const noted = annotateCsv(file, [{ line: 3, words: '=Sai "mã"; ghi lại, nhé' }], 1);
      const before = (await readSpreadsheet(file, name)).sheets[0]?.rows ?? [];
      const after = (await readSpreadsheet(noted, name)).sheets[0]?.rows ?? [];
      expect(after.map(({ line }) => line)).toEqual(before.map(({ line }) => line));
      expect(await columnOf(noted, 4)).toEqual([
        [1, NOTES_HEADING],
        [3, '=Sai "mã"; ghi lại, nhé'],
      ]);
      expect(strFromU8(noted)).toContain(`"'=Sai ""mã""; ghi lại, nhé"`);
      expect(after.map(({ cells }) => cells.slice(0, 2))).toEqual(
        before.map(({ cells }) => cells.slice(0, 2)),
      );
      const again = annotateCsv(noted, [{ line: 2, words: "Khác" }]);
      expect(await columnOf(again, 4)).toEqual([
        [1, NOTES_HEADING],
        [2, "Khác"],
      ]);
    },
  );
});
