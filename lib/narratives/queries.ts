import { businessToday, type CivilMonth } from "#lib/core/dates.ts";
import { database, Prisma, type Transaction } from "#lib/core/db.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { periodOf, readPeriod } from "#lib/periods/rules.ts";
import type { Period } from "#lib/periods/schema.ts";
import { lateTasks } from "#lib/tasks/lateness.ts";
import type {
  ClosedBy,
  GivenReason,
  LateReasonKind,
  NarrativeSection,
  Unexplained,
} from "./schema.ts";

/*
 * What the report and the closing of a month read of its narrative: nobody asks in person, so
 * there is no viewer; whoever calls has checked that the report may be read or the month closed.
 */

/** The database, or the transaction in which a month is closed. */
type Reader = Pick<Transaction, "$queryRaw">;

/** The kinds of reasons that are offered, in their order; the same for everyone. */
export function listReasonKinds(): Promise<LateReasonKind[]> {
  return database().lateReasonKind.findMany({
    where: { active: true },
    select: { code: true, name: true, nameEn: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** All that was written for a month's report: the departments' sections and the merged ones, without a viewer. */
export function sectionsOf(
  month: CivilMonth,
  reader: Reader = database(),
): Promise<NarrativeSection[]> {
  return reader.$queryRaw<NarrativeSection[]>(Prisma.sql`
    select section.kind::text as kind, department.code as department, section.text
    from narrative_section as section
    left join department on department.id = section.department_id
    where section.month = ${month}
    order by section.kind, department.position, section.id`);
}

/** Why tasks were late in a month, by the task's id, as far as it was said; without a viewer. */
export async function reasonsOf(
  month: CivilMonth,
  reader: Reader = database(),
): Promise<Map<number, GivenReason>> {
  const rows = await reader.$queryRaw<(GivenReason & { taskId: number })[]>(Prisma.sql`
    select reason.task_id as "taskId", kind.code as kind, reason.text
    from late_reason as reason join late_reason_kind as kind on kind.id = reason.kind_id
    where reason.month = ${month}`);
  return new Map(rows.map(({ taskId, kind, text }) => [taskId, { kind, text }]));
}

/**
 * The departments with late tasks in a month, in the catalogue's order, and for how many of those
 * no reason was given; each task where it counts as late in the month. Without a viewer.
 */
export async function unexplainedLate(
  month: CivilMonth,
  reader: Reader = database(),
): Promise<Unexplained[]> {
  const period = periodOf(month, await getSettings(), businessToday());
  return reader.$queryRaw<Unexplained[]>(Prisma.sql`
    select department.code as department, count(*)::int as late,
      count(*) filter (where reason.task_id is null)::int as unexplained
    from (${lateTasks(period)}) as late
    join department on department.id = late.first_department_id
    left join late_reason as reason on reason.task_id = late.task_id and reason.month = ${month}
    group by department.id
    order by department.position, department.id`);
}

/** Who closed a month; null while it is open. */
export async function closingOf(
  month: CivilMonth,
  reader: Reader = database(),
): Promise<ClosedBy | null> {
  const [closing] = await reader.$queryRaw<ClosedBy[]>(Prisma.sql`
    select closing.closed_at as at, coalesce(person.display_name, token.name, '') as by
    from period_closing as closing
    left join user_account as person on person.id = closing.closed_by_id
    left join api_token as token on token.id = closing.closed_by_token_id
    where closing.month = ${month} and closing.reopened_at is null`);
  return closing ?? null;
}

/** The period of a month that the register has. @throws NotFoundError for one before it or to come */
export async function knownPeriod(month: CivilMonth): Promise<Period> {
  const read = readPeriod({ period: month }, await getSettings(), businessToday());
  if (!read.ok) throw new NotFoundError();
  return read.period;
}
