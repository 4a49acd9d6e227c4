import { addDays, type CivilDate, fromDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { getWorkCalendar, listClosedPeriods } from "#lib/periods/queries.ts";
import { closedMonthOf, workingDaysBetween } from "#lib/periods/rules.ts";
import type { ClosedPeriod } from "#lib/periods/schema.ts";
import { taskEventSchema } from "./schema.ts";
import type { TaskDetail, TaskEventRecord, TaskListItem } from "./views.ts";

/*
 * What a task's page shows beyond its line in a list. Nothing here asks who is looking:
 * `getTask` does, before it comes here.
 */

const optionalDate = (date: Date | null): CivilDate | null => date && fromDatabaseDate(date);

const named = { select: { displayName: true } } as const;
const coded = { select: { code: true } } as const;

async function recordOf(id: number) {
  return database().task.findUniqueOrThrow({
    where: { id },
    select: {
      deliverable: true,
      decidingAuthority: true,
      dueWording: true,
      priority: true,
      submittedOn: true,
      cancelledOn: true,
      directive: { select: { abstract: true } },
      leader: { select: { login: true } },
      assignee: { select: { login: true } },
      spells: {
        orderBy: { sequence: "asc" },
        select: {
          dueOn: true,
          fromOn: true,
          toOn: true,
          endedBy: true,
          continuing: true,
          department: coded,
          field: coded,
        },
      },
      extensions: {
        orderBy: [{ requestedOn: "asc" }, { id: "asc" }],
        select: {
          id: true,
          oldDueOn: true,
          newDueOn: true,
          reason: true,
          requestedOn: true,
          requestedBy: named,
          decision: true,
          decidedOn: true,
          decidedBy: named,
          decisionNote: true,
        },
      },
      events: {
        orderBy: { sequence: "asc" },
        select: {
          sequence: true,
          kind: true,
          on: true,
          at: true,
          data: true,
          note: true,
          actor: named,
          token: { select: { name: true } },
          import: { select: { id: true, fileName: true } },
        },
      },
    },
  });
}

type TaskRecord = Awaited<ReturnType<typeof recordOf>>;

function historyOf(
  events: TaskRecord["events"],
  closed: readonly ClosedPeriod[],
): TaskEventRecord[] {
  return events.map(({ sequence, kind, on, at, data, note, actor, token, import: file }) => {
    const event = taskEventSchema.parse({ ...Object(data), kind, on: fromDatabaseDate(on) });
    const dates = event.kind === "SUBMITTED" ? [event.on, event.completedOn] : [event.on];
    return {
      sequence,
      event,
      at,
      actor: actor?.displayName ?? token?.name ?? null,
      note,
      afterClosing: closedMonthOf(dates, at, closed),
      importId: file?.id ?? null,
      importFile: file?.fileName ?? null,
    };
  });
}

/** Positions of those to whom the task was ever handed. */
async function peopleIn(history: readonly TaskEventRecord[]): Promise<Record<number, string>> {
  const ids = history.flatMap(({ event }) =>
    event.kind === "HANDED_OVER" && event.assigneeId !== null ? [event.assigneeId] : [],
  );
  const people = await database().user.findMany({
    where: { id: { in: ids } },
    select: { id: true, displayName: true },
  });
  return Object.fromEntries(people.map(({ id, displayName }) => [id, displayName]));
}

async function workingDaysLate(item: TaskListItem, asOf: CivilDate): Promise<number | null> {
  const { dueOn, daysLate } = item;
  if (dueOn === null || daysLate === null) return null;
  const until = item.completedOn ?? asOf;
  return workingDaysBetween(dueOn, until, await getWorkCalendar(addDays(dueOn, 1), until));
}

/** Adds to a task's line all that its page shows. */
export async function detailOf(item: TaskListItem, asOf: CivilDate): Promise<TaskDetail> {
  const [record, lateWorkingDays, closed] = await Promise.all([
    recordOf(item.id),
    workingDaysLate(item, asOf),
    listClosedPeriods(),
  ]);
  const { directive, leader, assignee, spells, extensions, events, ...rest } = record;
  const { submittedOn, cancelledOn, ...own } = rest;
  const history = historyOf(events, closed);
  return {
    ...item,
    ...own,
    submittedOn: optionalDate(submittedOn),
    cancelledOn: optionalDate(cancelledOn),
    directiveAbstract: directive?.abstract ?? null,
    leaderLogin: leader?.login ?? null,
    assigneeLogin: assignee?.login ?? null,
    workingDaysLate: lateWorkingDays,
    spells: spells.map(({ dueOn, fromOn, toOn, department, field, ...spell }) => ({
      ...spell,
      dueOn: fromDatabaseDate(dueOn),
      fromOn: fromDatabaseDate(fromOn),
      toOn: optionalDate(toOn),
      department: department.code,
      field: field.code,
    })),
    extensions: extensions.map((extension) => ({
      ...extension,
      oldDueOn: fromDatabaseDate(extension.oldDueOn),
      newDueOn: fromDatabaseDate(extension.newDueOn),
      requestedOn: fromDatabaseDate(extension.requestedOn),
      requestedBy: extension.requestedBy?.displayName ?? null,
      decidedOn: optionalDate(extension.decidedOn),
      decidedBy: extension.decidedBy?.displayName ?? null,
    })),
    history,
    people: await peopleIn(history),
    asOf,
  };
}
