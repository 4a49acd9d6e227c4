import type { CivilDate } from "#lib/core/dates.ts";
import { Prisma } from "#lib/core/db.ts";
import type { TaskStatus, Timeliness } from "./schema.ts";

/** How a task stood at the end of a day, as SQL over the table `task` and these `joins`. */
export type Standing = {
  asOf: CivilDate;
  /** The last deadline that counts as due soon on that day. */
  dueSoonUntil: CivilDate;
  joins: Prisma.Sql;
  /** Whether the task was neither finished nor cancelled. */
  open: Prisma.Sql;
  completed: Prisma.Sql;
  overdue: Prisma.Sql;
  paused: Prisma.Sql;
  status: Prisma.Sql;
  dueOn: Prisma.Sql;
  departmentId: Prisma.Sql;
  fieldId: Prisma.Sql;
  /** Day of its completion, null while it was open. */
  completedOn: Prisma.Sql;
  /** Progress in percent; costs a look into the history of each task it is asked of. */
  progress: Prisma.Sql;
};

/** Today's standing is in the task's own row: nothing in the register is dated later. */
function standingToday(asOf: CivilDate, dueSoonUntil: CivilDate): Standing {
  const open = Prisma.sql`(task.completed_on is null and task.cancelled_on is null)`;
  return {
    asOf,
    dueSoonUntil,
    joins: Prisma.empty,
    open,
    completed: Prisma.sql`task.completed_on is not null`,
    overdue: Prisma.sql`(${open} and task.status <> 'PAUSED' and task.due_on < ${asOf}::date)`,
    paused: Prisma.sql`task.status = 'PAUSED'`,
    status: Prisma.sql`task.status`,
    dueOn: Prisma.sql`task.due_on`,
    departmentId: Prisma.sql`task.lead_department_id`,
    fieldId: Prisma.sql`task.field_id`,
    completedOn: Prisma.sql`task.completed_on`,
    progress: Prisma.sql`task.progress`,
  };
}

/** An earlier day's standing is in the phase and the late spell that covered it. */
function standingThen(asOf: CivilDate, dueSoonUntil: CivilDate): Standing {
  const phaseOr = (phase: Prisma.Sql, own: Prisma.Sql) =>
    Prisma.sql`case when phase.task_id is not null then ${phase} else ${own} end`;
  return {
    asOf,
    dueSoonUntil,
    joins: Prisma.sql`
      left join task_phase as phase on phase.task_id = task.id
        and daterange(phase.from_on, phase.to_on, '[)') @> ${asOf}::date
      left join overdue_spell as spell on spell.task_id = task.id
        and daterange(spell.from_on, spell.to_on, '[]') @> ${asOf}::date
        and coalesce(spell.to_on > ${asOf}::date, true)`,
    open: Prisma.sql`phase.task_id is not null`,
    completed: Prisma.sql`task.completed_on <= ${asOf}::date`,
    overdue: Prisma.sql`spell.task_id is not null`,
    paused: Prisma.sql`phase.status is not distinct from 'PAUSED'`,
    status: phaseOr(Prisma.sql`phase.status`, Prisma.sql`task.status`),
    dueOn: phaseOr(Prisma.sql`phase.due_on`, Prisma.sql`task.due_on`),
    departmentId: phaseOr(Prisma.sql`phase.department_id`, Prisma.sql`task.lead_department_id`),
    fieldId: phaseOr(Prisma.sql`phase.field_id`, Prisma.sql`task.field_id`),
    completedOn: Prisma.sql`case when task.completed_on <= ${asOf}::date then task.completed_on end`,
    progress: Prisma.sql`case when task.completed_on <= ${asOf}::date then 100 else coalesce((
      select (event.data ->> 'progress')::int from task_event as event
      where event.task_id = task.id and event.kind = 'PROGRESSED' and event.effective_on <= ${asOf}::date
      order by event.sequence desc limit 1), 0) end`,
  };
}

/**
 * The standing of tasks at the end of the day `asOf` (domain rules "Overdue is an interval").
 * The tables hold one truth in two shapes: the task's own row as of today, phases and spells
 * as of any day; the first is there because it can be indexed as a whole.
 */
export function standingAt(asOf: CivilDate, today: CivilDate, dueSoonUntil: CivilDate): Standing {
  return asOf >= today ? standingToday(asOf, dueSoonUntil) : standingThen(asOf, dueSoonUntil);
}

const OPEN_STATUSES: readonly TaskStatus[] = ["ASSIGNED", "IN_PROGRESS", "SUBMITTED", "PAUSED"];
const OPEN_TIMELINESSES: readonly Timeliness[] = ["ON_TRACK", "DUE_SOON", "OVERDUE"];

/** The tasks that stood in one of these states. */
export function inStatus(standing: Standing, statuses: readonly TaskStatus[]): Prisma.Sql {
  const among = Prisma.sql`${standing.status} = any(${[...statuses]}::"TaskStatus"[])`;
  const allOpen = statuses.every((status) => OPEN_STATUSES.includes(status));
  return allOpen ? Prisma.sql`(${standing.open} and ${among})` : among;
}

function isOf(standing: Standing, timeliness: Timeliness): Prisma.Sql {
  const { open, overdue, completed, completedOn, dueOn } = standing;
  const dueSoon = Prisma.sql`(not ${standing.paused}
    and ${dueOn} between ${standing.asOf}::date and ${standing.dueSoonUntil}::date)`;
  switch (timeliness) {
    case "OVERDUE":
      return overdue;
    case "DUE_SOON":
      return Prisma.sql`(${open} and not ${overdue} and ${dueSoon})`;
    case "ON_TRACK":
      return Prisma.sql`(${open} and not ${overdue} and ${dueOn} is not null and not ${dueSoon})`;
    case "NO_DEADLINE":
      return Prisma.sql`((${open} or ${completed}) and ${dueOn} is null)`;
    case "ON_TIME":
      return Prisma.sql`(${completed} and ${completedOn} <= ${dueOn})`;
    case "LATE":
      return Prisma.sql`(${completed} and ${completedOn} > ${dueOn})`;
  }
}

/** The tasks of one of these classes; a cancelled one is of none (`timelinessOf` says the same). */
export function inTimeliness(standing: Standing, classes: readonly Timeliness[]): Prisma.Sql {
  const any = Prisma.join(
    classes.map((timeliness) => isOf(standing, timeliness)),
    " or ",
  );
  const allOpen = classes.every((timeliness) => OPEN_TIMELINESSES.includes(timeliness));
  return allOpen ? Prisma.sql`(${standing.open} and (${any}))` : Prisma.sql`(${any})`;
}
