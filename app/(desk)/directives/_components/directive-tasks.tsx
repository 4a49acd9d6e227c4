import { useTranslations } from "next-intl";
import type { DataRow } from "#components/data-table/columns.ts";
import { DataTable } from "#components/data-table/data-table.tsx";
import { ListFrame } from "#components/data-table/list-frame.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import {
  type ColumnShape,
  onPage,
  sortableColumns,
} from "#components/data-table/sortable-columns.ts";
import { TaskDeadline, TaskProgress, TaskState } from "#components/tasks/task-marks.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TruncatedText } from "#components/ui/truncated-text.tsx";
import { PAGE_SIZES, queryStringOf, type TaskPage, type TaskSort } from "#lib/tasks/filters.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import type { TaskListItem } from "#lib/tasks/views.ts";
import classes from "./directive-list.module.css";

const SHAPES = {
  code: { card: "start", sort: "code" },
  title: { card: "title", sort: "title", minWidth: 12 },
  department: { card: "line", sort: "department", minWidth: 6.75 },
  dueOn: { card: "line", sort: "dueOn" },
  status: { card: "end", sort: "status", minWidth: 8.5 },
  progress: { card: "line", sort: "progress", numeric: true },
} as const satisfies Record<string, ColumnShape<TaskSort>>;
const COLUMNS = ["code", "title", "department", "dueOn", "status", "progress"] as const;

export type DirectiveTaskList = {
  directive: number;
  tasks: { items: TaskListItem[]; total: number };
  /** The order and page of the tasks. */
  state: TaskPage;
  names: TaskNames;
};

/** The tasks of a directive that the reader may see, as of today. */
export function DirectiveTasks({ directive, tasks, state, names }: DirectiveTaskList) {
  const t = useTranslations("tasks");
  const d = useTranslations("directives.detail");
  if (tasks.total === 0) {
    return <EmptyState title={d("noTasks")} explanation={d("noTasksMeaning")} />;
  }
  const hrefOf = (asked: TaskPage) => `/directives/${directive}${queryStringOf(asked)}`;
  const { page: _page, ...list } = state;
  const columns = sortableColumns<(typeof COLUMNS)[number], TaskSort>(
    COLUMNS,
    SHAPES,
    state.sort ?? "-assignedOn",
    (sort) => hrefOf({ ...list, sort }),
    (column) => t(`columns.${column}`),
  );
  const rows = tasks.items.map(
    (task): DataRow => ({
      id: `${task.id}`,
      href: `/tasks/${task.id}`,
      cells: {
        code: <span className={classes.code}>{task.code}</span>,
        title: <TruncatedText>{task.title}</TruncatedText>,
        department: names.department(task.department).label,
        dueOn: <TaskDeadline task={task} today />,
        status: <TaskState task={task} />,
        progress: <TaskProgress percent={task.progress} />,
      },
    }),
  );
  return (
    <>
      <ListFrame>
        <DataTable caption={d("tasks")} columns={columns} rows={rows} opens="title" />
      </ListFrame>
      {tasks.total > PAGE_SIZES[0] && (
        <Pagination
          total={tasks.total}
          page={state.page ?? 1}
          size={state.size ?? PAGE_SIZES[0]}
          sizes={PAGE_SIZES}
          hrefOf={(page, size) => hrefOf(onPage(state, page, size, PAGE_SIZES))}
        />
      )}
    </>
  );
}
