import { rateOf } from "#lib/figures/rules.ts";
import { count, date, rate, say, text, type Value, writtenAll } from "./content.ts";
import type { MonthlyReport } from "./schema.ts";
import { reasonName } from "./wording.ts";
import {
  bodyStyle,
  SHARE,
  type SheetCell,
  STYLES,
  sheetOf,
  textCell,
  typedCell,
} from "./xlsx-sheet.ts";

const NAME = "Tổng hợp";
const WIDTHS = [110, 28, 28, 28, 28];

type Line = readonly (SheetCell | null)[];

/** The figures of the report on one sheet; rates, sums and the closing count are formulas. */
export function summarySheet(
  report: MonthlyReport,
  title: string,
  notes: readonly string[],
  annex: { sheet: string; firstRow: number } | null,
) {
  const rows: Line[] = [
    [textCell(title, STYLES.title)],
    ...notes.map((note) => [textCell(note, STYLES.note)]),
    [],
    ["Nội dung", "Giá trị", "Tử số", "Mẫu số", "Tháng trước"].map((label) =>
      textCell(label, STYLES.head),
    ),
  ];
  const header = rows.length - 1;
  /** Adds a line and answers its number on the sheet. */
  const add = (line: Line) => rows.push(line);
  addRates(report, add, () => rows.length + 1);
  addLate(report, add, annex);
  addDocuments(report, add);
  addReasons(report, add);
  return sheetOf({ name: NAME, widths: WIDTHS, rows, header, filteredTo: null, landscape: false });
}

type Add = (line: Line) => number;

const label = (words: string) => textCell(words, bodyStyle("left"));
const value = (of: Value) => typedCell(of, "right");
const nothing = textCell("", bodyStyle("right"));
const section = (words: string): Line =>
  [words, "", "", "", ""].map((each) =>
    textCell(each, { ...STYLES.head, alignment: { horizontal: "left", vertical: "center" } }),
  );

function addRates({ summary, keyFigures }: MonthlyReport, add: Add, next: () => number): void {
  const { total, byLevel } = summary.completion;
  const city = byLevel.find(({ code }) => code === "CITY");
  const withDeadline = total.completed - total.noDeadline;
  const lines: [string, number, number, number | null | undefined][] = [
    [
      "Tỷ lệ hoàn thành nhiệm vụ Thành phố giao",
      city?.completed ?? 0,
      city?.assigned ?? 0,
      keyFigures.cityCompletionRate.before,
    ],
    ["Tỷ lệ hoàn thành", total.completed, total.assigned, keyFigures.completionRate.before],
    ["Tỷ lệ đúng hạn", total.onTime, withDeadline, keyFigures.onTimeRate.before],
    ["Tỷ lệ đúng hạn theo hạn ban đầu", total.onTimeByOriginalDeadline, withDeadline, undefined],
    ["Tỷ lệ giải quyết", total.completed, total.completed + total.overdue, undefined],
  ];
  add(section(writtenAll(say`Nhiệm vụ được giao từ đầu năm đến ngày ${date(summary.asOf)}`)));
  for (const [name, numerator, denominator, before] of lines) {
    const row = next();
    const result = rateOf(numerator, denominator);
    add([
      label(name),
      {
        value: result ?? "—",
        style: bodyStyle("right", SHARE),
        formula: `IF(D${row}=0,"—",C${row}/D${row})`,
      },
      value(count(numerator)),
      value(count(denominator)),
      before === undefined ? nothing : value(rate(before)),
    ]);
  }
}

function addLate(
  { summary, keyFigures, annex: tasks }: MonthlyReport,
  add: Add,
  annex: { sheet: string; firstRow: number } | null,
): void {
  const { total } = summary.overdue;
  const line = (name: string, figure: number, before: number | null = null, formula?: string) =>
    add([
      label(name),
      { ...value(count(figure)), ...(formula !== undefined && { formula }) },
      nothing,
      nothing,
      before === null ? nothing : value(count(before)),
    ]);
  add(section("Nhiệm vụ chậm muộn"));
  const carried = line("Kỳ trước chuyển qua", total.carriedOver);
  const fresh = line("Phát sinh trong tháng", total.newlyOverdue);
  const late = line("Chậm muộn", total.late, keyFigures.late.before, `B${carried}+B${fresh}`);
  const cameIn = line("Chuyển đến", total.transferredIn);
  const wentOut = line("Chuyển đi", total.transferredOut);
  const completed = line("Đã xử lý: hoàn thành", total.resolved.completed);
  line("Đã xử lý: gia hạn", total.resolved.extended);
  line("Đã xử lý: dừng", total.resolved.cancelled);
  const paused = line("Đã xử lý: tạm dừng", total.resolved.paused);
  const resolved = line("Đã xử lý", total.resolved.total, null, `SUM(B${completed}:B${paused})`);
  line(
    "Còn quá hạn",
    total.outstanding,
    keyFigures.outstanding.before,
    `B${late}+B${cameIn}-B${wentOut}-B${resolved}`,
  );
  if (annex && tasks.length > 0) {
    const last = annex.firstRow + tasks.length - 1;
    const rows = `COUNT('${annex.sheet}'!A${annex.firstRow}:A${last})`;
    line("Số nhiệm vụ tại Phụ lục 01", tasks.length, null, rows);
  }
}

function addDocuments({ documents, department }: MonthlyReport, add: Add): void {
  if (department !== null) return;
  add(section("Văn bản"));
  const lines = [
    { name: "Văn bản tiếp nhận, xử lý", ...documents.received },
    { name: "Văn bản ban hành", ...documents.issued },
    ...documents.bySigner,
  ];
  for (const { name, now, before } of lines) {
    add([label(name), value(count(now)), nothing, nothing, value(count(before))]);
  }
}

function addReasons({ reasons, names }: MonthlyReport, add: Add): void {
  if (reasons.length === 0) return;
  const first = add(section("Nguyên nhân chậm muộn")) + 1;
  for (const { kind, count: counted } of reasons) {
    const name = kind === null ? "Chưa nêu nguyên nhân" : reasonName(names.reasons, kind);
    add([label(name), value(count(counted)), nothing, nothing, nothing]);
  }
  const sum = reasons.reduce((total, { count: counted }) => total + counted, 0);
  add([
    typedCell(text("Cộng"), "left", true),
    {
      ...typedCell(count(sum), "right", true),
      formula: `SUM(B${first}:B${first + reasons.length - 1})`,
    },
    nothing,
    nothing,
    nothing,
  ]);
}
