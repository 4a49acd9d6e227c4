import { refuseEmptyPage } from "#lib/core/parameters.ts";
import { ROW_SIZES, type RowQuery } from "#lib/imports/corrections.ts";
import type { Check, CheckedRow, Outcome } from "#lib/imports/schema.ts";

/** The rows of one page, and of how many they are. */
export type ShownRows = {
  id: number;
  show: Outcome | "all";
  rows: readonly CheckedRow[];
  total: number;
  page: number;
  size: number;
};

/** The rows that an address asks for; what is wrong first where something is. */
export function shownRows(
  { id, check: { rows, counts } }: { id: number; check: Pick<Check, "rows" | "counts"> },
  { show = counts.error > 0 ? "error" : "all", page = 1, size = ROW_SIZES[0] }: RowQuery,
): ShownRows {
  const chosen = show === "all" ? rows : rows.filter(({ outcome }) => outcome === show);
  return {
    ...{ id, show, page, size, total: chosen.length },
    rows: chosen.slice((page - 1) * size, page * size),
  };
}

/** Ends the page with status 404 when there is no such page of rows. */
export function refuseEmptyRows({ page, rows }: ShownRows): void {
  refuseEmptyPage({ page }, rows.length);
}

/** The address of rows of an import. */
export function rowsHref(
  id: number,
  { show, page, size }: { show: ShownRows["show"]; page?: number; size?: number },
): string {
  const query = new URLSearchParams({ show });
  if (page !== undefined && page > 1) query.set("page", `${page}`);
  if (size !== undefined && size !== ROW_SIZES[0]) query.set("size", `${size}`);
  return `/imports/${id}?${query}`;
}
