import type { useTranslations } from "next-intl";
import type { FilterWord } from "#components/data-table/filter-words.tsx";
import { taskFilterWords } from "#lib/tasks/filter-words.ts";
import { type TaskFilter, type TaskListState, taskListHref } from "#lib/tasks/filters.ts";
import type { TaskNames } from "#lib/tasks/names.ts";

type Key = keyof TaskFilter;
/** What else loses its meaning when a condition is removed. */
const DEPENDENTS: Partial<Record<Key, readonly Key[]>> = { late: ["lateKind", "endedBy"] };

/** The conditions of a list in words, each with the address of the list without it. */
export function taskWords(
  state: TaskListState,
  names: TaskNames,
  directiveNumber: string | null,
  t: ReturnType<typeof useTranslations<"tasks">>,
): FilterWord[] {
  const { page: _page, ...list } = state;
  return taskFilterWords(state, names, directiveNumber, t).map(({ key, text }) => {
    const without: TaskListState = { ...list };
    for (const each of [key, ...(DEPENDENTS[key] ?? [])]) delete without[each];
    return { key, text, withoutHref: taskListHref(without) };
  });
}
