import type { CardPlace, DataColumn } from "./columns.ts";

/** How a column looks, and what it sorts by if the list can be sorted by it. */
export type ColumnShape<Sort extends string> = Pick<
  DataColumn,
  "numeric" | "namedOnCard" | "minWidth"
> & { card: CardPlace; sort?: Sort };

/**
 * The columns of a list with the addresses that sort it: a heading sorts upwards, and turns
 * the direction of the column that the list is sorted by.
 * @param current what it is sorted by now; a leading minus says downwards
 */
export function sortableColumns<Column extends string, Sort extends string>(
  columns: readonly Column[],
  shapes: Readonly<Record<Column, ColumnShape<Sort>>>,
  current: Sort | `-${Sort}`,
  hrefOf: (sort: Sort | `-${Sort}`) => string,
  label: (column: Column) => string,
): DataColumn[] {
  return columns.map((id) => {
    const known: ColumnShape<Sort> = shapes[id];
    const { sort, ...shape } = known;
    const column: DataColumn = { id, header: label(id), ...shape };
    if (!sort) return column;
    const downwards = `-${sort}` as const;
    const direction = current === sort ? "asc" : current === downwards ? "desc" : null;
    return { ...column, sort: { href: hrefOf(direction === "asc" ? downwards : sort), direction } };
  });
}

/** The state of a list on another page of it; what is usual stays out of its address. */
export function onPage<State extends object, Size extends number>(
  state: State & { page?: number | undefined; size?: Size | undefined },
  page: number,
  size: number,
  [usual, ...others]: readonly [Size, ...Size[]],
) {
  const { page: _page, size: _size, ...list } = state;
  const chosen = size === usual ? undefined : others.find((each) => each === size);
  return { ...list, ...(page > 1 && { page }), ...(chosen !== undefined && { size: chosen }) };
}
