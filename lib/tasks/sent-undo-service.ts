import type { Transaction } from "#lib/core/db.ts";
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
