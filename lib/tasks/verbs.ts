import { z } from "zod";
import { businessToday, type CivilDate } from "#lib/core/dates.ts";
import type { Explanation } from "#lib/core/errors.ts";
import { readTypedDay } from "#lib/core/typed-day.ts";
import { fileIdsSchema } from "#lib/files/schema.ts";

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

/** The longest note, reason or title: a page of text. */
export const TEXT_LIMITS = { note: 5000, title: 2000, short: 300 } as const;

const says = (key: Explanation["key"]) => ({ error: key });

/** A text as typed, in NFC and without what cannot be seen; empty is none. */
function text(limit: number, key: Explanation["key"] = "work.problems.tooLong") {
  return z
    .string()
    .transform((typed) =>
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
      typed
        .normalize("NFC")
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
        .trim(),
    )
    .pipe(z.string().max(limit, says(key)));
}

const emptyText = (limit: number) =>
  text(limit)
    .transform((typed) => typed || null)
    .nullable();
const optionalText = (limit: number) => emptyText(limit).default(null);
const requiredText = (limit: number, missing: Explanation["key"]) =>
  text(limit).pipe(z.string().min(1, says(missing)));

/** A civil date, as a machine writes it or a person types it ("15/5", "15/5/2026"); empty is none. */
export const daySchema = z.string().transform((typed, context): CivilDate => {
  const day = readTypedDay(typed, Number(businessToday().slice(0, 4)));
  if (day !== null) return day;
  context.addIssue({ code: "custom", message: "work.problems.notADay" });
  return z.NEVER;
});
const emptyDay = z
  .string()
  .nullable()
  .transform((typed) => typed?.trim() || null)
  .pipe(daySchema.nullable());
const optionalDay = emptyDay.default(null);

/** A box of a form, with a hidden empty value before it, so that unticking it is said too. */
const flag = z.union([
  z.boolean(),
  z.enum(["on", "true", "false", ""]).transform((value) => value === "on" || value === "true"),
]);

const codeSchema = z.string().regex(/^[A-Z0-9_]{1,40}$/, says("work.problems.choose"));
const emptyCode = z
  .string()
  .nullable()
  .transform((code) => code || null)
  .pipe(codeSchema.nullable());
const optionalCode = emptyCode.default(null);
const emptyId = z
  .union([z.string(), z.number()])
  .nullable()
  .transform((id) => (id === "" || id === null ? null : Number(id)))
  .pipe(z.int().positive().nullable());
const optionalId = emptyId.default(null);
const codesSchema = z
  .union([z.string().transform((codes) => codes.split(",").filter(Boolean)), z.array(z.string())])
  .pipe(z.array(codeSchema).max(50))
  .transform((codes) => [...new Set(codes)]);

/** What all verbs take: the version of the task that was looked at, where it is known. */
const seen = {
  version: z.coerce.number().int().positive().optional(),
};
/** The business date on which it takes effect; today if none is given. */
const dated = { ...seen, on: optionalDay };
const note = { note: optionalText(TEXT_LIMITS.note) };
const reason = { note: requiredText(TEXT_LIMITS.note, "work.problems.reasonMissing") };
const files = { files: fileIdsSchema };

export const acceptSchema = z.object({ ...dated, ...note });
export const refuseSchema = z.object({ ...dated, ...reason });
export const handOverSchema = z.object({ ...seen, ...note, assigneeId: optionalId });
export const progressSchema = z.object({
  ...seen,
  ...note,
  ...files,
  progress: z.coerce
    .number(says("work.problems.percent"))
    .int(says("work.problems.percent"))
    .min(0, says("work.problems.percent"))
    .max(100, says("work.problems.percent")),
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

/** What can be changed of a task by editing it; what is left out stays as it is. */
export const editTaskSchema = z
  .object(content)
  .partial()
  .extend({ ...seen, reason: optionalText(TEXT_LIMITS.note) });
export type TaskEdit = z.output<typeof editTaskSchema>;
