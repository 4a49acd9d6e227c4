import { useTranslations } from "next-intl";
import { SelectField } from "#components/data-table/fields.tsx";
import { DayFilter, ListFilters, SortFilter } from "#components/data-table/list-filters.tsx";
import type { CivilDate } from "#lib/core/dates.ts";
import type { DirectiveNames } from "#lib/directives/names.ts";
import {
  DIRECTIVE_LEVELS,
  DIRECTIVE_SORTS,
  DIRECTIVE_TYPES,
  type DirectiveListState,
  directiveListSchema,
} from "#lib/directives/schema.ts";

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
  const any = useTranslations("table.filters")("any");
  const year = Number(today.slice(0, 4));
  const select = (
    name: "type" | "body" | "level" | "sector",
    options: Iterable<readonly [string, string]>,
  ) => (
    <SelectField
      name={name}
      label={t(`filter.${name}`)}
      value={state[name]}
      any={any}
      options={[...options].map(([value, label]) => ({ value, label }))}
    />
  );
  return (
    <ListFilters
      path="/directives"
      order={Object.keys(directiveListSchema.shape)}
      days={["from", "to"]}
      year={year}
      kept={state.size ? { size: `${state.size}` } : {}}
      query={state.q ?? ""}
      active={ENTRIES.filter((entry) => state[entry] !== undefined).length}
      searchPlaceholder={t("filter.searchPlaceholder")}
    >
      {select(
        "type",
        DIRECTIVE_TYPES.map((type) => [type, t(`type.${type}`)]),
      )}
      {select("body", names.bodies)}
      {select(
        "level",
        DIRECTIVE_LEVELS.map((level) => [level, levels(level)]),
      )}
      {select("sector", names.sectors)}
      <DayFilter name="from" label={t("filter.from")} value={state.from} year={year} />
      <DayFilter name="to" label={t("filter.to")} value={state.to} year={year} />
      <SortFilter
        sorts={DIRECTIVE_SORTS}
        value={state.sort}
        label={(sort) => t(`columns.${sort}`)}
      />
    </ListFilters>
  );
}
