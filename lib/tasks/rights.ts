import { database } from "#lib/core/db.ts";
import { ForbiddenError, NotFoundError } from "#lib/core/errors.ts";
import { isDone } from "#lib/core/once.ts";
import { getSettings } from "#lib/periods/queries.ts";
import type { Actor } from "#lib/users/schema.ts";
import { type Asked, senderOf } from "./change.ts";
import { visibleTasks } from "./lateness.ts";
import { mayDo, taskScopeOf } from "./policy.ts";
import type { TaskVerb } from "./verbs.ts";

/**
 * Asks for the right to a verb before anyone reads what was sent with it, so that a stranger
 * learns nothing from what is wrong with it. The verb itself asks again, the task locked. A
 * request that was done already is let through: it gets the answer it got then.
 * @throws NotFoundError when the actor may not see the task
 * @throws ForbiddenError when the verb is not the actor's
 */
export async function mustBeAllowed(
  actor: Actor,
  id: number,
  verb: TaskVerb,
  { requestKey }: Asked = {},
): Promise<void> {
  if (requestKey !== undefined && (await isDone({ sender: senderOf(actor), key: requestKey }))) {
    return;
  }
  const [task] = await database().$queryRaw<
    { leadDepartmentId: number; assigneeId: number | null; isSubTask: boolean }[]
  >`
    select lead_department_id as "leadDepartmentId", assignee_id as "assigneeId",
      parent_id is not null as "isSubTask"
    from task where id = ${id} and ${visibleTasks(taskScopeOf(actor))}`;
  if (!task) throw new NotFoundError();
  if (!mayDo(actor, verb, task, await getSettings())) {
    throw new ForbiddenError({ key: "work.refusal.role", values: { verb } });
  }
}
