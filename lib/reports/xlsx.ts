import { writeXlsx } from "hucre/xlsx";
import { writtenAll } from "./content.ts";
import { reportDocument, standing } from "./document.ts";
import type { MonthlyReport } from "./schema.ts";
import { annexTable } from "./sections/annex.ts";
import { dueNextTable } from "./sections/focus.ts";
import { indicatorTable, targetsTable } from "./sections/indicators.ts";
import { lateByDepartment, lateByField } from "./sections/late.ts";
import { reporterOf } from "./wording.ts";
import { matrixSheet } from "./xlsx-matrix.ts";
import { FONT, tableSheet } from "./xlsx-sheet.ts";
import { summarySheet } from "./xlsx-summary.ts";

const ANNEX = "Phụ lục 01";

/**
 * The report as a workbook: summary, departments by fields, both in detail, the annexes and the
 * indicators, as typed cells with live sums whose results stand in the file too.
 * @param at the time that the file says it was made at: the same report then has the same bytes
 */
export async function reportXlsx(report: MonthlyReport, at: Date): Promise<Uint8Array> {
  const { title, abstract } = reportDocument({ ...report, annex: [], dueNext: [] });
  const heading = `${title} ${abstract[0]}`;
  const notes = [reporterOf(report), ...standing(report).map(writtenAll)];
  const wide = { landscape: true };
  const annex = tableSheet(ANNEX, annexTable(report), notes, wide);
  // Title, notes, an empty line and the header stand above the first task.
  const annexFrom = { sheet: ANNEX, firstRow: notes.length + 4 };
  const sheets = [
    summarySheet(report, heading, notes, annexFrom),
    matrixSheet(report, "Nhiệm vụ chậm muộn theo đơn vị và lĩnh vực", notes),
    tableSheet("Theo lĩnh vực", lateByField(report), notes, wide),
    ...(report.department === null
      ? [tableSheet("Theo đơn vị", lateByDepartment(report), notes, wide)]
      : []),
    annex,
    tableSheet("Phụ lục 02", dueNextTable(report), notes, wide),
    tableSheet("Chỉ số", indicatorTable(report, report.indicators), notes, wide),
    tableSheet("Chỉ tiêu", targetsTable(report), notes, wide),
  ];
  return writeXlsx({
    sheets: sheets.map(({ sheet }) => sheet),
    namedRanges: sheets.flatMap(({ names }) => names),
    defaultFont: FONT,
    properties: {
      title: heading,
      creator: reporterOf(report),
      lastModifiedBy: reporterOf(report),
      created: at,
      modified: at,
    },
  });
}
