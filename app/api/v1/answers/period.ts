import { z } from "zod";
import type { Wire } from "#lib/core/operations.ts";
import { VALUE_STATES } from "#lib/indicators/schema.ts";
import type {
  Adjustment,
  ChangedTask,
  ChangedValue,
  PeriodLateness,
  PeriodTask,
} from "#lib/snapshots/schema.ts";
import { AGING_BUCKETS } from "#lib/tasks/filters.ts";
import { LEVELS, SPELL_ENDS, TASK_STATUSES, TIMELINESSES } from "#lib/tasks/schema.ts";
import { TaskEventKind } from "#prisma/generated/enums.ts";
import type { closingReply, periodReply } from "../periods/reply.ts";
import { code, count, day, id, instant, month } from "./common.ts";

const text = z.string().nullable();

const closing = z
  .object({
    closedAt: instant,
    closedBy: z.string(),
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .meta({ id: "Closing" }) satisfies z.ZodType<Wire<ReturnType<typeof closingReply>>>;

const period = z
  .object({
    period: month,
    from: day,
    to: day,
    over: z.boolean(),
    closed: z.boolean(),
    closing: closing.nullable(),
  })
  .meta({ id: "Period" }) satisfies z.ZodType<Wire<ReturnType<typeof periodReply>>>;

/** All months of the register: there are never so many that they come in pieces. */
export const periodList = z.object({ items: z.array(period), nextCursor: z.null() });

/** A month after it was closed or opened again. */
export const closedPeriod = z.object({
  period: month,
  closed: z.boolean(),
  closing: closing.nullable(),
});

const place = z.object({ department: code, field: code });

const lateness = z.object({
  carriedOver: z.boolean(),
  fromOn: day,
  firstMonth: month,
  dueOn: day,
  days: count,
  outstanding: z.boolean(),
  endedBy: z.enum(SPELL_ENDS).nullable(),
  endedOn: day.nullable(),
  aging: z.enum(AGING_BUCKETS).nullable(),
  first: place,
  last: place,
}) satisfies z.ZodType<Wire<PeriodLateness>>;

const task = z
  .object({
    id,
    code,
    title: z.string(),
    deliverable: text,
    directive: z.object({ number: z.string(), issuedOn: day.nullable() }).nullable(),
    level: z.enum(LEVELS),
    department: code,
    cooperating: z.array(code),
    field: code,
    sector: code.nullable(),
    status: z.enum(TASK_STATUSES),
    timeliness: z.enum(TIMELINESSES).nullable(),
    assignedOn: day,
    dueOn: day.nullable(),
    originalDueOn: day.nullable(),
    completedOn: day.nullable(),
    extensionPending: z.boolean(),
    late: lateness.nullable(),
    reason: z.object({ kind: z.string(), text: z.string() }).nullable(),
  })
  .meta({ id: "PeriodTask" }) satisfies z.ZodType<Wire<PeriodTask>>;

const changedTask = z
  .object({
    id,
    code,
    title: z.string(),
    before: task.nullable(),
    after: task.nullable(),
    moved: z.record(z.string(), z.int()).meta({
      description: "By how much it moved which figures: part/department/field/level/figure.",
    }),
    edits: z.array(
      z.object({
        kind: z.enum(TaskEventKind),
        on: day,
        at: instant,
        note: text,
        by: text,
      }),
    ),
  })
  .meta({ id: "ChangedTask" }) satisfies z.ZodType<
  Wire<Omit<ChangedTask, "moved">> & { moved: Record<string, number> }
>;

const adjustment = z
  .object({
    part: z.enum(["overdue", "completion", "aging"]),
    figure: z.string(),
    department: code.exactOptional(),
    field: code.exactOptional(),
    level: z.enum(LEVELS).exactOptional(),
    closed: count,
    now: count,
    tasks: z.array(z.object({ id, change: z.int() })),
  })
  .meta({ id: "Adjustment" }) satisfies z.ZodType<Wire<Adjustment>>;

const number = z.number().nullable();
const value = z.object({
  month,
  state: z.enum(VALUE_STATES),
  value: number,
  numerator: number,
  denominator: number,
  cumulative: z.boolean(),
  demonstration: z.boolean(),
});

const changedValue = z
  .object({
    code,
    name: z.string(),
    unit: z.string(),
    month,
    before: value,
    after: value.nullable(),
    edits: z.array(z.object({ at: instant, by: text })),
  })
  .meta({ id: "ChangedIndicatorValue" }) satisfies z.ZodType<Wire<ChangedValue>>;

/** What differs since a month was closed. */
export const adjustments = z.object({
  period: month,
  closing,
  adjustments: z.array(adjustment),
  tasks: z.array(changedTask),
  indicatorValues: z.array(changedValue),
});
