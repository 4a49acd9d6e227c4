import type { Transaction } from "#lib/core/db.ts";
import { ConflictError } from "#lib/core/errors.ts";
import type { StandingTask } from "./sent-change.ts";
import type { SentCatalogues } from "./sent-queries.ts";
import {
  cooperateIn,
  type SentBefore,
  type Target,
  updateTasks,
  writeDerivedOf,
} from "./sent-service.ts";
import { keepingTally } from "./tally.ts";

/** An import's part in a task, as it is taken back. */
export type SentUndo = { id: number; before: SentBefore | null };

/**
 * Takes back what an import wrote: its new tasks go, the changed ones are as they were; the
 * import's own rows keep what it was. Whether nothing was built on them, the caller has asked.
 */
export async function unwriteSent(
  transaction: Transaction,
  importId: number,
  undone: readonly SentUndo[],
  standing: ReadonlyMap<number, StandingTask>,
  catalogues: SentCatalogues,
): Promise<void> {
  const ids = undone.map(({ id }) => id);
  const gone = undone.filter(({ before }) => before === null).map(({ id }) => id);
  await keepingTally(transaction, ids, async () => {
    const counts = await transaction.$queryRaw<{ taskId: number; count: number }[]>`
      select task_id as "taskId", count(*)::int as count from task_event
      where import_id = ${importId} group by task_id`;
    const added = new Map(counts.map(({ taskId, count }) => [taskId, count]));
    const kept = undone.flatMap(({ id, before }): Target[] => {
      const task = standing.get(id);
      if (!before || !task) return [];
      const events = task.events.slice(0, task.events.length - (added.get(id) ?? 0));
      return [{ id, events: [...events], columns: before.columns }];
    });
    const extensionIds = undone.flatMap(({ before }) => before?.extensionIds ?? []);
    await transaction.$executeRaw`
      delete from extension where id = any(${extensionIds}::int[]) or task_id = any(${gone}::int[])`;
    await transaction.$executeRaw`select set_config('desk.undone_import', ${String(importId)}, true)`;
    await transaction.$executeRaw`delete from task_event where import_id = ${importId}`;
    await updateTasks(transaction, kept, catalogues);
    await writeDerivedOf(transaction, kept);
    await cooperateIn(transaction, kept, catalogues);
    await transaction.$executeRaw`delete from notification where task_id = any(${gone}::int[])`;
    await transaction.$executeRaw`delete from external_reference where task_id = any(${gone}::int[])`;
    await transaction.$executeRaw`delete from task where id = any(${gone}::int[])`;
    return { result: undefined, taskIds: kept.map(({ id }) => id) };
  });
}

/**
 * Whether anything was built on tasks: comments, files, parts, reasons, values of a closed month.
 * What changed a task itself, its version tells.
 * @throws ConflictError that names some of them
 */
export async function builtOnTasks(
  transaction: Transaction,
  tasks: readonly { id: number; isNew: boolean }[],
): Promise<void> {
  const fresh = tasks.filter(({ isNew }) => isNew).map(({ id }) => id);
  const all = tasks.map(({ id }) => id);
  const rows = await transaction.$queryRaw<{ code: string }[]>`
    select code from task where id = any(${fresh}::int[]) and (
      exists (select from task_comment where task_id = task.id)
      or exists (select from file_link where task_id = task.id)
      or exists (select from task as part where part.parent_id = task.id)
      or exists (select from late_reason where task_id = task.id)
      or exists (select from recurrence_occurrence where task_id = task.id))
    union
    select code from task where id = any(${all}::int[]) and exists (
      select from snapshot_task join period_closing on period_closing.id = closing_id
      where task_id = task.id and reopened_at is null
        and sequence >= (select min(sequence) from task_event where task_id = task.id and import_id is not null))
    order by code`;
  if (rows.length === 0) return;
  const values = {
    count: rows.length,
    some: rows
      .slice(0, 5)
      .map(({ code }) => code)
      .join(", "),
  };
  throw new ConflictError({ key: "imports.undo.builtOn", values });
}
