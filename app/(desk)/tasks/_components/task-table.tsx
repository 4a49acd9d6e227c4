import { useTranslations } from "next-intl";
import type { DataRow } from "#components/data-table/columns.ts";
import { DataTable } from "#components/data-table/data-table.tsx";
import { ListFrame } from "#components/data-table/list-frame.tsx";
import type { TaskListState } from "#lib/tasks/filters.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import type { TaskListItem } from "#lib/tasks/views.ts";
import { besideHref, cellsOf, type ListColumn, tableColumns } from "./task-columns.tsx";

/** One page of tasks as a table, or as cards where there is no room for one. */
export function TaskTable({
  items,
  columns,
  state,
  names,
  today,
  current,
}: {
  items: readonly TaskListItem[];
  columns: readonly ListColumn[];
  state: TaskListState;
  names: TaskNames;
  /** Whether the list looks at today, not at an earlier day. */
  today: boolean;
  /** The task beside the list. */
  current: number | null;
}) {
  const t = useTranslations("tasks");
  const rows = items.map(
    (task): DataRow => ({
      id: `${task.id}`,
      href: `/tasks/${task.id}`,
      besideHref: besideHref(state, task.id),
      cells: cellsOf(task, columns, { names, today, t }),
    }),
  );
  return (
    <ListFrame>
      <DataTable
        caption={t("caption")}
        columns={tableColumns(columns, state, (column) => t(`columns.${column}`))}
        rows={rows}
        opens="title"
        currentRow={current === null ? null : `${current}`}
      />
    </ListFrame>
  );
}
