import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChoicesField, SelectField } from "#components/data-table/fields.tsx";
import { DayFilter, ListFilters, SortFilter } from "#components/data-table/list-filters.tsx";
import { addMonths, type CivilDate, type CivilMonth } from "#lib/core/dates.ts";
import { formatMonthTitle } from "#lib/core/i18n/format.ts";
import {
  TASK_SORTS,
  type TaskFilter,
  type TaskListState,
  taskListSchema,
} from "#lib/tasks/filters.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import { LEVELS, TASK_STATUSES, TIMELINESSES } from "#lib/tasks/schema.ts";
import { DAY_PARAMETERS } from "./read-task-list.ts";

const SELECTS = ["department", "cooperating", "field", "sector", "level", "late"] as const;
const CHOICES = ["status", "timeliness"] as const;

/** What the panel has entries for; the rest comes from figures and stays as it is. */
const ENTRIES = [
  ...SELECTS,
  ...CHOICES,
  ...DAY_PARAMETERS,
] as const satisfies readonly (keyof TaskFilter)[];

/** The search and the filters of the task list. */
export function TaskFilters({
  state,
  names,
  firstMonth,
  runningMonth,
  today,
  extra,
}: {
  state: TaskListState;
  names: TaskNames;
  /** The months in which tasks can be asked for as late. */
  firstMonth: CivilMonth;
  runningMonth: CivilMonth;
  today: CivilDate;
  extra?: ReactNode;
}) {
  const t = useTranslations("tasks");
  const any = useTranslations("table.filters")("any");
  const locale = useLocale();
  const year = Number(today.slice(0, 4));
  const named = (codes: readonly string[], label: (code: string) => string) =>
    codes.map((value) => ({ value, label: label(value) }));
  const departments = named(names.departmentCodes, (code) => names.department(code).full);
  const options: Record<(typeof SELECTS)[number], { value: string; label: string }[]> = {
    department: departments,
    cooperating: departments,
    field: named(names.fieldCodes, (code) => names.field(code).full),
    sector: named(names.sectorCodes, names.sector),
    level: LEVELS.map((value) => ({ value, label: t(`level.${value}`) })),
    late: monthsBetween(firstMonth, runningMonth).map((value) => ({
      value,
      label: formatMonthTitle(value, locale),
    })),
  };
  return (
    <ListFilters
      path="/tasks"
      order={Object.keys(taskListSchema.shape)}
      days={DAY_PARAMETERS}
      year={year}
      kept={keptOf(state)}
      query={state.q ?? ""}
      active={ENTRIES.filter((entry) => state[entry] !== undefined).length}
      searchPlaceholder={t("filter.searchPlaceholder")}
      extra={extra}
    >
      {SELECTS.map((name) => (
        <SelectField
          key={name}
          name={name}
          label={t(`filter.${name}`)}
          value={state[name]}
          any={name === "late" ? t("filter.lateNone") : any}
          options={options[name]}
        />
      ))}
      {DAY_PARAMETERS.map((name) => (
        <DayFilter
          key={name}
          name={name}
          label={t(`filter.${name}`)}
          value={state[name]}
          year={year}
        />
      ))}
      <SortFilter sorts={TASK_SORTS} value={state.sort} label={(sort) => t(`columns.${sort}`)} />
      <ChoicesField
        name="status"
        label={t("filter.status")}
        values={state.status ?? []}
        options={TASK_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <ChoicesField
        name="timeliness"
        label={t("filter.timeliness")}
        values={state.timeliness ?? []}
        options={TIMELINESSES.map((value) => ({ value, label: t(`timeliness.${value}`) }))}
      />
    </ListFilters>
  );
}

/** The parameters without an entry of their own, as the address holds them; the page starts anew. */
function keptOf(state: TaskListState): Record<string, string> {
  const entries: readonly string[] = [...ENTRIES, "q", "sort", "page"];
  return Object.fromEntries(
    Object.entries(state).flatMap(([name, value]) =>
      value === undefined || entries.includes(name) ? [] : [[name, `${value}`]],
    ),
  );
}

/** The months from the first to the last, the last one first. */
function monthsBetween(first: CivilMonth, last: CivilMonth): CivilMonth[] {
  const months: CivilMonth[] = [];
  for (let month = last; month >= first; month = addMonths(month, -1)) months.push(month);
  return months;
}
