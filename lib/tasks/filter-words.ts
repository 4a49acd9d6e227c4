import type { useTranslations } from "next-intl";
import { formatCivilDate, formatMonth } from "#lib/core/i18n/format.ts";
import type { TaskFilter } from "./filters.ts";
import type { TaskNames } from "./names.ts";

type Translate = ReturnType<typeof useTranslations<"tasks">>;
type Key = keyof TaskFilter;

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

/** The conditions of a list of tasks in words, by what they are conditions on. */
export function taskFilterWords(
  filter: TaskFilter,
  names: TaskNames,
  directiveNumber: string | null,
  t: Translate,
): { key: Key; text: string }[] {
  return SPOKEN.flatMap((key) => {
    const text = wordOf(key, filter, names, directiveNumber, t);
    return text === null ? [] : [{ key, text }];
  });
}

function wordOf(
  key: Key,
  state: TaskFilter,
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
function lateWord(late: NonNullable<TaskFilter["late"]>, state: TaskFilter, t: Translate) {
  const month = t("words.month", { month: formatMonth(late) });
  const kindSaid = state.lateKind ?? state.endedBy ?? state.aging;
  return kindSaid ? month : `${t("words.late")} ${month}`;
}
