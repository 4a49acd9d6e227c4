import type { Transaction } from "#lib/core/db.ts";
import { ConflictError } from "#lib/core/errors.ts";
import type { Actor } from "#lib/users/schema.ts";
import { insertEvents, insertPhases, insertSpells } from "./bulk.ts";
import { authorOf } from "./change.ts";
import { derivedRecordsOf, eventRecordOf } from "./records.ts";
import type { TaskEvent } from "./schema.ts";
import type { SentColumns, StandingTask } from "./sent-change.ts";
import { extensionsGranted } from "./sent-extensions.ts";
import type { SentPlan } from "./sent-plan.ts";
import type { SentCatalogues } from "./sent-queries.ts";
import { keepingTally } from "./tally.ts";

/*
 * Writes tasks that come from elsewhere, as many as they are, in a fixed number of statements:
 * the same rows that the verbs of one task write. Whether the actor may, the caller has asked.
 */

/** A plan that writes something. */
export type SentWrite = Extract<SentPlan, { outcome: "NEW" | "CHANGED" }>;

/** A task as it was written. */
export type SentWritten = {
  id: number;
  code: string;
  version: number;
  /** How it stood before, for whoever takes the import back; null for a new one. */
  before: SentBefore | null;
};

/** What a changed task had, as it is put back; and the extensions that were granted to it. */
export type SentBefore = { columns: SentColumns; extensionIds: number[] };

/** A task whose whole history is known, as it is to be stored. */
export type Target = {
  id: number;
  events: TaskEvent[];
  columns: SentColumns;
};

/**
 * Writes planned tasks, in the order given.
 * @throws ConflictError when one of them was changed since the plan was made
 * @param importId the spreadsheet that they come in with, which their history then names
 */
export async function writeSent(
  transaction: Transaction,
  actor: Actor,
  plans: readonly SentWrite[],
  catalogues: SentCatalogues,
  importId: number | null,
): Promise<SentWritten[]> {
  const standing = plans.flatMap((plan) => (plan.outcome === "CHANGED" ? [plan.standing.id] : []));
  await mustStandStill(transaction, plans);
  return keepingTally(transaction, standing, async () => {
    const made = await insertTasks(transaction, plans, catalogues);
    const targets = plans.map((plan, index): Target & { id: number; plan: SentWrite } => {
      const past = plan.outcome === "CHANGED" ? plan.standing.events : [];
      const id = plan.outcome === "CHANGED" ? plan.standing.id : (made.get(index)?.id ?? 0);
      const events = [...past, ...plan.events.map(({ event }) => event)];
      return { id, plan, events, columns: plan.columns };
    });
    await insertEvents(
      transaction,
      targets.flatMap(({ id, plan }) => {
        const from = plan.outcome === "CHANGED" ? plan.standing.events.length : 0;
        return plan.events.map(({ event, note }, index) => ({
          ...eventRecordOf(event),
          ...authorOf(actor),
          taskId: id,
          sequence: from + index + 1,
          note: note ?? null,
          importId,
        }));
      }),
    );
    const changed = targets.filter(({ plan }) => plan.outcome === "CHANGED");
    await updateTasks(transaction, changed, catalogues);
    await writeDerivedOf(transaction, targets);
    await cooperateIn(transaction, targets, catalogues);
    const extensions = await insertExtensions(transaction, actor, targets);
    await tellOutside(transaction, targets);
    const result = targets.map(({ id, plan }, index): SentWritten => {
      const before =
        plan.outcome === "CHANGED"
          ? { columns: columnsOf(plan.standing), extensionIds: extensions.get(id) ?? [] }
          : null;
      const { code, version } =
        plan.outcome === "CHANGED"
          ? { code: plan.standing.code, version: plan.standing.version + 1 }
          : { code: made.get(index)?.code ?? "", version: 1 };
      return { id, code, version, before };
    });
    return { result, taskIds: targets.map(({ id }) => id) };
  });
}

/**
 * Locks the tasks that are to change, and makes sure that they are what the plans were made for.
 * @throws ConflictError when somebody has changed one of them meanwhile
 */
async function mustStandStill(
  transaction: Transaction,
  plans: readonly SentWrite[],
): Promise<void> {
  const planned = plans.flatMap((plan) => (plan.outcome === "CHANGED" ? [plan.standing] : []));
  if (planned.length === 0) return;
  const rows = await transaction.$queryRaw<{ id: number; version: number }[]>`
    select id, version from task where id = any(${planned.map(({ id }) => id)}::int[])
    order by id for update`;
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  if (planned.some(({ id, version }) => versions.get(id) !== version)) throw new ConflictError();
}

function columnsOf(standing: StandingTask): SentColumns {
  const { title, deliverable, decidingAuthority, dueWording, priority, ...rest } = standing;
  const { sector, cooperating, leaderId, assigneeId } = rest;
  return {
    ...{ title, deliverable, decidingAuthority, dueWording, priority },
    ...{ sector, cooperating, leaderId, assigneeId },
  };
}

/** Columns of a task's own row, as one statement takes them for many. */
function recordOf({ id, events, columns }: Target, catalogues: SentCatalogues) {
  const { sector, cooperating: _, ...written } = columns;
  const sectorId = sector === null ? null : (catalogues.offered.sector(sector) ?? null);
  return { ...derivedRecordsOf(id, events).task, ...written, sectorId, id };
}

/** New tasks get codes that count up within the year of their assignment, in the order given. */
async function insertTasks(
  transaction: Transaction,
  plans: readonly SentWrite[],
  catalogues: SentCatalogues,
): Promise<Map<number, { id: number; code: string }>> {
  const fresh = plans.flatMap((plan, place) =>
    plan.outcome === "NEW"
      ? [
          {
            ...recordOf(
              { id: 0, events: plan.events.map(({ event }) => event), columns: plan.columns },
              catalogues,
            ),
            place,
            year: Number(plan.events[0]?.event.on.slice(0, 4)),
            directiveId: plan.directiveId,
          },
        ]
      : [],
  );
  if (fresh.length === 0) return new Map();
  const years = [...new Set(fresh.map(({ year }) => year))].sort();
  for (const year of years) {
    await transaction.$executeRaw`
      select pg_advisory_xact_lock(hashtext('task-code'), ${year}::int)`;
  }
  const rows = await transaction.$queryRaw<{ id: number; code: string; place: number }[]>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as given (place int, year int,
        title text, deliverable text, "decidingAuthority" text, "dueWording" text, priority "Priority",
        "sectorId" int, "leaderId" int, "assigneeId" int, "directiveId" int, "leadDepartmentId" int,
        "fieldId" int, status "TaskStatus", progress int, "returnCount" int, "extensionCount" int,
        "assignedOn" date, "originalDueOn" date, "dueOn" date, "submittedOn" date, "completedOn" date,
        "cancelledOn" date)
    ), last as materialized (
      select year, (select coalesce(max(substring(code from '^NV-\\d{4}-(\\d{1,9})$')::int), 0)
        from task where code like 'NV-' || year || '-%') as number
      from unnest(${years}::int[]) as year
    ), numbered as materialized (
      select given.*, 'NV-' || year || '-' || lpad(number::text, greatest(4, length(number::text)), '0') as code
      from (select given.*, last.number + row_number() over (partition by given.year order by place) as number
        from given join last using (year)) as given
    ), written as (
      insert into task (code, title, deliverable, deciding_authority, due_wording, priority, sector_id,
        leader_id, assignee_id, directive_id, level, lead_department_id, field_id, status, progress,
        return_count, extension_count, assigned_on, original_due_on, due_on, submitted_on, completed_on,
        cancelled_on)
      select numbered.code, title, deliverable, "decidingAuthority", "dueWording", priority, "sectorId",
        "leaderId", "assigneeId", "directiveId", coalesce(directive.level, 'COMMUNE'), "leadDepartmentId",
        "fieldId", status, progress, "returnCount", "extensionCount", "assignedOn", "originalDueOn",
        "dueOn", "submittedOn", "completedOn", "cancelledOn"
      from numbered left join directive on directive.id = "directiveId"
      order by place
      returning id, code
    )
    select written.id, written.code, place from written join numbered using (code)`;
  return new Map(rows.map(({ id, code, place }) => [place, { id, code }]));
}

/** Brings the rows of changed tasks in step with their history. */
export async function updateTasks(
  transaction: Transaction,
  targets: readonly Target[],
  catalogues: SentCatalogues,
): Promise<void> {
  if (targets.length === 0) return;
  const rows = targets.map((target) => recordOf(target, catalogues));
  const count = await transaction.$executeRaw`
    update task set version = version + 1,
      title = given.title, deliverable = given.deliverable,
      deciding_authority = given."decidingAuthority", due_wording = given."dueWording",
      priority = given.priority, sector_id = given."sectorId", leader_id = given."leaderId",
      assignee_id = given."assigneeId", lead_department_id = given."leadDepartmentId",
      field_id = given."fieldId", status = given.status, progress = given.progress,
      return_count = given."returnCount", extension_count = given."extensionCount",
      original_due_on = given."originalDueOn", due_on = given."dueOn",
      submitted_on = given."submittedOn", completed_on = given."completedOn",
      cancelled_on = given."cancelledOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id int, title text, deliverable text,
      "decidingAuthority" text, "dueWording" text, priority "Priority", "sectorId" int, "leaderId" int,
      "assigneeId" int, "leadDepartmentId" int, "fieldId" int, status "TaskStatus", progress int,
      "returnCount" int, "extensionCount" int, "originalDueOn" date, "dueOn" date, "submittedOn" date,
      "completedOn" date, "cancelledOn" date)
    where task.id = given.id`;
  if (count !== targets.length) throw new Error("Tasks went away while they were locked");
}

export async function writeDerivedOf(
  transaction: Transaction,
  targets: readonly Target[],
): Promise<void> {
  const ids = targets.map(({ id }) => id);
  await transaction.$executeRaw`delete from overdue_spell where task_id = any(${ids}::int[])`;
  await transaction.$executeRaw`delete from task_phase where task_id = any(${ids}::int[])`;
  const derived = targets.map(({ id, events }) => derivedRecordsOf(id, events));
  await insertSpells(
    transaction,
    derived.flatMap(({ spells }) => spells),
  );
  await insertPhases(
    transaction,
    derived.flatMap(({ phases }) => phases),
  );
}

export async function cooperateIn(
  transaction: Transaction,
  targets: readonly Target[],
  catalogues: SentCatalogues,
): Promise<void> {
  const ids = targets.map(({ id }) => id);
  const rows = targets.flatMap(({ id, columns }) =>
    columns.cooperating.map((code) => ({ id, departmentId: catalogues.departmentId(code) })),
  );
  await transaction.$executeRaw`delete from task_cooperation where task_id = any(${ids}::int[])`;
  await transaction.$executeRaw`
    insert into task_cooperation (task_id, department_id)
    select id, "departmentId" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (id int, "departmentId" int)
    on conflict do nothing`;
}

/** The rows of extensions that were asked for and granted elsewhere. @returns their ids by task */
async function insertExtensions(
  transaction: Transaction,
  actor: Actor,
  targets: readonly (Target & { plan: SentWrite })[],
): Promise<Map<number, number[]>> {
  const rows = targets.flatMap(({ id, plan }) => {
    const past = plan.outcome === "CHANGED" ? plan.standing.events : [];
    const added = plan.events.map(({ event }) => event);
    return extensionsGranted(past, added).map((granted) => ({ id, ...granted }));
  });
  const written = await transaction.$queryRaw<{ id: number; taskId: number }[]>`
    insert into extension (task_id, old_due_on, new_due_on, reason, requested_on, requested_by_id,
      decision, decided_on, decided_at, decided_by_id)
    select id, "oldDueOn", "newDueOn", '', "requestedOn", ${actor.id}::int, 'APPROVED', "decidedOn",
      now(), ${actor.id}::int
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id int, "oldDueOn" date,
      "newDueOn" date, "requestedOn" date, "decidedOn" date)
    returning id, task_id as "taskId"`;
  const ids = new Map<number, number[]>();
  for (const { id, taskId } of written) ids.set(taskId, [...(ids.get(taskId) ?? []), id]);
  return ids;
}

/** One message for each task: its receiver reads what it is now. */
async function tellOutside(
  transaction: Transaction,
  targets: readonly (Target & { plan: SentWrite })[],
): Promise<void> {
  const rows = targets.map(({ id, events }) => ({
    taskId: id,
    sequence: events.length,
    event: events.at(-1)?.kind,
  }));
  await transaction.$executeRaw`
    insert into outbox_message (kind, data)
    select 'task.changed', data from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as data`;
}
