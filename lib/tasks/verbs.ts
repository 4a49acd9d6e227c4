import { z } from "zod";
import {
  codeSchema,
  codesSchema,
  daySchema,
  emptyCode,
  emptyDay,
  emptyId,
  emptyText,
  flag,
  idSchema,
  optionalCode,
  optionalDay,
  optionalId,
  optionalText,
  requiredText,
  says,
  TEXT_LIMITS,
} from "#lib/core/entries.ts";
import { fileIdsSchema } from "#lib/files/schema.ts";

export { TEXT_LIMITS };

/** What can be done with a task that is there, as the interfaces name it. */
export const TASK_VERBS = [
  "accept",
  "refuse",
  "handOver",
  "progress",
  "submit",
  "confirm",
  "return",
  "pause",
  "resume",
  "cancel",
  "reopen",
  "transfer",
  "requestExtension",
  "approveExtension",
  "rejectExtension",
  "edit",
  "addSubTask",
] as const;
export type TaskVerb = (typeof TASK_VERBS)[number];

/** What all verbs take: the version of the task that was looked at, where it is known. */
const seen = {
  version: idSchema.optional(),
};
/** The business date on which it takes effect; today if none is given. */
const dated = { ...seen, on: optionalDay };
const note = { note: optionalText(TEXT_LIMITS.note) };
const reason = { note: requiredText(TEXT_LIMITS.note, "work.problems.reasonMissing") };
const files = { files: fileIdsSchema };

/** A percentage as it is typed; an empty entry is not 0. */
const percentSchema = z
  .union([z.number(), z.string().trim().min(1).transform(Number)], says("work.problems.percent"))
  .pipe(
    z
      .int(says("work.problems.percent"))
      .min(0, says("work.problems.percent"))
      .max(100, says("work.problems.percent")),
  );

export const acceptSchema = z.object({ ...dated, ...note });
export const refuseSchema = z.object({ ...dated, ...reason });
export const handOverSchema = z.object({ ...seen, ...note, assigneeId: optionalId });
export const progressSchema = z.object({
  ...seen,
  ...note,
  ...files,
  progress: percentSchema,
});
export const submitSchema = z.object({
  ...dated,
  ...note,
  ...files,
  /** The day on which the work was done; `on` means the same to a machine. */
  completedOn: optionalDay,
});
export const confirmSchema = z.object({ ...dated, ...note });
export const returnSchema = z.object({ ...dated, ...reason });
export const stopSchema = z.object({ ...dated, ...reason });
export const resumeSchema = z.object({ ...dated, ...note });
export const transferSchema = z.object({
  ...dated,
  ...note,
  department: codeSchema,
  field: optionalCode,
});
export const requestExtensionSchema = z.object({
  ...dated,
  ...reason,
  ...files,
  dueOn: daySchema,
  /** Asked for because of what the department could not help. */
  objective: flag.default(false),
});
export const decideExtensionSchema = z.object({ ...dated, ...note });

export const priorityCodes = ["NORMAL", "HIGH"] as const;

/** What is written about a task; an empty entry is none. */
const content = {
  title: requiredText(TEXT_LIMITS.title, "work.problems.titleMissing"),
  deliverable: emptyText(TEXT_LIMITS.title),
  productRequired: flag,
  decidingAuthority: emptyText(TEXT_LIMITS.short),
  cooperating: codesSchema,
  field: codeSchema,
  sector: emptyCode,
  leaderId: emptyId,
  priority: z.enum(priorityCodes),
  dueOn: emptyDay,
  dueWording: emptyText(TEXT_LIMITS.short),
};

/** A task to assign; what is left out is none. */
export const newTaskSchema = z.object({
  ...content,
  deliverable: content.deliverable.default(null),
  productRequired: flag.default(false),
  decidingAuthority: content.decidingAuthority.default(null),
  cooperating: codesSchema.default([]),
  sector: optionalCode,
  leaderId: optionalId,
  priority: content.priority.default("NORMAL"),
  dueOn: optionalDay,
  dueWording: content.dueWording.default(null),
  department: codeSchema,
  assignedOn: optionalDay,
  assigneeId: optionalId,
  directive: optionalId,
  parent: optionalId,
});
export type NewTask = z.output<typeof newTaskSchema>;

/** A part of a task, as its head plans it; the rest it has from the task. */
export const newSubTaskSchema = newTaskSchema.pick({
  title: true,
  deliverable: true,
  dueOn: true,
  assigneeId: true,
});

/** What can be changed of a task by editing it; what is left out stays as it is. */
export const editTaskSchema = z
  .object(content)
  .partial()
  .extend({ ...seen, reason: optionalText(TEXT_LIMITS.note) });
export type TaskEdit = z.output<typeof editTaskSchema>;

/** Tasks (or requests) with the version of the task that was looked at: `12:3,15:1`. */
const idsSchema = z
  .string()
  .regex(/^\d{1,9}:\d{1,9}(,\d{1,9}:\d{1,9}){0,299}$/, says("work.problems.choose"))
  .transform((ids) =>
    ids.split(",").map((each) => {
      const [id = 0, version = 0] = each.split(":").map(Number);
      return { id, version };
    }),
  );

/** A verb for several tasks with the same words. */
export const severalSchema = z.intersection(
  z.object({ ids: idsSchema }),
  z.discriminatedUnion("verb", [
    acceptSchema.extend({ verb: z.literal("accept") }),
    handOverSchema.extend({ verb: z.literal("handOver") }),
    progressSchema.extend({ verb: z.literal("progress") }),
    confirmSchema.extend({ verb: z.literal("confirm") }),
    decideExtensionSchema.extend({ verb: z.literal("approveExtension") }),
    decideExtensionSchema.extend({ ...reason, verb: z.literal("rejectExtension") }),
  ]),
);
export type Several = z.output<typeof severalSchema>;
