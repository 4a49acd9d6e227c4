import { useTranslations } from "next-intl";
import { CountLink } from "#components/charts/count-link.tsx";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FormulaHint } from "#components/ui/formula-hint.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { balances } from "#lib/comparisons/rules.ts";
import type { Flow, ListName } from "#lib/comparisons/schema.ts";
import type { CivilDate } from "#lib/core/dates.ts";
import { formatDayAndMonth, formatNumber } from "#lib/core/i18n/format.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import { taskListHref } from "#lib/tasks/filters.ts";
import { Holds } from "./balance.tsx";
import classes from "./comparison.module.css";
import { queryOf, type Shown } from "./shown.ts";

const COLUMNS = [
  { name: "before", count: ({ carriedOver }) => carriedOver },
  { name: "becameLate", count: ({ newlyOverdue }) => newlyOverdue, list: "becameLate" },
  { name: "movedIn", count: ({ transferredIn }) => transferredIn, list: "moved" },
  { name: "movedOut", count: ({ transferredOut }) => transferredOut, list: "moved" },
  { name: "resolved", count: ({ resolved }) => resolved.total, list: "resolved" },
  { name: "after", count: ({ outstanding }) => outstanding },
  { name: "assigned", count: ({ assigned }) => assigned, list: "assigned" },
  { name: "completed", count: ({ completed }) => completed, list: "completed" },
] as const satisfies readonly { name: string; count: (flow: Flow) => number; list?: ListName }[];
type Column = (typeof COLUMNS)[number];

/** What happened in each department, line by line adding up from the one day to the other. */
export function DepartmentTable({ shown }: { shown: Shown }) {
  const t = useTranslations("comparison.departments");
  const { comparison, names } = shown;
  const { range, byDepartment, total } = comparison;
  const days = { before: range.from.asOf, after: range.to.asOf };
  const head = (name: Column["name"]) =>
    name === "before" || name === "after"
      ? t(name, { day: formatDayAndMonth(days[name]) })
      : t(name);
  const rows = names.departmentCodes.flatMap((code) =>
    byDepartment.filter((flow) => flow.code === code),
  );
  return (
    <Panel
      title={t("title")}
      hint={<FormulaHint name={t("title")} formula={t("explanation")} />}
      action={
        rows.length > 0 && (
          <ExportMenu hrefs={exportHrefs("comparison-departments", queryOf(range))} whole />
        )
      }
      className={classes.panel}
    >
      {rows.length === 0 ? (
        <EmptyState title={t("empty")} explanation={t("emptyMeaning")} />
      ) : (
        <table className={classes.table} data-wide>
          <caption className="spoken">{t("title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("department")}</th>
              {COLUMNS.map(({ name }) => (
                <th key={name} scope="col">
                  {head(name)}
                </th>
              ))}
              <th scope="col">
                <span className="spoken">{t("check")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((flow) => (
              <Row key={flow.code} shown={shown} code={flow.code} flow={flow} head={head} />
            ))}
          </tbody>
          <tfoot>
            <Row shown={shown} code={null} flow={total} head={head} />
          </tfoot>
        </table>
      )}
    </Panel>
  );
}

function Row({
  shown,
  code,
  flow,
  head,
}: {
  shown: Shown;
  /** Null for all departments. */
  code: string | null;
  flow: Flow;
  head: (name: Column["name"]) => string;
}) {
  const t = useTranslations("comparison");
  const { comparison, names, locale } = shown;
  const { before, after, outstanding } = comparison;
  const name = code === null ? null : names.department(code);
  const holds =
    code === null
      ? balances(flow, before.outstanding, after.outstanding)
      : balances(flow, outstanding.before.get(code) ?? 0, outstanding.after.get(code) ?? 0);
  return (
    <tr>
      <th scope="row" data-tip={name && name.full !== name.label ? name.full : undefined}>
        {name ? name.label : t("departments.total")}
      </th>
      {COLUMNS.map((column) => {
        const count = column.count(flow);
        return (
          <td key={column.name} data-label={head(column.name)}>
            <CountLink
              cell={{
                count,
                text: count === 0 ? "·" : formatNumber(count, locale),
                href: count === 0 ? null : tasksBehind(shown, column, code),
              }}
            />
          </td>
        );
      })}
      <td data-check>
        <Holds holds={holds} words={t(`balance.${holds ? "holds" : "broken"}`)} markOnly />
      </td>
    </tr>
  );
}

/** Where a number's tasks stand: further down the page, or, late on one of the days, in the list of tasks. */
function tasksBehind({ comparison, access }: Shown, column: Column, code: string | null) {
  const mayOpen = code === null ? access.totals : access.departments.includes(code);
  if (!mayOpen) return null;
  if ("list" in column) {
    return code === null || column.list === "moved" ? `#${column.list}` : `#${column.list}-${code}`;
  }
  const { from, to } = comparison.range;
  const asOf: CivilDate = column.name === "before" ? from.asOf : to.asOf;
  return taskListHref({
    timeliness: ["OVERDUE"],
    asOf,
    ...(code === null ? {} : { department: code }),
  });
}
