import { apiRoute, InvalidRequestError } from "#lib/core/api.ts";
import { businessToday } from "#lib/core/dates.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { createTask } from "#lib/tasks/assign.ts";
import { filterFaultOf } from "#lib/tasks/filter-faults.ts";
import { mayEver, mayRegister } from "#lib/tasks/policy.ts";
import { listTasksByCursor } from "#lib/tasks/queries.ts";
import { inMachinesWords, newTaskOf } from "#lib/tasks/requests.ts";
import { actorOfToken, viewerOfToken } from "#lib/users/tokens.ts";
import * as operations from "../operations/tasks.ts";
import { PROBLEMS } from "../problems.ts";
import { taskAddress, taskReply } from "./reply.ts";

export { DELETE, PATCH, PUT } from "../not-allowed.ts";

/** The tasks that a filter means, a piece of the list at a time. */
export const GET = apiRoute(viewerOfToken, async ({ caller, query }) => {
  const { limit, cursor, sort, ...filter } = query(operations.listTasks.query);
  const [departments, fields, sectors, settings] = await Promise.all([
    listDepartments(),
    listFields(),
    listSectors(),
    getSettings(),
  ]);
  const fault = filterFaultOf(filter, { departments, fields, sectors }, settings, businessToday());
  if (fault) {
    const values = { first: settings.firstPeriod };
    throw new InvalidRequestError([
      { path: fault.parameter, problem: PROBLEMS[fault.problem], values },
    ]);
  }
  const page = await listTasksByCursor(caller, filter, { limit, cursor, ...(sort && { sort }) });
  if (!page) throw new InvalidRequestError([{ path: "cursor", problem: "wrongCursor" }]);
  return page;
});

/** Assigns a task, or plans a part of one. */
export const POST = apiRoute(actorOfToken, async ({ caller, body, asked }) => {
  if (!mayRegister(caller) && !mayEver(caller, "addSubTask")) {
    throw new ForbiddenError({ key: "work.refusal.mayNotAssign" });
  }
  const request = asked();
  const task = await newTaskOf(await body(operations.createTask.body));
  const created = await inMachinesWords(createTask(caller, task, request));
  return taskReply(caller, created, { location: taskAddress(created.id) });
});
