import { expect, test } from "vitest";
import { civilDate } from "#lib/core/dates.ts";
import type { TaskEvent } from "#lib/tasks/schema.ts";
import { isFinishedInApril, leavesAprilAlone } from "./april2026.ts";

const on = civilDate;
const given = (day: string, dueOn: string): TaskEvent[] => [
  { kind: "ASSIGNED", on: on(day), dueOn: on(dueOn), departmentId: 1, fieldId: 1 },
  { kind: "ACCEPTED", on: on(day) },
];
const done = (day: string, confirmed: string): TaskEvent[] => [
  { kind: "SUBMITTED", on: on(day), completedOn: on(day) },
  { kind: "CONFIRMED", on: on(confirmed) },
];

test.each<[story: string, events: TaskEvent[], alone: boolean]>([
  [
    "finished in time in April",
    [...given("2026-04-01", "2026-04-20"), ...done("2026-04-20", "2026-04-22")],
    true,
  ],
  [
    "finished late in April",
    [...given("2026-04-01", "2026-04-20"), ...done("2026-04-21", "2026-04-22")],
    false,
  ],
  [
    "late and finished before April",
    [...given("2026-03-01", "2026-03-20"), ...done("2026-03-31", "2026-03-31")],
    true,
  ],
  ["late from 1 May on", given("2026-04-01", "2026-04-30"), true],
  ["late from 30 April on", given("2026-04-01", "2026-04-29"), false],
  [
    "done in time, and confirmed only when May had begun",
    [...given("2026-04-01", "2026-04-28"), ...done("2026-04-28", "2026-05-04")],
    false,
  ],
  [
    "given more time in May, asked for in time",
    [
      ...given("2026-04-01", "2026-04-28"),
      { kind: "EXTENSION_REQUESTED", on: on("2026-04-27"), dueOn: on("2026-05-20") },
      {
        kind: "EXTENSION_APPROVED",
        on: on("2026-05-05"),
        requestedOn: on("2026-04-27"),
        dueOn: on("2026-05-20"),
      },
    ],
    false,
  ],
  [
    "done in April, and confirmed when its figures were settled",
    [...given("2026-04-01", "2026-05-20"), ...done("2026-04-28", "2026-05-05")],
    false,
  ],
  [
    "taken up again later",
    [
      ...given("2026-04-01", "2026-05-20"),
      ...done("2026-04-20", "2026-04-22"),
      { kind: "REOPENED", on: on("2026-05-11") },
    ],
    false,
  ],
])("%s: leaves April alone", (_, events, alone) => {
  expect(leavesAprilAlone(events)).toBe(alone);
});

test("is finished in April only when confirmed by its last working day", () => {
  const task = given("2026-04-01", "2026-04-28");
  expect(isFinishedInApril([...task, ...done("2026-04-28", "2026-04-29")])).toBe(true);
  expect(isFinishedInApril([...task, ...done("2026-04-28", "2026-05-04")])).toBe(false);
  expect(isFinishedInApril(task)).toBe(false);
});
