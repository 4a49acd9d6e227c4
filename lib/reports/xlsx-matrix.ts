import type { OverdueFigures } from "#lib/figures/schema.ts";
import { count, text } from "./content.ts";
import type { MonthlyReport } from "./schema.ts";
import { departmentName, fieldName } from "./wording.ts";
import {
  columnLetters,
  type SheetCell,
  STYLES,
  sheetOf,
  textCell,
  typedCell,
} from "./xlsx-sheet.ts";

const NAME = "Đơn vị × lĩnh vực";

const BLOCKS = [
  ["late", "Chậm muộn trong tháng"],
  ["carriedOver", "Kỳ trước chuyển qua"],
  ["newlyOverdue", "Phát sinh trong tháng"],
  ["outstanding", "Còn quá hạn"],
] as const satisfies [keyof OverdueFigures, string][];

/** Departments by fields, with totals both ways, for each figure that the report splits so. */
export function matrixSheet(report: MonthlyReport, title: string, notes: readonly string[]) {
  const { matrix } = report.summary.overdue;
  const inOrder = (of: readonly { code: string }[], used: ReadonlySet<string>) => [
    ...of.map(({ code }) => code).filter((code) => used.has(code)),
    ...[...used].filter((code) => !of.some((entry) => entry.code === code)),
  ];
  const { names } = report;
  const departments = inOrder(
    names.departments,
    new Set(matrix.map(({ department }) => department)),
  );
  // Every field has its column, also one without late tasks: the sheet looks alike every month.
  const fields = inOrder(
    names.fields,
    new Set([...names.fields.map(({ code }) => code), ...matrix.map(({ field }) => field)]),
  );
  const figureAt = (department: string, field: string, figure: (typeof BLOCKS)[number][0]) =>
    matrix.find((cell) => cell.department === department && cell.field === field)?.[figure] ?? 0;

  const rows: (SheetCell | null)[][] = [
    [textCell(title, STYLES.title)],
    ...notes.map((note) => [textCell(note, STYLES.note)]),
    [],
    ["Đơn vị", ...fields.map((code) => fieldName(report, code)), "Tổng cộng"].map((label) =>
      textCell(label, STYLES.head),
    ),
  ];
  const header = rows.length - 1;
  const lastField = columnLetters(fields.length);
  for (const [figure, name] of BLOCKS) {
    rows.push([typedCell(text(name), "left", true)]);
    const first = rows.length + 1;
    const lines = departments.map((department) =>
      fields.map((field) => figureAt(department, field, figure)),
    );
    lines.forEach((line, index) => {
      const row = rows.length + 1;
      rows.push([
        typedCell(text(departmentName(report, departments[index] ?? "")), "left"),
        ...line.map((figureOf) => typedCell(count(figureOf), "right")),
        sumCell(sum(line), `B${row}:${lastField}${row}`, fields.length),
      ]);
    });
    const columns = fields.map((_, index) => sum(lines.map((line) => line[index] ?? 0)));
    rows.push([
      typedCell(text("Tổng cộng"), "left", true),
      ...[...columns, sum(columns)].map((total, index) => {
        const letters = columnLetters(index + 1);
        return sumCell(total, `${letters}${first}:${letters}${rows.length}`, departments.length);
      }),
    ]);
  }
  return sheetOf({
    name: NAME,
    widths: [62, ...fields.map(() => 34), 24],
    rows,
    header,
    filteredTo: null,
    landscape: true,
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

function sumCell(total: number, range: string, addends: number): SheetCell {
  const cell = typedCell(count(total), "right", true);
  return addends === 0 ? cell : { ...cell, formula: `SUM(${range})` };
}
