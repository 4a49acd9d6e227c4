import { z } from "zod";
import type { Wire } from "#lib/core/operations.ts";
import { DIRECTIVE_LEVELS, DIRECTIVE_TYPES, URGENCIES } from "#lib/directives/schema.ts";
import type { directiveAnswer } from "../directives/reply.ts";
import { code, count, day, id, pageOf, rate } from "./common.ts";
import { taskItem } from "./task.ts";

const shape = {
  id,
  number: z.string(),
  issuedOn: day.nullable(),
  issuingBody: code,
  issuingBodyName: z.string(),
  level: z.enum(DIRECTIVE_LEVELS),
  type: z.enum(DIRECTIVE_TYPES),
  abstract: z.string(),
  receivedOn: day,
  urgency: z.enum(URGENCIES),
  signerPosition: z.string().nullable(),
  sector: code.nullable(),
  tasks: count,
  completed: count,
  overdue: count,
  completion: rate,
};

/** A directive in a list. */
export const directiveItem = z.object(shape).meta({ id: "DirectiveListItem" }) satisfies z.ZodType<
  Wire<ReturnType<typeof directiveAnswer>>
>;

/** A directive with its tasks in place of their number. */
export const directiveDetail = z
  .object({ ...shape, tasks: z.array(taskItem) })
  .meta({ id: "Directive" });

export const directivePage = pageOf(directiveItem);
