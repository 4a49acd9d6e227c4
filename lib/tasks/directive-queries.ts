import { businessToday, type CivilDate, fromDatabaseDate } from "#lib/core/dates.ts";
import { database, Prisma } from "#lib/core/db.ts";
import { inPages } from "#lib/core/in-pages.ts";
import { searchCondition } from "#lib/core/search.ts";
import {
  DIRECTIVE_PAGE_SIZES,
  type DirectiveDetail,
  type DirectiveFilter,
  type DirectiveListItem,
  type DirectiveListState,
  type DirectiveSort,
} from "#lib/directives/schema.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { visibleTasks } from "./lateness.ts";
import { taskScopeOf } from "./policy.ts";

/*
 * Directives with the progress of their tasks. They are read here, above tasks, because who
 * may see a directive and how far it is both follow from its tasks.
 */

type Row = Omit<DirectiveDetail, "issuedOn" | "receivedOn"> & {
  issuedOn: Date | null;
  receivedOn: Date;
};

/** The directives that a viewer may see: all, or those with a task that the viewer may see. */
export function visibleDirectives(viewer: Viewer): Prisma.Sql {
  const scope = taskScopeOf(viewer);
  if (scope.kind === "all") return Prisma.sql`true`;
  return Prisma.sql`directive.id in (
    select task.directive_id from task where task.directive_id is not null and ${visibleTasks(scope)})`;
}

function conditionsOf(viewer: Viewer, filter: DirectiveFilter): Prisma.Sql {
  const { q, level, body, type, sector, from, to } = filter;
  const conditions = [visibleDirectives(viewer)];
  if (q) conditions.push(searchCondition(Prisma.sql`directive.search`, q));
  if (level) conditions.push(Prisma.sql`directive.level = ${level}::"Level"`);
  if (body) {
    conditions.push(
      Prisma.sql`directive.issuing_body_id = (select id from issuing_body where code = ${body})`,
    );
  }
  if (type) conditions.push(Prisma.sql`directive.type = ${type}::"DirectiveType"`);
  if (sector) {
    conditions.push(
      Prisma.sql`directive.sector_id = (select id from sector where code = ${sector})`,
    );
  }
  if (from) conditions.push(Prisma.sql`directive.issued_on >= ${from}::date`);
  if (to) conditions.push(Prisma.sql`directive.issued_on <= ${to}::date`);
  return Prisma.join(conditions, " and ");
}

/** Counts of a directive's tasks that the viewer may see, as of today. */
function progressColumns(today: CivilDate): Prisma.Sql {
  return Prisma.sql`
    count(*) filter (where cancelled_on is null)::int as tasks,
    count(completed_on)::int as completed,
    count(*) filter (where completed_on is null and cancelled_on is null
      and status <> 'PAUSED' and due_on < ${today}::date)::int as overdue`;
}

type Order = { value: Prisma.Sql; joins: Prisma.Sql };

function orderOf(sort: DirectiveSort | "id", progressOfAll: Prisma.Sql): Order {
  const own = (value: Prisma.Sql): Order => ({ value, joins: Prisma.empty });
  const counted = (value: Prisma.Sql): Order => ({
    value,
    joins: Prisma.sql`left join (${progressOfAll}) as counted on counted.directive_id = directive.id`,
  });
  switch (sort) {
    case "id":
      return own(Prisma.sql`directive.id`);
    case "number":
      return own(Prisma.sql`directive.number collate "vi-x-icu"`);
    case "issuedOn":
      return own(Prisma.sql`directive.issued_on`);
    case "receivedOn":
      return own(Prisma.sql`directive.received_on`);
    case "level":
      return own(Prisma.sql`directive.level`);
    case "type":
      return own(Prisma.sql`directive.type`);
    case "body":
      return {
        value: Prisma.sql`body.place`,
        joins: Prisma.sql`join (select id, row_number() over (order by name, id) as place
          from issuing_body) as body on body.id = directive.issuing_body_id`,
      };
    case "tasks":
      return counted(Prisma.sql`coalesce(counted.tasks, 0)`);
    case "overdue":
      return counted(Prisma.sql`coalesce(counted.overdue, 0)`);
    case "completion":
      return counted(Prisma.sql`counted.completed::float8 / nullif(counted.tasks, 0)`);
  }
}

type Slice = {
  /** By a column of the list, or as they came into the register. */
  sort: NonNullable<DirectiveListState["sort"]> | "id";
  limit: number;
  offset: number;
};

function sortedBy(viewer: Viewer, sort: Slice["sort"]): Order & { direction: Prisma.Sql } {
  const descending = sort.startsWith("-");
  const order = orderOf(
    (descending ? sort.slice(1) : sort) as DirectiveSort | "id",
    Prisma.sql`select directive_id, ${progressColumns(businessToday())} from task
      where directive_id is not null and ${visibleTasks(taskScopeOf(viewer))} group by directive_id`,
  );
  return { ...order, direction: descending ? Prisma.sql`desc` : Prisma.sql`asc` };
}

function pageQuery(viewer: Viewer, where: Prisma.Sql, { sort, limit, offset }: Slice): Prisma.Sql {
  const columns = progressColumns(businessToday());
  const visible = visibleTasks(taskScopeOf(viewer));
  const { direction, ...order } = sortedBy(viewer, sort);
  return Prisma.sql`
    with page as (
      select directive.id, ${order.value} as value from directive ${order.joins}
      where ${where}
      order by ${order.value} ${direction} nulls last, directive.id ${direction}
      limit ${limit} offset ${offset}
    )
    select directive.id, directive.number, directive.issued_on as "issuedOn",
      body.name as "issuingBody", body.code as "issuingBodyCode", directive.level::text as level, directive.type::text as type,
      directive.abstract, directive.received_on as "receivedOn", directive.urgency::text as urgency,
      directive.signer_position as "signerPosition",
      (select code from sector where id = directive.sector_id) as sector,
      progress.tasks, progress.completed, progress.overdue,
      progress.completed::float8 / nullif(progress.tasks, 0) as completion
    from page
    join directive on directive.id = page.id
    join issuing_body as body on body.id = directive.issuing_body_id
    cross join lateral (select ${columns} from task
      where task.directive_id = directive.id and ${visible}) as progress
    order by page.value ${direction} nulls last, page.id ${direction}`;
}

function detailOf(row: Row): DirectiveDetail {
  return {
    ...row,
    issuedOn: row.issuedOn && fromDatabaseDate(row.issuedOn),
    receivedOn: fromDatabaseDate(row.receivedOn),
  };
}

/** One page of the list of directives, with their tasks' progress today, and how many there are. */
export async function listDirectives(
  viewer: Viewer,
  state: DirectiveListState,
): Promise<{ items: DirectiveListItem[]; total: number }> {
  const { sort = "-receivedOn", page = 1, size = DIRECTIVE_PAGE_SIZES[0], ...filter } = state;
  const where = conditionsOf(viewer, filter);
  const slice = { sort, limit: size, offset: (page - 1) * size };
  const [rows, [counted]] = await Promise.all([
    database().$queryRaw<Row[]>(pageQuery(viewer, where, slice)),
    database().$queryRaw<{ total: number }[]>(
      Prisma.sql`select count(*)::int as total from directive where ${where}`,
    ),
  ]);
  return { items: rows.map(detailOf), total: counted?.total ?? 0 };
}

const AT_ONCE = 1000;

/**
 * All directives of a list, in its order: which they are is settled by one statement, what their
 * rows show is read by another for every thousand, as they are asked for.
 */
export async function listAllDirectives(
  viewer: Viewer,
  { sort = "-receivedOn", ...filter }: DirectiveFilter & Pick<DirectiveListState, "sort">,
): Promise<{ total: number; pages: AsyncIterable<readonly DirectiveListItem[]> }> {
  const where = conditionsOf(viewer, filter);
  const { value, joins, direction } = sortedBy(viewer, sort);
  const [found] = await database().$queryRaw<{ ids: number[] }[]>`
    select array(
      select directive.id from directive ${joins} where ${where}
      order by ${value} ${direction} nulls last, directive.id ${direction}
    ) as ids`;
  const ids = found?.ids ?? [];
  const read = async (asked: readonly number[]) => {
    const these = Prisma.sql`${where} and directive.id = any(${[...asked]}::int[])`;
    const slice = { sort: "id", limit: asked.length, offset: 0 } as const;
    const rows = await database().$queryRaw<Row[]>(pageQuery(viewer, these, slice));
    return rows.map(detailOf);
  };
  return { total: ids.length, pages: inPages(ids, AT_ONCE, read) };
}

/**
 * The directives after a place in the order in which they came into the register, for readers
 * that go through all of it.
 * @param after the id of the last one read
 * @param limit how many at most
 */
export async function listDirectivesAfter(
  viewer: Viewer,
  filter: DirectiveFilter,
  { after, limit }: { after: number; limit: number },
): Promise<{ items: DirectiveDetail[]; last: number | null }> {
  const where = Prisma.sql`${conditionsOf(viewer, filter)} and directive.id > ${after}`;
  const slice = { sort: "id", limit: limit + 1, offset: 0 } as const;
  const rows = await database().$queryRaw<Row[]>(pageQuery(viewer, where, slice));
  const items = rows.slice(0, limit).map(detailOf);
  return { items, last: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** A directive; null when there is none with this id or the viewer may not see it. */
export async function getDirective(viewer: Viewer, id: number): Promise<DirectiveDetail | null> {
  const where = Prisma.sql`directive.id = ${id} and ${visibleDirectives(viewer)}`;
  const slice = { sort: "number", limit: 1, offset: 0 } as const;
  const [row] = await database().$queryRaw<Row[]>(pageQuery(viewer, where, slice));
  return row ? detailOf(row) : null;
}
