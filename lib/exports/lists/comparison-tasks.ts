import { type Comparison, comparisonQuerySchema, type ListName } from "#lib/comparisons/schema.ts";
import type { CivilDate } from "#lib/core/dates.ts";
import { mayReadSomeReport } from "#lib/reports/policy.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import { atOnce, exportedList, type ListColumn } from "../list.ts";
import type { Words } from "../words.ts";
import { readComparison } from "./compared-days.ts";

/** A task in one of the lists; what its list does not say is null. */
type Row = {
  change: ListName;
  code: string;
  title: string;
  department: string;
  assignedOn: CivilDate | null;
  dueOn: CivilDate | null;
  /** On which it was resolved or completed. */
  on: CivilDate | null;
  from: string | null;
  note: string | null;
};

/** The tasks behind what changed between two days, list after list as the screen has them. */
export const comparisonTasks = exportedList({
  fileName: "so-sanh-nhiem-vu",
  may: mayReadSomeReport,
  schema: comparisonQuerySchema,
  read: async (asking, asked) => {
    const { t } = asking;
    const { comparison, names, conditions } = await readComparison(asking, asked);
    const rows = rowsOf(comparison.lists, names, t);
    return {
      title: `${t("comparison.title")} - ${t("tasks.title")}`,
      conditions,
      total: t("exports.changes", { count: rows.length }),
      columns: columnsIn(t, names),
      pages: atOnce(rows),
    };
  },
});

function rowsOf(lists: Comparison["lists"], names: TaskNames, t: Words): Row[] {
  const none = { assignedOn: null, dueOn: null, on: null, from: null, note: null };
  type Told = Pick<Row, "code" | "title" | "department">;
  const inOrder = <Task extends Told>(
    change: ListName,
    tasks: readonly Task[],
    say: (task: Task) => Partial<typeof none | Row>,
  ): Row[] =>
    names.departmentCodes.flatMap((department) =>
      tasks
        .filter((task) => task.department === department)
        .map((task) => {
          const { code, title } = task;
          return { ...none, ...say(task), change, code, title, department };
        }),
    );
  return [
    ...inOrder("becameLate", lists.becameLate.tasks, ({ dueOn, resolved }) => ({
      dueOn,
      note: resolved ? t("comparison.lists.alsoResolved") : null,
    })),
    ...inOrder("resolved", lists.resolved.tasks, ({ by, on, becameLate }) => ({
      on,
      note: [t(`comparison.balance.${by}`), becameLate && t("comparison.lists.alsoBecameLate")]
        .filter(Boolean)
        .join(", "),
    })),
    ...inOrder("moved", lists.moved.tasks, ({ from, whileLate }) => ({
      from,
      note: whileLate ? t("comparison.lists.whileLate") : null,
    })),
    ...inOrder("assigned", lists.assigned.tasks, ({ assignedOn, dueOn }) => ({
      assignedOn,
      dueOn,
      note: dueOn === null ? t("comparison.lists.noDeadline") : null,
    })),
    ...inOrder("completed", lists.completed.tasks, ({ completedOn, dueOn }) => {
      const how = dueOn === null ? "noDeadline" : completedOn <= dueOn ? "onTime" : "late";
      return { on: completedOn, dueOn, note: t(`comparison.lists.${how}`) };
    }),
  ];
}

function columnsIn(t: Words, names: TaskNames): ListColumn<Row>[] {
  return [
    {
      label: t("exports.columns.change"),
      kind: "text",
      width: 16,
      value: ({ change }) => t(`comparison.lists.${change}`),
    },
    { label: t("comparison.lists.code"), kind: "text", width: 14, value: ({ code }) => code },
    { label: t("comparison.lists.task"), kind: "text", width: 46, value: ({ title }) => title },
    {
      label: t("comparison.lists.department"),
      kind: "text",
      width: 24,
      value: ({ department }) => names.department(department).full,
    },
    {
      label: t("comparison.lists.assignedOn"),
      kind: "date",
      value: ({ assignedOn }) => assignedOn,
    },
    { label: t("comparison.lists.due"), kind: "date", value: ({ dueOn }) => dueOn },
    { label: t("comparison.lists.day"), kind: "date", value: ({ on }) => on },
    {
      label: t("exports.columns.fromDepartment"),
      kind: "text",
      value: ({ from }) => from && names.department(from).full,
    },
    { label: t("comparison.lists.state"), kind: "text", width: 26, value: ({ note }) => note },
  ];
}
