import { businessToday, type CivilDate } from "#lib/core/dates.ts";
import { database, type Transaction } from "#lib/core/db.ts";
import { dayMonthYear } from "#lib/core/entries.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
} from "#lib/core/errors.ts";
import { once } from "#lib/core/once.ts";
import { notify } from "#lib/notifications/service.ts";
import { type Actor, SYSTEM } from "#lib/users/schema.ts";
import { type Asked, authorOf, senderOf, writeDerived } from "./change.ts";
import { visibleTasks } from "./lateness.ts";
import { mayAssign, mayDo, taskScopeOf } from "./policy.ts";
import { headsOf } from "./recipients.ts";
import { derivedRecordsOf, eventRecordOf } from "./records.ts";
import { type References, resolveReferences } from "./references.ts";
import type { TaskEvent } from "./schema.ts";
import { keepingTally } from "./tally.ts";
import type { NewTask } from "./verbs.ts";
import { refusalOf } from "./workflow.ts";

/** What a part of a task has from the task, or does without. */
export const PART = {
  department: "",
  field: "",
  cooperating: [],
  productRequired: false,
  decidingAuthority: null,
  dueWording: null,
  sector: null,
  leaderId: null,
  priority: "NORMAL",
  assignedOn: null,
  directive: null,
} satisfies Partial<NewTask>;

/** A task as it came to be. */
export type CreatedTask = { id: number; code: string };

/**
 * Assigns a task (domain rules "Who may do what"): leaders within their portfolio, the Office, and
 * a head as a part of one of the department's own.
 * @throws InvalidInputError for references that lead nowhere and days that cannot be
 */
export function createTask(
  actor: Actor,
  task: NewTask,
  { requestKey }: Asked = {},
): Promise<CreatedTask> {
  return database().$transaction((transaction) => {
    const work = () => createTaskIn(transaction, actor, task);
    return requestKey === undefined
      ? work()
      : once(transaction, { sender: senderOf(actor), key: requestKey }, work);
  });
}

/** The same within a transaction that does more; as late in it as can be (`keepingTally`). */
export function createTaskIn(
  transaction: Transaction,
  actor: Actor,
  task: NewTask,
): Promise<CreatedTask> {
  return keepingTally(transaction, [], async () => {
    const result = await insertTask(transaction, actor, task);
    return { result, taskIds: [result.id] };
  });
}

/** Writes a task without its part in the running sums, which the caller sees to (`keepingTally`). */
export async function insertTask(
  transaction: Transaction,
  actor: Actor,
  given: NewTask,
): Promise<CreatedTask> {
  const parent = given.parent === null ? null : await parentOf(transaction, actor, given.parent);
  const task = parent ? withinParent(given, parent) : given;
  const references = await resolveReferences(transaction, task, parent ?? {});
  if (!parent && actor !== SYSTEM && !mayAssign(actor, references.leadDepartmentId)) {
    throw actor.role === "VICE_CHAIRMAN"
      ? new ForbiddenError({ key: "work.refusal.outsidePortfolio" })
      : new ForbiddenError({ key: "work.refusal.mayNotAssign" });
  }
  const { assignedOn, dueOn } = daysOf(task);
  const code = await nextCode(transaction, assignedOn, parent);
  const events: TaskEvent[] = [
    {
      kind: "ASSIGNED",
      on: assignedOn,
      dueOn,
      departmentId: references.leadDepartmentId,
      fieldId: references.fieldId,
    },
    ...(references.assigneeId === null
      ? []
      : [{ kind: "HANDED_OVER" as const, on: assignedOn, assigneeId: references.assigneeId }]),
  ];
  const id = await insertRecord(transaction, { task, references, code, parent, events });
  await transaction.taskEvent.createMany({
    data: events.map((event, index) => ({
      ...eventRecordOf(event),
      ...authorOf(actor),
      taskId: id,
      sequence: index + 1,
    })),
  });
  if (!parent) await writeDerived(transaction, id, derivedRecordsOf(id, events));
  await tellOfAssignment(transaction, actor, id, references);
  return { id, code };
}

type Parent = { id: number; code: string; department: string; field: string };

/** The task that a head plans a part of. @throws NotFoundError when it is not to be seen */
async function parentOf(transaction: Transaction, actor: Actor, id: number): Promise<Parent> {
  const [seen] = await transaction.$queryRaw<{ id: number }[]>`
    select id from task where id = ${id} and ${visibleTasks(taskScopeOf(actor))} for update`;
  if (!seen) throw new NotFoundError();
  const { leadDepartment, field, ...task } = await transaction.task.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      code: true,
      status: true,
      parentId: true,
      assigneeId: true,
      leadDepartmentId: true,
      leadDepartment: { select: { code: true } },
      field: { select: { code: true } },
    },
  });
  const facts = { ...task, isSubTask: task.parentId !== null };
  if (!mayDo(actor, "addSubTask", facts, { officeConfirms: false })) {
    throw new ForbiddenError({ key: "work.refusal.role", values: { verb: "addSubTask" } });
  }
  const refusal = refusalOf("addSubTask", {
    status: task.status,
    hasDeadline: true,
    extensionPending: false,
  });
  if (refusal) throw new ConflictError(refusal);
  return { id, code: task.code, department: leadDepartment.code, field: field.code };
}

/** A part of a task belongs where the task does. */
function withinParent(task: NewTask, { department, field }: Parent): NewTask {
  return { ...task, ...PART, assignedOn: task.assignedOn, department, field };
}

function daysOf({ assignedOn, dueOn }: NewTask): {
  assignedOn: CivilDate;
  dueOn: CivilDate | null;
} {
  const today = businessToday();
  const day = assignedOn ?? today;
  if (day > today) {
    throw new InvalidInputError([{ path: "assignedOn", key: "work.problems.inFuture" }]);
  }
  if (dueOn !== null && dueOn < day) {
    const values = { day: dayMonthYear(day) };
    throw new InvalidInputError([
      { path: "dueOn", key: "work.problems.dueBeforeAssigned", values },
    ]);
  }
  return { assignedOn: day, dueOn };
}

/** Codes count up within a year: NV-2026-0042; a task's parts within the task: NV-2026-0042.1. */
async function nextCode(
  transaction: Transaction,
  assignedOn: CivilDate,
  parent: Parent | null,
): Promise<string> {
  if (parent) {
    const parts = await transaction.task.count({ where: { parentId: parent.id } });
    return `${parent.code}.${parts + 1}`;
  }
  const year = assignedOn.slice(0, 4);
  await transaction.$executeRaw`select pg_advisory_xact_lock(hashtext('task-code'), ${Number(year)}::int)`;
  const [row] = await transaction.$queryRaw<{ last: number | null }[]>`
    select max(substring(code from '^NV-\\d{4}-(\\d{1,9})$')::int) as last
    from task where code like ${`NV-${year}-%`}`;
  return `NV-${year}-${String((row?.last ?? 0) + 1).padStart(4, "0")}`;
}

async function insertRecord(
  transaction: Transaction,
  given: {
    task: NewTask;
    references: References;
    code: string;
    parent: Parent | null;
    events: readonly TaskEvent[];
  },
): Promise<number> {
  const { task, references, code, parent, events } = given;
  const { cooperatingIds, ...columns } = references;
  const { id } = await transaction.task.create({
    data: {
      ...derivedRecordsOf(0, events).task,
      ...columns,
      code,
      parentId: parent?.id ?? null,
      title: task.title,
      deliverable: task.deliverable,
      productRequired: task.productRequired,
      decidingAuthority: task.decidingAuthority,
      dueWording: task.dueWording,
      priority: task.priority,
      cooperations: { create: cooperatingIds.map((departmentId) => ({ departmentId })) },
    },
    select: { id: true },
  });
  return id;
}

async function tellOfAssignment(
  transaction: Transaction,
  actor: Actor,
  taskId: number,
  { leadDepartmentId, cooperatingIds, assigneeId }: References,
): Promise<void> {
  const heads = await headsOf(transaction, [leadDepartmentId, ...cooperatingIds]);
  await notify(transaction, {
    kind: "ASSIGNED",
    taskId,
    userIds: [...heads, ...(assigneeId === null ? [] : [assigneeId])].filter(
      (userId) => userId !== actor.id,
    ),
    data: { by: actor.displayName },
  });
  await transaction.outboxMessage.create({
    data: { kind: "task.changed", data: { taskId, sequence: 1, event: "ASSIGNED" } },
  });
}
