import { z } from "zod";
import { operation } from "#lib/core/operations.ts";
import { reopenSchema } from "#lib/snapshots/schema.ts";
import { adjustments, closedPeriod, periodList } from "../answers/period.ts";
import { noQuery, withMonth } from "./common.ts";

const group = "Periods";

export const listPeriods = operation({
  method: "GET",
  path: "/periods",
  id: "listPeriods",
  group,
  summary: "The register's months, the newest first, each with its closing",
  query: noQuery,
  answer: { body: periodList },
  refusals: [403],
});

export const getAdjustments = operation({
  method: "GET",
  path: "/periods/{month}/adjustments",
  id: "getAdjustments",
  group,
  summary: "What differs since a month was closed",
  description: "409 while it is open.",
  parameters: withMonth,
  query: noQuery,
  answer: { body: adjustments },
  refusals: [403, 404, 409],
});

/** What is done with a month, by its name in the address. */
export const periodVerbs = {
  close: operation({
    method: "POST",
    path: "/periods/{month}/close",
    id: "closePeriod",
    group,
    summary: "Freezes a month's figures and the tasks behind them, once its last day has come",
    parameters: withMonth,
    body: z.strictObject({}),
    answer: { body: closedPeriod },
    refusals: [403, 404, 409],
    example: {},
  }),
  reopen: operation({
    method: "POST",
    path: "/periods/{month}/reopen",
    id: "reopenPeriod",
    group,
    summary: "Opens a closed month again",
    parameters: withMonth,
    body: reopenSchema.omit({ month: true }).strict(),
    answer: { body: closedPeriod },
    refusals: [403, 404, 409],
    example: { reason: "Sót nhiệm vụ của Trạm Y tế" },
  }),
} as const;
