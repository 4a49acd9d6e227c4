import { formatMonth } from "#lib/core/i18n/format.ts";
import type { LateFigure } from "#lib/figures/links.ts";
import type { OverdueFigures } from "#lib/figures/schema.ts";
import {
  type Behind,
  type Block,
  bullet,
  type Column,
  type Content,
  count,
  date,
  heading,
  paragraph,
  say,
  summedTable,
  type Table,
  text,
} from "../content.ts";
import type { MonthlyReport } from "../schema.ts";
import { changeWords, departmentName, fieldName, ofMonth, reasonName } from "../wording.ts";

type Group = { department?: string; field?: string };

const TOTAL = "Tổng cộng";

/** Whose late tasks the report counts. */
export function scopeOf({ department }: MonthlyReport): Group {
  return department === null ? {} : { department };
}

/** Everything late: how many, in which field and department, what became of them, and why. */
export function lateSection(report: MonthlyReport): Block[] {
  const byDepartment: Block[] =
    report.department === null
      ? [
          heading(2, "3. Theo phòng, ban, đơn vị"),
          { kind: "table", table: lateByDepartment(report) },
        ]
      : [];
  return [
    heading(1, "III. NHIỆM VỤ CHẬM MUỘN"),
    heading(2, "1. Tổng hợp"),
    ...overall(report),
    heading(2, "2. Theo lĩnh vực theo dõi"),
    { kind: "table", table: lateByField(report) },
    ...firstLate(report),
    ...byDepartment,
    heading(2, `${report.department === null ? 4 : 3}. Nguyên nhân chậm muộn`),
    ...reasons(report),
  ];
}

function overall(report: MonthlyReport): Block[] {
  const { summary, keyFigures } = report;
  const { total } = summary.overdue;
  const figure = figuresOf(total, scopeOf(report));
  const resolved = (
    [
      ["hoàn thành", "completed"],
      ["được gia hạn", "extended"],
      ["dừng thực hiện", "cancelled"],
      ["tạm dừng", "paused"],
    ] as const
  ).filter(([, kind]) => total.resolved[kind] > 0);
  const how = resolved.flatMap(([words, kind], index) => [
    ...(index === 0 ? [] : say`, `),
    ...say`${words} ${figure(kind)}`,
  ]);
  const before = keyFigures.late.before;
  const change =
    before === null
      ? []
      : [
          ...say` So với tháng trước, số nhiệm vụ chậm muộn `,
          ...changeWords(total.late, before),
          ...say`.`,
        ];
  return [
    paragraph([
      ...say`Trong ${ofMonth(report.period.month)} có ${figure("late")} nhiệm vụ chậm muộn, gồm ${figure("carriedOver")} nhiệm vụ kỳ trước chuyển qua và ${figure("newlyOverdue")} nhiệm vụ phát sinh trong tháng; đã xử lý ${figure("resolved")} nhiệm vụ`,
      ...(how.length === 0 ? [] : [...say` (`, ...how, ...say`)`]),
      ...say`; đến ngày ${date(summary.asOf)} còn ${figure("outstanding")} nhiệm vụ quá hạn chưa hoàn thành.`,
      ...change,
    ]),
    paragraph(conservation(total, scopeOf(report))),
    ...openingDifference(report),
    paragraph(say`Danh mục nhiệm vụ chậm muộn tại Phụ lục 01.`),
  ];
}

/** Opening + new (+ came in − went out) − resolved = closing. */
function conservation(total: OverdueFigures, group: Group): Content {
  const figure = figuresOf(total, group);
  const moved = total.transferredIn + total.transferredOut > 0;
  return [
    ...say`Đối chiếu: ${figure("carriedOver")} kỳ trước chuyển qua + ${figure("newlyOverdue")} phát sinh trong tháng`,
    ...(moved
      ? say` + ${figure("transferredIn")} chuyển đến − ${figure("transferredOut")} chuyển đi`
      : []),
    ...say` − ${figure("resolved")} đã xử lý = ${figure("outstanding")} còn quá hạn.`,
  ];
}

/** What was closed for the month before and changed since. */
function openingDifference({ summary, closedBefore }: MonthlyReport): Block[] {
  const { carriedOver } = summary.overdue.total;
  if (closedBefore === null || closedBefore.outstanding === carriedOver) return [];
  return [
    paragraph(
      say`Số chốt cuối ${ofMonth(closedBefore.month)} là ${count(closedBefore.outstanding)} nhiệm vụ còn quá hạn, chênh lệch ${count(Math.abs(carriedOver - closedBefore.outstanding))} nhiệm vụ so với số kỳ trước chuyển qua nêu trên do điều chỉnh sau chốt.`,
    ),
  ];
}

/** The figures of one group, each with the tasks behind it. */
function figuresOf(figures: OverdueFigures, group: Group) {
  return (figure: LateFigure) => count(numberOf(figures, figure), behind(figure, group));
}

function numberOf(figures: OverdueFigures, figure: LateFigure): number {
  switch (figure) {
    case "resolved":
      return figures.resolved.total;
    case "completed":
    case "extended":
    case "cancelled":
    case "paused":
      return figures.resolved[figure];
    default:
      return figures[figure];
  }
}

const behind = (figure: LateFigure, group: Group): Behind => ({ kind: "late", figure, group });

const FIGURES = {
  late: "Chậm muộn",
  carriedOver: "Kỳ trước chuyển qua",
  newlyOverdue: "Phát sinh trong tháng",
  transferredIn: "Chuyển đến",
  transferredOut: "Chuyển đi",
  resolved: "Đã xử lý",
  completed: "Hoàn thành",
  extended: "Gia hạn",
  cancelled: "Dừng",
  paused: "Tạm dừng",
  outstanding: "Còn quá hạn",
} as const satisfies Record<LateFigure, string>;
const HOW_RESOLVED: readonly string[] = ["completed", "extended", "cancelled", "paused"];

function lateTable(
  given: Pick<Table, "id" | "title"> & { label: string },
  rows: readonly { name: string; figures: OverdueFigures; group: Group }[],
  scope: Group,
): Table {
  const moved = rows.some(({ figures }) => figures.transferredIn + figures.transferredOut > 0);
  const kinds = (Object.keys(FIGURES) as LateFigure[]).filter(
    (kind) => moved || !kind.startsWith("transferred"),
  );
  const columns: Column[] = kinds.map((kind) => ({
    key: kind,
    label: FIGURES[kind],
    width: 21,
    align: "right",
    summed: true,
    sheetOnly: HOW_RESOLVED.includes(kind),
  }));
  return summedTable(
    {
      id: given.id,
      title: given.title,
      columns: [{ key: "name", label: given.label, width: 62, align: "left" }, ...columns],
      rows: rows.map(({ name, figures, group }) => {
        const figure = figuresOf(figures, group);
        return [text(name), ...kinds.map(figure)];
      }),
    },
    TOTAL,
    // Between its groups tasks move that the whole neither gains nor loses: no list counts those.
    (key) => (key.startsWith("transferred") ? null : behind(key as LateFigure, scope)),
  );
}

/** Late tasks by field, in the catalogue's order. */
export function lateByField(report: MonthlyReport): Table {
  const scope = scopeOf(report);
  const places = report.names.fields.map(({ code }) => code);
  const sorted = [...report.summary.overdue.byField].sort(
    (a, b) => places.indexOf(a.code) - places.indexOf(b.code),
  );
  return lateTable(
    { id: "byField", title: "Nhiệm vụ chậm muộn theo lĩnh vực", label: "Lĩnh vực" },
    sorted.map(({ code, ...figures }) => ({
      name: fieldName(report, code),
      figures,
      group: { ...scope, field: code },
    })),
    scope,
  );
}

/** Late tasks by department, in the catalogue's order. */
export function lateByDepartment(report: MonthlyReport): Table {
  const places = report.names.departments.map(({ code }) => code);
  const sorted = [...report.summary.overdue.byDepartment].sort(
    (a, b) => places.indexOf(a.code) - places.indexOf(b.code),
  );
  return lateTable(
    { id: "byDepartment", title: "Nhiệm vụ chậm muộn theo đơn vị", label: "Đơn vị" },
    sorted.map(({ code, ...figures }) => ({
      name: departmentName(report, code),
      figures,
      group: { department: code },
    })),
    scopeOf(report),
  );
}

/** Since when the carried-over tasks of each field have been late. */
function firstLate(report: MonthlyReport): Block[] {
  const byField = Map.groupBy(report.firstLateMonths, ({ field }) => field);
  if (byField.size === 0) return [];
  return [
    paragraph(say`Thời điểm bắt đầu chậm muộn của các nhiệm vụ kỳ trước chuyển qua:`),
    ...report.names.fields.flatMap(({ code, name }) => {
      const months = byField.get(code);
      if (!months) return [];
      const parts = months.flatMap(({ month, count: counted }, index) => [
        ...(index === 0 ? [] : say`, `),
        ...say`${count(counted)} nhiệm vụ từ tháng ${formatMonth(month)}`,
      ]);
      return [bullet([...say`${name}: `, ...parts, ...say`.`])];
    }),
  ];
}

function reasons(report: MonthlyReport): Block[] {
  if (report.reasons.length === 0) {
    return [paragraph(say`Không có nhiệm vụ chậm muộn trong tháng.`)];
  }
  return [{ kind: "table", table: reasonsTable(report) }];
}

/** Late tasks by the reason that was given. */
export function reasonsTable({ reasons: counted, names }: MonthlyReport): Table {
  return summedTable(
    {
      id: "reasons",
      title: "Nguyên nhân chậm muộn",
      columns: [
        { key: "reason", label: "Nguyên nhân", width: 120, align: "left" },
        { key: "count", label: "Số nhiệm vụ", width: 30, align: "right", summed: true },
      ],
      rows: counted.map(({ kind, count: number }) => [
        text(kind === null ? "Chưa nêu nguyên nhân" : reasonName(names.reasons, kind)),
        count(number),
      ]),
    },
    TOTAL,
  );
}
