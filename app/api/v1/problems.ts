import type { RequestIssue } from "#lib/core/api.ts";
import type { FilterFault } from "#lib/tasks/filter-faults.ts";

/** How the machine interface says what is wrong with a period or a filter. */
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
