import { expect, test } from "vitest";
import { type FilterFault, filterFaultOf } from "./filter-faults.ts";
import type { TaskFilter } from "./filters.ts";

const catalogues = {
  departments: [{ code: "PHONG_KT" }],
  fields: [{ code: "TBKL" }],
  sectors: [{ code: "DAT_DAI" }],
};
const settings = { periodFirstDay: 1, firstPeriod: "2025-07" } as const;
const faultOf = (filter: TaskFilter) => filterFaultOf(filter, catalogues, settings, "2026-05-20");

test.each<TaskFilter>([
  {},
  { department: "PHONG_KT", cooperating: "PHONG_KT", field: "TBKL", sector: "DAT_DAI" },
  { asOf: "2026-05-20" },
  { asOf: "2025-07-01" },
  { late: "2026-05", asOf: "2026-05-01" },
  { late: "2026-04", asOf: "2026-04-30", lateKind: "resolved", endedBy: "COMPLETED" },
  { aging: "8-30" },
])("%o can be asked", (filter) => {
  expect(faultOf(filter)).toBeNull();
});

test.each<[TaskFilter, FilterFault]>([
  [{ department: "X" }, { parameter: "department", problem: "UNKNOWN_CODE" }],
  [{ cooperating: "TBKL" }, { parameter: "cooperating", problem: "UNKNOWN_CODE" }],
  [{ field: "PHONG_KT" }, { parameter: "field", problem: "UNKNOWN_CODE" }],
  [{ sector: "X" }, { parameter: "sector", problem: "UNKNOWN_CODE" }],
  [{ lateKind: "resolved" }, { parameter: "lateKind", problem: "NEEDS_LATE" }],
  [{ endedBy: "PAUSED" }, { parameter: "endedBy", problem: "NEEDS_LATE" }],
  [{ late: "2025-06" }, { parameter: "late", problem: "BEFORE_FIRST" }],
  [{ late: "2026-06" }, { parameter: "late", problem: "IN_FUTURE" }],
  [{ asOf: "2025-06-30" }, { parameter: "asOf", problem: "BEFORE_FIRST" }],
  [{ asOf: "2026-05-21" }, { parameter: "asOf", problem: "IN_FUTURE" }],
  [
    { late: "2026-04", asOf: "2026-05-01" },
    { parameter: "asOf", problem: "OUTSIDE_PERIOD" },
  ],
  [
    { late: "2026-04", asOf: "2026-03-31" },
    { parameter: "asOf", problem: "OUTSIDE_PERIOD" },
  ],
  [
    { late: "2026-05", asOf: "2026-05-21" },
    { parameter: "asOf", problem: "OUTSIDE_PERIOD" },
  ],
])("%o cannot", (filter, fault) => {
  expect(faultOf(filter)).toEqual(fault);
});
