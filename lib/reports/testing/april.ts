import { addDays, addMonths, type CivilDate, type CivilMonth } from "#lib/core/dates.ts";
import { completionFiguresOf, noCompletionCounts } from "#lib/figures/rules.ts";
import type { Indicator, IndicatorValue, TargetProgress } from "#lib/indicators/schema.ts";
import type { PeriodTask } from "#lib/snapshots/schema.ts";
import type { MonthlyReport } from "../schema.ts";
import { lateTask, reportOf } from "./report.ts";

/* A report with the published figures of April 2026, on tasks that are made up. */

/** Late tasks by field, carried over and new (`overdue_2026_04.json`). */
const BY_FIELD = [
  ["TBKL_UBND", 45, 39],
  ["QLVB_DIEU_HANH", 16, 28],
  ["PM_GIAO_NHIEM_VU", 4, 35],
  ["DON_THU_KNTC", 11, 0],
  ["KL_THANH_TRA", 17, 0],
] as const;

const BY_DEPARTMENT = [
  ["VP_HDND_UBND", 9],
  ["PHONG_KT", 141],
  ["PHONG_VHXH", 13],
  ["TT_DVTH", 1],
  ["BAN_QLDA", 17],
  ["TRAM_YT", 5],
  ["BCH_QS", 2],
  ["CONG_AN", 7],
] as const;

const TITLES = [
  "Rà soát, tổng hợp các trường hợp sử dụng đất nông nghiệp sai mục đích ngoài bãi sông, đề xuất phương án xử lý dứt điểm",
  "Báo cáo kết quả giải quyết đơn kiến nghị về lối đi chung",
  "Hoàn thiện hồ sơ nghiệm thu đường trục thôn",
  "Đôn đốc thực hiện kết luận thanh tra về quản lý trật tự xây dựng và khắc phục các tồn tại được nêu tại kết luận",
] as const;

const NEW_FROM: CivilDate = "2026-03-31";

function aprilTasks(): PeriodTask[] {
  const departments = BY_DEPARTMENT.flatMap(([code, count]) => Array<string>(count).fill(code));
  const fields = BY_FIELD.flatMap(([field, carried, fresh]) =>
    Array.from({ length: carried + fresh }, (_, index) => ({ field, carried: index < carried })),
  );
  return departments.map((department, index) => {
    const { field, carried } = fields[(index * 7) % fields.length] ?? { field: "", carried: false };
    const dueOn = carried ? addDays("2026-02-14", index % 40) : addDays(NEW_FROM, index % 25);
    const resolved = field === "PM_GIAO_NHIEM_VU" && !carried && index % 5 !== 0;
    return lateTask(index + 1, {
      department,
      field,
      dueOn,
      title: TITLES[index % TITLES.length] ?? "",
      ...(index % 9 === 0 && { originalDueOn: addDays(dueOn, -20) }),
      ...(resolved && { ended: { by: "COMPLETED" as const, on: addDays(dueOn, 3) } }),
      ...(index % 4 === 0 && { reason: { kind: "WAITING", text: "Đã có văn bản đôn đốc lần 2" } }),
      ...(index % 4 === 1 && { reason: { kind: "LOAD", text: "" } }),
    });
  });
}

const MONTHS = Array.from({ length: 12 }, (_, index) => addMonths("2026-04", index - 11));

function monthValue(month: CivilMonth, value: number | null): IndicatorValue {
  const state = value === null ? "NOT_REPORTED" : "REPORTED";
  return {
    month,
    state,
    value,
    numerator: null,
    denominator: null,
    cumulative: false,
    demonstration: false,
  };
}

function indicator(
  code: string,
  name: string,
  unit: string,
  sectorCode: string,
  [before, now, year]: [number | null, number | null, number | null],
): Indicator {
  return {
    code,
    name,
    nameEn: name,
    unit,
    direction: "UP",
    aggregation: "SUM",
    departmentCode: "VP_HDND_UBND",
    sectorCode,
    months: MONTHS.map((month, index) =>
      monthValue(month, index === 11 ? now : index === 10 ? before : null),
    ),
    yearBefore: [],
    yearToDate: MONTHS.map((_, index) => ({ value: index === 11 ? year : null, missing: 0 })),
    targets: [],
  };
}

const TARGET: TargetProgress = {
  code: "THU_NSNN",
  name: "Thu ngân sách so với dự toán được giao",
  nameEn: "Budget revenue against the estimate",
  indicatorCode: "THU_NSNN",
  span: "YEAR",
  startMonth: "2026-01",
  comparator: "GE",
  value: 100,
  unit: "%",
  baseline: "110.9",
  actual: { value: 41.25, month: "2026-04", missing: 0, demonstration: false },
  standing: "NOT_YET",
  departmentCode: "PHONG_KT",
  sectorCode: "DAT_DAI",
};

/** The commune's report of April 2026 with everything in it that a report can have. */
export function aprilReport(given: Partial<MonthlyReport> = {}): MonthlyReport {
  const city = completionFiguresOf({
    ...noCompletionCounts(),
    completed: 138,
    open: 4,
    overdue: 3,
    onTime: 98,
  });
  const total = completionFiguresOf({
    ...noCompletionCounts(),
    completed: 812,
    open: 301,
    overdue: 160,
    onTime: 566,
    onTimeByOriginalDeadline: 531,
    noDeadline: 15,
  });
  const dueNext = aprilTasks()
    .slice(0, 34)
    .map((task, index) => ({ ...task, late: null, dueOn: addDays("2026-05-04", index % 27) }));
  return reportOf(aprilTasks(), {
    completion: { total, byLevel: [{ code: "CITY", ...city }], byDepartment: [] },
    documents: {
      received: { now: 1408, before: 1385 },
      issued: { now: 1031, before: 988 },
      bySigner: [
        { name: "Chủ tịch UBND xã ký", now: 412, before: 399 },
        { name: "Phó Chủ tịch phụ trách Kinh tế ký", now: 371, before: null },
        { name: "Phó Chủ tịch phụ trách Văn hóa - Xã hội ký", now: 245, before: 250 },
      ],
    },
    indicators: [
      indicator(
        "VB",
        "Văn bản tiếp nhận, xử lý",
        "văn bản",
        "CHI_DAO_DIEU_HANH",
        [1385, 1408, 5400],
      ),
      indicator("GN", "Vốn đầu tư công giải ngân", "tỷ đồng", "DAT_DAI", [40.1, 51.326, 51.326]),
      indicator(
        "TL",
        "Tỷ lệ hồ sơ đã giải quyết",
        "%",
        "CCHC_CHUYEN_DOI_SO",
        [97.2, 98.56275, 97.9],
      ),
      indicator("TT", "Vụ việc phát sinh", "vụ", "DAT_DAI", [null, 0, 3]),
    ],
    targets: [
      TARGET,
      {
        ...TARGET,
        code: "THON",
        name: "Thôn đăng ký mô hình văn minh đô thị",
        comparator: "QUALITATIVE",
        value: null,
        unit: "",
        actual: null,
        standing: null,
        departmentCode: null,
      },
    ],
    sections: [
      {
        kind: "RESULTS",
        parts: [
          {
            department: "PHONG_KT",
            text: "Đã hoàn thành rà soát 26/26 thôn.\n- Giải ngân đạt kế hoạch quý.\n- Thu ngân sách đạt 41,3 %.",
          },
          { department: "CONG_AN", text: "Tình hình an ninh trật tự được giữ vững." },
        ],
      },
      {
        kind: "LIMITS",
        parts: [{ department: null, text: "Một số nhiệm vụ còn chậm so với tiến độ được giao." }],
      },
      {
        kind: "NEXT_MONTH",
        parts: [
          {
            department: null,
            text: "- Tập trung xử lý dứt điểm nhiệm vụ quá hạn.\n- Chuẩn bị sơ kết 6 tháng đầu năm.",
          },
        ],
      },
    ],
    dueNext,
    closedBefore: { month: "2026-03", outstanding: 90 },
    ...given,
  });
}
