import { z } from "zod";
import type { Wire } from "#lib/core/operations.ts";
import {
  LEVELS,
  SPELL_ENDS,
  TASK_STATUSES,
  TIMELINESSES,
  taskEventSchema,
} from "#lib/tasks/schema.ts";
import { priorityCodes } from "#lib/tasks/verbs.ts";
import type {
  TaskDetail,
  TaskEventRecord,
  TaskExtension,
  TaskListItem,
  TaskSpell,
} from "#lib/tasks/views.ts";
import { code, count, day, id, instant, month, pageOf } from "./common.ts";

const text = z.string().nullable();

const itemShape = {
  id,
  code,
  title: z.string(),
  level: z.enum(LEVELS),
  status: z.enum(TASK_STATUSES),
  timeliness: z.enum(TIMELINESSES).nullable(),
  department: code,
  field: code,
  sector: code.nullable(),
  cooperating: z.array(code),
  directive: z.object({ id, number: z.string(), issuedOn: day.nullable() }).nullable(),
  leader: text,
  assignee: text,
  assignedOn: day,
  originalDueOn: day.nullable(),
  dueOn: day.nullable(),
  completedOn: day.nullable(),
  daysLeft: count.nullable(),
  daysLate: count.nullable(),
  progress: z.int().min(0).max(100),
  extensionPending: z.boolean(),
  returnCount: count,
  extensionCount: count,
  version: id,
  late: z
    .object({
      carriedOver: z.boolean(),
      outstanding: z.boolean(),
      endedBy: z.enum(SPELL_ENDS).nullable(),
    })
    .nullable(),
};

/** A task in a list. */
export const taskItem = z.object(itemShape).meta({ id: "TaskListItem" }) satisfies z.ZodType<
  Wire<TaskListItem>
>;

const spell = z
  .object({
    dueOn: day,
    fromOn: day,
    toOn: day.nullable(),
    endedBy: z.enum(SPELL_ENDS).nullable(),
    department: code,
    field: code,
    continuing: z.boolean(),
  })
  .meta({ id: "LateSpell" }) satisfies z.ZodType<Wire<TaskSpell>>;

const extension = z
  .object({
    id,
    oldDueOn: day,
    newDueOn: day,
    reason: z.string(),
    requestedOn: day,
    requestedBy: text,
    decision: z.enum(["APPROVED", "REJECTED"]).nullable(),
    decidedOn: day.nullable(),
    decidedBy: text,
    decisionNote: text,
  })
  .meta({ id: "Extension" }) satisfies z.ZodType<Wire<TaskExtension>>;

const record = z
  .object({
    sequence: count,
    event: taskEventSchema.meta({ id: "TaskEvent" }),
    at: instant,
    actor: text,
    note: text,
    afterClosing: month.nullable(),
    importId: id.nullable(),
    importFile: text,
  })
  .meta({ id: "TaskEventRecord" }) satisfies z.ZodType<Wire<TaskEventRecord>>;

/** A task with its spells and history. */
export const taskDetail = z
  .object({
    ...itemShape,
    deliverable: text,
    decidingAuthority: text,
    dueWording: text,
    priority: z.enum(priorityCodes),
    submittedOn: day.nullable(),
    cancelledOn: day.nullable(),
    directiveAbstract: text,
    leaderLogin: text,
    assigneeLogin: text,
    workingDaysLate: count.nullable(),
    spells: z.array(spell),
    extensions: z.array(extension),
    history: z.array(record),
    people: z.record(z.string(), z.string()),
    asOf: day,
  })
  .meta({ id: "Task" }) satisfies z.ZodType<Wire<TaskDetail>>;

/** A call about a task: the task, or its id alone where the token no longer sees it. */
export const changedTask = z.union([taskDetail, z.object({ id }).meta({ id: "UnseenTask" })]);

export const taskPage = pageOf(taskItem);
