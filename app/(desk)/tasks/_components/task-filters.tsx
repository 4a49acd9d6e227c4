import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateField } from "#components/data-table/date-field.tsx";
import { ChoicesField, SelectField } from "#components/data-table/fields.tsx";
import { FilterForm } from "#components/data-table/filter-form.tsx";
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

/** What the panel has entries for; the rest comes from figures and stays as it is. */
const ENTRIES = [
  "department",
  "cooperating",
  "field",
  "sector",
  "level",
  "status",
  "timeliness",
  "assignedFrom",
  "assignedTo",
  "dueFrom",
  "dueTo",
  "late",
  "asOf",
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
  const common = useTranslations("table");
  const locale = useLocale();
  const any = common("filters.any");
  const named = (codes: readonly string[], label: (code: string) => string) =>
    codes.map((value) => ({ value, label: label(value) }));
  const departments = named(names.departmentCodes, (code) => names.department(code).full);
  const sorts = TASK_SORTS.flatMap((sort) => {
    const column = t(`columns.${sort}`);
    return [
      { value: sort, label: common("sort.ascending", { column }) },
      { value: `-${sort}`, label: common("sort.descending", { column }) },
    ];
  });
  const date = (name: (typeof DAY_PARAMETERS)[number]) => (
    <DateField
      key={`${name} ${state[name]}`}
      name={name}
      label={t(`filter.${name}`)}
      value={state[name] ?? null}
      year={Number(today.slice(0, 4))}
      labels={{
        placeholder: common("date.placeholder"),
        pick: common("date.pick"),
        invalid: common("date.invalid"),
      }}
    />
  );
  const months = monthsBetween(firstMonth, runningMonth).map((month) => ({
    value: month,
    label: formatMonthTitle(month, locale),
  }));
  return (
    <FilterForm
      path="/tasks"
      order={Object.keys(taskListSchema.shape)}
      days={DAY_PARAMETERS}
      year={Number(today.slice(0, 4))}
      kept={keptOf(state)}
      query={state.q ?? ""}
      active={ENTRIES.filter((entry) => state[entry] !== undefined).length}
      labels={{
        search: common("search.label"),
        searchPlaceholder: t("filter.searchPlaceholder"),
        submit: common("search.submit"),
        filters: common("filters.open"),
        apply: common("filters.apply"),
      }}
      extra={extra}
    >
      <SelectField
        name="department"
        label={t("filter.department")}
        value={state.department}
        any={any}
        options={departments}
      />
      <SelectField
        name="cooperating"
        label={t("filter.cooperating")}
        value={state.cooperating}
        any={any}
        options={departments}
      />
      <SelectField
        name="field"
        label={t("filter.field")}
        value={state.field}
        any={any}
        options={named(names.fieldCodes, (code) => names.field(code).full)}
      />
      <SelectField
        name="sector"
        label={t("filter.sector")}
        value={state.sector}
        any={any}
        options={named(names.sectorCodes, names.sector)}
      />
      <SelectField
        name="level"
        label={t("filter.level")}
        value={state.level}
        any={any}
        options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
      />
      <SelectField
        name="late"
        label={t("filter.late")}
        value={state.late}
        any={t("filter.lateNone")}
        options={months}
      />
      {date("assignedFrom")}
      {date("assignedTo")}
      {date("dueFrom")}
      {date("dueTo")}
      {date("asOf")}
      <SelectField
        name="sort"
        label={common("sort.label")}
        value={state.sort}
        any={common("sort.usual")}
        options={sorts}
      />
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
    </FilterForm>
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
