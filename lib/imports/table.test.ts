import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { messages } from "#lib/core/i18n/messages/index.ts";
import type { ReadCell, ReadSheet } from "#lib/core/spreadsheet/schema.ts";
import { claimsOf } from "./headings.ts";
import { type Columns, ENTRIES, type Entry, IMPORT_KINDS, type Table } from "./schema.ts";
import { chooseSheet, recogniseTable, tableUnder, tableWith } from "./table.ts";
import { yearInTitle } from "./table-rows.ts";
import { day, merge, REGISTERS, sheetOf } from "./testing/registers.ts";

const nobody = () => null;
const recognised = (sheet: ReadSheet): Table => {
  const table = recogniseTable(sheet, "TASKS", nobody);
  if (table === null) throw new Error("Not recognised");
  return table;
};
const HEADING = ["STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Hạn hoàn thành", "Trạng thái"];
const task = (number: ReadCell, title = "Rà soát hồ sơ đất đai"): ReadCell[] => [
  number,
  title,
  "Phòng Kinh tế",
  "15/5/2026",
  "Đang thực hiện",
];
const lines = (table: Table) => table.rows.map(({ line }) => line);
const skipped = (table: Table) =>
  Object.fromEntries(table.skipped.map(({ line, why }) => [line, why]));

describe("headings", () => {
  it("are every entry's own name, in both languages, and its code", () => {
    for (const kind of IMPORT_KINDS) {
      for (const entry of ENTRIES[kind]) {
        const said = [entry, entry.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
        for (const text of [messages.vi.imports.entries[entry], ...said]) {
          for (const spelled of [text, text.toUpperCase(), text.normalize("NFD"), `${text}:`]) {
            expect(claimsOf([spelled], kind)[0]?.entry, `${kind} ${spelled}`).toBe(entry);
          }
        }
      }
    }
  });

  test.each<[string, Entry | null]>([
    ["ĐV chủ trì", "department"],
    ["CQ chủ trì", "department"],
    ["Phòng ban\nphụ trách", "department"],
    ["Đơn vị tính", null],
    ["Tên nhiệm vụ", "title"],
    ["Nội dung CV", "title"],
    ["Hạn HT", "dueOn"],
    ["Thời hạn (ngày/tháng/năm)", "dueOn"],
    ["Deadline", "dueOn"],
    ["Hạn hoàn thành sau gia hạn", "extendedTo"],
    ["Ngày HT thực tế", "completedOn"],
    ["Số/ký hiệu VB", "directiveNumber"],
    ["Số CV", "directiveNumber"],
    ["Ngày VB", "directiveDate"],
    ["CQ ban hành", "issuingBody"],
    ["Lãnh đạo phụ trách", "leader"],
    ["% HT", "progress"],
    ["Số ngày quá hạn", null],
    ["Nguyên nhân chậm", "note"],
    ["Nội dung nhiệm vu", "title"],
    ["Nội dung nhiêmvụ", "title"],
  ])("%j is %s", (heading, entry) => {
    expect(claimsOf([heading], "TASKS")[0]?.entry).toBe(entry);
  });

  it("mean another thing under another heading", () => {
    expect(claimsOf(["Văn bản", "Ngày"], "TASKS")[0]?.entry).toBe("directiveDate");
    expect(claimsOf(["Thời hạn", "Ngày giao"], "TASKS")[0]?.entry).toBe("assignedOn");
    expect(claimsOf(["Ngày đến"], "DIRECTIVES")[0]?.entry).toBe("receivedOn");
    expect(claimsOf(["Nội dung"], "DIRECTIVES")[0]?.entry).toBe("abstract");
    expect(claimsOf(["Nội dung"], "TASKS")[0]?.entry).toBe("title");
  });

  it("reach over the headings below them where nothing is joined", () => {
    const table = recognised(
      sheetOf([
        ["STT", "Nội dung", "Văn bản", _, "Đơn vị"],
        [_, _, "Số", "Ngày", _],
        [1, "Rà soát hồ sơ", "12/UBND", "1/5/2026", "VP"],
      ]),
    );
    expect(table.headings).toEqual(["STT", "Nội dung", "Văn bản Số", "Văn bản Ngày", "Đơn vị"]);
    expect(table.columns[3]).toBe("directiveDate");
  });

  it("leave two columns that claim the same to the person", () => {
    const table = recognised(
      sheetOf([
        [...HEADING, "Ngày hoàn thành", "Ngày hoàn thành"],
        [...task(1), "1/5/2026", "2/5/2026"],
      ]),
    );
    expect(Object.values(table.columns)).not.toContain("completedOn");
  });

  it("are judged by what stands under them", () => {
    const under = (cell: ReadCell) =>
      recognised(
        sheetOf([
          ["STT", "Nội dung", "Đơn vị", "Tiến độ"],
          [1, "Rà soát hồ sơ", "VP", cell],
        ]),
      ).columns[3];
    expect(under("85%")).toBe("progress");
    expect(under("Đang thực hiện")).toBe("status");
    expect(under("30/6/2026")).toBe("dueOn");
    expect(under("Đã gửi văn bản xin ý kiến các sở, chờ trả lời")).toBe("note");
  });
});

describe("the figures of Bát Tràng as they are kept", () => {
  const columnsOf = (file: string, kind: "TASKS" | "DIRECTIVES" | "INDICATOR_VALUES") => {
    const text = readFileSync(new URL(`../../prisma/seed/data/${file}`, import.meta.url), "utf8");
    const cells = parse(text, { columns: false }).map((row) => row.map((cell) => cell || null));
    const table = recogniseTable(sheetOf(cells), kind, nobody);
    const byHeading = Object.entries(table?.columns ?? {}).map(([column, entry]) => [
      table?.headings[Number(column)],
      entry,
    ]);
    return {
      count: table?.rows.length,
      rows: cells.length - 1,
      columns: Object.fromEntries(byHeading),
    };
  };

  it("are tasks", () => {
    const { count, rows, columns } = columnsOf("tasks_2026_05.csv", "TASKS");
    expect(count).toBe(rows);
    expect(columns).toEqual({
      title_vi: "title",
      lead_department_code: "department",
      sector_code: "sector",
      field_code: "field",
      directive_number: "directiveNumber",
      due_on: "dueOn",
      deliverable_vi: "deliverable",
    });
  });

  it("are directives", () => {
    const { count, rows, columns } = columnsOf("directives.csv", "DIRECTIVES");
    expect(count).toBe(rows);
    expect(columns).toEqual({
      number: "number",
      issued_on: "issuedOn",
      issuing_body_code: "issuingBody",
      type: "type",
      subject_vi: "abstract",
      sector_code: "sector",
    });
  });

  it("are values of indicators", () => {
    const { count, rows, columns } = columnsOf("indicator_values.csv", "INDICATOR_VALUES");
    expect(count).toBe(rows);
    expect(columns).toEqual({
      code: "code",
      month: "month",
      value: "value",
      numerator: "numerator",
      denominator: "denominator",
    });
  });
});

describe("lines that are no rows", () => {
  it("are titles, numbered columns, sub-headings, totals, repeated headings and what stands below", () => {
    const table = recognised(
      sheetOf(
        [
          ["DANH SÁCH NHIỆM VỤ NĂM 2026"],
          HEADING,
          ["(1)", "(2)", "(3)", "(4)", "(5)"],
          ["I", "PHÒNG KINH TẾ"],
          task(1),
          task(2, "Tổng hợp báo cáo quý"),
          ["Cộng", _, _, 2],
          HEADING,
          ["II. Văn phòng HĐND và UBND"],
          task(3, "Ban hành kế hoạch"),
          [4],
          ["Tổng số: 3 nhiệm vụ"],
          ["Ghi chú: số liệu tính đến ngày 30/4"],
          [_, "Người lập biểu", _, "TM. ỦY BAN NHÂN DÂN"],
          [_, "(Ký, ghi rõ họ tên)"],
        ],
        [merge(9, 0, 9, 4)],
      ),
    );
    expect([table.headingFrom, table.headingTo]).toEqual([2, 3]);
    expect(lines(table)).toEqual([5, 6, 10]);
    expect(table.rows.map(({ group }) => group)).toEqual([
      "PHÒNG KINH TẾ",
      "PHÒNG KINH TẾ",
      "II. Văn phòng HĐND và UBND",
    ]);
    expect(skipped(table)).toEqual({
      4: "subheading",
      7: "total",
      8: "repeatedHeading",
      9: "subheading",
      11: "note",
      12: "total",
      13: "note",
      14: "note",
      15: "note",
    });
    expect(yearInTitle(sheetOf([["NĂM 2026"]]), { headingFrom: 2 })).toBe(2026);
  });

  it("do not swallow tasks that begin with the same words", () => {
    const titles = [
      "Tổng kết công tác năm",
      "Cộng đồng dân cư tự quản",
      "Ban hành quy chế",
      "Phòng chống cháy rừng",
      "Chủ tịch UBND xã tiếp công dân tháng 5",
      "Ghi chú bản đồ địa chính",
      "Nơi nhận hồ sơ: niêm yết công khai",
    ];
    const table = recognised(
      sheetOf([HEADING, ...titles.map((title, index) => task(index + 1, title))]),
    );
    expect(table.rows.map(({ cells }) => cells.title)).toEqual(titles);
    const bare = recognised(
      sheetOf([
        HEADING,
        ...titles.map((title, index) => [index + 1, title]),
        ...[1, 2, 3].map(() => task(9)),
      ]),
    );
    expect(bare.rows.slice(0, titles.length).map(({ cells }) => cells.title)).toEqual(titles);
  });

  it("go on with rows after a note between them", () => {
    const table = recognised(
      sheetOf([HEADING, task(1), [_, "Ghi chú: đợt 2 giao bổ sung"], task(2)]),
    );
    expect(lines(table)).toEqual([2, 4]);
  });

  it("number parts by points where rows are numbered below them", () => {
    const table = recognised(
      sheetOf([
        HEADING,
        ["1", "Phòng Kinh tế"],
        task("1.1"),
        task("1.2"),
        ["2", "Trạm Y tế"],
        task("2.1"),
      ]),
    );
    expect(lines(table)).toEqual([3, 4, 6]);
    expect(table.rows.at(-1)?.group).toBe("Trạm Y tế");
  });
});

const _ = null;

describe("cells", () => {
  it("that are joined down stand in each of their rows, and ditto marks repeat", () => {
    const table = recognised(
      sheetOf(
        [HEADING, task(1), [2, "Việc thứ hai", _, '"', _], [3, "Việc thứ ba", "nt", "như trên", _]],
        [merge(2, 2, 3, 2)],
      ),
    );
    expect(table.rows.map(({ cells }) => [cells.department, cells.dueOn])).toEqual([
      ["Phòng Kinh tế", "15/5/2026"],
      ["Phòng Kinh tế", "15/5/2026"],
      ["Phòng Kinh tế", "15/5/2026"],
    ]);
  });

  it("that name a whole document are taken apart", () => {
    const table = recognised(
      sheetOf([
        [...HEADING, "Văn bản giao"],
        [...task(1), "Công văn số 123/UBND-VP ngày 15/5/2026 của UBND Thành phố"],
        [...task(2), "Số 12-TB/ĐU ngày 03 tháng 4 năm 2026"],
        [...task(3), "330/UBND-TH"],
        [...task(4), "Thông báo 12"],
        [...task(5), "Số 5/KH-UBND ngày 31/02/2026"],
      ]),
    );
    expect(
      table.rows.map(({ cells: { directiveNumber, directiveDate, issuingBody } }) => [
        directiveNumber,
        directiveDate,
        issuingBody,
      ]),
    ).toEqual([
      ["123/UBND-VP", "15/5/2026", "UBND Thành phố"],
      ["12-TB/ĐU", "03 tháng 4 năm 2026", undefined],
      ["330/UBND-TH", undefined, undefined],
      ["Thông báo 12", undefined, undefined],
      ["Số 5/KH-UBND ngày 31/02/2026", undefined, undefined],
    ]);
  });

  it("that are ticked say what their heading says", () => {
    const table = recognised(
      sheetOf([
        ["STT", "Nội dung", "Đơn vị", "Kết quả", _],
        [_, _, _, "Đã hoàn thành", "Chưa hoàn thành"],
        [1, "Rà soát hồ sơ đất", "Văn phòng", "x", _],
        [2, "Lập danh sách hộ", "Văn phòng", _, "x"],
      ]),
    );
    expect(table.rows.map(({ cells }) => cells.status)).toEqual(["Đã hoàn thành", undefined]);
  });

  it("of indicators take their month from the heading or the title", () => {
    const values = (title: string, heading: string) =>
      recogniseTable(
        sheetOf([[title], ["STT", "Chỉ tiêu", "ĐVT", heading], [1, "Văn bản ban hành", "vb", 658]]),
        "INDICATOR_VALUES",
        nobody,
      )?.rows.map(({ cells }) => [cells.value, cells.month]);
    expect(values("BIỂU SỐ LIỆU", "Thực hiện tháng 4/2026")).toEqual([[658, "2026-04"]]);
    expect(values("SỐ LIỆU THÁNG 5 NĂM 2026", "Kết quả")).toEqual([[658, "2026-05"]]);
    expect(values("SỐ LIỆU", "Kết quả")).toEqual([[658, undefined]]);
  });
});

describe("by hand", () => {
  const sheet = sheetOf([
    ["Việc", "Ai", "Bao giờ"],
    ["Rà soát hồ sơ", "P.KT", day("2026-05-15")],
  ]);
  const columns: Columns = { 0: "title", 1: "department", 2: "dueOn" };

  it("a heading is pointed at, and columns are given", () => {
    expect(recogniseTable(sheet, "TASKS", nobody)).toBeNull();
    const table = tableUnder(sheet, "TASKS", 1, nobody);
    if (table === null) throw new Error("No table");
    expect(table.headings).toEqual(["Việc", "Ai", "Bao giờ"]);
    const corrected = tableWith(sheet, table, columns);
    expect(corrected.rows).toEqual([
      {
        line: 2,
        hidden: false,
        group: null,
        cells: { title: "Rà soát hồ sơ", department: "P.KT", dueOn: day("2026-05-15") },
      },
    ]);
    expect(corrected.shape).toBe(table.shape);
    expect(tableUnder(sheet, "TASKS", 7, nobody)).toBeNull();
  });

  it("what was said of a shape is remembered", () => {
    const shape = tableUnder(sheet, "TASKS", 1, nobody)?.shape;
    const remembered = (asked: string) => (asked === shape ? columns : null);
    expect(recogniseTable(sheet, "TASKS", remembered)?.columns).toEqual(columns);
    const moved = sheetOf([
      ["DANH SÁCH"],
      [],
      ["VIỆC:", "Ai", "Bao gio"],
      ["Lập báo cáo", "VP", _],
    ]);
    expect(recogniseTable(moved, "TASKS", remembered)?.columns).toEqual(columns);
    const annotated = sheetOf([
      ["Việc", "Ai", "Bao giờ", "Lỗi cần sửa"],
      ["Lập báo cáo", "VP", _, "x"],
    ]);
    expect(recogniseTable(annotated, "TASKS", remembered)?.columns).toEqual(columns);
  });
});

it("chooses the sheet that is most like a register, and no hidden one", () => {
  const sheets = [
    sheetOf([["Hướng dẫn nhập liệu"], ["Cột", "Ý nghĩa"]], [], "Hướng dẫn"),
    sheetOf(
      [
        ["Mã", "Tên"],
        ["PHONG_KT", "Phòng Kinh tế"],
      ],
      [],
      "Danh mục",
    ),
    sheetOf([HEADING, task(1)], [], "T1"),
    sheetOf([HEADING, task(1), task(2)], [], "T2"),
    { ...sheetOf([HEADING, task(1), task(2), task(3)], [], "Cũ"), hidden: true },
  ];
  const choose = (some: ReadSheet[]) =>
    chooseSheet({ format: "xlsx", sheets: some }, "TASKS", nobody)?.sheet;
  expect(choose(sheets)).toBe("T2");
  expect(choose(sheets.slice(0, 2))).toBeUndefined();
  expect(choose(sheets.slice(4))).toBe("Cũ");
});

test.each([
  ["an empty sheet", sheetOf([])],
  [
    "a letter",
    sheetOf([["Kính gửi: UBND Thành phố"], ["Thực hiện văn bản số 12, UBND xã báo cáo:"]]),
  ],
  [
    "figures",
    sheetOf([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]),
  ],
])("%s is no table", (_name, sheet) => {
  expect(recogniseTable(sheet, "TASKS", nobody)).toBeNull();
});

describe("any register", () => {
  const plain = REGISTERS.filter(({ sheet }) => sheet.merges.length === 0);
  const moved = (sheet: ReadSheet, change: (line: number) => number): ReadSheet => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, line: change(row.line) })),
    merges: sheet.merges.map((each) => ({
      ...each,
      fromLine: change(each.fromLine),
      toLine: change(each.toLine),
    })),
  });

  it("is the same below more titles, and with blank lines in it", () => {
    const titles = fc.array(
      fc.constantFrom(
        "UBND XÃ",
        "BIỂU TỔNG HỢP",
        "(Kèm theo Báo cáo)",
        "Đơn vị: nhiệm vụ",
        "Năm 2026",
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...REGISTERS), titles, fc.nat(3), (register, above, gap) => {
        const { kind, sheet, columns, lines: expected } = register;
        const place = (line: number) => line + above.length + (line > 4 ? gap : 0);
        const below = moved(sheet, place);
        const rows = [
          ...above.map((title, index) => ({ line: index + 1, cells: [title], hidden: false })),
          ...below.rows,
        ];
        const table = recogniseTable({ ...below, rows }, kind, nobody);
        expect(table?.columns).toEqual(columns);
        expect(table?.rows.map(({ line }) => line)).toEqual(expected.map(place));
      }),
      { numRuns: 60 },
    );
  });

  it("has the same entries in whatever order its columns stand", () => {
    const orders = fc
      .constantFrom(
        ...plain.filter(({ name }) => !/three lines|box to tick|under one heading/.test(name)),
      )
      .chain((register) => {
        const width = Math.max(...register.sheet.rows.map(({ cells }) => cells.length));
        const all = Array.from({ length: width }, (_none, index) => index);
        const order = fc.shuffledSubarray(all, { minLength: width, maxLength: width });
        return fc.tuple(fc.constant(register), order);
      });
    fc.assert(
      fc.property(orders, ([{ kind, sheet, columns }, order]) => {
        const rows = sheet.rows.map((row) => ({
          ...row,
          cells: order.map((column) => row.cells[column] ?? null),
        }));
        const expected = Object.fromEntries(
          order.flatMap((column, index) => (columns[column] ? [[index, columns[column]]] : [])),
        );
        expect(recogniseTable({ ...sheet, rows }, kind, nobody)?.columns).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

it("recognises a long register in little time", () => {
  const rows = Array.from({ length: 10_000 }, (_none, index) =>
    task(index + 1, `Nhiệm vụ số ${index}`),
  );
  const sheet = sheetOf(
    [HEADING, ...rows],
    rows.slice(0, 3000).map((_row, index) => merge(index + 2, 2, index + 2, 3)),
  );
  const began = performance.now();
  expect(recognised(sheet).rows).toHaveLength(10_000);
  expect(performance.now() - began).toBeLessThan(5000);
});
