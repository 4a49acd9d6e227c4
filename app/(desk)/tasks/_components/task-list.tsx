import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ColumnPicker } from "#components/data-table/column-picker.tsx";
import { FilterWords } from "#components/data-table/filter-words.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { onPage } from "#components/data-table/sortable-columns.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { CivilDate } from "#lib/core/dates.ts";
import { monthContaining, periodOf } from "#lib/periods/rules.ts";
import type { Settings } from "#lib/periods/schema.ts";
import { TASK_COLUMNS, type TaskColumn } from "#lib/tasks/columns.ts";
import { PAGE_SIZES, type TaskListState, taskListHref } from "#lib/tasks/filters.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import type { TaskDesk, TaskDetail, TaskListItem } from "#lib/tasks/views.ts";
import { saveTaskColumns } from "../actions.ts";
import { TaskBeside } from "./task-beside.tsx";
import type { ListColumn } from "./task-columns.tsx";
import { TaskFilters } from "./task-filters.tsx";
import classes from "./task-list.module.css";
import { TaskTable } from "./task-table.tsx";
import { taskWords } from "./task-words.ts";

/** The list of tasks with its filters in words, and beside it the task that was opened. */
export function TaskList({
  list,
  state,
  columns,
  names,
  settings,
  today,
  directiveNumber,
  opened,
  comments,
  savedViews,
}: {
  list: { items: TaskListItem[]; total: number };
  state: TaskListState;
  columns: readonly TaskColumn[];
  names: TaskNames;
  settings: Settings;
  today: CivilDate;
  directiveNumber: string | null;
  opened: { task: TaskDetail; desk: TaskDesk; opensImports: boolean } | null;
  /** What is said about the opened task. */
  comments: ReactNode;
  /** The menu of kept filters. */
  savedViews: ReactNode;
}) {
  const t = useTranslations("tasks");
  const common = useTranslations("table.columns");
  const shown: ListColumn[] = [
    "code",
    "title",
    ...(state.late ? (["late"] as const) : []),
    ...columns,
  ];
  const asOf = state.asOf ?? (state.late ? periodOf(state.late, settings, today).asOf : today);
  const words = taskWords(state, names, directiveNumber, t);
  const picker = (
    <ColumnPicker
      columns={TASK_COLUMNS.map((id) => ({
        id,
        label: t(`columns.${id}`),
        shown: columns.includes(id),
      }))}
      save={saveTaskColumns}
      labels={{
        open: common("open"),
        title: common("title"),
        apply: common("apply"),
        reset: common("reset"),
      }}
    />
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={savedViews}
        details={
          <FilterWords total={list.total} words={words} clearHref="/tasks">
            {t("count", { count: list.total })}
          </FilterWords>
        }
      />
      <div className={classes.sides} data-open={opened ? "" : undefined}>
        <div className={classes.list}>
          <div className={classes.tools}>
            <TaskFilters
              state={state}
              names={names}
              firstMonth={settings.firstPeriod}
              runningMonth={monthContaining(today, settings)}
              today={today}
              extra={picker}
            />
          </div>
          {list.total === 0 ? (
            <div className={classes.empty}>
              <EmptyState
                title={t("empty.title")}
                explanation={t(words.length > 0 ? "empty.filtered" : "empty.all")}
                action={
                  words.length > 0 && <LinkButton href="/tasks">{t("empty.clear")}</LinkButton>
                }
              />
            </div>
          ) : (
            <>
              <TaskTable
                items={list.items}
                columns={shown}
                state={state}
                names={names}
                today={asOf === today}
                current={opened?.task.id ?? null}
              />
              <Pagination
                total={list.total}
                page={state.page ?? 1}
                size={state.size ?? PAGE_SIZES[0]}
                sizes={PAGE_SIZES}
                hrefOf={(page, size) => taskListHref(onPage(state, page, size, PAGE_SIZES))}
              />
            </>
          )}
        </div>
        {opened && (
          <TaskBeside
            task={opened.task}
            desk={opened.desk}
            opensImports={opened.opensImports}
            names={names}
            comments={comments}
            closeHref={taskListHref(state)}
          />
        )}
      </div>
    </>
  );
}
