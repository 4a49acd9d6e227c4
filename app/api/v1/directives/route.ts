import { apiRoute, InvalidRequestError } from "#lib/core/api.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import { listIssuingBodies } from "#lib/directives/queries.ts";
import { listSectors } from "#lib/fields/queries.ts";
import { listDirectivesAfter } from "#lib/tasks/directive-queries.ts";
import { mayRegister } from "#lib/tasks/policy.ts";
import { registerDirective } from "#lib/tasks/register.ts";
import { inMachinesWords, newTaskOf } from "#lib/tasks/requests.ts";
import { actorOfToken, viewerOfToken } from "#lib/users/tokens.ts";
import * as operations from "../operations/directives.ts";
import { directiveAnswer, directiveReply } from "./reply.ts";

export { DELETE, PATCH, PUT } from "../not-allowed.ts";

const CURSOR = /^d([1-9]\d{0,8})$/;

/** The directives that a filter means, as they came into the register. */
export const GET = apiRoute(viewerOfToken, async ({ caller, query }) => {
  const { limit, cursor, ...filter } = query(operations.listDirectives.query);
  const place = cursor === undefined ? "0" : CURSOR.exec(decoded(cursor))?.[1];
  if (place === undefined) {
    throw new InvalidRequestError([{ path: "cursor", problem: "wrongCursor" }]);
  }
  const [bodies, sectors] = await Promise.all([listIssuingBodies(), listSectors()]);
  mustBeOneOf("body", filter.body, bodies);
  mustBeOneOf("sector", filter.sector, sectors);
  const { items, last } = await listDirectivesAfter(caller, filter, {
    after: Number(place),
    limit,
  });
  return {
    items: items.map(directiveAnswer),
    nextCursor: last === null ? null : Buffer.from(`d${last}`).toString("base64url"),
  };
});

const decoded = (cursor: string) => Buffer.from(cursor, "base64url").toString("utf8");

function mustBeOneOf(
  path: string,
  code: string | undefined,
  entries: readonly { code: string }[],
): void {
  if (code === undefined || entries.some((entry) => entry.code === code)) return;
  throw new InvalidRequestError([{ path, problem: "unknownCode" }]);
}

/** Registers a directive with its tasks: all of it, or nothing. */
export const POST = apiRoute(actorOfToken, async ({ caller, body, asked }) => {
  if (!mayRegister(caller)) {
    throw new ForbiddenError({ key: "registering.problems.mayNotRegister" });
  }
  const request = asked();
  const { tasks: given, ...directive } = await body(operations.registerDirective.body);
  const tasks = await Promise.all(given.map(newTaskOf));
  const registered = registerDirective(caller, { directive, files: [], tasks }, request);
  const { id } = await inMachinesWords(registered);
  return directiveReply(caller, id, { location: `/api/v1/directives/${id}` });
});
