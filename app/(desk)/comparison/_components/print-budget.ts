import type { ListName } from "#lib/comparisons/schema.ts";

/*
 * How much of the lists goes on the one page of A4, reckoned in points, a little on the safe
 * side. On screen they are complete.
 */

/** A4 upright without its margins, and what stands above the lists whatever is compared. */
const PAGE = { height: 774, head: 112 };
const HEIGHTS = { tableRow: 13, tableHead: 34, listHead: 18, listRow: 11.5, more: 12 };

/** What of a comparison takes room on the page. */
export type Printed = { tableRows: number; lists: Record<ListName, number> };

/**
 * How many tasks of each list are printed. Each gets its even share, and what a short list
 * leaves goes to the longer ones.
 */
export function printedRows({ tableRows, lists }: Printed): Record<ListName, number> {
  const names = Object.keys(lists) as ListName[];
  const above = PAGE.head + HEIGHTS.tableHead + tableRows * HEIGHTS.tableRow;
  const around = names.length * (HEIGHTS.listHead + HEIGHTS.more);
  let left = Math.max(0, Math.floor((PAGE.height - above - around) / HEIGHTS.listRow));
  const rows = { ...lists };
  const shortestFirst = [...names].sort((a, b) => lists[a] - lists[b]);
  for (const [index, name] of shortestFirst.entries()) {
    rows[name] = Math.min(lists[name], Math.floor(left / (names.length - index)));
    left -= rows[name];
  }
  return rows;
}
