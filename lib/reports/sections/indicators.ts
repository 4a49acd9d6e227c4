import { formatMonth } from "#lib/core/i18n/format.ts";
import type {
  Comparator,
  Indicator,
  IndicatorValue,
  TargetProgress,
} from "#lib/indicators/schema.ts";
import {
  type Block,
  type Content,
  count,
  heading,
  paragraph,
  quantity,
  say,
  type Table,
  text,
  type Value,
  writtenAll,
} from "../content.ts";
import type { MonthlyReport } from "../schema.ts";
import { ofMonth } from "../wording.ts";

const COMPARATORS: Record<Exclude<Comparator, "QUALITATIVE">, string> = {
  EQ: "",
  GE: "từ ",
  GT: "trên ",
  LE: "không quá ",
  LT: "dưới ",
};

const STANDINGS = { MET: "Đạt", NOT_YET: "Chưa đạt", MISSED: "Không đạt" } as const;

/** How many indicators were reported (all of them stand in Annex 03) and how far the targets are. */
export function indicatorsSection(report: MonthlyReport): Block[] {
  const { indicators, targets } = report;
  const inState = (state: IndicatorValue["state"]) =>
    count(indicators.filter((indicator) => last(indicator)?.state === state).length);
  const shown = shownIndicators(report).length > 0 ? " (Phụ lục 03)" : "";
  return [
    heading(1, "II. CHỈ SỐ VÀ CHỈ TIÊU"),
    heading(2, "1. Chỉ số trong tháng"),
    paragraph(
      say`Đã báo cáo ${inState("REPORTED")}/${count(indicators.length)} chỉ số, không phát sinh ${inState("NOTHING_AROSE")} chỉ số, chưa báo cáo ${inState("NOT_REPORTED")} chỉ số${shown}.`,
    ),
    heading(2, "2. Tiến độ thực hiện chỉ tiêu"),
    targets.length === 0
      ? paragraph(say`Chưa có chỉ tiêu được giao cho kỳ này.`)
      : { kind: "table", table: targetsTable(report) },
  ];
}

/** Those that were reported in the month or in the one before. */
export function shownIndicators({ indicators }: MonthlyReport): Indicator[] {
  return indicators.filter(({ months }) =>
    months.slice(-2).some(({ state }) => state !== "NOT_REPORTED"),
  );
}

function last({ months }: Indicator): IndicatorValue | undefined {
  return months.at(-1);
}

/** All the indicators given, in the report's order of sectors. */
export function indicatorTable(
  { names, period }: MonthlyReport,
  indicators: readonly Indicator[],
): Table {
  const places = new Map(names.sectors.map(({ code }, index) => [code, index]));
  const place = ({ sectorCode }: Indicator) => places.get(sectorCode) ?? places.size;
  const sorted = [...indicators].sort((a, b) => place(a) - place(b));
  return {
    id: "indicators",
    title: `Chỉ số ${ofMonth(period.month)} so với tháng trước và chỉ tiêu`,
    columns: [
      { key: "sector", label: "Mảng công tác", width: 40, align: "left" },
      { key: "name", label: "Chỉ số", width: 66, align: "left" },
      { key: "unit", label: "Đơn vị tính", width: 20, align: "center" },
      { key: "now", label: "Trong tháng", width: 22, align: "right" },
      { key: "before", label: "Tháng trước", width: 22, align: "right" },
      { key: "change", label: "Tăng, giảm", width: 22, align: "right" },
      { key: "year", label: "Lũy kế năm", width: 22, align: "right" },
      { key: "target", label: "Chỉ tiêu", width: 24, align: "right" },
      { key: "department", label: "Đơn vị báo cáo", width: 40, align: "left", sheetOnly: true },
    ],
    rows: sorted.map((indicator): Content => {
      const [before, now] = indicator.months.slice(-2);
      return [
        text(nameIn(names.sectors, indicator.sectorCode)),
        text(indicator.name),
        text(indicator.unit),
        reportedValue(now, indicator.unit),
        reportedValue(before, indicator.unit),
        changeOf(before, now, indicator.unit),
        quantity(indicator.yearToDate.at(-1)?.value ?? null, indicator.unit),
        text(indicator.targets.map(goal).join("; ")),
        text(nameIn(names.departments, indicator.departmentCode)),
      ];
    }),
    total: null,
    groupedBy: "sector",
  };
}

/** The difference in the indicator's unit; between percentages in points, with one decimal. */
function changeOf(
  before: IndicatorValue | undefined,
  now: IndicatorValue | undefined,
  unit: string,
): Value {
  const [then, today] = [before?.value ?? null, now?.value ?? null];
  if (then === null || today === null) return { kind: "number", number: null };
  const difference = today - then;
  return { kind: "number", number: unit === "%" ? Math.round(difference * 10) / 10 : difference };
}

/** "Not reported", "nothing arose" and 0 are three different things (domain rules "KPI indicators"). */
function reportedValue(value: IndicatorValue | undefined, unit: string): Value {
  if (value?.state === "NOTHING_AROSE") return text("Không phát sinh");
  return quantity(value?.state === "REPORTED" ? value.value : null, unit);
}

/** How the targets stand at the period's end. */
export function targetsTable({ targets, period, names }: MonthlyReport): Table {
  return {
    id: "targets",
    title: `Tiến độ thực hiện chỉ tiêu đến ${ofMonth(period.month)}`,
    columns: [
      { key: "name", label: "Chỉ tiêu", width: 60, align: "left" },
      { key: "span", label: "Kỳ giao", width: 25, align: "center" },
      { key: "unit", label: "Đơn vị tính", width: 20, align: "center" },
      { key: "goal", label: "Mức giao", width: 24, align: "right" },
      { key: "actual", label: "Thực hiện", width: 22, align: "right" },
      { key: "standing", label: "Đánh giá", width: 34, align: "center" },
      { key: "department", label: "Đơn vị chủ trì", width: 40, align: "left", sheetOnly: true },
    ],
    rows: targets.map(
      (target): Content => [
        text(target.name),
        text(spanOf(target)),
        text(target.unit),
        text(goal(target)),
        quantity(target.actual?.value ?? null, target.unit),
        text(target.standing === null ? "Chưa đủ số liệu" : STANDINGS[target.standing]),
        text(
          target.departmentCode === null ? "" : nameIn(names.departments, target.departmentCode),
        ),
      ],
    ),
    total: null,
    groupedBy: null,
  };
}

/** What a target asks for, as it was set and not as it is measured. */
function goal({ comparator, value, unit }: Pick<TargetProgress, "comparator" | "value" | "unit">) {
  if (comparator === "QUALITATIVE" || value === null) return "Định tính";
  const sign = unit === "%" ? "\u00a0%" : "";
  return writtenAll(say`${COMPARATORS[comparator]}${{ kind: "number", number: value }}${sign}`);
}

function spanOf({ span, startMonth }: Pick<TargetProgress, "span" | "startMonth">): string {
  const year = startMonth.slice(0, 4);
  if (span === "YEAR") return `Năm ${year}`;
  if (span === "MONTH") return `Tháng ${formatMonth(startMonth)}`;
  return `Quý ${["I", "II", "III", "IV"][Math.floor((Number(startMonth.slice(5)) - 1) / 3)]}/${year}`;
}

function nameIn(entries: readonly { code: string; name: string }[], code: string): string {
  return entries.find((entry) => entry.code === code)?.name ?? code;
}
