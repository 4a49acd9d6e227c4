import { Prisma } from "#lib/core/db.ts";
import type { TaskOrder } from "./default-order.ts";
import type { TaskSort } from "./filters.ts";
import type { Standing } from "./standing.ts";

/** A way of ordering tasks as SQL; `value` is what they are ordered by, ties by id. */
export type Order = {
  joins: Prisma.Sql;
  value: Prisma.Sql;
  /** The type in Postgres that `value` has. */
  type: keyof typeof TYPES;
  descending: boolean;
  /** Rows without a value come last in both directions. */
  nullable: boolean;
};

/** The types that tasks are ordered by. */
export const TYPES = {
  text: Prisma.sql`text`,
  date: Prisma.sql`date`,
  int: Prisma.sql`int`,
};

/** Titles are compared by their beginning: an index entry cannot hold the longest ones. */
const TITLE = Prisma.sql`left(task.title, 200) collate "vi-x-icu"`;

export function orderOf(asked: TaskOrder, standing: Standing): Order {
  const descending = asked.startsWith("-");
  const sort = (descending ? asked.slice(1) : asked) as TaskSort;
  return { ...keyOf(sort, standing), descending };
}

/** An ORDER BY on these columns in an order's direction. */
export function by(order: Order, value: Prisma.Sql, id: Prisma.Sql): Prisma.Sql {
  const direction = order.descending ? Prisma.sql`desc` : Prisma.sql`asc`;
  const nulls = order.nullable ? Prisma.sql`nulls last` : Prisma.empty;
  return Prisma.sql`${value} ${direction} ${nulls}, ${id} ${direction}`;
}

function keyOf(sort: TaskSort, standing: Standing): Omit<Order, "descending"> {
  const key = (type: Order["type"], value: Prisma.Sql, nullable = false) => ({
    joins: Prisma.empty,
    type,
    value,
    nullable,
  });
  switch (sort) {
    case "code":
      return key("text", Prisma.sql`task.code`);
    case "title":
      return key("text", TITLE);
    case "department":
      return {
        ...key("int", Prisma.sql`named.position`),
        joins: inNameOrder(Prisma.sql`department`, standing.departmentId),
      };
    case "field":
      return {
        ...key("int", Prisma.sql`named.position`),
        joins: inNameOrder(Prisma.sql`field`, standing.fieldId),
      };
    case "assignedOn":
      return key("date", Prisma.sql`task.assigned_on`);
    case "dueOn":
      return key("date", standing.dueOn, true);
    case "daysLate":
      return key("int", daysLate(standing), true);
    case "status":
      return key(
        "int",
        Prisma.sql`array_position(enum_range(null::"TaskStatus"), ${standing.status})`,
      );
    case "progress":
      return key("int", standing.progress);
  }
}

/** Few names, many tasks: the names are put in order once, the tasks by their numbers in it. */
function inNameOrder(catalogue: Prisma.Sql, id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`join (
    select id, row_number() over (order by short collate "vi-x-icu", id)::int as position
    from ${catalogue}) as named on named.id = ${id}`;
}

/** Days from the deadline to the day looked at or of completion; null when not late. */
export function daysLate({ asOf, overdue, completedOn, dueOn }: Standing): Prisma.Sql {
  return Prisma.sql`case
    when ${completedOn} > ${dueOn} then ${completedOn} - ${dueOn}
    when ${overdue} then ${asOf}::date - ${dueOn} end`;
}
