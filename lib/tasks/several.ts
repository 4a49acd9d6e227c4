import { type ExpectedError, isExpectedError } from "#lib/core/errors.ts";
import type { Actor } from "#lib/users/schema.ts";
import type { Asked, Changed } from "./change.ts";
import { approveExtension, rejectExtension } from "./extensions.ts";
import { confirmTask } from "./lead-service.ts";
import { acceptTask, handOverTask, reportProgress } from "./service.ts";
import type { Several } from "./verbs.ts";

function doOne(actor: Actor, id: number, input: Several, asked: Asked): Promise<Changed> {
  switch (input.verb) {
    case "accept":
      return acceptTask(actor, id, input, asked);
    case "handOver":
      return handOverTask(actor, id, input, asked);
    case "progress":
      return reportProgress(actor, id, { ...input, files: [] }, asked);
    case "confirm":
      return confirmTask(actor, id, input, asked);
    case "approveExtension":
      return approveExtension(actor, id, input, asked);
    case "rejectExtension":
      return rejectExtension(actor, id, input, asked);
  }
}

/**
 * Does the same to several tasks, each by itself: those that cannot be done are told, the others
 * are done. What is unexpected ends it.
 */
export async function doSeveral(
  actor: Actor,
  input: Several,
  { requestKey }: Asked = {},
): Promise<{ done: number; refused: { id: number; why: ExpectedError }[] }> {
  const refused: { id: number; why: ExpectedError }[] = [];
  for (const { id, version } of input.ids) {
    const key = requestKey === undefined ? undefined : `${requestKey}:${id}`;
    try {
      await doOne(actor, id, input, { version, requestKey: key });
    } catch (error) {
      if (!isExpectedError(error)) throw error;
      refused.push({ id, why: error });
    }
  }
  return { done: input.ids.length - refused.length, refused };
}
