import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { cardOf } from "./rules.ts";
import type { Product, Scorecards } from "./schema.ts";
import { scorecardXlsx, type WorkbookWords } from "./xlsx.ts";

const product = (given: Partial<Product>): Product => ({
  ...{ id: 1, code: "NV-1", title: "=Rà soát", department: "P", assigneeId: 7, visible: true },
  ...{ status: "COMPLETED", dueOn: "2026-10-12", completedOn: "2026-10-14", returns: 0 },
  ...{ missed: [], excused: [] },
  ...given,
});
const products = [
  product({ missed: ["2026-10-12"], returns: 1 }),
  product({ code: "NV-2", completedOn: null, status: "IN_PROGRESS" }),
];

const cards: Scorecards = {
  span: { key: "2026-10", kind: "month", from: "2026-10-01", to: "2026-10-31", asOf: "2026-10-31" },
  departments: [
    { code: "P", ...cardOf(products) },
    { code: "Q", ...cardOf([]) },
  ],
  officers: [{ login: "cv", name: "Chuyên viên", department: "P", ...cardOf(products) }],
  inNobodysHand: 0,
};

const KEYS = [
  "kind",
  "name",
  "department",
  "assigned",
  "completed",
  "a",
  "b",
  "c",
  "result",
] as const;
const MORE = [
  "remark",
  "code",
  "task",
  "due",
  "completedOn",
  "returns",
  "missed",
  "points",
  "lost",
] as const;
const words: WorkbookWords = {
  title: "Chấm điểm",
  notes: ["Tháng 10/2026"],
  sheets: { summary: "Tổng hợp", lines: "Chi tiết" },
  kinds: { department: "Đơn vị", officer: "Công chức" },
  columns: Object.fromEntries(
    [...KEYS, ...MORE].map((key) => [key, key]),
  ) as WorkbookWords["columns"],
  departmentOf: (code) => `Phòng ${code}`,
  remarkOf: ({ assigned }) => (assigned === 0 ? "chưa đủ dữ liệu" : ""),
  costOf: () => "vì sao",
};

test("the workbook holds the cards and their lines as numbers and dates, and the lines add up", async () => {
  const file = await scorecardXlsx(cards, words, new Date("2026-11-20T00:00:00Z"));
  const { sheets } = await readXlsx(file);
  const [summary, lines] = sheets;
  expect(sheets.map(({ name }) => name)).toEqual(["Tổng hợp", "Chi tiết"]);

  const header = summary?.rows.findIndex((row) => row[0] === "kind") ?? -1;
  expect(summary?.rows.slice(header)).toEqual([
    [...KEYS, "remark"],
    ["Đơn vị", "Phòng P", "Phòng P", 2, 1, 0.5, 0.375, 0.375, expect.closeTo(29.167, 3), null],
    ["Đơn vị", "Phòng Q", "Phòng Q", 0, 0, "—", "—", "—", "—", "chưa đủ dữ liệu"],
    ["Công chức", "Chuyên viên", "Phòng P", 2, 1, 0.5, 0.375, 0.375, expect.any(Number), null],
  ]);

  const first = (lines?.rows.findIndex((row) => row[0] === "name") ?? -1) + 1;
  const rows = lines?.rows.slice(first) ?? [];
  expect(rows).toHaveLength(4);
  expect(rows[1]).toEqual([
    ...["Phòng P", "NV-1", "=Rà soát", new Date("2026-10-12"), new Date("2026-10-14"), 1, 1],
    ...[1, 0.75, 0.75, expect.any(Number), expect.any(Number), "vì sao"],
  ]);
  const points = rows.slice(0, 2).reduce((sum, row) => sum + Number(row[10]), 0);
  expect(points).toBeCloseTo(Number(summary?.rows[header + 1]?.[8]), 6);
});
