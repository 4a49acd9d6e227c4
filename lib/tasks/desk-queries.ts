import { businessToday, fromDatabaseDate } from "#lib/core/dates.ts";
import { database, Prisma } from "#lib/core/db.ts";
import { dueSoonUntil, getSettings } from "#lib/periods/queries.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { listSource } from "./list.ts";
import { orderOf } from "./order.ts";
import { mayDecide, taskScopeOf } from "./policy.ts";
import { itemOf, pageQuery, type TaskRow } from "./rows.ts";
import { standingAt } from "./standing.ts";
import type { TaskVerb } from "./verbs.ts";
import type { Decisions, DeskTask, ExtensionToDecide, TaskListItem } from "./views.ts";
import { workOn } from "./work-queries.ts";

/** The parts of a department's desk, in the order of what has to be looked at first. */
export const DESK_SECTIONS = [
  "returned",
  "overdue",
  "new",
  "dueSoon",
  "underway",
  "awaiting",
  "paused",
  "cooperating",
] as const;
export type DeskSection = (typeof DESK_SECTIONS)[number];

/** More than anyone works through; what lies beyond is in the list of tasks. */
const MOST_TASKS = 300;

/** Where an open task of one's own lies on the desk: in one place only. */
function sectionOf({ status, timeliness, returnCount }: TaskListItem): DeskSection {
  if (status === "PAUSED") return "paused";
  if (status === "SUBMITTED") return "awaiting";
  if (status === "IN_PROGRESS" && returnCount > 0) return "returned";
  if (timeliness === "OVERDUE") return "overdue";
  if (status === "ASSIGNED") return "new";
  if (timeliness === "DUE_SOON") return "dueSoon";
  return "underway";
}

/**
 * The open work of a head's department, with the parts of tasks that wait for the head's word, or of an officer what was handed to them; and what the
 * department is asked to cooperate in.
 */
export async function getDesk(viewer: CurrentUser): Promise<Record<DeskSection, DeskTask[]>> {
  const departmentId = viewer.departmentId ?? 0;
  const own =
    viewer.role === "OFFICER"
      ? Prisma.sql`task.assignee_id = ${viewer.id}`
      : Prisma.sql`task.lead_department_id = ${departmentId}
          and (task.parent_id is null or task.status = 'SUBMITTED')`;
  const cooperating = Prisma.sql`task.lead_department_id <> ${departmentId} and task.parent_id is null
    and exists (select from task_cooperation as asked
      where asked.task_id = task.id and asked.department_id = ${departmentId})`;
  const [mine, asked] = await Promise.all([
    openTasks(viewer, own),
    viewer.departmentId === null ? [] : openTasks(viewer, cooperating),
  ]);
  const work = await workOn(
    viewer,
    [...mine, ...asked].map(({ id }) => id),
  );
  const sections = Object.fromEntries(
    DESK_SECTIONS.map((section) => [section, [] as DeskTask[]]),
  ) as Record<DeskSection, DeskTask[]>;
  const put = (section: DeskSection, item: TaskListItem) => {
    const possible = work.get(item.id);
    if (possible) sections[section].push({ item, work: possible });
  };
  for (const item of mine) put(sectionOf(item), item);
  for (const item of asked) put("cooperating", item);
  return sections;
}

/** Open tasks that a viewer may see, those due first at the top. */
async function openTasks(viewer: CurrentUser, condition: Prisma.Sql): Promise<TaskListItem[]> {
  const today = businessToday();
  const settings = await getSettings();
  const standing = standingAt(today, today, await dueSoonUntil(today, settings));
  const source = listSource(taskScopeOf(viewer), {}, standing, null);
  const open = {
    ...source,
    where: Prisma.sql`${source.where} and ${standing.open} and ${condition}`,
  };
  const rows = await database().$queryRaw<TaskRow[]>(
    pageQuery(open, orderOf("dueOn", standing), { limit: MOST_TASKS, offset: 0, after: null }),
  );
  return rows.map((row) => itemOf(row, standing));
}

/** Submitted work to confirm and extensions to decide, for those departments that the viewer leads. */
export async function getDecisions(viewer: CurrentUser): Promise<Decisions> {
  const settings = await getSettings();
  if (!mayDecide(viewer, settings)) return { extensions: [], submissions: [] };
  const led =
    viewer.role === "VICE_CHAIRMAN"
      ? Prisma.sql`task.lead_department_id = any(${[...viewer.portfolioDepartmentIds]}::int[])`
      : Prisma.sql`true`;
  const waiting = Prisma.sql`${led} and task.parent_id is null and (task.status = 'SUBMITTED'
    or exists (select from extension where extension.task_id = task.id and decision is null))`;
  const items = await openTasks(viewer, waiting);
  const work = await workOn(
    viewer,
    items.map(({ id }) => id),
  );
  const own = items.flatMap((item) => {
    const possible = work.get(item.id);
    return possible ? [{ item, work: possible }] : [];
  });
  const offering = (verbs: readonly TaskVerb[]) =>
    own
      .map(({ item, work }) => ({
        item,
        work: { ...work, verbs: work.verbs.filter((verb) => verbs.includes(verb)) },
      }))
      .filter(({ work }) => work.verbs.length > 0);
  return {
    extensions: await withEarlier(offering(["approveExtension", "rejectExtension"])),
    submissions: offering(["confirm", "return"]),
  };
}

async function withEarlier(tasks: readonly DeskTask[]): Promise<ExtensionToDecide[]> {
  const decided = await database().extension.findMany({
    where: { taskId: { in: tasks.map(({ item }) => item.id) }, decision: { not: null } },
    orderBy: { id: "asc" },
    select: { taskId: true, newDueOn: true, decision: true, reason: true },
  });
  return tasks.flatMap(({ item, work }) => {
    const { extension } = work;
    if (!extension) return [];
    return [
      {
        item,
        work,
        extension,
        earlier: decided.flatMap(({ taskId, newDueOn, decision, reason }) =>
          taskId === item.id && decision
            ? [{ newDueOn: fromDatabaseDate(newDueOn), decision, reason }]
            : [],
        ),
        inTime: item.dueOn === null || extension.requestedOn <= item.dueOn,
      },
    ];
  });
}
