import type { ReactNode } from "react";

/** Where a cell stands when there is no room for a table and each row becomes a card. */
export type CardPlace = "start" | "end" | "title" | "line" | "hidden";

export type DataColumn = {
  id: string;
  header: string;
  /** The address that sorts by this column (or turns its direction), and how it is sorted now. */
  sort?: { href: string; direction: "asc" | "desc" | null } | undefined;
  /** Figures stand at the end of their column. */
  numeric?: boolean;
  /** No narrower than this, in rem. */
  minWidth?: number;
  card: CardPlace;
  /** On a card the value is not clear without its name. */
  namedOnCard?: boolean;
};

export type DataRow = {
  id: string;
  /** The page of the thing in this row. */
  href: string;
  /** The address that shows it beside the list, where the window is wide enough. */
  besideHref?: string | undefined;
  /** By column. The cell of the column that opens the row holds no link of its own. */
  cells: Readonly<Record<string, ReactNode>>;
};

/** From this width on a task opens beside the list. */
export const BESIDE_MEDIA = "(min-width: 80em)";
