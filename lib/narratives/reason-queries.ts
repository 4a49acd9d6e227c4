import { businessToday, type CivilMonth, fromDatabaseDate } from "#lib/core/dates.ts";
import { database, Prisma } from "#lib/core/db.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { periodOf } from "#lib/periods/rules.ts";
import { lateTasks, visibleTasks } from "#lib/tasks/lateness.ts";
import { type TaskScope, taskScopeOf } from "#lib/tasks/policy.ts";
import type { SpellEnd } from "#lib/tasks/schema.ts";
import type { CurrentUser, Viewer } from "#lib/users/schema.ts";
import { mayAnswerFor, reasonScopeOf } from "./policy.ts";
import { unexplainedLate } from "./queries.ts";
import {
  type LateTaskReason,
  REASONS_AT_ONCE,
  type ReasonFilter,
  type ReasonOfMonth,
  type Unexplained,
} from "./schema.ts";

type Row = Omit<LateTaskReason, "dueOn" | "mayAnswer" | "reason" | "before"> & {
  dueOn: Date;
  departmentId: number;
  assigneeId: number | null;
  endedBy: SpellEnd | null;
  kind: string | null;
  text: string | null;
  version: number | null;
  kindBefore: string | null;
  textBefore: string | null;
  total: number;
};

/** The late tasks of a scope: as they count in the month, not as they are led today. */
function answeredIn(scope: TaskScope): Prisma.Sql {
  switch (scope.kind) {
    case "all":
      return Prisma.sql`true`;
    case "none":
      return Prisma.sql`false`;
    case "department":
      return Prisma.sql`late.first_department_id = ${scope.departmentId}`;
  }
}

function shown({ department, show }: ReasonFilter): Prisma.Sql {
  const conditions = [
    ...(department ? [Prisma.sql`department.code = ${department}`] : []),
    ...(show ? [Prisma.sql`(reason.task_id is null) = ${show === "missing"}`] : []),
  ];
  return conditions.length > 0 ? Prisma.join(conditions, " and ") : Prisma.sql`true`;
}

/**
 * The late tasks of a month that someone gives reasons for or, an officer, sees: those without a
 * reason first, then by department and deadline.
 * @param size of a page
 * @throws ForbiddenError for whoever gives no reasons
 */
export async function listLateReasons(
  viewer: CurrentUser,
  month: CivilMonth,
  filter: ReasonFilter = {},
  size = REASONS_AT_ONCE,
): Promise<{ rows: LateTaskReason[]; total: number }> {
  const scope = reasonScopeOf(viewer);
  if (scope.kind === "none") throw new ForbiddenError();
  const period = periodOf(month, await getSettings(), businessToday());
  const offset = ((filter.page ?? 1) - 1) * size;
  const rows = await database().$queryRaw<Row[]>(Prisma.sql`
    select task.id as "taskId", task.code, task.title, department.code as department,
      department.id as "departmentId", task.assignee_id as "assigneeId",
      assignee.display_name as assignee, late.last_due_on as "dueOn",
      late.carried_over as "carriedOver", late.ended_by::text as "endedBy",
      coalesce(late.ended_on, ${period.asOf}::date) - late.last_due_on as days,
      kind.code as kind, reason.text, reason.version,
      before.kind as "kindBefore", before.text as "textBefore",
      count(*) over ()::int as total
    from (${lateTasks(period)}) as late
    join task on task.id = late.task_id
    join department on department.id = late.first_department_id
    left join user_account as assignee on assignee.id = task.assignee_id
    left join late_reason as reason on reason.task_id = task.id and reason.month = ${month}
    left join late_reason_kind as kind on kind.id = reason.kind_id
    left join lateral (
      select kind.code as kind, earlier.text
      from late_reason as earlier join late_reason_kind as kind on kind.id = earlier.kind_id
      where earlier.task_id = task.id and earlier.month < ${month}
      order by earlier.month desc limit 1
    ) as before on true
    where ${visibleTasks(taskScopeOf(viewer))} and ${answeredIn(scope)} and ${shown(filter)}
    order by reason.task_id is not null, department.position, department.id, late.last_due_on, task.id
    limit ${size} offset ${offset}`);
  return { rows: rows.map((row) => rowOf(row, viewer)), total: rows[0]?.total ?? 0 };
}

function rowOf(row: Row, viewer: CurrentUser): LateTaskReason {
  const { dueOn, departmentId, assigneeId, total: _, ...rest } = row;
  const { kind, text, version, kindBefore, textBefore, ...task } = rest;
  return {
    ...task,
    dueOn: fromDatabaseDate(dueOn),
    mayAnswer: mayAnswerFor(viewer, { departmentId, assigneeId }),
    reason: kind !== null && version !== null ? { kind, text: text ?? "", version } : null,
    before: kindBefore !== null ? { kind: kindBefore, text: textBefore ?? "" } : null,
  };
}

/** How many late tasks of a month still lack a reason, in the departments that a viewer answers for. */
export async function listUnexplained(viewer: Viewer, month: CivilMonth): Promise<Unexplained[]> {
  const scope = reasonScopeOf(viewer);
  if (scope.kind === "none") throw new ForbiddenError();
  const all = await unexplainedLate(month);
  if (scope.kind === "all") return all;
  const own = await database().department.findUnique({
    where: { id: scope.departmentId },
    select: { code: true },
  });
  return all.filter(({ department }) => department === own?.code);
}

/** Why a task was late, month by month, the latest first; nothing of a task that the viewer may not see. */
export function listReasonsOfTask(viewer: Viewer, taskId: number): Promise<ReasonOfMonth[]> {
  return database().$queryRaw<ReasonOfMonth[]>(Prisma.sql`
    select reason.month, kind.code as kind, kind.name, kind.name_en as "nameEn", reason.text,
      person.display_name as by, reason.entered_at as at
    from late_reason as reason
    join task on task.id = reason.task_id
    join late_reason_kind as kind on kind.id = reason.kind_id
    join user_account as person on person.id = reason.entered_by_id
    where reason.task_id = ${taskId} and ${visibleTasks(taskScopeOf(viewer))}
    order by reason.month desc`);
}
