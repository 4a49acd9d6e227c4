"use client";

import {
  type ColumnDef,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useMemo, useTransition } from "react";
import { BESIDE_MEDIA, type DataColumn, type DataRow } from "./columns.ts";
import classes from "./data-table.module.css";
import { moveBetweenRows, ROW_LINK } from "./row-keys.ts";
import { SortHeader } from "./sort-header.tsx";

const features = tableFeatures({ rowSortingFeature });

/**
 * A list as the server has sorted, filtered and paged it: one row a thing, the whole row opens
 * it. Arrow keys go from row to row, Enter opens. Where there is no room the rows are cards.
 */
export function DataTable({
  caption,
  columns,
  rows,
  opens,
  currentRow = null,
}: {
  /** What the list is of, for screen readers. */
  caption: string;
  columns: readonly DataColumn[];
  rows: readonly DataRow[];
  /** The column whose text is the link that opens the row. */
  opens: string;
  /** The row shown beside the list. */
  currentRow?: string | null;
}) {
  const definitions = useMemo(
    () =>
      columns.map(
        ({ id, header }): ColumnDef<typeof features, DataRow> => ({
          id,
          header,
          accessorFn: (row) => row.cells[id],
        }),
      ),
    [columns],
  );
  const sorting = useMemo<SortingState>(
    () =>
      columns.flatMap(({ id, sort }) =>
        sort?.direction ? [{ id, desc: sort.direction === "desc" }] : [],
      ),
    [columns],
  );
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: ({ id }) => id,
    manualSorting: true,
    state: { sorting },
  });
  const columnOf = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);

  return (
    <table className={classes.table}>
      <caption className="spoken">{caption}</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map(({ id, column }) => (
              <SortHeader
                key={id}
                column={columnOf.get(column.id)}
                direction={column.getIsSorted() || null}
              />
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id} data-current={row.id === currentRow || undefined}>
            {row.getAllCells().map((cell) => {
              const column = columnOf.get(cell.column.id);
              const content = row.original.cells[cell.column.id];
              return (
                <td
                  key={cell.id}
                  data-column={cell.column.id}
                  data-card={column?.card}
                  data-numeric={column?.numeric || undefined}
                >
                  {column?.namedOnCard && <span className={classes.name}>{column.header}</span>}
                  {cell.column.id === opens ? (
                    <RowLink row={row.original} current={row.id === currentRow}>
                      {content}
                    </RowLink>
                  ) : (
                    content
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RowLink({
  row,
  current,
  children,
}: {
  row: DataRow;
  current: boolean;
  children: ReactNode;
}) {
  const router = useRouter();
  const [opening, startOpening] = useTransition();
  const { href, besideHref } = row;
  return (
    <Link
      href={href}
      prefetch={false}
      className={classes.rowLink}
      aria-current={current || undefined}
      data-opening={opening || undefined}
      {...{ [ROW_LINK]: "" }}
      onKeyDown={moveBetweenRows}
      onNavigate={(event) => {
        if (!besideHref || !window.matchMedia(BESIDE_MEDIA).matches) return;
        event.preventDefault();
        startOpening(() => router.push(besideHref, { scroll: false }));
      }}
    >
      {children}
    </Link>
  );
}
