"use client";

import { SearchIcon, SlidersHorizontalIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useId, useState, useTransition } from "react";
import { filterAddress } from "./filter-address.ts";
import classes from "./filter-form.module.css";

export type FilterFormLabels = {
  search: string;
  searchPlaceholder: string;
  submit: string;
  filters: string;
  apply: string;
};

/**
 * The search and the filters of a list as one form: what is asked for becomes the list's
 * address. The search works without scripts.
 */
export function FilterForm({
  path,
  order,
  days = [],
  year,
  kept,
  query,
  active,
  labels,
  extra,
  children,
}: {
  path: string;
  /** All parameters of the list, in the order that they have in its address. */
  order: readonly string[];
  /** Those that are days. */
  days?: readonly string[];
  /** The year meant where a typed day leaves it out. */
  year: number;
  /** What stays as it is: filters that the form has no entry for, the order, the page size. */
  kept: Readonly<Record<string, string>>;
  query: string;
  /** How many filters the panel has set. */
  active: number;
  labels: FilterFormLabels;
  /** Beside the search. */
  extra?: ReactNode;
  /** The entries of the panel. */
  children: ReactNode;
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [going, startGoing] = useTransition();
  const panel = useId();
  return (
    <form
      action={path}
      className={classes.form}
      aria-busy={going || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        const entries = new FormData(event.currentTarget);
        setOpen(false);
        startGoing(() => router.push(filterAddress(path, entries, order, { days, year })));
      }}
    >
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className={classes.bar}>
        <span className={classes.search}>
          <SearchIcon size={16} strokeWidth={1.8} aria-hidden />
          <input
            key={query}
            type="search"
            name="q"
            maxLength={200}
            className={classes.input}
            autoComplete="off"
            aria-label={labels.search}
            placeholder={labels.searchPlaceholder}
            defaultValue={query}
          />
          <button type="submit" className={classes.submit}>
            {labels.submit}
          </button>
        </span>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          <SlidersHorizontalIcon size={16} strokeWidth={1.8} aria-hidden />
          {labels.filters}
          {active > 0 && <span className={classes.count}>{active}</span>}
        </button>
        {extra}
      </div>
      <div id={panel} className={classes.panel} hidden={!open}>
        {children}
        <div className={classes.actions}>
          <button type="submit" className={classes.apply}>
            {labels.apply}
          </button>
        </div>
      </div>
    </form>
  );
}
