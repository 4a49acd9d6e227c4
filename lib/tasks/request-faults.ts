import type { RequestIssue } from "#lib/core/problems.ts";
import type { FilterFault } from "./filter-faults.ts";

/** How a request is told what is wrong with its period or filter. */
export const PROBLEMS = {
  NOT_A_MONTH: "notAMonth",
  NOT_A_DAY: "notADay",
  BEFORE_FIRST: "beforeFirst",
  IN_FUTURE: "inFuture",
  BOTH_GIVEN: "bothGiven",
  UNKNOWN_CODE: "unknownCode",
  OUTSIDE_PERIOD: "outsidePeriod",
  NEEDS_LATE: "needsLate",
} as const satisfies Record<FilterFault["problem"], RequestIssue["problem"]>;
