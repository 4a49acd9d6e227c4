import { type Content, count, date, month, type Table, text } from "../content.ts";
import type { MonthlyReport } from "../schema.ts";
import {
  departmentName,
  directiveOf,
  fieldName,
  lateStatus,
  ofMonth,
  reasonOf,
} from "../wording.ts";
import { originalDeadline, titleOf } from "./focus.ts";

/** Annex 01: every late task of the period (domain rules "The monthly report"). */
export function annexTable(report: MonthlyReport): Table {
  return {
    id: "annex",
    title: `Danh mục nhiệm vụ chậm muộn ${ofMonth(report.period.month)}`,
    columns: [
      { key: "number", label: "STT", width: 11, align: "center" },
      { key: "code", label: "Mã nhiệm vụ", width: 28, align: "left", sheetOnly: true },
      { key: "title", label: "Nhiệm vụ", width: 62, align: "left" },
      { key: "directive", label: "Số, ngày văn bản", width: 28, align: "left" },
      { key: "lead", label: "Đơn vị chủ trì", width: 25, align: "left" },
      { key: "cooperating", label: "Đơn vị phối hợp", width: 25, align: "left" },
      { key: "field", label: "Lĩnh vực", width: 46, align: "left", sheetOnly: true },
      { key: "due", label: "Hạn", width: 24, align: "center" },
      { key: "original", label: "Hạn ban đầu", width: 23, align: "center" },
      { key: "days", label: "Số ngày chậm", width: 14, align: "right" },
      { key: "firstLate", label: "Chậm từ tháng", width: 17, align: "center" },
      { key: "kind", label: "Trong kỳ", width: 24, align: "left", sheetOnly: true },
      { key: "status", label: "Trạng thái", width: 24, align: "left" },
      { key: "reason", label: "Nguyên nhân", width: 42, align: "left" },
    ],
    rows: report.annex.map((task, index): Content => {
      const { late } = task;
      const dueOn = late?.dueOn ?? task.dueOn;
      return [
        count(index + 1),
        text(task.code),
        titleOf(task),
        text(directiveOf(task)),
        text(departmentName(report, late?.last.department ?? task.department)),
        text(task.cooperating.map((code) => departmentName(report, code)).join("; ")),
        text(fieldName(report, late?.last.field ?? task.field)),
        date(dueOn),
        originalDeadline(task, dueOn),
        count(late?.days ?? null),
        month(late?.firstMonth ?? null),
        text(late?.carriedOver ? "Kỳ trước chuyển qua" : "Phát sinh trong tháng"),
        lateStatus(task),
        text(reasonOf(report, task)),
      ];
    }),
    total: null,
    groupedBy: null,
  };
}
