import { addDays, type CivilDate, fromDatabaseDate, toDatabaseDate } from "#lib/core/dates.ts";
import { database, type Transaction } from "#lib/core/db.ts";
import { log } from "#lib/core/log.ts";
import { getWorkCalendar } from "#lib/periods/queries.ts";
import { createTaskIn } from "#lib/tasks/assign.ts";
import { newTaskSchema } from "#lib/tasks/verbs.ts";
import { type Role, SYSTEM } from "#lib/users/schema.ts";
import { LONGEST_SHIFT_DAYS, type Occurrence, occurrencesDue, turnOf } from "./rules.ts";
import { LEAD_DAYS } from "./schema.ts";

/**
 * Makes the tasks that are to be made by today: each so many days before its deadline, or as soon
 * after as this runs, but none whose deadline has passed. However often this runs, and in
 * however many processes, each is made once.
 * @returns how many were made now
 * @throws AggregateError when some could not be made; the others are
 */
export async function makeOccurrences(today: CivilDate): Promise<number> {
  const recurrences = await database().recurrence.findMany({
    where: { stoppedAt: null },
    orderBy: { id: "asc" },
  });
  const calendar = await getWorkCalendar(
    addDays(today, -2 * LONGEST_SHIFT_DAYS),
    addDays(today, LEAD_DAYS.max + 2 * LONGEST_SHIFT_DAYS),
  );
  const failures: unknown[] = [];
  let made = 0;
  for (const { id, leadDays, ...pattern } of recurrences) {
    const startsOn = fromDatabaseDate(pattern.startsOn);
    const endsOn = pattern.endsOn && fromDatabaseDate(pattern.endsOn);
    const due = occurrencesDue(
      { ...pattern, startsOn, endsOn },
      today,
      addDays(today, leadDays),
      calendar,
    );
    try {
      for (const occurrence of due) if (await make(id, occurrence)) made += 1;
    } catch (error) {
      log.error({ err: error, recurrence: id }, "recurring task not made");
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Recurring tasks were not made");
  return made;
}

/** Makes one task, unless it is made already. @returns whether it was made now */
async function make(recurrenceId: number, { nominalOn, dueOn }: Occurrence): Promise<boolean> {
  return database().$transaction(async (transaction) => {
    const recurrence = await lockGoing(transaction, recurrenceId);
    if (!recurrence) return false;
    const { leadDepartment, field, sector, leader, cooperations, frequency, ...content } =
      recurrence;
    const turn = turnOf(frequency, nominalOn);
    const made = await transaction.recurrenceOccurrence.count({
      where: {
        recurrenceId,
        nominalOn: { gte: toDatabaseDate(turn.from), lte: toDatabaseDate(turn.to) },
      },
    });
    // Once a turn, also where its day was changed after the task was made.
    if (made > 0) return false;
    const task = await createTaskIn(
      transaction,
      SYSTEM,
      newTaskSchema.parse({
        ...content,
        dueOn,
        department: leadDepartment.code,
        field: field.code,
        sector: sector?.code ?? null,
        leaderId: leader && leadsStill(leader) ? leader.id : null,
        cooperating: cooperations.map(({ department }) => department.code),
      }),
    );
    await transaction.recurrenceOccurrence.create({
      data: { recurrenceId, nominalOn: toDatabaseDate(nominalOn), taskId: task.id },
    });
    return true;
  });
}

/** Holds the recurring task against others who make from it, or change it; null once it is stopped. */
async function lockGoing(transaction: Transaction, id: number) {
  await transaction.$queryRaw`select 1 from recurrence where id = ${id} for update`;
  const coded = { select: { code: true } } as const;
  return transaction.recurrence.findFirst({
    where: { id, stoppedAt: null },
    select: {
      title: true,
      deliverable: true,
      decidingAuthority: true,
      priority: true,
      frequency: true,
      leadDepartment: coded,
      field: coded,
      sector: coded,
      leader: { select: { id: true, role: true, disabledAt: true } },
      cooperations: { select: { department: coded } },
    },
  });
}

/** Whoever has left, or leads no more, is in charge of nothing new. */
function leadsStill({ role, disabledAt }: { role: Role; disabledAt: Date | null }): boolean {
  return disabledAt === null && (role === "CHAIRMAN" || role === "VICE_CHAIRMAN");
}
