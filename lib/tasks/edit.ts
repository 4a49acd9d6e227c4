import { businessToday, type CivilDate, later } from "#lib/core/dates.ts";
import type { Transaction } from "#lib/core/db.ts";
import { dayMonthYear } from "#lib/core/entries.ts";
import { InvalidInputError } from "#lib/core/errors.ts";
import type { Actor } from "#lib/users/schema.ts";
import { type Asked, type Change, type Changed, changeTask, type TaskState } from "./change.ts";
import { leads } from "./policy.ts";
import { resolveReferences } from "./references.ts";
import type { EditedPart, TaskEvent } from "./schema.ts";
import type { TaskEdit } from "./verbs.ts";
import type { WrittenTask } from "./views.ts";
import { writtenOf } from "./written-queries.ts";

/**
 * Edits what is written about a task; what the edit leaves out stays. A new deadline is a
 * correction, as if it had been so all along; another field moves the task there from today on.
 * @throws InvalidInputError also when nothing would change
 */
export function editTask(
  actor: Actor,
  id: number,
  { version, reason = null, ...given }: TaskEdit,
  asked: Asked = {},
): Promise<Changed> {
  return changeTask(actor, id, "edit", { version, ...asked }, async (task, transaction) => {
    const on = later(businessToday(), task.lastOn);
    const edit = task.parentId === null ? given : ofPart(given);
    const before = await writtenOf(transaction, id);
    const wanted = {
      department: before.department,
      field: edit.field ?? before.field,
      sector: edit.sector === undefined ? before.sector : edit.sector,
      cooperating: edit.cooperating ?? before.cooperating,
      leaderId: edit.leaderId === undefined ? before.leaderId : edit.leaderId,
      assigneeId: null,
      directive: null,
    };
    const references = await resolveReferences(transaction, wanted, before);
    const after = { ...before, ...definedOf(edit) };
    const positions = await positionsOf(transaction, [before.leaderId, after.leaderId]);
    const changes = differencesOf(before, after, positions);
    const events: TaskEvent[] = [
      ...(changes.length > 0 ? [{ kind: "EDITED" as const, on, changes }] : []),
      ...correctionOf(actor, edit.dueOn, task, on),
      ...(references.fieldId === task.fieldId
        ? []
        : [
            {
              kind: "TRANSFERRED" as const,
              on,
              departmentId: task.leadDepartmentId,
              fieldId: references.fieldId,
            },
          ]),
    ];
    if (events.length === 0)
      throw new InvalidInputError([], { key: "work.problems.nothingChanged" });
    return {
      events: events.map((event) => ({ event, note: reason })),
      columns: {
        title: after.title,
        deliverable: after.deliverable,
        productRequired: after.productRequired,
        decidingAuthority: after.decidingAuthority,
        dueWording: after.dueWording,
        priority: after.priority,
        leaderId: references.leaderId,
        sectorId: references.sectorId,
      },
      also: async () => {
        await cooperate(transaction, id, references.cooperatingIds);
      },
    } satisfies Change;
  });
}

type Entries = Omit<TaskEdit, "version" | "reason">;

/** Of a part of a task its head plans only what it is and until when. */
function ofPart({ title, deliverable, dueOn }: Entries): Entries {
  return {
    ...(title !== undefined && { title }),
    ...(deliverable !== undefined && { deliverable }),
    ...(dueOn !== undefined && { dueOn }),
  };
}

function definedOf(edit: Omit<TaskEdit, "version" | "reason">): Partial<WrittenTask> {
  const given = Object.entries(edit).filter(([, value]) => value !== undefined);
  const { dueOn: _dueOn, ...written } = Object.fromEntries(given) as typeof edit;
  return {
    ...(written as Partial<WrittenTask>),
    ...(written.cooperating && { cooperating: [...written.cooperating].sort() }),
  };
}

/** Positions by account: the history names leaders as they were called then. */
async function positionsOf(
  transaction: Transaction,
  ids: readonly (number | null)[],
): Promise<Map<number, string>> {
  const people = await transaction.user.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, displayName: true },
  });
  return new Map(people.map(({ id, displayName }) => [id, displayName]));
}

function differencesOf(before: WrittenTask, after: WrittenTask, positions: Map<number, string>) {
  const textOf: Record<EditedPart, (written: WrittenTask) => string | null> = {
    title: ({ title }) => title,
    deliverable: ({ deliverable }) => deliverable,
    productRequired: ({ productRequired }) => String(productRequired),
    decidingAuthority: ({ decidingAuthority }) => decidingAuthority,
    cooperating: ({ cooperating }) => cooperating.join(", ") || null,
    sector: ({ sector }) => sector,
    leader: ({ leaderId }) => (leaderId === null ? null : (positions.get(leaderId) ?? null)),
    priority: ({ priority }) => priority,
    dueWording: ({ dueWording }) => dueWording,
  };
  return (Object.keys(textOf) as EditedPart[])
    .map((what) => ({ what, from: textOf[what](before), to: textOf[what](after) }))
    .filter(({ from, to }) => from !== to);
}

/**
 * The correction of a deadline. When it has passed, a later one would be an extension by another
 * name: only who decides extensions may set it.
 */
function correctionOf(
  actor: Actor,
  dueOn: CivilDate | null | undefined,
  task: TaskState,
  on: CivilDate,
): TaskEvent[] {
  if (dueOn === undefined || dueOn === task.dueOn) return [];
  if (dueOn !== null && dueOn < task.assignedOn) {
    const values = { day: dayMonthYear(task.assignedOn) };
    throw new InvalidInputError([
      { path: "dueOn", key: "work.problems.dueBeforeAssigned", values },
    ]);
  }
  const missed = task.dueOn !== null && task.dueOn < on && task.parentId === null;
  if (
    missed &&
    (dueOn === null || dueOn > (task.dueOn ?? "")) &&
    !leads(actor, task.leadDepartmentId)
  ) {
    throw new InvalidInputError([{ path: "dueOn", key: "work.problems.deadlineMissed" }]);
  }
  if (task.extension !== null) {
    throw new InvalidInputError([{ path: "dueOn", key: "work.refusal.extensionPending" }]);
  }
  return [{ kind: "DEADLINE_CORRECTED", on, dueOn }];
}

async function cooperate(
  transaction: Transaction,
  taskId: number,
  departmentIds: readonly number[],
): Promise<void> {
  await transaction.taskCooperation.deleteMany({
    where: { taskId, departmentId: { notIn: [...departmentIds] } },
  });
  await transaction.taskCooperation.createMany({
    data: departmentIds.map((departmentId) => ({ taskId, departmentId })),
    skipDuplicates: true,
  });
}
