"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import type { ActionState } from "#lib/core/action.ts";
import { idSchema } from "#lib/core/entries.ts";
import { InvalidInputError } from "#lib/core/errors.ts";
import * as assign from "#lib/tasks/assign.ts";
import type { Asked, Changed } from "#lib/tasks/change.ts";
import { chosenColumnsSchema } from "#lib/tasks/columns.ts";
import { editTask as edit } from "#lib/tasks/edit.ts";
import * as extensions from "#lib/tasks/extensions.ts";
import * as lead from "#lib/tasks/lead-service.ts";
import { doesWork, mayEver, mayRegister } from "#lib/tasks/policy.ts";
import * as service from "#lib/tasks/service.ts";
import { doSeveral } from "#lib/tasks/several.ts";
import * as verbs from "#lib/tasks/verbs.ts";
import { runAction } from "#lib/users/action.ts";
import { chooseColumns } from "#lib/users/list-preferences.ts";
import { hasDesk } from "#lib/users/policy.ts";
import type { CurrentUser } from "#lib/users/schema.ts";

/** Remembers which columns of the task list the person wants to see. */
export async function saveTaskColumns(columns: string[]): Promise<ActionState> {
  return runAction(
    { columns: columns.join(",") },
    {
      may: hasDesk,
      schema: chosenColumnsSchema,
      write: async (actor, chosen) => {
        await chooseColumns(actor, "tasks", chosen.columns);
        return null;
      },
      revalidate: "/tasks",
    },
  );
}

type Answer = ActionState<Changed>;
type Verb<Input> = (actor: CurrentUser, id: number, input: Input, asked: Asked) => Promise<Changed>;

/** What every form about a task carries: which one, and the request's own key. */
const meant = {
  id: idSchema,
  version: idSchema.optional(),
  requestKey: z.uuid().optional(),
};

/** A verb as an action: its right, its form, its service. */
function act<Shape extends z.ZodRawShape>(
  form: FormData,
  name: verbs.TaskVerb,
  schema: z.ZodObject<Shape>,
  write: Verb<z.output<z.ZodObject<Shape>>>,
): Promise<Answer> {
  return runAction(form, {
    may: (viewer) => mayEver(viewer, name),
    schema: z.intersection(schema, z.object(meant)),
    write: (actor, input) => {
      const { id, version, requestKey } = input;
      return write(actor, id, input, { version, requestKey });
    },
    revalidate: "/tasks",
  });
}

export async function acceptTask(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "accept", verbs.acceptSchema, service.acceptTask);
}

export async function refuseTask(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "refuse", verbs.refuseSchema, service.refuseTask);
}

export async function handOverTask(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "handOver", verbs.handOverSchema, service.handOverTask);
}

export async function reportProgress(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "progress", verbs.progressSchema, service.reportProgress);
}

export async function submitTask(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "submit", verbs.submitSchema, service.submitTask);
}

export async function confirmTask(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "confirm", verbs.confirmSchema, lead.confirmTask);
}

export async function returnTask(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "return", verbs.returnSchema, lead.returnTask);
}

export async function pauseTask(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "pause", verbs.stopSchema, lead.pauseTask);
}

export async function resumeTask(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "resume", verbs.resumeSchema, lead.resumeTask);
}

export async function cancelTask(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "cancel", verbs.stopSchema, lead.cancelTask);
}

export async function reopenTask(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "reopen", verbs.stopSchema, lead.reopenTask);
}

export async function transferTask(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "transfer", verbs.transferSchema, lead.transferTask);
}

export async function requestExtension(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "requestExtension", verbs.requestExtensionSchema, extensions.requestExtension);
}

/** The form's `id` is the request's, not the task's. */
export async function approveExtension(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "approveExtension", verbs.decideExtensionSchema, extensions.approveExtension);
}

/** The form's `id` is the request's, not the task's. */
export async function rejectExtension(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "rejectExtension", verbs.decideExtensionSchema, extensions.rejectExtension);
}

export async function editTask(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "edit", verbs.editTaskSchema, edit);
}

/** The form's `id` is the task's of which this becomes a part. */
export async function addSubTask(_before: Answer | null, form: FormData): Promise<Answer> {
  return act(form, "addSubTask", verbs.newSubTaskSchema, async (actor, id, input, asked) => {
    const part = await assign.createTask(actor, { ...input, ...assign.PART, parent: id }, asked);
    return { id: part.id, version: 1 };
  });
}

type SeveralAnswer = ActionState<{ done: number; refused: { id: number; why: string }[] }>;

/** One verb for several tasks; who may what, each task's own change asks. */
export async function actOnSeveral(
  _before: SeveralAnswer | null,
  form: FormData,
): Promise<SeveralAnswer> {
  return runAction(form, {
    may: (viewer) => doesWork(viewer) || mayRegister(viewer),
    schema: z.intersection(verbs.severalSchema, z.object({ requestKey: meant.requestKey })),
    write: async (actor, input) => {
      const t = await getTranslations();
      const { done, refused } = await doSeveral(actor, input, { requestKey: input.requestKey });
      const reasons = refused.map(({ id, why }) => {
        const [issue] = why instanceof InvalidInputError ? why.issues : [];
        const { key, values } = issue ?? why.explanation;
        return { id, why: t(key, values) };
      });
      return { done, refused: reasons };
    },
    revalidate: "/tasks",
  });
}
