import { addDays, businessToday, type CivilDate, fromDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { getWorkCalendar } from "#lib/periods/queries.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { plannedDepartmentIds } from "./policy.ts";
import { LONGEST_SHIFT_DAYS, occurrencesDue } from "./rules.ts";
import type { RecurrenceView } from "./schema.ts";

/** How far ahead deadlines are looked for; there is one in every quarter. */
const AHEAD_DAYS = 200;
const DEADLINES_SHOWN = 3;

const coded = { select: { code: true } } as const;

/** The recurring tasks that a viewer plans, those that go on first, by their titles. */
export async function listRecurrences(viewer: Viewer): Promise<RecurrenceView[]> {
  const departmentIds = plannedDepartmentIds(viewer);
  const rows = await database().recurrence.findMany({
    where: departmentIds === null ? {} : { leadDepartmentId: { in: [...departmentIds] } },
    orderBy: [{ stoppedAt: { sort: "asc", nulls: "first" } }, { title: "asc" }, { id: "asc" }],
    select: {
      id: true,
      version: true,
      title: true,
      deliverable: true,
      leadDepartment: coded,
      field: coded,
      sector: coded,
      leaderId: true,
      leader: { select: { displayName: true } },
      decidingAuthority: true,
      priority: true,
      frequency: true,
      dueDay: true,
      shift: true,
      leadDays: true,
      startsOn: true,
      endsOn: true,
      stoppedAt: true,
      cooperations: {
        orderBy: { department: { position: "asc" } },
        select: { department: coded },
      },
      _count: { select: { occurrences: true } },
    },
  });
  const today = businessToday();
  const until = addDays(today, AHEAD_DAYS);
  const calendar = await getWorkCalendar(
    addDays(today, -2 * LONGEST_SHIFT_DAYS),
    addDays(until, 2 * LONGEST_SHIFT_DAYS),
  );
  return rows.map(
    ({ leadDepartment, field, sector, leader, cooperations, stoppedAt, _count, ...own }) => {
      const recurrence = {
        ...own,
        startsOn: fromDatabaseDate(own.startsOn),
        endsOn: own.endsOn && fromDatabaseDate(own.endsOn),
      };
      const next: CivilDate[] = stoppedAt
        ? []
        : occurrencesDue(recurrence, today, until, calendar).map(({ dueOn }) => dueOn);
      return {
        ...recurrence,
        department: leadDepartment.code,
        cooperating: cooperations.map(({ department }) => department.code),
        field: field.code,
        sector: sector?.code ?? null,
        leader: leader?.displayName ?? null,
        stopped: stoppedAt !== null,
        made: _count.occurrences,
        next: next.slice(0, DEADLINES_SHOWN),
      };
    },
  );
}
