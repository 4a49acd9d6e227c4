import type { CompletionFigures } from "#lib/figures/schema.ts";
import {
  type Block,
  bullet,
  type Content,
  count,
  date,
  heading,
  paragraph,
  rate,
  say,
} from "../content.ts";
import type { MonthlyReport } from "../schema.ts";

type Group = { department?: string; level?: "CITY" };

/**
 * What was assigned and done, cumulative in the year: what the city assigned, then everything
 * (domain rules "Rates": every rate with its numerator and denominator).
 */
export function completionSection(report: MonthlyReport): Block[] {
  const { summary, keyFigures } = report;
  const scope = report.department === null ? {} : { department: report.department };
  const city = summary.completion.byLevel.find(({ code }) => code === "CITY");
  const before = keyFigures.cityCompletionRate.before;
  return [
    heading(1, "I. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ ĐƯỢC GIAO"),
    heading(2, "1. Nhiệm vụ Thành phố giao"),
    paragraph(cityParagraph(report, city, before, { ...scope, level: "CITY" })),
    heading(2, "2. Nhiệm vụ của tất cả các cấp giao"),
    ...(summary.completion.total.assigned === 0
      ? [paragraph(say`Từ đầu năm đến ngày ${date(summary.asOf)} chưa có nhiệm vụ được giao.`)]
      : rates(summary.completion.total, keyFigures, scope).map(bullet)),
  ];
}

function cityParagraph(
  { summary, department }: MonthlyReport,
  city: CompletionFigures | undefined,
  before: number | null,
  group: Group,
): Content {
  const span = say`Lũy kế từ đầu năm đến ngày ${date(summary.asOf)}, `;
  const whom = department === null ? "xã" : "đơn vị";
  if (!city || city.assigned === 0) {
    return [...span, ...say`${whom} không có nhiệm vụ do Thành phố giao.`];
  }
  const figure = (of: "assigned" | "completed" | "open" | "overdue") =>
    count(city[of], { kind: "completion", figure: of, group });
  return [
    ...span,
    ...say`${whom} được Thành phố giao ${figure("assigned")} nhiệm vụ; đã hoàn thành ${figure("completed")}/${figure("assigned")} nhiệm vụ, đạt ${rate(city.completionRate)}`,
    ...(before === null ? [] : say` (cuối tháng trước ${rate(before)})`),
    ...say`; còn ${figure("open")} nhiệm vụ chưa hoàn thành, trong đó ${figure("overdue")} nhiệm vụ quá hạn.`,
  ];
}

function rates(
  total: CompletionFigures,
  { completionRate, onTimeRate }: MonthlyReport["keyFigures"],
  group: Group,
): Content[] {
  const figure = (of: "assigned" | "completed" | "onTime" | "overdue") =>
    count(total[of], { kind: "completion", figure: of, group });
  const withDeadline = count(total.completed - total.noDeadline, {
    kind: "completion",
    figure: "completedWithDeadline",
    group,
  });
  const byOriginal = count(total.onTimeByOriginalDeadline, {
    kind: "completion",
    figure: "onTimeByOriginalDeadline",
    group,
  });
  const divisor = count(total.completed + total.overdue);
  const since = (before: number | null) =>
    before === null ? say`.` : say`; cuối tháng trước ${rate(before)}.`;
  return [
    [
      ...say`Tỷ lệ hoàn thành (đã hoàn thành/được giao): ${figure("completed")}/${figure("assigned")} nhiệm vụ, đạt ${rate(total.completionRate)}`,
      ...since(completionRate.before),
    ],
    [
      ...say`Tỷ lệ đúng hạn (hoàn thành đúng hạn/đã hoàn thành có hạn): ${figure("onTime")}/${withDeadline} nhiệm vụ, đạt ${rate(total.onTimeRate)}; tính theo hạn giao ban đầu: ${byOriginal}/${withDeadline} nhiệm vụ, đạt ${rate(total.onTimeRateOriginalDeadline)}`,
      ...since(onTimeRate.before),
    ],
    say`Tỷ lệ giải quyết (đã hoàn thành/đã hoàn thành và quá hạn chưa hoàn thành): ${figure("completed")}/${divisor} nhiệm vụ, đạt ${rate(total.settledRate)}.`,
  ];
}
