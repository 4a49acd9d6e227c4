import { z } from "zod";
import {
  codeSchema,
  codesSchema,
  daySchema,
  emptyDay,
  emptyText,
  idSchema,
  optionalCode,
  optionalDay,
  optionalText,
  requiredText,
  says,
  TEXT_LIMITS,
} from "#lib/core/entries.ts";
import { newDirectiveSchema } from "#lib/directives/schema.ts";
import { personSchema } from "#lib/users/logins.ts";
import { TASK_STATUSES } from "./schema.ts";
import { priorityCodes } from "./verbs.ts";

/* What other systems send of their own, under their own ids. */

/** Whose id it is, and the id: `PUT /external/{system}/tasks/{externalId}`. */
export const externalKeySchema = z.object({
  /** The sending system, by which its ids are its own. */
  system: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/),
  /** The sender's own id of the task or directive. */
  externalId: z.string().regex(/^[^\p{Cc}]{1,200}$/u),
});
export type ExternalKey = z.output<typeof externalKeySchema>;

/**
 * A task as another system has it. What is left out or null it does not say: a new task goes
 * without, one that is here keeps it. Days of the past are taken as they are.
 */
export const externalTaskRequest = z.strictObject({
  title: requiredText(TEXT_LIMITS.title, "work.problems.titleMissing"),
  department: codeSchema,
  field: codeSchema,
  deliverable: optionalText(TEXT_LIMITS.title),
  decidingAuthority: optionalText(TEXT_LIMITS.short),
  cooperating: codesSchema.optional(),
  sector: optionalCode,
  /** Logins. */
  leader: personSchema.default(null),
  assignee: personSchema.default(null),
  priority: z.enum(priorityCodes).optional(),
  /** Id of the directive here. */
  directive: idSchema.nullable().default(null),
  /** The sender's own id of the directive, sent before. */
  directiveExternalId: optionalText(200),
  assignedOn: optionalDay,
  /** The first deadline; an extension does not change it. */
  dueOn: emptyDay.optional(),
  dueWording: emptyText(TEXT_LIMITS.short).default(null),
  extension: z
    .strictObject({ dueOn: daySchema, requestedOn: optionalDay, decidedOn: optionalDay })
    .nullable()
    .default(null),
  status: z.enum(TASK_STATUSES, says("work.problems.choose")).optional(),
  progress: z.int().min(0).max(100).optional(),
  completedOn: optionalDay,
  /** The day on which it was stopped for good (`CANCELLED`) or for a while (`PAUSED`). */
  stoppedOn: optionalDay,
  note: optionalText(TEXT_LIMITS.note),
});
export type ExternalTask = z.output<typeof externalTaskRequest>;

/** A directive as another system has it. */
export const externalDirectiveRequest = newDirectiveSchema.strict();
export type ExternalDirective = z.output<typeof externalDirectiveRequest>;
