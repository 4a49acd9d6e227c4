import { businessToday, type CivilDate, fromDatabaseDate, later } from "#lib/core/dates.ts";
import { database, type Prisma, type Transaction } from "#lib/core/db.ts";
import { dayMonthYear } from "#lib/core/entries.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  StaleError,
} from "#lib/core/errors.ts";
import { once } from "#lib/core/once.ts";
import type { NotificationData, NotificationKind } from "#lib/notifications/schema.ts";
import { notify } from "#lib/notifications/service.ts";
import { getSettings } from "#lib/periods/queries.ts";
import type { Actor } from "#lib/users/schema.ts";
import { visibleTasks } from "./lateness.ts";
import { mayDo, taskScopeOf } from "./policy.ts";
import { derivedRecordsOf, eventRecordOf } from "./records.ts";
import { type TaskTimeline, timelineOf } from "./rules.ts";
import { type TaskEvent, taskEventSchema } from "./schema.ts";
import { keepingTally } from "./tally.ts";
import type { TaskVerb } from "./verbs.ts";
import { dayProblem, refusalOf } from "./workflow.ts";

/*
 * The one way in which a task changes: its row is locked, the right and the state are asked,
 * and history, what follows from it, notifications and the outbox are written together.
 */

/** How a request is known: which version it looked at, and its own key, by which it is done once. */
export type Asked = { version?: number | undefined; requestKey?: string | undefined };

/** A locked task as it stands. */
export type TaskState = Omit<TaskTimeline, "spells" | "phases" | "departmentId"> & {
  id: number;
  code: string;
  version: number;
  leadDepartmentId: number;
  assigneeId: number | null;
  leaderId: number | null;
  parentId: number | null;
  productRequired: boolean;
  events: TaskEvent[];
  /** Nothing takes effect before it: the last date in the history. */
  lastOn: CivilDate;
  /** The request that waits for its decision. */
  extension: PendingExtension | null;
};

export type PendingExtension = {
  id: number;
  newDueOn: CivilDate;
  requestedOn: CivilDate;
  requestedById: number | null;
};

/** What a verb does to a task. */
export type Change = {
  events: readonly { event: TaskEvent; note?: string | null }[];
  columns?: Prisma.TaskUncheckedUpdateInput;
  /** What else belongs to it; `sequence` is that of its first event. */
  also?: (sequence: number) => Promise<{ extensionId: number } | undefined>;
  news?: readonly { kind: NotificationKind; userIds: readonly number[]; data?: NotificationData }[];
};

/** A task after a change. */
export type Changed = {
  id: number;
  version: number;
  /** The request that it made, where it made one. */
  extensionId?: number;
};

/** The columns and references of a person or machine in the history. */
export function authorOf(actor: Actor): { actorId: number | null; tokenId: number | null } {
  return { actorId: actor.id, tokenId: actor.tokenId ?? null };
}

/** Whose request keys these are. */
export function senderOf({ id, tokenId }: Actor): string {
  return id !== null ? `user:${id}` : `token:${tokenId ?? 0}`;
}

/**
 * Changes a task by a verb, in one transaction.
 * @param decide what the verb comes to, for the task as it stands; throws what does not fit
 * @throws NotFoundError when the actor may not see it
 * @throws ForbiddenError when the verb is not the actor's
 * @throws ConflictError when its state does not allow it
 * @throws StaleError when it is no longer the version that was looked at
 */
export async function changeTask(
  actor: Actor,
  id: number,
  verb: TaskVerb,
  { version, requestKey }: Asked,
  decide: (task: TaskState, transaction: Transaction) => Promise<Change>,
): Promise<Changed> {
  const settings = await getSettings();
  return database().$transaction(async (transaction) => {
    const work = async (): Promise<Changed> => {
      const task = await lockTask(transaction, actor, id);
      const facts = { ...task, isSubTask: task.parentId !== null };
      if (!mayDo(actor, verb, facts, settings)) {
        throw new ForbiddenError({ key: "work.refusal.role", values: { verb } });
      }
      const refusal = refusalOf(verb, {
        status: task.status,
        hasDeadline: task.dueOn !== null,
        extensionPending: task.extension !== null,
      });
      if (refusal) throw new ConflictError(refusal);
      if (version !== undefined && version !== task.version) {
        throw await staleError(transaction, task);
      }
      const change = await decide(task, transaction);
      return keepingTally(transaction, [id], async () => ({
        result: await write(transaction, actor, task, change),
        taskIds: [id],
      }));
    };
    return requestKey === undefined
      ? work()
      : once(transaction, { sender: senderOf(actor), key: requestKey }, work);
  });
}

async function lockTask(transaction: Transaction, actor: Actor, id: number): Promise<TaskState> {
  const [seen] = await transaction.$queryRaw<{ id: number }[]>`
    select id from task where id = ${id} and ${visibleTasks(taskScopeOf(actor))} for update`;
  if (!seen) throw new NotFoundError();
  const record = await transaction.task.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      code: true,
      version: true,
      leadDepartmentId: true,
      assigneeId: true,
      leaderId: true,
      parentId: true,
      productRequired: true,
      extensions: {
        where: { decision: null },
        select: { id: true, newDueOn: true, requestedOn: true, requestedById: true },
      },
      events: { orderBy: { sequence: "asc" }, select: { kind: true, on: true, data: true } },
    },
  });
  const events = record.events.map(({ kind, on, data }) =>
    taskEventSchema.parse({ ...Object(data), kind, on: fromDatabaseDate(on) }),
  );
  const { spells: _spells, phases: _phases, departmentId: _, ...timeline } = timelineOf(events);
  const [pending] = record.extensions;
  return {
    ...record,
    ...timeline,
    events,
    lastOn: events.map(({ on }) => on).reduce(later),
    extension: pending
      ? {
          ...pending,
          newDueOn: fromDatabaseDate(pending.newDueOn),
          requestedOn: fromDatabaseDate(pending.requestedOn),
        }
      : null,
  };
}

/** Says who changed the task last, and what its figures are now. */
async function staleError(transaction: Transaction, task: TaskState): Promise<StaleError> {
  const last = await transaction.taskEvent.findFirst({
    where: { taskId: task.id },
    orderBy: { sequence: "desc" },
    select: {
      kind: true,
      actor: { select: { displayName: true } },
      token: { select: { name: true } },
    },
  });
  const record = await transaction.task.findUniqueOrThrow({
    where: { id: task.id },
    select: {
      title: true,
      deliverable: true,
      decidingAuthority: true,
      dueWording: true,
      priority: true,
    },
  });
  const texts = Object.entries({ ...record, dueOn: task.dueOn, progress: task.progress });
  return new StaleError(
    {
      key: "work.refusal.changed",
      values: {
        by: last?.actor?.displayName ?? last?.token?.name ?? "",
        event: last?.kind ?? "EDITED",
      },
    },
    {
      version: String(task.version),
      ...Object.fromEntries(texts.map(([name, value]) => [name, String(value ?? "")])),
    },
  );
}

async function write(
  transaction: Transaction,
  actor: Actor,
  task: TaskState,
  { events, columns, also, news = [] }: Change,
): Promise<Changed> {
  const { id } = task;
  const sequence = task.events.length + 1;
  await transaction.taskEvent.createMany({
    data: events.map(({ event, note }, index) => ({
      ...eventRecordOf(event),
      ...authorOf(actor),
      taskId: id,
      sequence: sequence + index,
      note: note ?? null,
    })),
  });
  const all = [...task.events, ...events.map(({ event }) => event)];
  const derived = derivedRecordsOf(id, all);
  const { count } = await transaction.task.updateMany({
    where: { id, version: task.version },
    data: { ...derived.task, ...columns, version: { increment: 1 } },
  });
  if (count !== 1) throw new Error(`Task ${id} changed while it was locked`);
  if (task.parentId === null) await writeDerived(transaction, id, derived);
  const made = (await also?.(sequence)) ?? {};
  for (const { kind, userIds, data } of news) {
    await notify(transaction, {
      kind,
      taskId: id,
      userIds: userIds.filter((userId) => userId !== actor.id),
      data: { by: actor.displayName, ...data },
    });
  }
  await transaction.outboxMessage.createMany({
    data: events.map(({ event }, index) => ({
      kind: "task.changed",
      data: { taskId: id, sequence: sequence + index, event: event.kind },
    })),
  });
  return { id, version: task.version + 1, ...made };
}

/** Rewrites a task's late spells and phases as its history has them. */
export async function writeDerived(
  transaction: Transaction,
  taskId: number,
  { spells, phases }: Pick<ReturnType<typeof derivedRecordsOf>, "spells" | "phases">,
): Promise<void> {
  await transaction.overdueSpell.deleteMany({ where: { taskId } });
  await transaction.taskPhase.deleteMany({ where: { taskId } });
  await transaction.overdueSpell.createMany({ data: spells });
  await transaction.taskPhase.createMany({ data: phases });
}

/**
 * The business date of a verb: as given, else today.
 * @throws InvalidInputError when it is in the future or before what has happened already
 */
export function effectiveDay(
  on: CivilDate | null,
  task: Pick<TaskState, "lastOn">,
  path = "on",
): CivilDate {
  const today = businessToday();
  const day = on ?? later(today, task.lastOn);
  const problem = dayProblem(day, { today: later(today, task.lastOn), notBefore: task.lastOn });
  if (problem) {
    throw new InvalidInputError([
      { path, key: problem, values: { day: dayMonthYear(task.lastOn) } },
    ]);
  }
  return day;
}
