import { z } from "zod";
import type { Wire } from "#lib/core/operations.ts";
import type { CompletionFigures, OverdueFigures, Summary } from "#lib/figures/schema.ts";
import { AGING_BUCKETS } from "#lib/tasks/filters.ts";
import { LEVELS } from "#lib/tasks/schema.ts";
import { code, count, day, month, rate } from "./common.ts";

const overdue = z
  .object({
    late: count,
    carriedOver: count,
    newlyOverdue: count,
    transferredIn: count,
    transferredOut: count,
    resolved: z.object({
      total: count,
      completed: count,
      extended: count,
      cancelled: count,
      paused: count,
    }),
    outstanding: count,
  })
  .meta({ id: "OverdueFigures" }) satisfies z.ZodType<Wire<OverdueFigures>>;

const completion = z
  .object({
    assigned: count,
    completed: count,
    onTime: count,
    late: count,
    noDeadline: count,
    onTimeByOriginalDeadline: count,
    open: count,
    overdue: count,
    dueSoon: count,
    awaitingConfirmation: count,
    completionRate: rate,
    onTimeRate: rate,
    onTimeRateOriginalDeadline: rate,
    settledRate: rate,
  })
  .meta({ id: "CompletionFigures" }) satisfies z.ZodType<Wire<CompletionFigures>>;

/** All figures of the dashboard and the report. */
export const summary = z
  .object({
    period: month,
    from: day,
    to: day,
    asOf: day,
    closed: z.boolean(),
    overdue: z.object({
      total: overdue,
      byField: z.array(z.object({ ...overdue.shape, code })),
      byDepartment: z.array(z.object({ ...overdue.shape, code })),
      matrix: z.array(z.object({ ...overdue.shape, department: code, field: code })),
    }),
    completion: z.object({
      total: completion,
      byLevel: z.array(z.object({ ...completion.shape, code: z.enum(LEVELS) })),
      byDepartment: z.array(z.object({ ...completion.shape, code })),
    }),
    aging: z.array(z.object({ bucket: z.enum(AGING_BUCKETS), count })),
    trend: z.array(
      z.object({
        month,
        assigned: count,
        completed: count,
        late: count,
        outstanding: count,
        completionRate: rate,
      }),
    ),
  })
  .meta({ id: "Summary" }) satisfies z.ZodType<Wire<Summary>>;
