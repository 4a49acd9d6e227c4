import { balances, comparedFigures, differenceOf, isRate } from "#lib/comparisons/rules.ts";
import { comparisonQuerySchema, type Flow } from "#lib/comparisons/schema.ts";
import { formatCivilDate, formatDayAndMonth } from "#lib/core/i18n/format.ts";
import { mayReadSomeReport } from "#lib/reports/policy.ts";
import { atOnce, exportedList, type ListColumn } from "../list.ts";
import type { Words } from "../words.ts";
import { readComparison } from "./compared-days.ts";

type FigureRow = {
  name: string;
  before: number | null;
  after: number | null;
  difference: number | null;
};

/** The key figures on two days and the difference between them; rates in per cent. */
export const comparisonFigures = exportedList({
  fileName: "so-sanh-so-lieu",
  may: mayReadSomeReport,
  schema: comparisonQuerySchema,
  read: async (asking, asked) => {
    const { t } = asking;
    const { comparison, conditions } = await readComparison(asking, asked);
    const { range } = comparison;
    const rows = comparedFigures(range).map((figure): FigureRow => {
      const [before, after] = [comparison.before[figure], comparison.after[figure]];
      const both = before !== null && after !== null;
      const name = t(`comparison.figures.${figure}`);
      return {
        name: isRate(figure) ? `${name} (%)` : name,
        before: isRate(figure) ? inPercent(before) : before,
        after: isRate(figure) ? inPercent(after) : after,
        difference: both ? differenceOf(figure, before, after) : null,
      };
    });
    const columns: ListColumn<FigureRow>[] = [
      {
        label: t("comparison.figures.figure"),
        kind: "text",
        width: 34,
        value: ({ name }) => name,
      },
      {
        label: formatCivilDate(range.from.asOf),
        kind: "number",
        value: ({ before }) => before,
      },
      { label: formatCivilDate(range.to.asOf), kind: "number", value: ({ after }) => after },
      {
        label: t("comparison.figures.difference"),
        kind: "number",
        value: ({ difference }) => difference,
      },
    ];
    return {
      title: `${t("comparison.title")} - ${t("comparison.figures.title")}`,
      conditions,
      total: t("exports.figures", { count: rows.length }),
      columns,
      pages: atOnce(rows),
    };
  },
});

/** With the one decimal that the screen shows. */
function inPercent(rate: number | null): number | null {
  return rate === null ? null : Math.round(1000 * rate) / 10;
}

type FlowRow = { name: string; flow: Flow; holds: boolean };

/** What happened between two days in each department, and in all, line by line adding up. */
export const comparisonDepartments = exportedList({
  fileName: "so-sanh-don-vi",
  may: mayReadSomeReport,
  schema: comparisonQuerySchema,
  read: async (asking, asked) => {
    const { t } = asking;
    const { comparison, names, conditions } = await readComparison(asking, asked);
    const { range, byDepartment, total, outstanding, before, after } = comparison;
    const rows = names.departmentCodes.flatMap((code) =>
      byDepartment
        .filter((flow) => flow.code === code)
        .map((flow): FlowRow => {
          const was = outstanding.before.get(code) ?? 0;
          const is = outstanding.after.get(code) ?? 0;
          return { name: names.department(code).full, flow, holds: balances(flow, was, is) };
        }),
    );
    const all: FlowRow = {
      name: t("comparison.departments.total"),
      flow: total,
      holds: balances(total, before.outstanding, after.outstanding),
    };
    return {
      title: `${t("comparison.title")} - ${t("comparison.departments.title")}`,
      conditions,
      total: t("exports.departments", { count: rows.length }),
      columns: flowColumns(t, {
        before: formatDayAndMonth(range.from.asOf),
        after: formatDayAndMonth(range.to.asOf),
      }),
      pages: atOnce([...rows, all]),
    };
  },
});

function flowColumns(t: Words, days: { before: string; after: string }): ListColumn<FlowRow>[] {
  const count = (label: string, countOf: (flow: Flow) => number): ListColumn<FlowRow> => ({
    label,
    kind: "count",
    width: 12,
    value: ({ flow }) => countOf(flow),
  });
  return [
    {
      label: t("comparison.departments.department"),
      kind: "text",
      width: 32,
      value: ({ name }) => name,
    },
    count(t("comparison.departments.before", { day: days.before }), (flow) => flow.carriedOver),
    count(t("comparison.departments.becameLate"), (flow) => flow.newlyOverdue),
    count(t("comparison.departments.movedIn"), (flow) => flow.transferredIn),
    count(t("comparison.departments.movedOut"), (flow) => flow.transferredOut),
    count(t("comparison.departments.resolved"), (flow) => flow.resolved.total),
    count(t("comparison.departments.after", { day: days.after }), (flow) => flow.outstanding),
    count(t("comparison.departments.assigned"), (flow) => flow.assigned),
    count(t("comparison.departments.completed"), (flow) => flow.completed),
    {
      label: t("comparison.departments.check"),
      kind: "text",
      width: 14,
      value: ({ holds }) => t(holds ? "comparison.balance.holds" : "comparison.balance.broken"),
    },
  ];
}
