import fc from "fast-check";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import {
  type Block,
  type Content,
  onPaper,
  type Table,
  type Value,
  written,
  writtenAll,
} from "./content.ts";
import { type ReportDocument, reportDocument } from "./document.ts";
import { reportDocx } from "./docx.ts";
import type { MonthlyReport } from "./schema.ts";
import { annexTable } from "./sections/annex.ts";
import { dueNextTable } from "./sections/focus.ts";
import { indicatorTable, targetsTable } from "./sections/indicators.ts";
import { lateByDepartment, lateByField } from "./sections/late.ts";
import { aprilReport } from "./testing/april.ts";
import { reportArbitrary } from "./testing/arbitrary.ts";
import { type ReadSheet, readWorkbook, resultOf } from "./testing/workbook.ts";
import { reportXlsx } from "./xlsx.ts";
import { columnLetters } from "./xlsx-sheet.ts";

const AT = new Date("2026-05-05T01:00:00Z");
const RUNS = { numRuns: 8 };

/** Every text of a report in the order in which a reader meets it. */
function textsOf(document: ReportDocument): string[] {
  const { issuer, number, placeAndDate, title, abstract, blocks, recipients, signer } = document;
  return [
    ...(issuer.above === null ? [] : [issuer.above]),
    ...issuer.lines,
    number,
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    placeAndDate,
    title,
    ...abstract,
    ...blocks.flatMap(blockTexts),
    "Nơi nhận:",
    ...recipients.map((line) => `- ${line}`),
    ...(signer.authority === null ? [] : [signer.authority]),
    signer.position,
    ...document.annexes.flatMap((annex) => [
      annex.title,
      annex.subject,
      annex.attachedTo,
      ...tableTexts(annex.table),
    ]),
  ].filter((text) => text.trim() !== "");
}

function blockTexts(block: Block): string[] {
  switch (block.kind) {
    case "heading":
      return [block.text];
    case "paragraph":
      return [writtenAll(block.content)];
    case "bullet":
      return [`- ${writtenAll(block.content)}`];
    case "table":
      return tableTexts(block.table);
  }
}

function tableTexts(table: Table): string[] {
  const { columns, groups, total } = onPaper(table);
  const row = (content: Content) => content.map(written);
  return [
    ...columns.map(({ label }) => label),
    ...groups.flatMap(({ title, rows }) => [
      ...(title === null ? [] : [title]),
      ...rows.flatMap(row),
    ]),
    ...(total === null ? [] : row(total)),
  ];
}

async function textsOfWord(file: Uint8Array): Promise<string[]> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file) });
  return value.split("\n\n").filter((text) => text.trim() !== "");
}

describe("the Word document", () => {
  it("says exactly what the blocks of the report say", async () => {
    await fc.assert(
      fc.asyncProperty(reportArbitrary, async (report) => {
        const file = await reportDocx(report, AT);
        expect(await textsOfWord(file)).toEqual(textsOf(reportDocument(report)));
      }),
      { numRuns: 6 },
    );
  });

  it("has the same bytes every time, a workbook too", async () => {
    const report = aprilReport();
    expect(await reportDocx(report, AT)).toEqual(await reportDocx(report, AT));
    expect(await reportXlsx(report, AT)).toEqual(await reportXlsx(report, AT));
  });
});

/** A value as its own cell holds it. */
function cellOf(value: Value): string | number | null {
  switch (value.kind) {
    case "count":
      return value.count ?? "—";
    case "number":
      return value.number ?? "—";
    case "rate":
      return value.rate ?? "—";
    case "percent":
      return value.percent === null ? "—" : value.percent / 100;
    case "date":
      return value.date === null ? "—" : serialOf(value.date);
    case "month":
      return value.month === null ? "—" : serialOf(`${value.month}-01`);
    case "text":
      return value.text === "" ? null : value.text;
  }
}

/** Days since the beginning of a workbook's time. */
const serialOf = (day: string) => Date.parse(day) / 86_400_000 + 25_569;

/** As precisely as a spreadsheet keeps it: the last digits of a fraction depend on who divided. */
const kept = (value: string | number | null) =>
  typeof value === "number" ? Number(value.toPrecision(12)) + 0 : value;

function rowsOf(sheet: ReadSheet | undefined, from: number, count: number, columns: number) {
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      kept(sheet?.get(`${columnLetters(column)}${from + row}`)?.value ?? null),
    ),
  );
}

/** The first row below the header, which stands below title, notes and an empty line. */
const firstRowOf = (report: MonthlyReport) => 4 + 2 + Number(report.demonstration);

describe("the workbook", () => {
  it("holds the figures of the report's tables as numbers, dates and texts", async () => {
    await fc.assert(
      fc.asyncProperty(reportArbitrary, async (report) => {
        const sheets = readWorkbook(await reportXlsx(report, AT));
        const tables: [string, Table][] = [
          ["Theo lĩnh vực", lateByField(report)],
          ...(report.department === null
            ? [["Theo đơn vị", lateByDepartment(report)] as [string, Table]]
            : []),
          ["Phụ lục 01", annexTable(report)],
          ["Phụ lục 02", dueNextTable(report)],
          ["Chỉ số", indicatorTable(report, report.indicators)],
          ["Chỉ tiêu", targetsTable(report)],
        ];
        for (const [name, table] of tables) {
          const expected = [...table.rows, ...(table.total ? [table.total] : [])];
          const rows = rowsOf(
            sheets.get(name),
            firstRowOf(report),
            expected.length,
            table.columns.length,
          );
          expect(rows, name).toEqual(
            expected.map((row) => row.map((value) => kept(cellOf(value)))),
          );
        }
      }),
      RUNS,
    );
  });

  it("has sums, counts and rates that come to what stands in the file", async () => {
    await fc.assert(
      fc.asyncProperty(reportArbitrary, async (report) => {
        const sheets = readWorkbook(await reportXlsx(report, AT));
        let formulas = 0;
        for (const [name, sheet] of sheets) {
          for (const [place, { value, formula }] of sheet) {
            if (formula === null) continue;
            formulas += 1;
            expect([name, place, value]).toEqual([name, place, resultOf(formula, sheet, sheets)]);
          }
        }
        expect(formulas).toBeGreaterThan(7);
      }),
      RUNS,
    );
  });

  it("says in its summary and matrix what the summary of the report says", async () => {
    await fc.assert(
      fc.asyncProperty(reportArbitrary, async (report) => {
        const sheets = readWorkbook(await reportXlsx(report, AT));
        const { total } = report.summary.overdue;
        const summary = figuresByName(sheets.get("Tổng hợp"));
        expect(summary.get("Kỳ trước chuyển qua")).toBe(total.carriedOver);
        expect(summary.get("Phát sinh trong tháng")).toBe(total.newlyOverdue);
        expect(summary.get("Chậm muộn")).toBe(total.late);
        expect(summary.get("Đã xử lý")).toBe(total.resolved.total);
        expect(summary.get("Còn quá hạn")).toBe(total.outstanding);
        expect(summary.get("Tỷ lệ hoàn thành")).toBe(
          report.summary.completion.total.completionRate ?? "—",
        );
        const matrix = sheets.get("Đơn vị × lĩnh vực");
        const totals = [...(matrix ?? [])]
          .filter(([place, { value }]) => place.startsWith("A") && value === "Tổng cộng")
          .map(([place]) => matrix?.get(`G${place.slice(1)}`)?.value);
        expect(totals).toEqual([
          total.late,
          total.carriedOver,
          total.newlyOverdue,
          total.outstanding,
        ]);
      }),
      RUNS,
    );
  });

  it("keeps a text that looks like a formula a text", async () => {
    const [first, ...others] = aprilReport().annex;
    if (!first) throw new Error("The report has no late task");
    const title = '=HYPERLINK("http://example.org")';
    const report = aprilReport({ annex: [{ ...first, title }, ...others] });
    const sheets = readWorkbook(await reportXlsx(report, AT));
    expect(sheets.get("Phụ lục 01")?.get(`C${firstRowOf(report)}`)).toEqual({
      value: title,
      formula: null,
    });
  });
});

function figuresByName(sheet: ReadSheet | undefined): Map<unknown, string | number | null> {
  const cells = [...(sheet ?? [])];
  return new Map(
    cells
      .filter(([place]) => place.startsWith("A"))
      .map(([place, { value }]) => [value, sheet?.get(`B${place.slice(1)}`)?.value ?? null]),
  );
}
