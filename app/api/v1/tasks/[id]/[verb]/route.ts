import type { z } from "zod";
import { type ApiRequest, apiRoute } from "#lib/core/api.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import type { Asked, Changed } from "#lib/tasks/change.ts";
import * as lead from "#lib/tasks/lead-service.ts";
import { handOverOf, inMachinesWords } from "#lib/tasks/requests.ts";
import { mustBeAllowed } from "#lib/tasks/rights.ts";
import * as service from "#lib/tasks/service.ts";
import type { TaskVerb } from "#lib/tasks/verbs.ts";
import type { Actor } from "#lib/users/schema.ts";
import { actorOfToken } from "#lib/users/tokens.ts";
import { idIn } from "../../../identifier.ts";
import { verbs } from "../../../operations/verbs.ts";
import { taskReply } from "../../reply.ts";

export { DELETE, GET, PATCH, PUT } from "../../../not-allowed.ts";

type Body = ApiRequest<Actor, unknown>["body"];
type Verb = {
  verb: TaskVerb;
  write: (actor: Actor, id: number, body: Body, asked: Asked) => Promise<Changed>;
};

/** A verb that takes its request as the service does. */
function plain<Schema extends z.ZodType>(
  verb: TaskVerb,
  schema: Schema,
  write: (actor: Actor, id: number, input: z.output<Schema>, asked: Asked) => Promise<Changed>,
): Verb {
  return {
    verb,
    write: async (actor, id, body, asked) => write(actor, id, await body(schema), asked),
  };
}

// What a machine hands in has no files: there is no way to send them here.
const NO_FILES = { files: [] };

/** The verbs by their names in the address. */
const VERBS: ReadonlyMap<string, Verb> = new Map([
  ["accept", plain("accept", verbs.accept.body, service.acceptTask)],
  ["refuse", plain("refuse", verbs.refuse.body, service.refuseTask)],
  [
    "hand-over",
    plain("handOver", verbs["hand-over"].body, async (actor, id, given, asked) =>
      service.handOverTask(actor, id, await handOverOf(given), asked),
    ),
  ],
  [
    "progress",
    plain("progress", verbs.progress.body, (actor, id, given, asked) =>
      service.reportProgress(actor, id, { ...given, ...NO_FILES }, asked),
    ),
  ],
  [
    "submit",
    plain("submit", verbs.submit.body, (actor, id, given, asked) =>
      service.submitTask(actor, id, { ...given, ...NO_FILES }, asked),
    ),
  ],
  ["confirm", plain("confirm", verbs.confirm.body, lead.confirmTask)],
  ["return", plain("return", verbs.return.body, lead.returnTask)],
  ["pause", plain("pause", verbs.pause.body, lead.pauseTask)],
  ["resume", plain("resume", verbs.resume.body, lead.resumeTask)],
  ["cancel", plain("cancel", verbs.cancel.body, lead.cancelTask)],
  ["reopen", plain("reopen", verbs.reopen.body, lead.reopenTask)],
  ["transfer", plain("transfer", verbs.transfer.body, lead.transferTask)],
]);

/** Does with a task what the address says; answers the task as it is then. */
export const POST = apiRoute(actorOfToken, async ({ caller, parameters, body, asked }) => {
  const named = VERBS.get((parameters as { verb: string }).verb);
  if (!named) throw new NotFoundError();
  const id = idIn(parameters);
  const request = asked();
  await mustBeAllowed(caller, id, named.verb, request);
  const written = named.write(caller, id, body, request);
  return taskReply(caller, await inMachinesWords(written));
});
