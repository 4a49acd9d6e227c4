import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CivilDate } from "#lib/core/dates.ts";
import { DateField } from "./date-field.tsx";
import { SelectField } from "./fields.tsx";
import { FilterForm } from "./filter-form.tsx";

/** The search and the filters of a list, said in the words that all lists share. */
export function ListFilters({
  searchPlaceholder,
  ...form
}: {
  path: string;
  /** All parameters of the list, in the order that they have in its address. */
  order: readonly string[];
  /** Those that are days. */
  days: readonly string[];
  /** The year meant where a typed day leaves it out. */
  year: number;
  /** What stays as it is because the panel has no entry for it. */
  kept: Readonly<Record<string, string>>;
  query: string;
  /** How many filters the panel has set. */
  active: number;
  /** What the search looks in. */
  searchPlaceholder: string;
  extra?: ReactNode;
  /** The entries of the panel. */
  children: ReactNode;
}) {
  const t = useTranslations("table");
  return (
    <FilterForm
      {...form}
      labels={{
        search: t("search.label"),
        searchPlaceholder,
        submit: t("search.submit"),
        filters: t("filters.open"),
        apply: t("filters.apply"),
      }}
    />
  );
}

/** A day among the filters. */
export function DayFilter({
  name,
  label,
  value,
  year,
}: {
  name: string;
  label: string;
  value: CivilDate | undefined;
  year: number;
}) {
  const t = useTranslations("table.date");
  return (
    // The key makes it follow the address, which other links change too.
    <DateField
      key={value ?? ""}
      name={name}
      label={label}
      value={value ?? null}
      year={year}
      labels={{ placeholder: t("placeholder"), pick: t("pick"), invalid: t("invalid") }}
    />
  );
}

/** What the list is sorted by, for where there are no headings to press. */
export function SortFilter<Sort extends string>({
  sorts,
  value,
  label,
}: {
  sorts: readonly Sort[];
  value: string | undefined;
  /** What is sorted by, in words. */
  label: (sort: Sort) => string;
}) {
  const t = useTranslations("table.sort");
  const options = sorts.flatMap((sort) => [
    { value: sort, label: t("ascending", { column: label(sort) }) },
    { value: `-${sort}`, label: t("descending", { column: label(sort) }) },
  ]);
  return (
    <SelectField name="sort" label={t("label")} value={value} any={t("usual")} options={options} />
  );
}
