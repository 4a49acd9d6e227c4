import { database } from "#lib/core/db.ts";
import { givenCatalogues } from "#lib/tasks/testing/given.ts";
import { givenAccount } from "#lib/users/testing/accounts.ts";
import { POST as decide } from "../extensions/[id]/[decision]/route.ts";
import { POST as verb } from "../tasks/[id]/[verb]/route.ts";
import { POST as requestExtension } from "../tasks/[id]/extensions/route.ts";
import { PATCH as editTask, GET as getTask } from "../tasks/[id]/route.ts";
import { POST as createTask } from "../tasks/route.ts";
import { type Call, call, givenTokens, type Machine } from "./machine.ts";

/* The calls about tasks, by the machine that makes them. */

export const tokens = {} as Record<Machine, string>;

/** The catalogues, a token of each role, and people who can be named; it is 20 November 2026. */
export async function givenRegister(): Promise<void> {
  process.env.BUSINESS_TODAY = "2026-11-20";
  await givenCatalogues();
  await database().department.update({ where: { id: 2 }, data: { kind: "OFFICE" } });
  Object.assign(tokens, await givenTokens());
  await givenAccount({ login: "chutich", role: "CHAIRMAN" });
  await givenAccount({ login: "cv.datdai", role: "OFFICER", departmentId: 1 });
  await givenAccount({ login: "cv.duan", role: "OFFICER", departmentId: 3 });
}

/** A task as the Office assigns it: late since 11 November. */
export const NEW = {
  title: "Rà soát quy hoạch",
  department: "PHONG_KT",
  field: "TBKL",
  assignedOn: "2026-11-02",
  dueOn: "2026-11-10",
};

export const create = (name: Machine, body: unknown, more: Partial<Call> = {}) =>
  call(createTask, "tasks", {}, { token: tokens[name], body, ...more });

export async function givenTask(given: object = {}): Promise<number> {
  const { status, body } = await create("office", { ...NEW, ...given });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}

export const does = (
  name: Machine,
  what: string,
  id: number,
  body?: unknown,
  more: Partial<Call> = {},
) =>
  call(
    verb,
    `tasks/${id}/${what}`,
    { id: `${id}`, verb: what },
    {
      token: tokens[name],
      body,
      ...more,
    },
  );
export const edits = (
  name: Machine,
  id: number,
  body: unknown,
  headers: Record<string, string> = {},
) =>
  call(
    editTask,
    `tasks/${id}`,
    { id: `${id}` },
    {
      token: tokens[name],
      method: "PATCH",
      body,
      headers,
    },
  );
export const reads = (name: Machine, id: number) =>
  call(getTask, `tasks/${id}`, { id: `${id}` }, { token: tokens[name], method: "GET" });
export const asks = (name: Machine, id: number, body: unknown) =>
  call(requestExtension, `tasks/${id}/extensions`, { id: `${id}` }, { token: tokens[name], body });
export const decides = (name: Machine, what: string, id: number, body?: unknown) =>
  call(
    decide,
    `extensions/${id}/${what}`,
    { id: `${id}`, decision: what },
    {
      token: tokens[name],
      body,
    },
  );

/** What of the register must not change when somebody is refused. */
export async function traces() {
  return {
    events: await database().taskEvent.count(),
    extensions: await database().extension.count(),
    keys: await database().handledRequest.count(),
  };
}
