import { businessToday, type CivilDate } from "#lib/core/dates.ts";
import { database, Prisma } from "#lib/core/db.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { visibleTasks } from "#lib/tasks/lateness.ts";
import { taskScopeOf } from "#lib/tasks/policy.ts";
import { type TaskEventKind, taskEventSchema } from "#lib/tasks/schema.ts";
import { standingAt } from "#lib/tasks/standing.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { type CardScope, cardScopeOf, seesDepartmentCard, seesOfficerCard } from "./policy.ts";
import { assigneeAt, cardOf, excusedDeadlines, type ObjectiveGrant } from "./rules.ts";
import type { OfficerCard, Product, Scorecards, Span } from "./schema.ts";

/** The events on which it depends who had a task in hand and which deadlines are excused. */
const TOLD: readonly TaskEventKind[] = [
  "ASSIGNED",
  "HANDED_OVER",
  "REFUSED",
  "TRANSFERRED",
  "EXTENSION_APPROVED",
  "DEADLINE_CORRECTED",
];

type Row = Omit<Product, "assigneeId" | "missed" | "excused"> & {
  missed: CivilDate[];
  events: unknown[];
  grants: ObjectiveGrant[];
};

/**
 * The tasks assigned in a span: those completed in it, and those not completed at its end whose
 * deadline had come; neither cancelled nor paused ones, nor parts of tasks.
 */
async function readProducts(viewer: Viewer, { from, asOf }: Span): Promise<Product[]> {
  const standing = standingAt(asOf, businessToday(), asOf);
  const { completed, completedOn, open, paused, dueOn, departmentId, status, joins } = standing;
  const day = (value: Prisma.Sql) => Prisma.sql`to_char(${value}, 'YYYY-MM-DD')`;
  const rows = await database().$queryRaw<Row[]>`
    select task.id, task.code, task.title, ${visibleTasks(taskScopeOf(viewer))} as visible,
      department.code as department, ${status}::text as status, ${day(dueOn)} as "dueOn",
      ${day(completedOn)} as "completedOn", task.return_count as returns,
      array(select distinct ${day(Prisma.sql`spell.due_on`)} from overdue_spell as spell
        where spell.task_id = task.id and spell.from_on <= ${asOf}::date order by 1) as missed,
      array(select event.data || jsonb_build_object('kind', event.kind, 'on', event.effective_on)
        from task_event as event
        where event.task_id = task.id and event.kind = any(${[...TOLD]}::"TaskEventKind"[])
        order by event.sequence) as events,
      array(select jsonb_build_object('on', extension.decided_on, 'dueOn', extension.new_due_on)
        from extension where extension.task_id = task.id and extension.objective
          and extension.decision = 'APPROVED') as grants
    from task ${joins}
    join department on department.id = ${departmentId}
    where task.parent_id is null and task.assigned_on <= ${asOf}::date
      and ((${completed} and ${completedOn} >= ${from}::date)
        or (${open} and not ${paused} and ${dueOn} <= ${asOf}::date))
    order by department.position, task.due_on, task.id`;
  return rows.map(({ events, grants, missed, ...row }) => {
    const history = events.map((event) => taskEventSchema.parse(event));
    const excused = excusedDeadlines(history, grants);
    return {
      ...row,
      assigneeId: assigneeAt(history, asOf),
      missed: missed.filter((deadline) => !excused.has(deadline)),
      excused: missed.filter((deadline) => excused.has(deadline)),
    };
  });
}

/** Officers at work, and whoever else had a product in hand, by department and position. */
async function officerCards(
  scope: CardScope,
  products: readonly Product[],
): Promise<OfficerCard[]> {
  const byAssignee = Map.groupBy(products, ({ assigneeId }) => assigneeId);
  const assignees = [...byAssignee.keys()].filter((id) => id !== null);
  const people = await database().user.findMany({
    where: { OR: [{ role: "OFFICER", disabledAt: null }, { id: { in: assignees } }] },
    orderBy: [{ department: { position: "asc" } }, { displayName: "asc" }, { id: "asc" }],
    select: {
      id: true,
      login: true,
      displayName: true,
      departmentId: true,
      department: { select: { code: true } },
    },
  });
  return people
    .filter((person) => seesOfficerCard(scope, person))
    .map(({ id, login, displayName, department }) => ({
      login,
      name: displayName,
      department: department?.code ?? null,
      ...cardOf(byAssignee.get(id) ?? []),
    }));
}

/**
 * The cards of a span that a viewer may read, each with its lines (Decree 335/2025/NĐ-CP,
 * article 14): departments by the lead at the span's end, officers by whoever had the task in
 * hand then.
 * @throws ForbiddenError for whoever has none to read
 */
export async function getScorecards(
  viewer: Viewer & { id: number },
  span: Span,
): Promise<Scorecards> {
  const scope = cardScopeOf(viewer);
  if (scope.kind === "none") throw new ForbiddenError();
  const [products, departments] = await Promise.all([
    readProducts(viewer, span),
    listDepartments(),
  ]);
  const byDepartment = Map.groupBy(products, ({ department }) => department);
  const shown = departments.filter(
    ({ id, code, active }) => seesDepartmentCard(scope, id) && (active || byDepartment.has(code)),
  );
  const cards = shown.map(({ code }) => ({ code, ...cardOf(byDepartment.get(code) ?? []) }));
  return {
    span,
    departments: cards,
    officers: await officerCards(scope, products),
    inNobodysHand: cards
      .flatMap(({ lines }) => lines)
      .filter(({ product }) => product.assigneeId === null).length,
  };
}
