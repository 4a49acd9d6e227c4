import { Prisma, type Transaction } from "#lib/core/db.ts";
import { ROLES } from "#lib/users/schema.ts";
import { seenByDepartment } from "./lateness.ts";
import { taskScopeOf } from "./policy.ts";

/** Someone who can see a task. */
export type Onlooker = { id: number; login: string; displayName: string };

/** The roles that see all tasks, or those of their department. */
function rolesWith(kind: "all" | "department") {
  const roles = ROLES.filter(
    (role) => taskScopeOf({ role, departmentId: 1, portfolioDepartmentIds: [] }).kind === kind,
  );
  return Prisma.join(roles.map((role) => Prisma.sql`${role}::"Role"`));
}

/** Everyone who can see a task and is not locked out, by their positions. */
export async function onlookersOf(
  client: Pick<Transaction, "$queryRaw">,
  taskId: number,
): Promise<Onlooker[]> {
  return client.$queryRaw<Onlooker[]>`
    select account.id, account.login, account.display_name as "displayName"
    from user_account as account
    join task on task.id = ${taskId}
    where account.disabled_at is null and (
      account.role in (${rolesWith("all")})
      or account.role in (${rolesWith("department")}) and account.department_id is not null
        and ${seenByDepartment(Prisma.sql`account.department_id`)})
    order by account.display_name, account.id`;
}
