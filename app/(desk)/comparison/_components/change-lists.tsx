import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import type { Comparison, ListName } from "#lib/comparisons/schema.ts";
import { formatCivilDate, formatDayAndMonth, formatNumber } from "#lib/core/i18n/format.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import classes from "./change-lists.module.css";
import { printedRows } from "./print-budget.ts";
import { queryOf, type Shown } from "./shown.ts";

type Lists = Comparison["lists"];
type Task<Name extends ListName> = Lists[Name]["tasks"][number];
type Words = ReturnType<typeof useTranslations<"comparison">>;

/** The two columns of a list that are its own. */
type Own<Name extends ListName> = {
  heads: readonly [
    "due" | "how" | "fromTo" | "assignedOn" | "completedOn",
    "state" | "day" | "due",
  ];
  cells: (task: Task<Name>, t: Words, shown: Shown) => readonly [ReactNode, ReactNode];
};

const OWN: { [Name in ListName]: Own<Name> } = {
  becameLate: {
    heads: ["due", "state"],
    cells: ({ dueOn, resolved }, t) => [
      formatCivilDate(dueOn),
      resolved && t("lists.alsoResolved"),
    ],
  },
  resolved: {
    heads: ["how", "day"],
    cells: ({ by, on, becameLate }, t) => [
      [t(`balance.${by}`), becameLate && t("lists.alsoBecameLate")].filter(Boolean).join(", "),
      formatDayAndMonth(on),
    ],
  },
  moved: {
    heads: ["fromTo", "state"],
    cells: ({ from, department, whileLate }, t, { names }) => [
      `${names.department(from).label} → ${names.department(department).label}`,
      whileLate && t("lists.whileLate"),
    ],
  },
  assigned: {
    heads: ["assignedOn", "due"],
    cells: ({ assignedOn, dueOn }, t) => [
      formatDayAndMonth(assignedOn),
      dueOn ? formatCivilDate(dueOn) : t("lists.noDeadline"),
    ],
  },
  completed: {
    heads: ["completedOn", "state"],
    cells: ({ completedOn, dueOn }, t) => [
      formatDayAndMonth(completedOn),
      t(`lists.${dueOn === null ? "noDeadline" : completedOn <= dueOn ? "onTime" : "late"}`),
    ],
  },
};

const COLUMNS = ["code", "task", "department", "first", "second"] as const;

/** The tasks behind what changed, one list for each way; on paper as many as the page holds. */
export function ChangeLists({ shown }: { shown: Shown }) {
  const t = useTranslations("comparison");
  const { lists, byDepartment, range } = shown.comparison;
  const names = Object.keys(OWN) as ListName[];
  const lengths = names.map((name) => [name, lists[name].tasks.length] as const);
  const printed = printedRows({
    tableRows: byDepartment.length + 1,
    lists: Object.fromEntries(lengths) as Record<ListName, number>,
  });
  return (
    <>
      {lengths.some(([, length]) => length > 0) && (
        <div className={classes.tools}>
          <h2>{t("lists.title")}</h2>
          <ExportMenu hrefs={exportHrefs("comparison-tasks", queryOf(range))} whole />
        </div>
      )}
      <ChangeList name="becameLate" shown={shown} printed={printed.becameLate} />
      <ChangeList name="resolved" shown={shown} printed={printed.resolved} />
      <ChangeList name="moved" shown={shown} printed={printed.moved} />
      <ChangeList name="assigned" shown={shown} printed={printed.assigned} />
      <ChangeList name="completed" shown={shown} printed={printed.completed} />
    </>
  );
}

function ChangeList<Name extends ListName>({
  name,
  shown,
  printed,
}: {
  name: Name;
  shown: Shown;
  /** How many of its tasks go on paper. */
  printed: number;
}) {
  const t = useTranslations("comparison");
  const { comparison, names, locale } = shown;
  const title = t(`lists.${name as ListName}`);
  const { total } = comparison.lists[name];
  const tasks: readonly Task<Name>[] = comparison.lists[name].tasks;
  const { heads, cells }: Own<Name> = OWN[name];
  const groups = names.departmentCodes.flatMap((code) => {
    const own = tasks.filter(({ department }) => department === code);
    return own.length > 0 ? [{ code, tasks: own }] : [];
  });
  const order = new Map(groups.flatMap((group) => group.tasks).map(({ id }, index) => [id, index]));
  const rest = total - printed;
  return (
    <section id={name} className={classes.list} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>
        {title} <span className={classes.count}>{formatNumber(total, locale)}</span>
        {tasks.length < total && (
          <span className={classes.partly}>{t("lists.partly", { shown: tasks.length })}</span>
        )}
      </h2>
      {tasks.length === 0 ? (
        <p className={classes.none}>{total === 0 && t("lists.none")}</p>
      ) : (
        <table className={classes.table}>
          <caption className="spoken">{title}</caption>
          <colgroup>
            {COLUMNS.map((column) => (
              <col key={column} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {(["code", "task", "department", ...heads] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`lists.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ code, tasks: own }) => (
            <tbody key={code} id={`${name}-${code}`}>
              {own.map((task) => {
                const [first, second] = cells(task, t, shown);
                return (
                  <tr key={task.id} data-beyond={(order.get(task.id) ?? 0) >= printed || undefined}>
                    <td className={classes.code}>{task.code}</td>
                    <td className={classes.title}>
                      <a href={`/tasks/${task.id}`} title={task.title}>
                        {task.title}
                      </a>
                    </td>
                    <td>{names.department(code).label}</td>
                    <td>{first}</td>
                    <td>{second}</td>
                  </tr>
                );
              })}
            </tbody>
          ))}
        </table>
      )}
      {rest > 0 && <p className={classes.more}>{t("lists.more", { count: rest })}</p>}
    </section>
  );
}
