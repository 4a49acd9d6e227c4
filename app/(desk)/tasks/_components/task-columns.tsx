import Link from "next/link";
import type { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DataColumn } from "#components/data-table/columns.ts";
import { type ColumnShape, sortableColumns } from "#components/data-table/sortable-columns.ts";
import {
  Day,
  LateInPeriod,
  TaskDeadline,
  TaskProgress,
  TaskState,
} from "#components/tasks/task-marks.tsx";
import { TruncatedText } from "#components/ui/truncated-text.tsx";
import type { TaskColumn } from "#lib/tasks/columns.ts";
import { defaultOrder, type TaskOrder } from "#lib/tasks/default-order.ts";
import { type TaskListState, type TaskSort, taskListHref } from "#lib/tasks/filters.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import type { TaskListItem } from "#lib/tasks/views.ts";
import classes from "./task-list.module.css";

/** A column of the task list; code and content stand before what a person may choose. */
export type ListColumn = "code" | "title" | "late" | TaskColumn;

const SHAPES: Record<ListColumn, ColumnShape<TaskSort>> = {
  code: { card: "start", sort: "code" },
  title: { card: "title", sort: "title", minWidth: 11 },
  late: { card: "line", minWidth: 7, namedOnCard: true },
  department: { card: "line", sort: "department", minWidth: 6.75 },
  field: { card: "hidden", sort: "field", minWidth: 7.5 },
  dueOn: { card: "line", sort: "dueOn" },
  status: { card: "end", sort: "status", minWidth: 8.5 },
  progress: { card: "line", sort: "progress", numeric: true },
  directive: { card: "line", namedOnCard: true },
  sector: { card: "line", namedOnCard: true },
  level: { card: "line", namedOnCard: true },
  assignedOn: { card: "line", sort: "assignedOn", namedOnCard: true },
  originalDueOn: { card: "line", namedOnCard: true },
  completedOn: { card: "line", namedOnCard: true },
  daysLate: { card: "line", sort: "daysLate", numeric: true, namedOnCard: true },
  cooperating: { card: "line", namedOnCard: true },
  leader: { card: "line", namedOnCard: true },
  assignee: { card: "line", namedOnCard: true },
};

/** The columns with the addresses that sort the list by them. */
export function tableColumns(
  columns: readonly ListColumn[],
  state: TaskListState,
  label: (column: ListColumn) => string,
): DataColumn[] {
  const { page: _page, ...list } = state;
  const current = state.sort ?? defaultOrder(list);
  const hrefOf = (sort: TaskOrder) => taskListHref({ ...list, sort });
  return sortableColumns(columns, SHAPES, current, hrefOf, label);
}

/** What the cells of a task's row show. */
export function cellsOf(
  task: TaskListItem,
  columns: readonly ListColumn[],
  {
    names,
    today,
    t,
  }: { names: TaskNames; today: boolean; t: ReturnType<typeof useTranslations<"tasks">> },
): Record<string, ReactNode> {
  const render: Record<ListColumn, () => ReactNode> = {
    code: () => <span className={classes.code}>{task.code}</span>,
    title: () => <TruncatedText>{task.title}</TruncatedText>,
    late: () => task.late && <LateInPeriod late={task.late} />,
    department: () => <TruncatedText>{names.department(task.department).label}</TruncatedText>,
    field: () => <TruncatedText>{names.field(task.field).label}</TruncatedText>,
    dueOn: () => <TaskDeadline task={task} today={today} />,
    status: () => <TaskState task={task} />,
    progress: () => <TaskProgress percent={task.progress} />,
    directive: () =>
      task.directive && (
        <Link href={`/directives/${task.directive.id}`} prefetch={false}>
          {task.directive.number}
        </Link>
      ),
    sector: () => task.sector && names.sector(task.sector),
    level: () => t(`level.${task.level}`),
    assignedOn: () => <Day on={task.assignedOn} />,
    originalDueOn: () => <Day on={task.originalDueOn} />,
    completedOn: () => <Day on={task.completedOn} />,
    daysLate: () => task.daysLate,
    cooperating: () => task.cooperating.map((code) => names.department(code).label).join(", "),
    leader: () => task.leader,
    assignee: () => task.assignee,
  };
  return Object.fromEntries(columns.map((column) => [column, render[column]()]));
}

/** The address of a list with a task beside it. */
export function besideHref(state: TaskListState, task: number): string {
  const list = taskListHref(state);
  return `${list}${list.includes("?") ? "&" : "?"}task=${task}`;
}
