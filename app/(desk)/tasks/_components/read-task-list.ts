import type { CivilDate } from "#lib/core/dates.ts";
import { invalidAddress } from "#lib/core/errors.ts";
import { formatMonth } from "#lib/core/i18n/format.ts";
import { readParameters, type SearchParameters } from "#lib/core/parameters.ts";
import type { Settings } from "#lib/periods/schema.ts";
import {
  type FilterCatalogues,
  type FilterFault,
  filterFaultOf,
} from "#lib/tasks/filter-faults.ts";
import { type TaskFilter, type TaskListState, taskListSchema } from "#lib/tasks/filters.ts";

export const DAY_PARAMETERS = ["assignedFrom", "assignedTo", "dueFrom", "dueTo", "asOf"] as const;

const KINDS = {
  days: DAY_PARAMETERS,
  months: ["late"],
  numbers: ["directive", "page"],
  codes: ["department", "cooperating", "field", "sector"],
};

/** The list that an address asks for, and the task to show beside it. */
export function readTaskList(given: SearchParameters): {
  state: TaskListState;
  task: number | null;
} {
  const { task, ...list } = given;
  const state = readParameters(taskListSchema, list, KINDS);
  return { state, task: readTaskId(task) };
}

function readTaskId(value: string | string[] | undefined): number | null {
  if (value === undefined) return null;
  if (typeof value === "string" && /^[1-9]\d{0,8}$/.test(value)) return Number(value);
  invalidAddress("notANumber", { name: "task", value: [value].flat().join(",") });
}

const PROBLEMS = {
  UNKNOWN_CODE: "unknownCode",
  OUTSIDE_PERIOD: "notOneOf",
  NEEDS_LATE: "notOneOf",
  NOT_A_MONTH: "notAMonth",
  NOT_A_DAY: "notADay",
  BEFORE_FIRST: "beforeFirst",
  IN_FUTURE: "inFuture",
  BOTH_GIVEN: "bothGiven",
} as const satisfies Record<FilterFault["problem"], string>;

/** Ends the page when the filter asks for what there is not, and says what that is. */
export function refuseFaults(
  filter: TaskFilter,
  catalogues: FilterCatalogues,
  settings: Settings,
  today: CivilDate,
): void {
  const fault = filterFaultOf(filter, catalogues, settings, today);
  if (!fault) return;
  invalidAddress(PROBLEMS[fault.problem], {
    name: fault.parameter,
    value: String(filter[fault.parameter] ?? ""),
    first: formatMonth(settings.firstPeriod),
  });
}
