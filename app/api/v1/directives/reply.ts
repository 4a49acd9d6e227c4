import { Reply } from "#lib/core/api.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import type { DirectiveDetail } from "#lib/directives/schema.ts";
import { getDirective } from "#lib/tasks/directive-queries.ts";
import { listTasksByCursor } from "#lib/tasks/queries.ts";
import type { Viewer } from "#lib/users/schema.ts";

/** The most tasks of a directive that are answered with it; `GET /tasks?directive=` gives all. */
const TASKS = 200;

/** A directive as machines read it: its body by the code, its name beside it. */
export function directiveAnswer({ issuingBody, issuingBodyCode, ...directive }: DirectiveDetail) {
  return { ...directive, issuingBody: issuingBodyCode, issuingBodyName: issuingBody };
}

/** A directive with those of its tasks that the viewer may see. @throws NotFoundError */
export async function directiveReply(
  viewer: Viewer,
  id: number,
  made: { location?: string } = {},
): Promise<Reply> {
  const [directive, tasks] = await Promise.all([
    getDirective(viewer, id),
    listTasksByCursor(viewer, { directive: id }, { limit: TASKS }),
  ]);
  if (!directive) throw new NotFoundError();
  return new Reply({ ...directiveAnswer(directive), tasks: tasks?.items ?? [] }, made);
}
