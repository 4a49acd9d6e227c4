import {
  type CivilDate,
  type CivilMonth,
  civilDate,
  daysBetween,
  monthOf,
} from "#lib/core/dates.ts";
import {
  AGING_STARTS,
  completionFiguresOf,
  type LateCount,
  noCompletionCounts,
  noOverdueFigures,
  overdueFiguresBy,
} from "#lib/figures/rules.ts";
import type { Summary } from "#lib/figures/schema.ts";
import type { LateReasonKind } from "#lib/narratives/schema.ts";
import type { Named, PeriodTask } from "#lib/snapshots/schema.ts";
import type { MonthlyReport } from "../schema.ts";

/* Reports made of tasks: their figures are counted from them by the product's own rules. */

const entry = (code: string, name: string, short = name): Named => ({ code, name, short });

export const DEPARTMENTS = [
  entry("VP_HDND_UBND", "Văn phòng HĐND và UBND", "Văn phòng"),
  entry("PHONG_KT", "Phòng Kinh tế", "P. Kinh tế"),
  entry("PHONG_VHXH", "Phòng Văn hóa - Xã hội", "P. VHXH"),
  entry("TT_DVTH", "Trung tâm Dịch vụ tổng hợp", "TT DVTH"),
  entry("BAN_QLDA", "Ban Quản lý dự án đầu tư - hạ tầng", "Ban QLDA"),
  entry("TRAM_YT", "Trạm Y tế"),
  entry("BCH_QS", "Ban Chỉ huy Quân sự", "BCH Quân sự"),
  entry("CONG_AN", "Công an xã"),
];
export const FIELDS = [
  entry("TBKL_UBND", "Thông báo kết luận của tập thể UBND, Chủ tịch, Phó Chủ tịch UBND"),
  entry("QLVB_DIEU_HANH", "Nhiệm vụ giao trên phần mềm quản lý văn bản và điều hành"),
  entry("PM_GIAO_NHIEM_VU", "Nhiệm vụ trên các hệ thống phần mềm giao nhiệm vụ"),
  entry("DON_THU_KNTC", "Đơn thư, khiếu nại, tố cáo"),
  entry("KL_THANH_TRA", "Thực hiện kết luận thanh tra"),
];
export const SECTORS = [
  entry("CHI_DAO_DIEU_HANH", "Chỉ đạo, điều hành chung"),
  entry("DAT_DAI", "Quản lý đất đai"),
  entry("CCHC_CHUYEN_DOI_SO", "Khoa học công nghệ, chuyển đổi số và thủ tục hành chính"),
];
export const REASONS: LateReasonKind[] = [
  { code: "WAITING", name: "Chờ ý kiến, kết quả của cơ quan khác", nameEn: "Waiting for others" },
  { code: "LOAD", name: "Khối lượng công việc lớn, thiếu nhân lực", nameEn: "Too much work" },
];

const monthBefore = (on: CivilDate): CivilMonth => monthOf(on);

function lateCountsOf(tasks: readonly PeriodTask[]): LateCount[] {
  return tasks.flatMap(({ late }) => (late ? [{ ...late, count: 1 }] : []));
}

function overdueOf(tasks: readonly PeriodTask[], only: string | null): Summary["overdue"] {
  const counts = lateCountsOf(tasks);
  const within = (place: LateCount["first"]) => only === null || place.department === only;
  const by = (groupOf: (place: LateCount["first"]) => string) =>
    overdueFiguresBy(counts, (place) => (within(place) ? groupOf(place) : null));
  return {
    total: by(() => "").get("") ?? noOverdueFigures(),
    byField: [...by(({ field }) => field)].map(([code, figures]) => ({ code, ...figures })),
    byDepartment: [...by(({ department }) => department)].map(([code, figures]) => ({
      code,
      ...figures,
    })),
    matrix: [...by(({ department, field }) => `${department} ${field}`)].map(([key, figures]) => {
      const [department = "", field = ""] = key.split(" ");
      return { department, field, ...figures };
    }),
  };
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): [Key, number][] {
  return [...Map.groupBy(items, keyOf)].map(([key, group]) => [key, group.length]);
}

function firstLateMonthsOf(late: readonly PeriodTask[]): MonthlyReport["firstLateMonths"] {
  const carried = late.flatMap(({ late: of }) =>
    of?.carriedOver ? [`${of.first.field} ${of.firstMonth}`] : [],
  );
  return grouped(carried, (key) => key)
    .map(([key, count]) => {
      const [field = "", month = ""] = key.split(" ");
      return { field, month: month as CivilMonth, count };
    })
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

/**
 * The report of April 2026 over these tasks, with whatever else is given.
 * @param only the one department that the report is of
 */
export function reportOf(
  tasks: readonly PeriodTask[],
  given: Partial<MonthlyReport> & { completion?: Summary["completion"] } = {},
): MonthlyReport {
  const { completion, ...more } = given;
  const period = {
    month: "2026-04",
    from: "2026-04-01",
    to: "2026-04-30",
    asOf: "2026-04-30",
  } as const;
  const only = given.department ?? null;
  const overdue = overdueOf(tasks, only);
  const late = tasks.filter(
    (task) =>
      task.late !== null &&
      (only === null || task.late.first.department === only || task.late.last.department === only),
  );
  const none = completionFiguresOf(noCompletionCounts());
  const summary: Summary = {
    period: period.month,
    from: period.from,
    to: period.to,
    asOf: period.asOf,
    closed: given.closing != null,
    overdue,
    completion: completion ?? { total: none, byLevel: [], byDepartment: [] },
    aging: AGING_STARTS.map(({ bucket }) => ({
      bucket,
      count: late.filter((task) => task.late?.aging === bucket).length,
    })),
    trend: [],
  };
  return {
    communeName: "Xã Bát Tràng",
    demonstration: true,
    department: null,
    period,
    closing: null,
    summary,
    keyFigures: {
      completionRate: { now: summary.completion.total.completionRate, before: 0.961 },
      cityCompletionRate: { now: null, before: 0.968 },
      onTimeRate: { now: summary.completion.total.onTimeRate, before: 0.7205 },
      late: { now: overdue.total.late, before: 183 },
      outstanding: { now: overdue.total.outstanding, before: overdue.total.carriedOver },
      dueWithinWeek: { now: 0, before: 0 },
      awaitingConfirmation: { now: 0, before: 0 },
      pendingExtensions: { now: 0, before: 0 },
    },
    documents: {
      received: { now: null, before: null },
      issued: { now: null, before: null },
      bySigner: [],
    },
    indicators: [],
    targets: [],
    firstLateMonths: firstLateMonthsOf(late),
    reasons: grouped(late, ({ reason }) => reason?.kind ?? null).map(([kind, count]) => ({
      kind,
      count,
    })),
    sections: [],
    dueNext: [],
    annex: late,
    closedBefore: null,
    names: { departments: DEPARTMENTS, fields: FIELDS, sectors: SECTORS, reasons: REASONS },
    ...more,
  };
}

/** A late task of April 2026; outstanding unless told what ended it. */
export function lateTask(
  id: number,
  given: {
    department: string;
    field: string;
    dueOn: CivilDate;
    ended?: { by: "COMPLETED" | "EXTENDED" | "CANCELLED" | "PAUSED"; on: CivilDate };
    from?: { department: string; field: string };
    title?: string;
    reason?: PeriodTask["reason"];
    originalDueOn?: CivilDate;
  },
): PeriodTask {
  const { dueOn, ended } = given;
  const fromOn = civilDate(new Date(Date.parse(dueOn) + 86_400_000).toISOString().slice(0, 10));
  const days = daysBetween(dueOn, ended?.on ?? "2026-04-30");
  const last = { department: given.department, field: given.field };
  const aging = AGING_STARTS.findLast(({ from }) => days >= from)?.bucket ?? null;
  return {
    id,
    code: `NV-2026-${String(id).padStart(5, "0")}`,
    title: given.title ?? `Rà soát, báo cáo kết quả thực hiện nội dung số ${id}`,
    deliverable: "Báo cáo",
    directive: { number: `${id}/TB-UBND`, issuedOn: "2026-02-10" },
    level: "COMMUNE",
    department: given.department,
    cooperating: id % 3 === 0 ? ["VP_HDND_UBND", "CONG_AN"] : [],
    field: given.field,
    sector: null,
    status: ended?.by === "COMPLETED" ? "COMPLETED" : "IN_PROGRESS",
    timeliness: ended ? "LATE" : "OVERDUE",
    assignedOn: "2026-01-15",
    dueOn,
    originalDueOn: given.originalDueOn ?? dueOn,
    completedOn: ended?.by === "COMPLETED" ? ended.on : null,
    extensionPending: false,
    late: {
      carriedOver: fromOn < "2026-04-01",
      fromOn,
      firstMonth: monthBefore(fromOn),
      dueOn,
      days,
      outstanding: ended === undefined,
      endedBy: ended?.by ?? null,
      endedOn: ended?.on ?? null,
      aging: ended ? null : aging,
      first: given.from ?? last,
      last,
    },
    reason: given.reason ?? null,
  };
}
