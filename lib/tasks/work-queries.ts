import { fromDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { getSettings } from "#lib/periods/queries.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { visibleTasks } from "./lateness.ts";
import { mayDo, taskScopeOf } from "./policy.ts";
import { TASK_VERBS } from "./verbs.ts";
import type { SubTask, TaskWork } from "./views.ts";
import { refusalOf } from "./workflow.ts";

/** The work that a viewer can do on these tasks, by their ids; those not to be seen are left out. */
export async function workOn(
  viewer: CurrentUser,
  taskIds: readonly number[],
): Promise<Map<number, TaskWork>> {
  const [settings, visible] = await Promise.all([
    getSettings(),
    database().$queryRaw<{ id: number }[]>`
      select id from task
      where id = any(${[...taskIds]}::int[]) and ${visibleTasks(taskScopeOf(viewer))}`,
  ]);
  const tasks = await database().task.findMany({
    where: { id: { in: visible.map(({ id }) => id) } },
    select: {
      id: true,
      code: true,
      title: true,
      version: true,
      status: true,
      progress: true,
      assignedOn: true,
      dueOn: true,
      productRequired: true,
      leadDepartmentId: true,
      assigneeId: true,
      parentId: true,
      submittedOn: true,
      events: {
        where: { kind: "SUBMITTED" },
        orderBy: { sequence: "desc" },
        take: 1,
        select: { note: true },
      },
      extensions: {
        where: { decision: null },
        select: {
          id: true,
          newDueOn: true,
          requestedOn: true,
          reason: true,
          objective: true,
          requestedBy: { select: { displayName: true } },
        },
      },
    },
  });
  return new Map(
    tasks.map(({ extensions: [pending], events: [last], ...record }) => {
      const { parentId, assignedOn, dueOn, submittedOn, ...task } = record;
      const facts = { ...task, isSubTask: parentId !== null };
      const state = {
        status: task.status,
        hasDeadline: dueOn !== null,
        extensionPending: pending !== undefined,
      };
      const work: TaskWork = {
        ...task,
        assignedOn: fromDatabaseDate(assignedOn),
        dueOn: dueOn && fromDatabaseDate(dueOn),
        verbs: TASK_VERBS.filter(
          (verb) => mayDo(viewer, verb, facts, settings) && refusalOf(verb, state) === null,
        ),
        extension: pending
          ? {
              ...pending,
              newDueOn: fromDatabaseDate(pending.newDueOn),
              requestedOn: fromDatabaseDate(pending.requestedOn),
              requestedBy: pending.requestedBy?.displayName ?? null,
            }
          : null,
        submission:
          task.status === "SUBMITTED" && submittedOn
            ? { completedOn: fromDatabaseDate(submittedOn), note: last?.note ?? null }
            : null,
      };
      return [task.id, work];
    }),
  );
}

/** The parts into which a task is planned, for those who see them: cooperating departments do not. */
export async function subTasksOf(viewer: CurrentUser, taskId: number): Promise<SubTask[]> {
  const seen = await database().$queryRaw<{ id: number }[]>`
    select id from task where parent_id = ${taskId} and ${visibleTasks(taskScopeOf(viewer))}`;
  const parts = await database().task.findMany({
    where: { id: { in: seen.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      code: true,
      title: true,
      status: true,
      progress: true,
      dueOn: true,
      assignee: { select: { displayName: true } },
    },
  });
  return parts.map(({ dueOn, assignee, ...part }) => ({
    ...part,
    dueOn: dueOn && fromDatabaseDate(dueOn),
    assignee: assignee?.displayName ?? null,
  }));
}
