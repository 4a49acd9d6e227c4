import { createHash } from "node:crypto";
import { database, Prisma } from "#lib/core/db.ts";
import { storage } from "#lib/core/storage.ts";
import { pdf } from "#lib/files/testing/samples.ts";
import type { Example } from "../permissions.ts";
import { OWN_DEPARTMENT, UNTOUCHED_LOGIN } from "./people.ts";

/** The id of the first row of a query that has to find one. */
async function first(query: Prisma.Sql): Promise<number> {
  const [row] = await database().$queryRaw<{ id: number }[]>(query);
  if (!row) throw new Error("The register holds no such example.");
  return row.id;
}

/** Whether a task has to do with a department: leads it, cooperates in it, or was late with it. */
const concerns = Prisma.sql`(
  t.lead_department_id = d.id
  or exists (select from task_cooperation c where c.task_id = t.id and c.department_id = d.id)
  or exists (select from overdue_spell s where s.task_id = t.id and s.department_id = d.id))`;

/** A file of a task, made if it is not there; its id follows from the task's. */
async function fileOf(taskId: number): Promise<string> {
  const id = `00000000-0000-4000-8000-${String(taskId).padStart(12, "0")}`;
  const bytes = pdf();
  await storage().save(id, bytes);
  const file = {
    id,
    name: "Tài liệu.pdf",
    mediaType: "application/pdf",
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    storageKey: id,
  };
  await database().$transaction(async (transaction) => {
    const made = await transaction.storedFile.createMany({ data: [file], skipDuplicates: true });
    if (made.count > 0) await transaction.fileLink.create({ data: { fileId: id, taskId } });
  });
  return id;
}

export type Examples = Record<Example, number | string>;

/** Where the ids of the things are found. */
const QUERIES = {
  ownTask: Prisma.sql`
    select t.id from task t join department d on ${concerns}
    where d.code = ${OWN_DEPARTMENT} order by t.id limit 1`,
  ledTask: Prisma.sql`
    select t.id from task t join department d on d.id = t.lead_department_id
    where d.code = ${OWN_DEPARTMENT} and t.parent_id is null order by t.id limit 1`,
  foreignTask: Prisma.sql`
    select t.id from task t join department d on not ${concerns}
    where d.code = ${OWN_DEPARTMENT} order by t.id limit 1`,
  ownDirective: Prisma.sql`
    select t.directive_id as id from task t join department d on ${concerns}
    where d.code = ${OWN_DEPARTMENT} and t.directive_id is not null order by 1 limit 1`,
  foreignDirective: Prisma.sql`
    select t.directive_id as id from task t join department d on d.code = ${OWN_DEPARTMENT}
    where t.directive_id is not null
    group by 1 having not bool_or(${concerns}) order by 1 limit 1`,
  ledExtension: Prisma.sql`
    select e.id from extension e join task t on t.id = e.task_id
    join department d on d.id = t.lead_department_id
    where d.code = ${OWN_DEPARTMENT} order by e.id limit 1`,
  foreignExtension: Prisma.sql`
    select e.id from extension e join task t on t.id = e.task_id
    join department d on not ${concerns}
    where d.code = ${OWN_DEPARTMENT} order by e.id limit 1`,
  someAccount: Prisma.sql`select id from user_account where login = ${UNTOUCHED_LOGIN}`,
};

/** One of each kind of thing that an address of the permission matrix names. */
export async function findExamples(): Promise<Examples> {
  const found = await Promise.all(
    Object.entries(QUERIES).map(async ([name, query]) => [name, await first(query)] as const),
  );
  const ids = Object.fromEntries(found) as Record<keyof typeof QUERIES, number>;
  const [ownFile, foreignFile] = await Promise.all([fileOf(ids.ownTask), fileOf(ids.foreignTask)]);
  return { ...ids, ownFile, foreignFile };
}
