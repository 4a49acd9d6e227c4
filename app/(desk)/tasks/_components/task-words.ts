import type { useTranslations } from "next-intl";
import type { FilterWord } from "#components/data-table/filter-words.tsx";
import { formatCivilDate, formatMonth } from "#lib/core/i18n/format.ts";
import { type TaskFilter, type TaskListState, taskListHref } from "#lib/tasks/filters.ts";
import type { TaskNames } from "#lib/tasks/names.ts";

type Translate = ReturnType<typeof useTranslations<"tasks">>;
type Key = keyof TaskFilter;
/** What else loses its meaning when a condition is removed. */
const DEPENDENTS: Partial<Record<Key, readonly Key[]>> = { late: ["lateKind", "endedBy"] };

/** The order in which the conditions are said: what is counted, of whom, when. */
const SPOKEN: readonly Key[] = [
  "lateKind",
  "endedBy",
  "aging",
  "timeliness",
  "status",
  "originalTimeliness",
  "extension",
  "department",
  "cooperating",
  "field",
  "sector",
  "level",
  "directive",
  "q",
  "assignedFrom",
  "assignedTo",
  "dueFrom",
  "dueTo",
  "late",
  "asOf",
];

/** The conditions of a list in words, each with the address of the list without it. */
export function taskWords(
  state: TaskListState,
  names: TaskNames,
  directiveNumber: string | null,
  t: Translate,
): FilterWord[] {
  const { page: _page, ...list } = state;
  return SPOKEN.flatMap((key) => {
    const text = wordOf(key, state, names, directiveNumber, t);
    if (text === null) return [];
    const without: TaskListState = { ...list };
    for (const each of [key, ...(DEPENDENTS[key] ?? [])]) delete without[each];
    return [{ key, text, withoutHref: taskListHref(without) }];
  });
}

function wordOf(
  key: Key,
  state: TaskListState,
  names: TaskNames,
  directiveNumber: string | null,
  t: Translate,
): string | null {
  if (state[key] === undefined) return null;
  const { late, lateKind, endedBy, aging, department, cooperating, field, sector, level } = state;
  switch (key) {
    case "late":
      return late ? lateWord(late, state, t) : null;
    case "lateKind":
      return lateKind ? t(`words.lateKind.${lateKind}`) : null;
    case "endedBy":
      return endedBy ? t("words.endedBy", { how: t(`endedBy.${endedBy}`) }) : null;
    case "aging":
      return aging ? t(`words.aging.${aging}`) : null;
    case "timeliness":
      return state.timeliness?.map((each) => t(`timeliness.${each}`)).join(", ") ?? null;
    case "status":
      return state.status?.map((each) => t(`status.${each}`)).join(", ") ?? null;
    case "originalTimeliness":
      return state.originalTimeliness
        ? t(`words.originalTimeliness.${state.originalTimeliness}`)
        : null;
    case "extension":
      return t("words.extension");
    case "department":
      return department ? names.department(department).full : null;
    case "cooperating":
      return cooperating
        ? t("words.cooperating", { name: names.department(cooperating).full })
        : null;
    case "field":
      return field ? names.field(field).full : null;
    case "sector":
      return sector ? names.sector(sector) : null;
    case "level":
      return level ? t("words.level", { name: t(`level.${level}`) }) : null;
    case "directive":
      return t("words.directive", { number: directiveNumber ?? "" });
    case "q":
      return t("words.q", { text: state.q ?? "" });
    case "assignedFrom":
    case "assignedTo":
    case "dueFrom":
    case "dueTo":
    case "asOf":
      return t(`words.${key}`, { day: formatCivilDate(state[key] ?? null) });
  }
}

/** The month of a list of late tasks; that they are late is said unless a kind of them is. */
function lateWord(late: NonNullable<TaskFilter["late"]>, state: TaskListState, t: Translate) {
  const month = t("words.month", { month: formatMonth(late) });
  const kindSaid = state.lateKind ?? state.endedBy ?? state.aging;
  return kindSaid ? month : `${t("words.late")} ${month}`;
}
