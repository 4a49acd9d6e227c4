import { businessToday, type CivilDate, fromDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { catalogueName } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { listLeaders, listWorkers, type PersonChoice } from "#lib/users/queries.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { visibleTasks } from "./lateness.ts";
import { mayDo, taskScopeOf } from "./policy.ts";
import type { TaskStatus } from "./schema.ts";
import { TASK_VERBS, type TaskVerb } from "./verbs.ts";
import { refusalOf } from "./workflow.ts";

/** What someone can do with a task now, and what the forms for it begin with. */
export type TaskWork = {
  id: number;
  code: string;
  title: string;
  version: number;
  status: TaskStatus;
  progress: number;
  assignedOn: CivilDate;
  dueOn: CivilDate | null;
  productRequired: boolean;
  leadDepartmentId: number;
  assigneeId: number | null;
  verbs: TaskVerb[];
  extension: WaitingExtension | null;
  /** What was handed in and waits for its confirmation. */
  submission: { completedOn: CivilDate; note: string | null } | null;
};

export type WaitingExtension = {
  id: number;
  newDueOn: CivilDate;
  requestedOn: CivilDate;
  reason: string;
  objective: boolean;
  requestedBy: string | null;
};

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

/** A part of a task, in its department's plan. */
export type SubTask = {
  id: number;
  code: string;
  title: string;
  status: TaskStatus;
  progress: number;
  dueOn: CivilDate | null;
  assignee: string | null;
};

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

type Choice = { value: string; label: string };

/** What the forms of the verbs choose from, in the reader's language. */
export type VerbChoices = {
  today: CivilDate;
  workers: Choice[];
  leaders: Choice[];
  departments: Choice[];
  fields: Choice[];
  sectors: Choice[];
};

/** @param departmentId whose people can be given the task; null where nobody is to be chosen */
export async function getVerbChoices(
  departmentId: number | null,
  locale: Locale,
): Promise<VerbChoices> {
  const [workers, leaders, departments, fields, sectors] = await Promise.all([
    departmentId === null ? [] : listWorkers(departmentId),
    listLeaders(),
    listDepartments(),
    listFields(),
    listSectors(),
  ]);
  const person = ({ id, name }: PersonChoice) => ({ value: String(id), label: name });
  const entry = (each: { code: string; name: string; nameEn: string }) => ({
    value: each.code,
    label: catalogueName(each, locale),
  });
  const offered = <Entry extends { active: boolean }>(entries: readonly Entry[]) =>
    entries.filter(({ active }) => active);
  return {
    today: businessToday(),
    workers: workers.map(person),
    leaders: leaders.map(person),
    departments: offered(departments).map(entry),
    fields: offered(fields).map(entry),
    sectors: sectors.map(entry),
  };
}
