import { type CivilDate, fromDatabaseDate } from "#lib/core/dates.ts";
import { database, Prisma } from "#lib/core/db.ts";
import { foldedMatch } from "#lib/core/fold.ts";
import { searchCondition } from "#lib/core/search.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import type { Department } from "#lib/departments/schema.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { visibleDirectives } from "./directive-queries.ts";
import { visibleTasks } from "./lateness.ts";
import { taskScopeOf } from "./policy.ts";

/** How many of a kind are found at most: more than that is for the lists. */
export const FOUND_OF_A_KIND = 6;

export type FoundDirective = { id: number; number: string; abstract: string };
export type FoundTask = {
  id: number;
  code: string;
  title: string;
  department: string;
  dueOn: CivilDate | null;
};

/** The directives of these words that a viewer may see: those of such a number first, then the newest. */
export async function findDirectives(viewer: Viewer, text: string): Promise<FoundDirective[]> {
  const number = searchCondition(Prisma.sql`fold_text(directive.number)`, text);
  return database().$queryRaw<FoundDirective[]>(Prisma.sql`
    select directive.id, directive.number, directive.abstract
    from (select * from directive
      where ${searchCondition(Prisma.sql`search`, text)} offset 0) as directive
    where ${visibleDirectives(viewer)}
    order by (${number}) desc, directive.received_on desc, directive.id desc
    limit ${FOUND_OF_A_KIND}`);
}

/** The tasks of these words or this code that a viewer may see: open ones first, then the newest. */
export async function findTasks(viewer: Viewer, text: string): Promise<FoundTask[]> {
  type Row = Omit<FoundTask, "dueOn"> & { dueOn: Date | null };
  const rows = await database().$queryRaw<Row[]>(Prisma.sql`
    select task.id, task.code, task.title, task.due_on as "dueOn",
      (select code from department where id = task.lead_department_id) as department
    from (select * from task
      where ${searchCondition(Prisma.sql`search`, text)} offset 0) as task
    where ${visibleTasks(taskScopeOf(viewer))}
    order by task.status in ('COMPLETED', 'CANCELLED'), task.assigned_on desc, task.id desc
    limit ${FOUND_OF_A_KIND}`);
  return rows.map((row) => ({ ...row, dueOn: row.dueOn && fromDatabaseDate(row.dueOn) }));
}

/** The departments of these words; for someone without a view of tasks, none. */
export async function findDepartments(viewer: Viewer, text: string): Promise<Department[]> {
  if (taskScopeOf(viewer).kind === "none") return [];
  const departments = await listDepartments();
  return departments
    .filter(({ active }) => active)
    .filter(({ name, short, nameEn, code }) => foldedMatch(text, name, short, nameEn, code))
    .slice(0, FOUND_OF_A_KIND);
}
