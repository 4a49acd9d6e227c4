import { addMonths, type CivilDate } from "#lib/core/dates.ts";
import { formatMonth } from "#lib/core/i18n/format.ts";
import type { PeriodTask } from "#lib/snapshots/schema.ts";
import {
  type Block,
  type Content,
  count,
  date,
  heading,
  paragraph,
  say,
  summedTable,
  type Table,
  text,
  type Value,
} from "../content.ts";
import type { MonthlyReport } from "../schema.ts";
import { departmentName, directiveOf, ofMonth } from "../wording.ts";
import { scopeOf } from "./late.ts";
import { narrativeOf } from "./narrative.ts";

/** What comes next month: what departments wrote, what is due, what is late and still open. */
export function focusSection(report: MonthlyReport): Block[] {
  const next = addMonths(report.period.month, 1);
  const { outstanding } = report.summary.overdue.total;
  const overdue = count(outstanding, {
    kind: "late",
    figure: "outstanding",
    group: scopeOf(report),
  });
  const due = report.dueNext.length;
  return [
    heading(1, `V. NHIỆM VỤ TRỌNG TÂM THÁNG ${formatMonth(next)}`),
    ...narrativeOf(report, "NEXT_MONTH", 2),
    paragraph(
      say`Trong ${ofMonth(next)} có ${count(due)} nhiệm vụ đến hạn${due === 0 ? "" : " (Phụ lục 02)"} và ${overdue} nhiệm vụ còn quá hạn phải giải quyết dứt điểm${outstanding === 0 ? "" : " (Phụ lục 01)"}.`,
    ),
    ...(report.department === null && due + outstanding > 0
      ? [{ kind: "table" as const, table: focusTable(report) }]
      : []),
  ];
}

/** By department: how much is due next month and when first, how much is late and open. */
export function focusTable(report: MonthlyReport): Table {
  const due = Map.groupBy(report.dueNext, ({ department }) => department);
  const overdue = new Map(
    report.summary.overdue.byDepartment.map(({ code, outstanding }) => [code, outstanding]),
  );
  const codes = [
    ...new Set([
      ...report.names.departments.map(({ code }) => code),
      ...due.keys(),
      ...overdue.keys(),
    ]),
  ].filter((code) => due.has(code) || overdue.get(code));
  return summedTable(
    {
      id: "focus",
      title: "Nhiệm vụ đến hạn và còn quá hạn theo đơn vị",
      columns: [
        { key: "name", label: "Đơn vị", width: 70, align: "left" },
        { key: "due", label: "Đến hạn trong tháng sau", width: 30, align: "right", summed: true },
        { key: "first", label: "Hạn gần nhất", width: 26, align: "center" },
        { key: "overdue", label: "Còn quá hạn", width: 26, align: "right", summed: true },
      ],
      rows: codes.map((code): Content => {
        const tasks = due.get(code) ?? [];
        return [
          text(departmentName(report, code)),
          count(tasks.length),
          date(firstDeadline(tasks)),
          count(overdue.get(code) ?? 0, {
            kind: "late",
            figure: "outstanding",
            group: { department: code },
          }),
        ];
      }),
    },
    "Tổng cộng",
  );
}

function firstDeadline(tasks: readonly PeriodTask[]): CivilDate | null {
  return tasks.reduce<CivilDate | null>(
    (first, { dueOn }) => (dueOn !== null && (first === null || dueOn < first) ? dueOn : first),
    null,
  );
}

/** Annex 02: every open task due in the month after the period. */
export function dueNextTable(report: MonthlyReport): Table {
  return {
    id: "dueNext",
    title: `Danh mục nhiệm vụ đến hạn trong ${ofMonth(addMonths(report.period.month, 1))}`,
    columns: [
      { key: "number", label: "STT", width: 10, align: "center" },
      { key: "code", label: "Mã nhiệm vụ", width: 28, align: "left", sheetOnly: true },
      { key: "title", label: "Nhiệm vụ", width: 90, align: "left" },
      { key: "directive", label: "Số, ngày văn bản", width: 34, align: "left" },
      { key: "lead", label: "Đơn vị chủ trì", width: 34, align: "left" },
      { key: "cooperating", label: "Đơn vị phối hợp", width: 34, align: "left" },
      { key: "due", label: "Hạn", width: 22, align: "center" },
      { key: "original", label: "Hạn ban đầu", width: 22, align: "center" },
    ],
    rows: report.dueNext.map(
      (task, index): Content => [
        count(index + 1),
        text(task.code),
        titleOf(task),
        text(directiveOf(task)),
        text(departmentName(report, task.department)),
        text(task.cooperating.map((code) => departmentName(report, code)).join("; ")),
        date(task.dueOn),
        originalDeadline(task, task.dueOn),
      ],
    ),
    total: null,
    groupedBy: null,
  };
}

/** A task's content, which opens the task. */
export function titleOf({ id, title, department }: PeriodTask): Value {
  return text(title, { kind: "task", id, department });
}

/** The deadline first set, where an extension moved it. */
export function originalDeadline({ originalDueOn }: PeriodTask, dueOn: CivilDate | null): Value {
  const extended = originalDueOn !== null && originalDueOn !== dueOn;
  return extended ? date(originalDueOn) : text("");
}
