import type { CivilDate } from "#lib/core/dates.ts";
import { toDatabaseDate } from "#lib/core/dates.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { timelineOf } from "./rules.ts";
import type { TaskEvent } from "./schema.ts";

const optional = (date: CivilDate | null) => (date === null ? null : toDatabaseDate(date));

/**
 * The columns and rows that store what a task's history says: the derived part of its own
 * row, its late spells and its phases. Whoever writes a task's history writes these in the
 * same transaction.
 */
export function derivedRecordsOf(taskId: number, events: readonly TaskEvent[]) {
  const { spells, phases, departmentId, ...state } = timelineOf(events);
  const task = {
    leadDepartmentId: departmentId,
    fieldId: state.fieldId,
    status: state.status,
    progress: state.progress,
    returnCount: state.returnCount,
    extensionCount: state.extensionCount,
    assignedOn: toDatabaseDate(state.assignedOn),
    originalDueOn: optional(state.originalDueOn),
    dueOn: optional(state.dueOn),
    submittedOn: optional(state.submittedOn),
    completedOn: optional(state.completedOn),
    cancelledOn: optional(state.cancelledOn),
  };
  return {
    task,
    spells: spells.map((spell, sequence) => ({
      ...spell,
      taskId,
      sequence,
      dueOn: toDatabaseDate(spell.dueOn),
      fromOn: toDatabaseDate(spell.fromOn),
      toOn: optional(spell.toOn),
    })) satisfies Prisma.OverdueSpellCreateManyInput[],
    phases: phases.map((phase, sequence) => ({
      ...phase,
      taskId,
      sequence,
      dueOn: optional(phase.dueOn),
      fromOn: toDatabaseDate(phase.fromOn),
      toOn: optional(phase.toOn),
    })) satisfies Prisma.TaskPhaseCreateManyInput[],
  };
}

/** A line of history as its row: kind, date and note in columns, the values it set in `data`. */
export function eventRecordOf(event: TaskEvent) {
  const { kind, on, ...data } = event;
  return { kind, on: toDatabaseDate(on), data };
}
