import { expect, test } from "vitest";
import { missingClarities } from "./clarity.ts";
import { chosenColumnsSchema, columnsOf, USUAL_TASK_COLUMNS } from "./columns.ts";
import { changesOf } from "./history.ts";

test("a history says from what to what each event changed a task", () => {
  const changes = changesOf([
    { kind: "ASSIGNED", on: "2026-01-05", dueOn: null, departmentId: 1, fieldId: 11 },
    { kind: "REFUSED", on: "2026-01-06", departmentId: 2 },
    { kind: "TRANSFERRED", on: "2026-01-07", departmentId: 3, fieldId: 12 },
    { kind: "TRANSFERRED", on: "2026-01-08", departmentId: 3, fieldId: 11 },
    { kind: "ACCEPTED", on: "2026-01-08" },
    { kind: "HANDED_OVER", on: "2026-01-08", assigneeId: 7 },
    { kind: "DEADLINE_CORRECTED", on: "2026-01-09", dueOn: "2026-02-01" },
    { kind: "PROGRESSED", on: "2026-01-20", progress: 40 },
    { kind: "EXTENSION_REQUESTED", on: "2026-01-30", dueOn: "2026-03-01" },
    {
      kind: "EXTENSION_APPROVED",
      on: "2026-02-02",
      requestedOn: "2026-01-30",
      dueOn: "2026-02-15",
    },
    { kind: "HANDED_OVER", on: "2026-02-03", assigneeId: null },
    { kind: "PROGRESSED", on: "2026-02-04", progress: 90 },
    { kind: "SUBMITTED", on: "2026-02-10", completedOn: "2026-02-09" },
    { kind: "CONFIRMED", on: "2026-02-11" },
  ]);
  expect(changes).toEqual([
    [
      { what: "department", from: null, to: 1 },
      { what: "field", from: null, to: 11 },
    ],
    [{ what: "department", from: 1, to: 2 }],
    [
      { what: "department", from: 2, to: 3 },
      { what: "field", from: 11, to: 12 },
    ],
    [{ what: "field", from: 12, to: 11 }],
    [],
    [{ what: "assignee", from: null, to: 7 }],
    [{ what: "deadline", from: null, to: "2026-02-01" }],
    [{ what: "progress", from: 0, to: 40 }],
    [{ what: "requestedDeadline", from: "2026-02-01", to: "2026-03-01" }],
    [{ what: "deadline", from: "2026-02-01", to: "2026-02-15" }],
    [{ what: "assignee", from: 7, to: null }],
    [{ what: "progress", from: 40, to: 90 }],
    [{ what: "completion", from: null, to: "2026-02-09" }],
    [],
  ]);
});

test("the six clear points that a task lacks, in their official order", () => {
  const clear = {
    assignee: "Chuyên viên",
    title: "Rà soát",
    dueOn: "2026-02-01",
    leader: "Chủ tịch",
    deliverable: "Báo cáo",
    decidingAuthority: "Chủ tịch",
  } as const;
  expect(missingClarities(clear)).toEqual([]);
  expect(missingClarities({ ...clear, leader: null, assignee: null, deliverable: " " })).toEqual([
    "assignee",
    "leader",
    "deliverable",
  ]);
  expect(missingClarities({ ...clear, dueOn: null, decidingAuthority: null })).toEqual([
    "deadline",
    "decidingAuthority",
  ]);
});

test("columns are shown in their own order, and the usual ones where none or wrong ones are stored", () => {
  expect(columnsOf(["status", "department"])).toEqual(["department", "status"]);
  expect(columnsOf(null)).toEqual(USUAL_TASK_COLUMNS);
  expect(columnsOf(["nonsense"])).toEqual(USUAL_TASK_COLUMNS);
  expect(chosenColumnsSchema.parse({ columns: "leader,dueOn" })).toEqual({
    columns: ["leader", "dueOn"],
  });
  expect(chosenColumnsSchema.parse({ columns: "" })).toEqual({ columns: [] });
  expect(chosenColumnsSchema.safeParse({ columns: "leader,secret" }).success).toBe(false);
});

test("an edit says of each part what it said before", () => {
  const [, edited] = changesOf([
    { kind: "ASSIGNED", on: "2026-01-05", dueOn: null, departmentId: 1, fieldId: 11 },
    {
      kind: "EDITED",
      on: "2026-01-06",
      changes: [{ what: "deliverable", from: null, to: "Báo cáo" }],
    },
  ]);
  expect(edited).toEqual([{ what: "edited", part: "deliverable", from: null, to: "Báo cáo" }]);
});
