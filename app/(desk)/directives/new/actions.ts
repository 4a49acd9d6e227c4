"use server";

import { z } from "zod";
import type { ActionState } from "#lib/core/action.ts";
import { findSame } from "#lib/directives/queries.ts";
import {
  directiveIdentitySchema,
  newDirectiveSchema,
  type SameDirective,
} from "#lib/directives/schema.ts";
import { fileIdsSchema } from "#lib/files/schema.ts";
import { mayRegister } from "#lib/tasks/policy.ts";
import * as service from "#lib/tasks/register.ts";
import { newTaskSchema } from "#lib/tasks/verbs.ts";
import { runAction } from "#lib/users/action.ts";

/** The tasks of the form, as JSON in one entry. */
const tasksSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "work.problems.nothingChanged" });
      return z.NEVER;
    }
  })
  .pipe(z.array(newTaskSchema).max(service.TASKS_PER_DIRECTIVE));

const requestKey = z.uuid().optional();

type Registered = ActionState<service.RegisteredDirective>;

/** Registers a directive with its files and tasks. */
export async function registerDirective(
  _before: Registered | null,
  form: FormData,
): Promise<Registered> {
  return runAction(form, {
    may: mayRegister,
    schema: newDirectiveSchema.extend({ files: fileIdsSchema, tasks: tasksSchema, requestKey }),
    write: (actor, { files, tasks, requestKey: key, ...directive }) =>
      service.registerDirective(actor, { directive, files, tasks }, { requestKey: key }),
    revalidate: "/directives",
  });
}

/** Assigns more tasks, of a directive that is there or of none. */
export async function assignTasks(_before: Registered | null, form: FormData): Promise<Registered> {
  return runAction(form, {
    may: mayRegister,
    schema: z.object({
      directive: newTaskSchema.shape.directive,
      tasks: tasksSchema.pipe(z.array(z.custom<z.output<typeof newTaskSchema>>()).min(1)),
      requestKey,
    }),
    write: (actor, { requestKey: key, ...input }) =>
      service.assignTasks(actor, input, { requestKey: key }),
    revalidate: "/tasks",
  });
}

/** The directive that seems to be in the register already, for a form that is being filled in. */
export async function findSameDirective(
  form: FormData,
): Promise<ActionState<SameDirective | null>> {
  return runAction(form, {
    may: mayRegister,
    schema: directiveIdentitySchema,
    write: (actor, identity) => findSame(actor, identity),
  });
}
