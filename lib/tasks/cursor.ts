import { z } from "zod";
import { isCivilDate } from "#lib/core/dates.ts";
import { Prisma } from "#lib/core/db.ts";
import type { TaskOrder } from "./default-order.ts";
import { type Order, TYPES } from "./order.ts";

/** A place in an ordered list: after the row with this value and id. */
const cursorSchema = z.tuple([z.string(), z.string().nullable(), z.int().positive()]);

/** The cursor as text that means nothing to whoever carries it. */
export function cursorAfter(
  order: TaskOrder,
  row: { sortValue: string | null; id: number },
): string {
  return Buffer.from(JSON.stringify([order, row.sortValue, row.id])).toString("base64url");
}

const IS_VALUE: Record<Order["type"], (text: string) => boolean> = {
  text: (text) => !text.includes("\0"),
  date: isCivilDate,
  int: (text) => /^-?\d{1,9}$/.test(text),
};

/** The place that a cursor names; null when it is no cursor of a list in this order. */
export function readCursor(
  cursor: string,
  asked: TaskOrder,
  { type }: Order,
): { value: string | null; id: number } | null {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return null;
  }
  const parsed = cursorSchema.safeParse(content);
  if (!parsed.success) return null;
  const [order, value, id] = parsed.data;
  return order === asked && (value === null || IS_VALUE[type](value)) ? { value, id } : null;
}

/** The rows after a place, in the order's own direction; rows without a value are last. */
export function afterPlace(
  { value: key, type, descending, nullable }: Order,
  { value, id }: { value: string | null; id: number },
): Prisma.Sql {
  const than = descending ? Prisma.sql`<` : Prisma.sql`>`;
  if (value === null) return Prisma.sql`(${key} is null and task.id ${than} ${id})`;
  const later = Prisma.sql`(${key}, task.id) ${than} (${value}::${TYPES[type]}, ${id})`;
  return nullable ? Prisma.sql`(${later} or ${key} is null)` : later;
}
