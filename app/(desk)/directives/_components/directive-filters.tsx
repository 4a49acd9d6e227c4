import { useTranslations } from "next-intl";
import { DateField } from "#components/data-table/date-field.tsx";
import { SelectField } from "#components/data-table/fields.tsx";
import { FilterForm } from "#components/data-table/filter-form.tsx";
import type { CivilDate } from "#lib/core/dates.ts";
import {
  DIRECTIVE_LEVELS,
  DIRECTIVE_SORTS,
  DIRECTIVE_TYPES,
  type DirectiveListState,
  directiveListSchema,
} from "#lib/directives/schema.ts";
import type { DirectiveNames } from "./directive-names.ts";

const ENTRIES = ["type", "body", "level", "sector", "from", "to"] as const;

/** The search and the filters of the list of directives. */
export function DirectiveFilters({
  state,
  names,
  today,
}: {
  state: DirectiveListState;
  names: DirectiveNames;
  today: CivilDate;
}) {
  const t = useTranslations("directives");
  const levels = useTranslations("tasks.level");
  const common = useTranslations("table");
  const any = common("filters.any");
  const year = Number(today.slice(0, 4));
  const optionsOf = (entries: ReadonlyMap<string, string>) =>
    [...entries].map(([value, label]) => ({ value, label }));
  const sorts = DIRECTIVE_SORTS.flatMap((sort) => {
    const column = t(`columns.${sort}`);
    return [
      { value: sort, label: common("sort.ascending", { column }) },
      { value: `-${sort}`, label: common("sort.descending", { column }) },
    ];
  });
  const date = (name: "from" | "to") => (
    <DateField
      key={`${name} ${state[name]}`}
      name={name}
      label={t(`filter.${name}`)}
      value={state[name] ?? null}
      year={year}
      labels={{
        placeholder: common("date.placeholder"),
        pick: common("date.pick"),
        invalid: common("date.invalid"),
      }}
    />
  );
  return (
    <FilterForm
      path="/directives"
      order={Object.keys(directiveListSchema.shape)}
      days={["from", "to"]}
      year={year}
      kept={state.size ? { size: `${state.size}` } : {}}
      query={state.q ?? ""}
      active={ENTRIES.filter((entry) => state[entry] !== undefined).length}
      labels={{
        search: common("search.label"),
        searchPlaceholder: t("filter.searchPlaceholder"),
        submit: common("search.submit"),
        filters: common("filters.open"),
        apply: common("filters.apply"),
      }}
    >
      <SelectField
        name="type"
        label={t("filter.type")}
        value={state.type}
        any={any}
        options={DIRECTIVE_TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
      />
      <SelectField
        name="body"
        label={t("filter.body")}
        value={state.body}
        any={any}
        options={optionsOf(names.bodies)}
      />
      <SelectField
        name="level"
        label={t("filter.level")}
        value={state.level}
        any={any}
        options={DIRECTIVE_LEVELS.map((value) => ({ value, label: levels(value) }))}
      />
      <SelectField
        name="sector"
        label={t("filter.sector")}
        value={state.sector}
        any={any}
        options={optionsOf(names.sectors)}
      />
      {date("from")}
      {date("to")}
      <SelectField
        name="sort"
        label={common("sort.label")}
        value={state.sort}
        any={common("sort.usual")}
        options={sorts}
      />
    </FilterForm>
  );
}
