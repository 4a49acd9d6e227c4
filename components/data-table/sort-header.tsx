import { ArrowDownIcon, ArrowUpDownIcon, ArrowUpIcon } from "lucide-react";
import Link from "next/link";
import type { DataColumn } from "./columns.ts";
import classes from "./data-table.module.css";

const ARIA_SORT = { asc: "ascending", desc: "descending" } as const;
const ICONS = { asc: ArrowUpIcon, desc: ArrowDownIcon };

/** The head of a column; where the list can be sorted by it, a link that does so. */
export function SortHeader({
  column,
  direction,
}: {
  column: DataColumn | undefined;
  direction: "asc" | "desc" | null;
}) {
  if (!column) return null;
  const Icon = direction ? ICONS[direction] : ArrowUpDownIcon;
  return (
    <th
      scope="col"
      data-column={column.id}
      data-numeric={column.numeric || undefined}
      style={column.minWidth ? { minWidth: `${column.minWidth}rem` } : undefined}
      aria-sort={direction ? ARIA_SORT[direction] : undefined}
    >
      {column.sort ? (
        <Link
          href={column.sort.href}
          prefetch={false}
          scroll={false}
          className={classes.sort}
          data-sorted={direction ?? undefined}
        >
          {column.header}
          <Icon size={14} strokeWidth={2} aria-hidden />
        </Link>
      ) : (
        column.header
      )}
    </th>
  );
}
