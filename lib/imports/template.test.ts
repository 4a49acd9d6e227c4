import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readSpreadsheet } from "#lib/core/spreadsheet/read.ts";
import { claimsOf } from "./headings.ts";
import { ENTRIES, IMPORT_KINDS, NEEDED } from "./schema.ts";
import { importTemplate, type TemplateCatalogues } from "./template.ts";
import { GUIDES } from "./template-words.ts";

const choices = (...names: string[]) => names.map((name, index) => ({ code: `MA_${index}`, name }));
const CATALOGUES: TemplateCatalogues = {
  department: choices("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Văn phòng"),
  field: choices("Đơn thư, khiếu nại"),
  sector: choices("Đất đai", "Y tế"),
  issuingBody: choices("UBND thành phố"),
  indicator: choices("Văn bản tiếp nhận"),
  leaders: ["Chủ tịch UBND xã"],
  workers: [],
};

describe.each(IMPORT_KINDS)("the template of %s", (kind) => {
  const made = importTemplate(kind, CATALOGUES);

  it("has the kind's columns under names that are recognised, and no row to bring in", async () => {
    const { sheets } = await readSpreadsheet(await made, "mau.xlsx");
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["Nhập liệu", false],
      ["Hướng dẫn", false],
      ["Danh mục", false],
    ]);
    expect(sheets[0]?.rows).toHaveLength(1);
    const headings = sheets[0]?.rows[0]?.cells.map(String) ?? [];
    const recognised = headings.map((heading) => {
      const [best] = claimsOf([heading], kind).toSorted((a, b) => b.score - a.score);
      return best?.entry;
    });
    expect(recognised).toEqual(ENTRIES[kind]);
    const department = headings[recognised.indexOf("department")];
    expect(department).toBe(
      {
        TASKS: "Đơn vị chủ trì",
        USERS: "Đơn vị",
        DIRECTIVES: undefined,
        INDICATOR_VALUES: undefined,
      }[kind],
    );
  });

  it("explains every column, and says of those that are needed that they are", async () => {
    expect(Object.keys(GUIDES[kind]).sort()).toEqual([...ENTRIES[kind]].sort());
    expect(NEEDED[kind].map((entry) => GUIDES[kind][entry]?.need)).toEqual(
      NEEDED[kind].map(() => "always"),
    );
    const { sheets } = await readSpreadsheet(await made, "mau.xlsx");
    const explained = sheets[1]?.rows.filter(({ cells }) => cells.length > 2) ?? [];
    expect(explained).toHaveLength(ENTRIES[kind].length + 1);
  });

  it("offers what stands in the catalogues' sheet, cell for cell", async () => {
    const { sheets } = await readSpreadsheet(await made, "mau.xlsx");
    const [rows, , lists] = sheets;
    const xml = strFromU8(unzipSync(await made)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    const offered = [
      ...xml.matchAll(
        /type="list" sqref="([A-Z])2:\1\d+".*?<formula1>'Danh mục'!\$([A-Z])\$2:\$\2\$(\d+)</g,
      ),
    ].map(([, at = "", from = "", to]) => {
      const column = from.charCodeAt(0) - 65;
      const names = lists?.rows.slice(1, Number(to)).map(({ cells }) => cells[column] ?? null);
      return [rows?.rows[0]?.cells[at.charCodeAt(0) - 65], names];
    });
    const byHeading = Object.fromEntries(offered);
    const departments = ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Văn phòng"];
    const expected = {
      TASKS: { "Đơn vị chủ trì": departments, "Mảng công tác": ["Đất đai", "Y tế"] },
      DIRECTIVES: {
        "Cơ quan ban hành": ["UBND thành phố"],
        "Độ khẩn": ["Thường", "Khẩn", "Hỏa tốc"],
      },
      INDICATOR_VALUES: { Mã: ["MA_0"], "Tên chỉ số": ["Văn bản tiếp nhận"] },
      USERS: { "Đơn vị": departments },
    }[kind];
    expect(byHeading).toMatchObject(expected);
    // An empty list would refuse whatever is typed.
    expect(byHeading).not.toHaveProperty("Người thực hiện");
  });
});
