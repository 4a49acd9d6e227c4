import { fromDatabaseDate } from "#lib/core/dates.ts";
import { Prisma, type Transaction } from "#lib/core/db.ts";
import { taskEventSchema } from "./schema.ts";
import type { SentNames, StandingTask } from "./sent-change.ts";

/*
 * What tasks from elsewhere are held against. Nobody's right is asked here: whoever may bring
 * tasks in at all sees all of them.
 */

/** The catalogues and accounts that sent tasks name. */
export type SentCatalogues = SentNames & {
  /** Ids of catalogue entries that new tasks may name, by code; undefined for any other. */
  offered: {
    department: (code: string) => number | undefined;
    field: (code: string) => number | undefined;
    sector: (code: string) => number | undefined;
  };
};

/** Reads the catalogues once, for as many tasks as come. */
export async function sentCatalogues(transaction: Transaction): Promise<SentCatalogues> {
  const columns = { id: true, code: true, active: true } as const;
  const departments = await transaction.department.findMany({ select: columns });
  const fields = await transaction.field.findMany({ select: columns });
  const sectors = await transaction.sector.findMany({ select: { id: true, code: true } });
  const people = await transaction.user.findMany({ select: { id: true, displayName: true } });
  const ids = (entries: readonly { id: number; code: string }[]) =>
    new Map(entries.map(({ id, code }) => [code, id]));
  const active = <Entry extends { active: boolean }>(entries: readonly Entry[]) =>
    entries.filter((entry) => entry.active);
  const [allDepartments, allFields] = [ids(departments), ids(fields)];
  const offered = {
    department: ids(active(departments)),
    field: ids(active(fields)),
    sector: ids(sectors),
  };
  const positions = new Map(people.map(({ id, displayName }) => [id, displayName]));
  return {
    departmentId: (code) => known(allDepartments, code),
    fieldId: (code) => known(allFields, code),
    position: (id) => (id === null ? null : (positions.get(id) ?? null)),
    offered: {
      department: (code) => offered.department.get(code),
      field: (code) => offered.field.get(code),
      sector: (code) => offered.sector.get(code),
    },
  };
}

function known(ids: ReadonlyMap<string, number>, code: string): number {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`The catalogues have no ${code}`);
  return id;
}

/** By what a sent task can be the one that is here: its code, or its title and directive. */
export type SentIdentity = { code: string | null; title: string; directiveId: number | null };

/**
 * The tasks that could be meant, for each identity in its place: the one with its code, else those
 * with its title (whatever accents and case) of the same directive, the oldest first. Parts of
 * tasks are never meant.
 */
export async function tasksLike(
  transaction: Transaction,
  identities: readonly SentIdentity[],
): Promise<number[][]> {
  // A register names the same report every week: what is asked for twice is looked up once.
  const places = new Map<string, number>();
  const keys = identities.map(({ code, title, directiveId }) =>
    JSON.stringify([code, code === null ? [title, directiveId] : null]),
  );
  keys.forEach((key, place) => {
    if (!places.has(key)) places.set(key, place);
  });
  const wanted = JSON.stringify(
    [...places.values()].map((place) => ({ ...identities[place], place })),
  );
  const found = await transaction.$queryRaw<{ place: number; id: number }[]>`
    with wanted as materialized (
      select *, case when code is null then md5(fold_text(title)) end as title_key
      from jsonb_to_recordset(${wanted}::jsonb)
        as given (place int, code text, title text, "directiveId" int)
    )
    select wanted.place, task.id from wanted join task on task.code = wanted.code
    where task.parent_id is null
    union all
    select wanted.place, task.id from wanted
    join task on task.title_key = wanted.title_key
      and task.directive_id is not distinct from wanted."directiveId"
    where task.parent_id is null
    order by 1, 2`;
  const ids = new Map<number, number[]>();
  for (const { place, id } of found) {
    const same = ids.get(place);
    if (same) same.push(id);
    else ids.set(place, [id]);
  }
  return keys.map((key) => ids.get(places.get(key) ?? -1) ?? []);
}

type Row = Omit<StandingTask, "events" | "cooperating"> & {
  cooperating: string[];
  events: { kind: string; on: string; data: object }[];
};

/** Tasks as far as sent ones are held against them, by id; `lock` keeps them as they are. */
export async function standingTasks(
  transaction: Transaction,
  ids: readonly number[],
  { lock }: { lock: boolean },
): Promise<Map<number, StandingTask>> {
  if (lock) {
    await transaction.$queryRaw`
      select id from task where id = any(${[...ids]}::int[]) order by id for update`;
  }
  const rows = await transaction.$queryRaw<Row[]>(Prisma.sql`
    select task.id, task.code, task.version, task.title, task.deliverable,
      task.deciding_authority as "decidingAuthority", task.due_wording as "dueWording",
      task.priority, task.directive_id as "directiveId", department.code as department,
      field.code as field, sector.code as sector, task.leader_id as "leaderId",
      task.assignee_id as "assigneeId",
      array(select code from task_cooperation join department on department.id = department_id
        where task_id = task.id order by code) as cooperating,
      exists (select from extension where task_id = task.id and decision is null) as "extensionPending",
      (select jsonb_agg(jsonb_build_object('kind', kind, 'on', effective_on, 'data', data) order by sequence)
        from task_event where task_id = task.id) as events
    from task
    join department on department.id = task.lead_department_id
    join field on field.id = task.field_id
    left join sector on sector.id = task.sector_id
    where task.id = any(${[...ids]}::int[])`);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        events: row.events.map(({ kind, on, data }) =>
          taskEventSchema.parse({ ...data, kind, on }),
        ),
      },
    ]),
  );
}

/** The day of a directive's receipt and issue, by its id, for tasks that do not say their own. */
export async function directiveDays(transaction: Transaction, ids: readonly number[]) {
  const rows = await transaction.directive.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, receivedOn: true, issuedOn: true },
  });
  return new Map(
    rows.map(({ id, receivedOn, issuedOn }) => [
      id,
      {
        id,
        receivedOn: fromDatabaseDate(receivedOn),
        issuedOn: issuedOn && fromDatabaseDate(issuedOn),
      },
    ]),
  );
}
